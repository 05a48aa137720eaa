import io
import threading
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import Photo
from articles.photos import intake, renditions, specs
from tests.factories import make_photo, make_user, picture_file
from tests.photos.files import encoded, names, stored, taken_in

pytestmark = pytest.mark.django_db

GPS, EXIF_IFD, DATE_TIME_ORIGINAL = 0x8825, 0x8769, 0x9003


def said_beside(taken: str = "2026:05:17 06:30:00") -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(EXIF_IFD)[DATE_TIME_ORIGINAL] = taken
    exif[0x010F] = "Máy ảnh"
    return exif


def test_a_photo_is_kept_with_its_original_and_every_rendition():
    photo = taken_in(picture_file(size=(2000, 1000)).read())
    assert (photo.width, photo.height) == (2000, 1000)
    assert set(names()) == renditions.names(photo)
    assert len(names()) == 1 + 6 + 6 + 6 + 1
    assert stored(specs.path(photo.digest, 960, "webp")).size == (960, 480)


def test_a_small_photo_is_never_enlarged():
    taken_in(picture_file(size=(300, 200)).read())
    assert {stored(name).size for name in names()} == {
        (300, 200),  # the original, inline, and card: the ratio is the same
        (300, 169),
        (300, 158),
    }


def test_the_same_file_is_kept_once():
    first = intake.take_in(picture_file(), actor=None)
    before = names()
    assert intake.take_in(picture_file(), actor=make_user()) == first
    assert (Photo.objects.count(), names()) == (1, before)


def test_a_known_photo_whose_original_was_lost_gets_its_files_back():
    photo = make_photo()
    Photo.objects.update(focus_x=20, focus_y=30)
    default_storage.delete(photo.original.name)
    photo = make_photo()
    assert renditions.names(photo) <= set(names())
    assert photo.focus == (20, 30)


def test_place_and_camera_are_gone():
    taken_in(picture_file(exif=said_beside()).read(), keep_date=True)
    for name in names():
        assert dict(stored(name).getexif()) == {}
        with default_storage.open(name) as file:
            assert "Máy ảnh".encode() not in file.read()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026:05:17 06:30:00", date(2026, 5, 17)),
        ("1989:12:31 06:30:00", None),
        ("2126:05:17 06:30:00", None),
        ("0000:00:00 00:00:00", None),
        ("hôm qua", None),
    ],
)
def test_the_day_it_was_taken_is_kept_if_staff_wish_and_it_can_be(written, kept):
    data = picture_file(exif=said_beside(written)).read()
    assert taken_in(data, keep_date=True).taken_on == kept


def test_the_day_it_was_taken_is_not_kept_unless_staff_wish():
    assert taken_in(picture_file(exif=said_beside()).read()).taken_on is None


def test_broken_exif_does_not_cost_the_picture():
    data = picture_file(exif=said_beside()).read()
    broken = data.replace(b"Exif\x00\x00MM", b"Exif\x00\x00XX")
    assert taken_in(broken, keep_date=True).width == 640


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Lễ hội.JPG", "Lễ hội.JPG"),
        ("C:\\Users\\Lan\\ảnh  1.jpg", "ảnh 1.jpg"),
        ("../../etc/passwd", "passwd"),
        ("a" * 300 + ".jpeg", "a" * 250 + ".jpeg"),
        ("a" * 300, "a" * 255),
        ("b." + "a" * 300, "b." + "a" * 253),
        ("", ""),
    ],
)
def test_the_name_of_the_file_is_kept_without_its_folders(sent, kept):
    assert taken_in(picture_file().read(), name=sent).name == kept


def test_an_uploaded_file_brings_its_name():
    file = SimpleUploadedFile("Đồng lúa.jpg", picture_file().read())
    assert intake.take_in(file, actor=None).name == "Đồng lúa.jpg"


def test_all_that_was_found_out_is_kept():
    received = intake.receive(picture_file(size=(900, 600), kind="PNG"))
    user = make_user()
    photo = intake.keep(received, actor=user)
    assert photo.uploaded_by == user
    assert photo.placeholder == received.placeholder != ""
    assert intake.receive(picture_file(size=(900, 600), kind="PNG")) == received
    quarters = tuple(getattr(photo, f"likeness_{number}") for number in (1, 2, 3, 4))
    assert (quarters, photo.focus) == (received.likeness, received.focus)


def test_a_photo_received_before_likeness_was_known_can_be_kept():
    received = intake.receive(picture_file())
    received = intake.Received(received.digest, received.width, received.height)
    photo = intake.keep(received, actor=None)
    assert (photo.likeness_1, photo.focus) == (None, (50, 50))


def test_no_row_comes_to_name_a_photo_that_was_deleted_meanwhile():
    photo = intake.take_in(picture_file(), actor=None)
    received = intake.receive(picture_file())  # known: its files are not made again
    photo.delete()
    renditions.remove(photo)
    with pytest.raises(intake.PhotoRefused, match=r"\.$"):
        intake.keep(received, actor=None)
    assert not Photo.objects.exists()


def test_whoever_would_not_wait_is_told_that_another_photo_is_at_work():
    with intake.ONE_AT_A_TIME, pytest.raises(intake.Busy):
        intake.receive(picture_file(), wait=False)
    intake.receive(picture_file(), wait=False)


def test_whoever_waits_gets_the_turn():
    intake.ONE_AT_A_TIME.acquire()
    threading.Timer(0.1, intake.ONE_AT_A_TIME.release).start()
    assert intake.receive(picture_file()).width == 640


def test_a_refusal_lets_the_next_photo_in():
    with pytest.raises(intake.PhotoRefused):
        intake.receive(io.BytesIO(b"no photo"), wait=False)
    intake.receive(picture_file(), wait=False)


def test_an_error_in_the_middle_leaves_no_file(monkeypatch):
    save = default_storage.save

    def full(name, content):
        if "card" in name:
            raise OSError("No space left on device")
        return save(name, content)

    monkeypatch.setattr(default_storage, "save", full)
    with pytest.raises(OSError, match="No space"):
        intake.receive(picture_file())
    assert names() == []
    monkeypatch.undo()
    intake.receive(picture_file())
    assert len(names()) > 1


def test_a_file_that_was_cut_short_is_written_anew():
    photo = make_photo()
    path = specs.path(photo.digest, 480, "jpg")
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"broken"))
    Photo.objects.all().delete()
    photo = make_photo()
    assert stored(path).size == (480, 360)
    assert set(names()) == renditions.names(photo)


def test_comments_in_the_file_are_not_kept():
    taken_in(picture_file(comment=b"0912 345 678", xmp=b"<x>0912 345 678</x>").read())
    taken_in(encoded(Image.new("P", (20, 20)), "GIF", comment=b"0912 345 678"))
    for name in names():
        with default_storage.open(name) as file:
            assert b"0912" not in file.read()


def test_what_follows_the_picture_in_the_file_is_not_kept():
    taken_in(picture_file().getvalue() + b"PK\3\4<script>alert(1)</script>")
    for name in names():
        with default_storage.open(name) as file:
            content = file.read()
        assert b"<script>" not in content
        assert b"PK\3\4" not in content
