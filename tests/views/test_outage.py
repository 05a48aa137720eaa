"""The whole site, in a process of its own, over a database that really is not there."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ADDRESSES = {
    "/": 503,
    "/tin/le-hoi-1/": 503,
    "/rss.xml": 503,
    "/sitemap.xml": 503,
    "/admin/articles/article/": 503,
    "/khong/co/trang-nay/": 503,
    "/robots.txt": 200,
    "/tro-nang/": 200,
    "/tim-kiem/": 200,
}
ASK = """
import json, sys, django
from django.conf import settings
django.setup()
settings.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
from django.test import Client
client = Client(raise_request_exception=False)
client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
found = {}
for address in json.loads(sys.argv[1]):
    response = client.get(address)
    found[address] = [
        response.status_code, response.get("Retry-After"),
        "masthead" in response.getvalue().decode(),
    ]
print(json.dumps(found))
"""


def ask(folder, **environment) -> dict:
    answer = subprocess.run(
        [sys.executable, "-c", ASK, json.dumps(list(ADDRESSES))],
        cwd=ROOT,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_DATA_DIR": str(folder),
            "NEWSROOM_DEBUG": "0",
            "NEWSROOM_ALLOWED_HOSTS": "localhost,testserver",
            "NEWSROOM_HTTPS": "0",
        }
        | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(answer.stdout)


def closed_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


def garbage(folder) -> str:
    path = folder / "newsroom.sqlite3"
    path.write_bytes(os.urandom(50_000))
    return f"sqlite:///{path}"


def unreadable(folder) -> str:
    (folder / "a_folder").mkdir()
    return f"sqlite:///{folder / 'a_folder'}"


def stopped_server(folder) -> str:
    return f"postgres://newsroom@127.0.0.1:{closed_port()}/newsroom"


@pytest.mark.parametrize("database", [garbage, unreadable, stopped_server])
def test_pages_that_need_the_database_say_when_to_come_back(database, tmp_path):
    found = ask(tmp_path, DATABASE_URL=database(tmp_path))

    assert found == {
        address: [status, "120" if status == 503 else None, address != "/robots.txt"]
        for address, status in ADDRESSES.items()
    }
