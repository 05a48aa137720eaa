"""The server itself stops while somebody types, and starts again: nothing is lost."""

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from django.utils.translation import gettext
from playwright.sync_api import expect

from articles.models import Autosave
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).parents[2]


def database_url() -> str:
    """The address of the database that this test runs on."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgres://newsroom@/{database['NAME']}?host={database['OPTIONS']['host']}"


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def server(settings, tmp_path):
    """Start the real server, in a process of its own, as often as asked; `url` stays."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "NEWSROOM_DATA_DIR": str(tmp_path),
        "NEWSROOM_SECRET_KEY": settings.SECRET_KEY,
        "NEWSROOM_DEBUG": "1",  # static files as they lie, without collecting them
    }
    running = []

    class Server:
        url = f"http://127.0.0.1:{port}"

        def start(self):
            command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi"]
            command += ["--bind", f"127.0.0.1:{port}", "--no-control-socket"]
            command += ["--worker-class", "gthread", "--threads", "4"]
            running.append(
                subprocess.Popen(
                    command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
                )
            )
            while not answers(port):
                assert running[-1].poll() is None
                time.sleep(0.1)

        def stop(self):
            process = running.pop()
            process.terminate()
            process.wait(20)

    yield Server()
    for process in running:
        process.kill()
        process.wait()


def test_typing_goes_on_while_the_server_is_stopped_and_is_kept_when_it_is_back(
    page, context, client, server
):
    article, user = make_article(), make_user(role="Biên tập viên")
    client.force_login(user)
    server.start()
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    context.add_cookies([cookie | {"url": server.url}])
    page.goto(f"{server.url}/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector(".cke_wysiwyg_div")
    server.stop()

    page.fill("#id_title", "Gõ khi máy chủ dừng")
    status = page.locator(".typing-status")
    stopped = gettext("No connection – kept on this machine")
    expect(status).to_have_text(stopped, timeout=20_000)
    assert not Autosave.objects.exists()

    server.start()
    page.fill("#id_lead", "Gõ tiếp khi máy chủ đã chạy lại.")
    kept = gettext("Kept at {time}").replace("{time}", r"\d\d:\d\d")
    expect(status).to_have_text(re.compile(kept), timeout=60_000)
    data = Autosave.objects.get().data
    assert (data["title"], data["lead"]) == (
        "Gõ khi máy chủ dừng",
        "Gõ tiếp khi máy chủ đã chạy lại.",
    )
