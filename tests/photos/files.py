"""Photo files of every kind, and what the media storage holds."""

import io
import struct
import zlib

from django.core.files.storage import default_storage
from PIL import Image

from articles.photos import intake


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def png16(size, pixels, *, colour_type: int) -> bytes:
    """A PNG with 16 bits a channel, which Pillow cannot write; `pixels` row by row.

    Colour type 0: grey, 2: RGB, 4: grey with alpha, 6: RGB with alpha.
    """

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    width, height = size
    rows = (pixels[start : start + width] for start in range(0, len(pixels), width))
    raw = b"".join(
        b"\0" + b"".join(struct.pack(f">{len(pixel)}H", *pixel) for pixel in row)
        for row in rows
    )
    header = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(raw))
        + chunk(b"IEND", b"")
    )


def names() -> list[str]:
    """Of all stored files."""

    def below(folder):
        folders, files = default_storage.listdir(folder)
        yield from (f"{folder}/{name}" for name in files)
        for each in folders:
            yield from below(f"{folder}/{each}")

    if not default_storage.exists("."):
        return []
    return sorted(name.removeprefix("./") for name in below("."))


def stored(name: str) -> Image.Image:
    with default_storage.open(name) as file:
        image = Image.open(file)
        image.load()
    return image


def taken_in(data: bytes, **options):
    return intake.take_in(io.BytesIO(data), actor=None, **options)
