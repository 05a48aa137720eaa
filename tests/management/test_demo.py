"""The demo newsroom is built once, for all the questions asked of it here."""

import io
import stat
from collections import Counter

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from articles.demo import building, pictures, texts
from articles.editorial import roles
from articles.models import Article, Edition, Photo, Status, Unit
from tests.factories import make_user

pytestmark = pytest.mark.django_db

draw = pictures.draw


@pytest.fixture
def demo(settings, tmp_path, monkeypatch):
    """Build it with small pictures: their drawing has tests of its own."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(
        pictures, "draw", lambda scene, *, seed: draw(scene, seed=seed, size=(300, 200))
    )

    def run(**options):
        out = io.StringIO()
        call_command("demo", stdout=out, **options)
        return out.getvalue()

    return run


def test_the_demo_newsroom_stands(demo, client, tmp_path):
    out = demo()
    password = (tmp_path / "demo_password").read_text()
    numbers = Counter(Article.objects.values_list("status", flat=True))
    closings = Counter(Edition.objects.values_list("closed_as", flat=True))
    assert Edition.objects.live().count() >= 40
    assert set(numbers) == set(Status.values)
    assert Edition.objects.scheduled().count() == 1
    assert (closings["withdrawn"], closings["superseded"]) == (1, 1)
    assert Unit.objects.count() == 6
    assert Unit.objects.exclude(closed_on=None).get().successions.count() == 1
    assert all(
        default_storage.exists(photo.original.name) for photo in Photo.objects.all()
    )
    for row in texts.newsroom()["accounts"]:
        user = authenticate(username=row["username"], password=password)
        assert user.groups.get().name == row["role"]
        assert f"{row['username']:<14} {row['role']}" in out
    assert {row["role"] for row in texts.newsroom()["accounts"]} == set(roles.ROLES)
    assert client.get("/").content.decode().count("<article") > 5


def test_the_password_is_random_and_private(demo, tmp_path):
    demo()
    path = tmp_path / "demo_password"
    assert (len(path.read_text()), oct(stat.S_IMODE(path.stat().st_mode))) == (
        10,
        "0o600",
    )
    assert path.read_text() in demo(if_empty=True)


def test_a_newsroom_that_is_not_empty_is_left_alone(demo):
    make_user()
    with pytest.raises(CommandError):
        demo()
    demo(if_empty=True)
    assert (User.objects.count(), Unit.objects.count()) == (1, 0)


def test_a_broken_build_leaves_nothing(demo, monkeypatch):
    steps = building.build("mat-khau")
    next(steps)
    steps.close()
    assert (User.objects.count(), Article.objects.count()) == (0, 0)
