import io
import struct

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms

from articles.models import Photo
from articles.photos import intake, specs
from tests.factories import make_photo, picture_file

pytestmark = pytest.mark.django_db

ORIENTATION = 0x0112
GPS = 0x8825


def files():
    """Names of all stored files."""

    def below(folder):
        folders, names = default_storage.listdir(folder)
        yield from (f"{folder}/{name}" for name in names)
        for each in folders:
            yield from below(f"{folder}/{each}")

    if not default_storage.exists("."):
        return []
    return sorted(name.removeprefix("./") for name in below("."))


def stored(name):
    with default_storage.open(name) as file:
        image = Image.open(file)
        image.load()
    return image


def decoded(file):
    """The original as it is kept, read back."""
    return stored(intake.take_in(file, actor=None).original.name)


def test_a_photo_is_kept_with_its_renditions():
    photo = intake.take_in(picture_file(size=(2000, 1000)), actor=None)
    renditions = [
        specs.path(photo.digest, width, extension)
        for width in (480, 960, 1600)
        for extension in ("jpg", "webp")
    ]
    assert (photo.width, photo.height) == (2000, 1000)
    assert files() == sorted([photo.original.name, *renditions])
    assert stored(specs.path(photo.digest, 960, "webp")).size == (960, 480)


def test_a_small_photo_is_never_enlarged():
    photo = intake.take_in(picture_file(size=(300, 200)), actor=None)
    assert [stored(name).size for name in files()] == [(300, 200)] * 3
    assert photo.width == 300


def test_the_same_file_is_kept_once():
    first = intake.take_in(picture_file(), actor=None)
    before = files()
    assert intake.take_in(picture_file(), actor=None) == first
    assert (Photo.objects.count(), files()) == (1, before)


def test_place_and_camera_are_gone_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the camera was turned
    exif.get_ifd(GPS)[1] = "N"
    exif[0x010F] = "Máy ảnh"
    photo = intake.take_in(picture_file(size=(640, 480), exif=exif), actor=None)
    assert (photo.width, photo.height) == (480, 640)
    for name in files():
        image = stored(name)
        assert (dict(image.getexif()), image.height > image.width) == ({}, True)


@pytest.mark.parametrize(
    ("mode", "colour", "kind", "expected"),
    [
        ("RGBA", (255, 0, 0, 0), "PNG", (255, 255, 255)),
        ("LA", (0, 0), "PNG", (255, 255, 255)),
        ("L", 128, "JPEG", (128, 128, 128)),
        ("CMYK", (0, 255, 255, 0), "JPEG", (254, 0, 0)),
        ("P", 0, "GIF", (0, 0, 0)),
    ],
)
def test_every_mode_becomes_plain_rgb_on_white(mode, colour, kind, expected):
    buffer = io.BytesIO()
    Image.new(mode, (40, 30), colour).save(buffer, kind)
    buffer.seek(0)
    image = decoded(buffer)
    assert image.mode == "RGB"
    assert (
        max(abs(a - b) for a, b in zip(image.getpixel((20, 15)), expected, strict=True))
        <= 2
    )


@pytest.mark.parametrize(
    "profile",
    [ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"no profile"],
    ids=["sRGB", "broken"],
)
def test_a_profile_that_says_nothing_new_changes_no_colour_and_goes(profile):
    image = decoded(picture_file(colour=(10, 200, 30), icc_profile=profile))
    plain = decoded(picture_file(colour=(10, 200, 30)))
    difference = zip(image.getpixel((5, 5)), plain.getpixel((5, 5)), strict=True)
    assert max(abs(a - b) for a, b in difference) <= 1
    assert image.info.get("icc_profile") is None


TRUNCATED = picture_file(size=(900, 900)).getvalue()[:2000]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
POLYGLOT = b"GIF89a/*" + b"<script>alert(1)</script>" * 9


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 50,
        TRUNCATED,
        SVG,
        POLYGLOT,
        b"%PDF-1.7",
        b"<html>",
        b"\xff\xd8\xff\xe0" + b"x" * 99,
    ],
    ids=[
        "empty",
        "zeros",
        "truncated",
        "svg",
        "polyglot",
        "pdf",
        "html",
        "jpeg header",
    ],
)
def test_what_is_no_photo_is_refused_and_nothing_is_kept(content):
    with pytest.raises(intake.PhotoRefused) as refusal:
        intake.take_in(io.BytesIO(content), actor=None)
    assert str(refusal.value).endswith(".")
    assert (Photo.objects.count(), files()) == (0, [])


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "PPM"])
def test_other_picture_formats_are_refused(kind):
    with pytest.raises(intake.PhotoRefused):
        intake.receive(picture_file(kind=kind, size=(32, 32)))


def test_a_picture_bomb_is_refused_before_it_is_decoded():
    """A PNG that claims 30,000 × 30,000 pixels; its data would not even be read."""
    buffer = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(buffer, "PNG")
    buffer.seek(0)
    with pytest.raises(intake.PhotoRefused):
        intake.receive(buffer)


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(intake.PhotoRefused, match="20 MB"):
        intake.receive(io.BytesIO(b"\xff" * (intake.MAX_BYTES + 1)))


def test_comments_in_the_file_are_not_kept():
    intake.take_in(
        picture_file(comment=b"0912 345 678", xmp=b"<x>0912 345 678</x>"), actor=None
    )
    for name in files():
        with default_storage.open(name) as file:
            assert b"0912" not in file.read()


@pytest.mark.parametrize("size", [(40, 16_001), (16_001, 40)])
def test_a_picture_that_is_too_long_is_refused(size):
    with pytest.raises(intake.PhotoRefused, match=r"16.000"):
        intake.receive(picture_file(size=size, kind="PNG"))
    assert files() == []


def test_broken_exif_does_not_cost_the_picture():
    data = bytearray(picture_file(exif=Image.Exif()).getvalue())
    broken = data.replace(b"Exif\x00\x00MM", b"Exif\x00\x00XX")
    assert intake.take_in(io.BytesIO(bytes(broken)), actor=None).width == 640


def test_sixteen_bits_of_grey_keep_their_shades():
    rows = ([20_000] * 20 + [60_000] * 20) * 10
    image = Image.frombytes("I;16", (40, 10), struct.pack("<400H", *rows))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    buffer.seek(0)
    kept = decoded(buffer)
    shades = [kept.getpixel((x, 5))[0] for x in (5, 35)]
    assert [abs(a - b) <= 2 for a, b in zip(shades, (78, 234), strict=True)] == [
        True
    ] * 2


def test_a_file_that_was_cut_short_is_written_anew():
    photo = make_photo()
    path = specs.path(photo.digest, 480, "jpg")
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"broken"))
    Photo.objects.all().delete()
    make_photo()
    assert stored(path).size == (480, 360)
    assert len(files()) == 5


def test_what_follows_the_picture_in_the_file_is_not_kept():
    data = picture_file().getvalue() + b"<script>alert(1)</script>"
    intake.take_in(io.BytesIO(data), actor=None)
    for name in files():
        with default_storage.open(name) as file:
            assert b"<script>" not in file.read()
