"""What is accepted as a photo, within which limits, and how it becomes plain RGB.

The content decides what a file is, never its name. All limits are looked at before a
single pixel is decoded.
"""

import contextlib
import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from PIL import Image

from articles.photos import colour, frames, orientation, refusals

try:
    import pillow_heif
except ImportError:  # the optional extra `heic`: its codec has another licence
    pillow_heif = None

MAX_PIXELS = 60_000_000
# Where decoding holds a second copy: palettes, transparency, CMYK, WebP, AVIF.
MAX_PIXELS_TWICE = 40_000_000
MAX_SIDE = 16_000  # pixels; WebP can hold no more than 16,383
FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "AVIF"]
if pillow_heif:
    pillow_heif.register_heif_opener(thumbnails=False)
    FORMATS = [*FORMATS, "HEIF"]

EXIF_IFD, DATE_TIME_ORIGINAL = 0x8769, 0x9003
EARLIEST = date(1990, 1, 1)  # cameras that write EXIF came later


@dataclass(frozen=True)
class Picture:
    """A decoded photo: plain RGB, upright; and the day it says it was taken."""

    image: Image.Image
    taken_on: date | None


def decode(data: bytes) -> Picture:
    """The file's first picture, upright and in sRGB.

    Raises PhotoRefused with a sentence for whoever chose the file.
    """
    image = _open(data)
    _check_limits(image, data)
    try:
        # Decoders raise whatever broken data makes them, MemoryError included.
        image.load()
        turned, taken_on = _said_beside(image)
        image = colour.plain(image)
    except Exception as error:
        raise refusals.damaged() from error
    return Picture(orientation.turn(image, turned), taken_on)


def _open(data: bytes) -> Image.Image:
    """The picture with its size known and nothing decoded yet."""
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise refusals.too_many_pixels(MAX_PIXELS // 1_000_000) from error
    except Exception as error:
        raise refusals.unreadable(data, knows_heif=bool(pillow_heif)) from error


def _check_limits(image: Image.Image, data: bytes) -> None:
    width, height = image.size
    once = image.format in ("JPEG", "MPO", "HEIF") and image.mode in ("RGB", "L")
    most = MAX_PIXELS if once else MAX_PIXELS_TWICE
    if width * height > most:
        raise refusals.too_many_pixels(most // 1_000_000)
    if max(width, height) > MAX_SIDE:
        raise refusals.too_long()
    if frames.too_many(image, data):
        raise refusals.too_many_frames()


def _said_beside(image: Image.Image) -> tuple[int, date | None]:
    """How the camera was held, and when. Broken EXIF says nothing about the picture."""
    with contextlib.suppress(Exception):
        exif = image.getexif()
        turned = exif.get(orientation.ORIENTATION, 1)
        return turned, _date(exif.get_ifd(EXIF_IFD).get(DATE_TIME_ORIGINAL))
    return 1, None


def _date(written) -> date | None:
    """The day in "2026:05:17 08:30:00"; None if no camera can have meant it."""
    with contextlib.suppress(TypeError, ValueError):
        day = datetime.strptime(str(written)[:10], "%Y:%m:%d").date()  # noqa: DTZ007 — a camera's clock has no zone
        if EARLIEST <= day <= timezone.localdate() + timedelta(days=1):
            return day
    return None
