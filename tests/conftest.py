import os

import pytest
from django.core.cache import cache
from django.utils import translation

BROWSER = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """SQLite in a file, in WAL mode: what readers and editors will have."""
    from django.conf import settings  # noqa: PLC0415 — only once pytest-django set it up

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        path = tmp_path_factory.mktemp("database") / "newsroom.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(path)


@pytest.fixture(scope="session", autouse=True)
def static_root(tmp_path_factory):
    """WhiteNoise complains about a folder that isn't there, and tests about that."""
    from django.conf import settings  # noqa: PLC0415 — only once pytest-django set it up

    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def newsroom(settings, tmp_path):
    """Own media folder, plain static files, quick passwords, Vietnamese, empty cache."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        }
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    with translation.override("vi"):
        yield


def pytest_collection_modifyitems(items):
    """Browser tests need Chromium; where it is missing the run says how to get it."""
    if os.path.exists(BROWSER) or os.environ.get("NEWSROOM_TESTS_SKIP_NOTHING"):
        return
    skip = pytest.mark.skip(
        reason="no Chromium here; get it with: apt-get install chromium"
    )
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(skip)
