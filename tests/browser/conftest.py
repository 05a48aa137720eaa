"""Real Chromium against the real site; nothing may leave this machine."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import BROWSER
from tests.factories import make_user

# Playwright's loop runs in this thread, and Django would refuse to touch the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PASSWORD = "mat-khau-thu-nghiem"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": BROWSER, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {
        "locale": "vi-VN",
        "timezone_id": "Asia/Ho_Chi_Minh",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def complaints(page, live_server):
    """What the browser complains about, and what it asks of other hosts."""
    found = []

    def note(message):
        if message.type in ("error", "warning"):
            found.append(message.text)

    def watch(request):
        if not request.url.startswith((live_server.url, "data:", "blob:")):
            found.append(f"asked for {request.url}")

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", watch)
    return found


@pytest.fixture
def log_in(page, live_server):
    """Log a person of the role in, through the form."""

    def log_in_as(role):
        user = make_user(role=role, password=PASSWORD)
        page.goto(f"{live_server.url}/admin/")
        page.fill("#id_username", user.username)
        page.fill("#id_password", PASSWORD)
        page.click("[type=submit]")
        page.wait_for_selector("#user-tools")
        return user

    return log_in_as


@pytest.fixture
def violations(page):
    """Names of the accessibility rules that the page breaks, and where."""

    def check():
        options = {"runOnly": {"type": "tag", "values": RULES}}
        found = Axe().run(page, options=options).response["violations"]
        return [
            (rule["id"], [node["html"][:120] for node in rule["nodes"]])
            for rule in found
        ]

    return check
