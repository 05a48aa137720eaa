from datetime import timedelta

import pytest
from django.utils import timezone

from articles import uploads
from articles.models import Upload
from tests.factories import make_photo, make_user
from tests.housekeeping.media import age, all_files, found, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload():
    """An upload of ten bytes, four of which have arrived."""
    make_photo()
    upload = uploads.begin(make_user(), name="cau.jpg", size=10)
    return uploads.append(upload, 0, b"four")


def folder(upload):
    return f"incoming/{upload.token}"


def test_an_upload_on_its_way_is_left_alone(upload):
    age(f"{folder(upload)}/0")  # the first piece may be older than the last
    assert found(repair=True) == []
    assert f"{folder(upload)}/0" in all_files()


def test_an_upload_that_nobody_touched_for_a_day_goes(upload):
    long_ago = timezone.now() - timedelta(hours=25)
    Upload.objects.update(touched_at=long_ago)
    assert found() == [("abandoned", folder(upload), False)]
    assert found(repair=True) == [("abandoned", folder(upload), True)]
    assert not Upload.objects.exists()
    assert not {path for path in all_files() if path.startswith("incoming/")}
    assert found() == []


def test_pieces_without_an_upload_go_with_their_folder(upload, settings):
    piece = put("incoming/lost/0")
    young = put("incoming/lost/262144", old=False)
    assert found(repair=True) == [("unneeded", piece, True)]
    assert young in all_files()
    age(young)
    assert found(repair=True) == [("unneeded", young, True)]
    assert not (settings.MEDIA_ROOT / "incoming/lost").exists()
