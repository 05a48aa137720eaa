"""Files in pieces: in step, of one person, within limits, and gone when they should be."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from articles import uploads
from articles.models import Upload
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def begin(user=None, *, size=6, name="ảnh.jpg"):
    return uploads.begin(user or make_user(), name=name, size=size)


def pieces_of(upload):
    """Names of the pieces in the storage; nothing if there is no folder."""
    try:
        return sorted(default_storage.listdir(f"incoming/{upload.token}")[1])
    except FileNotFoundError:
        return []


def touched(upload, ago):
    Upload.objects.filter(pk=upload.pk).update(touched_at=timezone.now() - ago)


def read(upload):
    with uploads.content(upload) as file:
        return file.read()


# --- in pieces ----------------------------------------------------------------


def test_pieces_become_the_file_in_their_order():
    upload = begin(size=25)
    for offset in range(0, 24, 2):  # "10" comes before "2" in a listing
        uploads.append(upload, offset, bytes([offset, offset + 1]))
    uploads.append(upload, 24, b"\x18")
    assert uploads.is_complete(upload)
    assert read(upload) == bytes(range(25))


def test_what_is_received_survives_the_request():
    upload = begin(size=6)
    uploads.append(upload, 0, b"abc")
    again = uploads.find(upload.user, upload.token)
    assert again.received == 3
    uploads.append(again, 3, b"def")
    assert read(again) == b"abcdef"


@pytest.mark.parametrize("offset", [0, 2, 4])
def test_a_piece_out_of_step_is_told_where_to_go_on(offset):
    upload = begin()
    uploads.append(upload, 0, b"abc")
    with pytest.raises(uploads.WrongOffset) as wrong:
        uploads.append(upload, offset, b"x")
    assert wrong.value.received == 3
    assert pieces_of(upload) == ["0"]


def test_of_two_requests_with_the_same_piece_one_counts():
    upload = begin()
    slower = uploads.find(upload.user, upload.token)
    uploads.append(upload, 0, b"abc")
    with pytest.raises(uploads.WrongOffset) as wrong:
        uploads.append(slower, 0, b"abc")
    assert wrong.value.received == 3
    uploads.append(upload, 3, b"def")
    assert read(upload) == b"abcdef"


@pytest.mark.parametrize("left", [b"a", b"abc", b"abcde"])
def test_a_piece_that_an_accident_left_is_taken_or_replaced(left):
    upload = begin()
    default_storage.save(f"incoming/{upload.token}/0", ContentFile(left))
    uploads.append(upload, 0, b"abc")
    uploads.append(upload, 3, b"def")
    assert read(upload) == b"abcdef"


def test_a_file_that_is_not_whole_is_not_given_out():
    upload = begin()
    uploads.append(upload, 0, b"abc")
    with pytest.raises(uploads.WrongOffset), uploads.content(upload):
        pass


def test_pieces_that_are_gone_are_missed():
    upload = begin()
    uploads.append(upload, 0, b"abc")
    uploads.append(upload, 3, b"def")
    default_storage.delete(f"incoming/{upload.token}/3")
    with pytest.raises(FileNotFoundError), uploads.content(upload):
        pass


def test_a_file_longer_than_was_said_is_refused_and_gone():
    upload = begin()
    uploads.append(upload, 0, b"abc")
    with pytest.raises(uploads.UploadRefused):
        uploads.append(upload, 3, b"defg")
    assert pieces_of(upload) == []
    assert not Upload.objects.exists()


# --- limits -------------------------------------------------------------------


@pytest.mark.parametrize("size", [-1, 0, uploads.MAX_BYTES + 1])
def test_sizes_that_are_refused(size):
    with pytest.raises(uploads.UploadRefused):
        begin(size=size)
    assert not Upload.objects.exists()


def test_the_largest_size_begins():
    assert begin(size=uploads.MAX_BYTES).received == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Ảnh\\cầu.jpg", "cầu.jpg"),
        ("../../etc/passwd", "passwd"),
        ("ca\u0302\u0300u\u200b.jpg", "cầu.jpg"),
        ("a\x00b\n.jpg", "ab .jpg"),
        ("dài" * 100 + ".jpg", ("dài" * 100 + ".jpg")[-255:]),
        ("\ud800.jpg", ".jpg"),
        ("", ""),
    ],
)
def test_of_a_name_the_last_part_is_kept_as_one_line(given, kept):
    upload = begin(name=given)
    upload.refresh_from_db()
    assert upload.name == kept


def test_an_upload_is_its_owners_alone():
    upload = begin()
    assert uploads.find(upload.user, upload.token) == upload
    assert uploads.find(make_user(), upload.token) is None
    assert uploads.find(upload.user, "0" * 32) is None


def test_a_person_has_forty_at_most_and_the_longest_untouched_goes():
    user, other = make_user(), begin()
    first = begin(user)
    uploads.append(first, 0, b"abc")
    touched(first, timedelta(hours=2))
    for _ in range(uploads.MOST_OPEN):
        begin(user)
    assert Upload.objects.filter(user=user).count() == uploads.MOST_OPEN
    assert uploads.find(user, first.token) is None
    assert pieces_of(first) == []
    assert uploads.find(other.user, other.token) == other


def test_what_a_person_has_open_takes_500_mb_at_most(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_OPEN_BYTES", 10)
    user, other = make_user(), begin(size=10)
    first, second = begin(user, size=4), begin(user, size=4)
    touched(second, timedelta(hours=1))
    third = begin(user, size=5)
    assert set(Upload.objects.filter(user=user)) == {first, third}
    whole = begin(user, size=10)
    assert set(Upload.objects.all()) == {other, whole}


def disk_with(monkeypatch, free):
    monkeypatch.setattr(
        uploads.shutil, "disk_usage", lambda path: SimpleNamespace(free=free)
    )


def test_one_gigabyte_of_the_disk_stays_free(monkeypatch):
    disk_with(monkeypatch, uploads.SPARED + 10)
    with pytest.raises(uploads.UploadRefused, match=r"\.$"):
        begin(size=11)
    first = begin(size=6)
    with pytest.raises(uploads.UploadRefused):
        begin(size=5)  # the first one has yet to arrive
    uploads.append(first, 0, b"abc")
    assert begin(size=7)


def test_a_storage_that_is_no_disk_is_never_full(monkeypatch, settings):
    disk_with(monkeypatch, 0)
    bucket = {"BACKEND": "django.core.files.storage.Storage"}
    settings.STORAGES = settings.STORAGES | {"default": bucket}
    assert begin()


# --- gone ---------------------------------------------------------------------


def test_discarding_leaves_no_file_and_no_row(settings):
    upload = begin()
    uploads.append(upload, 0, b"abc")
    uploads.discard(upload)
    assert not Upload.objects.exists()
    assert not (settings.MEDIA_ROOT / "incoming" / upload.token).exists()


def test_what_nobody_touches_for_a_day_goes_when_somebody_begins():
    stale, fresh = begin(), begin()
    for upload in (stale, fresh):
        uploads.append(upload, 0, b"abc")
    touched(stale, uploads.STALE_AFTER + timedelta(minutes=1))
    touched(fresh, uploads.STALE_AFTER - timedelta(minutes=1))
    begin()
    assert pieces_of(stale) == []
    assert uploads.find(stale.user, stale.token) is None
    assert pieces_of(fresh) == ["0"]


def test_a_piece_that_comes_after_the_upload_was_discarded_leaves_nothing():
    upload = begin()
    late = uploads.find(upload.user, upload.token)
    uploads.discard(upload)
    with pytest.raises(Upload.DoesNotExist):
        uploads.append(late, 0, b"abc")
    assert pieces_of(late) == []
