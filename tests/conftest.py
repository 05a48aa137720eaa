import os
from importlib import import_module

import pytest
from django.core.cache import cache
from django.db import connection
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
def record_can_be_flushed(request):
    """Let a transactional test empty its tables: SQLite's flush deletes row by row.

    The triggers that refuse this stand during the test itself. pytest-django runs the
    transactional tests last, each after its own flush.
    """
    marker = request.node.get_closest_marker("django_db")
    if not marker or not marker.kwargs.get("transaction"):
        yield
        return
    request.getfixturevalue("transactional_db")
    migration = import_module("articles.migrations.0002_the_record_stands")
    triggers = import_module("articles.migrations.0005_readers_side").TRIGGERS
    if connection.vendor != "sqlite":
        yield
        return
    if not sqlite_triggers() & set(triggers):
        with connection.schema_editor() as editor:
            migration.create_triggers(triggers, editor)
    yield
    with connection.schema_editor() as editor:
        migration.drop_triggers(triggers, editor)


def sqlite_triggers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {name for (name,) in cursor.fetchall()}


@pytest.fixture(autouse=True)
def newsroom(settings, tmp_path):
    """Own media folder, plain static files, quick passwords, Vietnamese, empty cache."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
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
