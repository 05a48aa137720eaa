"""What is refused, and the sentence that says what to do."""

import io
import subprocess
import sys

import pytest
from PIL import Image

from articles.models import Photo
from articles.photos import decoding, frames, intake
from articles.photos.refusals import PhotoRefused
from tests.factories import picture_file
from tests.photos.files import encoded, names

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
POLYGLOT = b"GIF89a/*" + b"<script>alert(1)</script>" * 9
JPEG_SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"


def refusal(content: bytes) -> str:
    """The sentence; nothing may be left."""
    with pytest.raises(PhotoRefused) as refused:
        intake.take_in(io.BytesIO(content), actor=None)
    assert (Photo.objects.count(), names()) == (0, [])
    return str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(50),
        SVG,
        b"\xef\xbb\xbf <?xml version='1.0'?>" + SVG,
        POLYGLOT,
        b"%PDF-1.7\n" + bytes(99),
        b"<html>",
        b"PK\3\4" + bytes(99),
        b"\xff\xd8\xff\xe0" + b"x" * 99,
        b"\0\0\0\x18ftypmp42" + bytes(99),
        b"\0\0\0\x18ftypheic" + bytes(99),
        encoded(Image.new("RGB", (30, 30)), "TIFF"),
        encoded(Image.new("RGB", (30, 30)), "BMP"),
        encoded(Image.new("RGB", (30, 30)), "ICO"),
        encoded(Image.new("RGB", (30, 30)), "PPM"),
        encoded(Image.new("RGB", (30, 30)), "EPS"),
        encoded(Image.new("RGB", (30, 30)), "JPEG2000"),
    ],
    ids=[
        "empty", "zeros", "SVG", "SVG behind XML", "GIF and script", "PDF", "HTML", "zip",
        "JPEG header", "film", "HEIC header", "TIFF", "BMP", "ICO", "PPM", "EPS", "JPEG 2000",
    ],
)  # fmt: skip
def test_what_is_no_photo_is_refused_and_nothing_is_kept(content):
    assert refusal(content).endswith(".")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "This is a PDF, not a photo. Attach it as a document instead."),
        (
            b"PK\3\4 a document",
            "This is a document or an archive. Please send the photos in it one by one.",
        ),
        (
            b"II*\0 raw",
            "This is a TIFF or raw camera file. Please save it as JPEG, then send that.",
        ),
        (
            b"\0\0\0\x18ftypqt  ",
            "This is a video, not a photo. Attach it as a video instead.",
        ),
        (
            b"\xff\xd8\xff\xe0\0\0",
            "The photo is damaged or was cut short on its way. Please send it again.",
        ),
        (
            b"anything",
            "This is not a photo that can be read. Please send a JPEG, PNG or WebP file.",
        ),
    ],
    ids=["PDF", "document", "raw", "film", "damaged", "anything"],
)
def test_the_sentence_says_what_to_do(content, sentence, settings):
    from django.utils import translation  # noqa: PLC0415 — used once, here

    with translation.override("en"):
        assert refusal(content) == sentence


WITHOUT_CODEC = """
import sys
sys.modules["pillow_heif"] = None
import django
django.setup()
from django.utils import translation
from articles.photos import decoding, refusals
translation.activate("en")
try:
    decoding.decode(sys.stdin.buffer.read())
except refusals.PhotoRefused as refusal:
    print(refusal)
"""


def test_without_its_codec_a_heic_photo_is_refused_with_the_way_to_send_it():
    data = encoded(Image.new("RGB", (64, 64)), "HEIF")
    said = subprocess.run(
        [sys.executable, "-c", WITHOUT_CODEC],
        input=data,
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert "Settings › Camera › Formats › Most Compatible" in said


def bomb(size) -> bytes:
    """A PNG that claims so many pixels of one bit; it is small."""
    return encoded(Image.new("1", size), "PNG")


@pytest.mark.parametrize("size", [(30_000, 30_000), (12_000, 9_000), (8_000, 5_100)])
def test_too_many_pixels_are_refused_before_one_is_decoded(size, monkeypatch, recwarn):
    data = bomb(size)
    monkeypatch.setattr(Image.Image, "load", lambda image: pytest.fail("decoded"))
    assert "triệu" in refusal(data) or "million" in refusal(data)


def test_a_telephones_jpeg_may_have_more_pixels_than_what_is_held_twice():
    image = Image.new("RGB", (8_000, 5_100))
    data = encoded(image, "JPEG", quality=5)
    decoding._check_limits(decoding._open(data), data)
    with pytest.raises(PhotoRefused):
        decoding.decode(encoded(image.convert("CMYK"), "JPEG", quality=5))


@pytest.mark.parametrize("size", [(4, 16_001), (16_001, 4)])
def test_a_picture_that_is_too_long_is_refused(size):
    assert "16" in refusal(bomb(size))


def test_a_file_that_is_too_large_is_refused():
    assert "20 MB" in refusal(b"\xff" * (intake.MAX_BYTES + 1))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_film_is_refused_before_it_is_decoded(kind, monkeypatch):
    monkeypatch.setattr(frames, "MAX_FRAMES", 3)
    pictures = [Image.new("L", (8, 8), shade) for shade in (0, 80, 160, 240)]
    three = encoded(pictures[0], kind, save_all=True, append_images=pictures[1:3])
    four = encoded(pictures[0], kind, save_all=True, append_images=pictures[1:])
    assert decoding.decode(three).image.size == (8, 8)
    monkeypatch.setattr(Image.Image, "load", lambda image: pytest.fail("decoded"))
    refusal(four)


def test_a_jpeg_of_very_many_scans_is_refused():
    data = picture_file(progressive=True).read()
    refusal(data[:-2] + JPEG_SCAN * 101 + data[-2:])


def test_frames_of_a_broken_gif_are_counted_as_far_as_they_go():
    data = encoded(Image.new("P", (8, 8)), "GIF")
    assert [frames._gif_frames(data[:end]) for end in (15, len(data))] == [0, 1]
