"""Every kind of page, in both languages, before the Nu HTML checker (npm: vnu-jar)."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import page_kinds

JAR = Path(
    os.environ.get("NEWSROOM_VNU_JAR")
    or Path(__file__).parents[1] / "var/tools/node_modules/vnu-jar/build/dist/vnu.jar"
)
HOW = "npm install --prefix var/tools vnu-jar; it needs Java"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not (JAR.exists() and shutil.which("java")),
        reason=f"no Nu HTML checker here; get it with: {HOW}",
    ),
]


def complaints(folder: Path) -> list[str]:
    """What the checker says of the pages in the folder, warnings included."""
    found = subprocess.run(
        [
            shutil.which("java"),
            "-Xss2m",
            "-jar",
            str(JAR),
            "--format",
            "json",
            "--exit-zero-always",
            str(folder),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(found.stderr)["messages"]
    return [
        f"{Path(each['url']).stem}: {each['message']} {each.get('extract', '')!r}"
        for each in messages
        if each["type"] != "info" or each.get("subType") == "warning"
    ]


def test_no_kind_of_page_has_an_error(client, tmp_path):
    pages = page_kinds.build()
    folder = tmp_path / "pages"  # photos lie beside it
    folder.mkdir()
    for language in ("vi", "en"):
        client.cookies["django_language"] = language
        for kind, address in pages.items():
            page = client.get(address)
            (folder / f"{kind} ({language}).html").write_bytes(page.content)
    assert complaints(folder) == []


def test_the_checker_finds_what_is_wrong(tmp_path):
    (tmp_path / "wrong.html").write_text(
        '<!DOCTYPE html><html lang="vi"><title>Tin</title><p><div id="a" id="a"></p>'
    )
    assert len(complaints(tmp_path)) >= 2
