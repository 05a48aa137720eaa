"""Broken files by the hundred: no crash, no file, no row."""

import random

import pytest
from PIL import Image

from articles.models import Photo
from articles.photos.refusals import PhotoRefused
from tests.photos.files import encoded, names, taken_in

pytestmark = pytest.mark.django_db

KINDS = ["JPEG", "progressive", "PNG", "WEBP", "lossless", "GIF", "AVIF", "HEIF"]
HEADER = 24  # bytes: what a file is told by


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 — the same bytes in every run


def whole(kind: str) -> bytes:
    """A small picture of fine detail, so that its data fills the file."""
    source = seeded(7)
    image = Image.frombytes("RGB", (48, 32), source.randbytes(48 * 32 * 3))
    if kind == "progressive":
        return encoded(image, "JPEG", progressive=True)
    if kind == "lossless":
        return encoded(image, "WEBP", lossless=True)
    if kind == "GIF":
        image = image.quantize(64)
    return encoded(image, kind)


def is_refused(data: bytes) -> bool:
    """Whether there is a sentence; anything but a refusal fails the test."""
    try:
        taken_in(data)
    except PhotoRefused as refusal:
        return str(refusal).endswith(".")
    return False


def assert_nothing_is_left():
    assert (Photo.objects.count(), names()) == (0, [])


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_cut_short_is_refused_wherever_it_was_cut(kind):
    data = whole(kind)
    cut = [data[: len(data) * percent // 100] for percent in range(100)]
    assert [is_refused(part) for part in cut] == [True] * 100
    assert_nothing_is_left()


@pytest.mark.parametrize("kind", KINDS)
def test_the_header_of_one_format_on_the_data_of_another_is_refused(kind):
    others = [other for other in KINDS if family(other) != family(kind)]
    mixed = [whole(kind)[:HEADER] + whole(other)[HEADER:] for other in others]
    assert [is_refused(data) for data in mixed] == [True] * len(others)
    assert_nothing_is_left()


def family(kind: str) -> str:
    return {"progressive": "JPEG", "lossless": "WEBP"}.get(kind, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_random_bytes_behind_a_true_header_are_refused(kind):
    source = seeded(11)
    header = whole(kind)[:HEADER]
    assert [is_refused(header + source.randbytes(900)) for _ in range(50)] == [
        True
    ] * 50
    assert_nothing_is_left()


def test_random_bytes_are_refused():
    source = seeded(13)
    sizes = [source.randrange(1, 3000) for _ in range(100)]
    assert [is_refused(source.randbytes(size)) for size in sizes] == [True] * 100
    assert_nothing_is_left()


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_bytes_never_crash_and_leave_either_all_or_nothing(kind):
    """Some decoders show a spoilt picture; then it is kept as any other."""
    source, data = seeded(17), whole(kind)
    for _ in range(25):
        damaged = bytearray(data)
        for _ in range(12):
            damaged[source.randrange(len(damaged))] = source.randrange(256)
        is_refused(bytes(damaged))
    originals = {name for name in names() if name.startswith("originals/")}
    assert originals == set(Photo.objects.values_list("original", flat=True))
