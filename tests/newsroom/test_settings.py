"""The settings as an operator meets them: each case is a process of its own."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def manage(*arguments, data, **environment):
    clean = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("NEWSROOM_", "DATABASE_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=clean | {"NEWSROOM_DATA_DIR": str(data)} | environment,
        capture_output=True,
        text=True,
    )


def setting(name, data, **environment):
    code = f"from django.conf import settings; print(repr(settings.{name}))"
    done = manage("shell", "-v", "0", "-c", code, data=data, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_debug_is_off_and_only_this_machine_is_served(tmp_path):
    assert setting("DEBUG", tmp_path) == "False"
    assert setting("ALLOWED_HOSTS", tmp_path) == "['localhost', '127.0.0.1', '[::1]']"


def test_a_public_host_means_https(tmp_path):
    public = {"NEWSROOM_ALLOWED_HOSTS": "tin.example.vn"}
    assert setting("SESSION_COOKIE_SECURE", tmp_path, **public) == "True"
    assert setting("SESSION_COOKIE_SECURE", tmp_path) == "False"


# What the law asks a public body's site to say of itself.
IMPRINT = {
    f"NEWSROOM_{name}": "Ủy ban nhân dân xã Vân Trà"
    for name in ("MANAGING_BODY", "RESPONSIBLE_PERSON", "LICENCE", "CONTACT")
}


def test_the_production_check_has_no_warning(tmp_path):
    done = manage(
        "check", "--deploy", "--fail-level", "WARNING",
        data=tmp_path, NEWSROOM_ALLOWED_HOSTS="tin.example.vn", **IMPRINT,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (
        0,
        "System check identified no issues (1 silenced).\n",
    )


def test_a_secret_key_is_made_once_and_kept_private(tmp_path):
    first = setting("SECRET_KEY", tmp_path)
    mode = stat.S_IMODE((tmp_path / "secret_key").stat().st_mode)
    assert (
        setting("SECRET_KEY", tmp_path)
        == first
        != setting("SECRET_KEY", tmp_path / "other")
    )
    assert (len(first) > 50, oct(mode)) == (True, "0o600")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1)],
)
def test_sqlite_runs_in_wal_mode(tmp_path, pragma, value):
    code = (
        "from django.db import connection as c; cursor = c.cursor();"
        f"print(cursor.execute('PRAGMA {pragma}').fetchone()[0])"
    )
    done = manage("shell", "-v", "0", "-c", code, data=tmp_path)
    assert done.stdout.strip() == str(value)


def test_sqlite_writers_take_turns_at_begin(tmp_path):
    options = setting("DATABASES['default']['OPTIONS']", tmp_path)
    assert "'transaction_mode': 'IMMEDIATE'" in options
    assert "'timeout': 20" in options


@pytest.mark.parametrize(
    ("environment", "backend"),
    [
        ({}, "dummy"),
        ({"NEWSROOM_EMAIL_URL": "smtp+tls://a:b@mail.example.vn:587"}, "smtp"),
    ],
)
def test_mail_leaves_only_where_it_is_configured(tmp_path, environment, backend):
    named = setting("EMAIL_BACKEND", tmp_path, **environment)
    assert named == repr(f"django.core.mail.backends.{backend}.EmailBackend")
