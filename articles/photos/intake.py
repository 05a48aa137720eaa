"""The one door for photos: uploads, imports and the demo newsroom all come through it.

The content decides what a file is, never its name. Whatever is accepted is decoded,
turned upright, brought to sRGB and encoded anew, so nothing that was hidden in the
file (place, camera, a second file behind the picture) is kept.

Two steps: `receive` does the long work (decoding, encoding, writing files) before any
transaction is open; `keep` writes the row inside one.
"""

import contextlib
import hashlib
import io
import threading
import warnings
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from articles.models import Photo
from articles.photos import renditions

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 60_000_000
MAX_SIDE = 16_000  # pixels; WebP can hold no more than 16,383
FORMATS = ["JPEG", "PNG", "WEBP", "GIF"]
SRGB = ImageCms.createProfile("sRGB")

# A large photo takes hundreds of megabytes while it is open: one at a time a process.
ONE_AT_A_TIME = threading.Lock()


class PhotoRefused(ValueError):
    """The file cannot be taken in; the message says what to do about it."""


@dataclass(frozen=True)
class Received:
    """A photo whose files are stored; nothing in the database names it yet."""

    digest: str  # SHA-256 of the file as it came, hexadecimal
    width: int
    height: int


def receive(file: IO[bytes]) -> Received:
    """Decode, clean and store a photo file: the cleaned original and its renditions.

    Names follow from the content, so files that no row comes to name do no harm. Takes
    a second or two of processor time for a large photo. Raises PhotoRefused with a
    sentence for whoever chose the file; then nothing is stored.
    """
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise PhotoRefused(_("The file is empty."))
    if len(data) > MAX_BYTES:
        raise PhotoRefused(
            _("The photo is larger than 20 MB. Please send a smaller copy.")
        )
    digest = hashlib.sha256(data).hexdigest()
    if known := Photo.objects.filter(digest=digest).first():
        return Received(digest, known.width, known.height)
    with ONE_AT_A_TIME:
        image = _decode(data)
        renditions.make(image, digest)
    return Received(digest, image.width, image.height)


def keep(received: Received, *, actor) -> Photo:
    """The row of a photo whose files are stored; a photo kept already is returned."""
    photo, _created = Photo.objects.get_or_create(
        digest=received.digest,
        defaults={
            "original": renditions.original_path(received.digest),
            "width": received.width,
            "height": received.height,
            "uploaded_by": actor,
        },
    )
    return photo


def take_in(file: IO[bytes], *, actor) -> Photo:
    """Receive and keep in one step, where no transaction is waiting."""
    return keep(receive(file), actor=actor)


def _decode(data: bytes) -> Image.Image:
    image = _open(data)
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise PhotoRefused(
            _("The photo has more than 60 million pixels. Please send a smaller copy.")
        )
    if max(width, height) > MAX_SIDE:
        raise PhotoRefused(
            _("The photo is longer than 16,000 pixels. Please cut it, then send it.")
        )
    try:
        image.load()
    except (
        Exception
    ) as error:  # Pillow's decoders raise whatever broken data makes them
        raise _unreadable() from error
    return _plain(_to_srgb(_upright(image)))


def _open(data: bytes) -> Image.Image:
    """The picture with its size known and nothing decoded yet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=FORMATS)
    except Exception as error:
        raise _unreadable() from error


def _unreadable() -> PhotoRefused:
    return PhotoRefused(
        _("This is not a photo that can be read. Please send a JPEG, PNG or WebP file.")
    )


def _upright(image: Image.Image) -> Image.Image:
    with contextlib.suppress(Exception):  # broken EXIF says nothing about the picture
        ImageOps.exif_transpose(image, in_place=True)
    return image


def _to_srgb(image: Image.Image) -> Image.Image:
    """Apply the picture's own colour profile, so that dropping it changes no colour."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile says nothing about the colours
    return image


def _plain(image: Image.Image) -> Image.Image:
    """RGB without transparency: on paper and on a dark page the ground is white.

    What the file said beside the picture goes: encoders would write comments, XMP and
    profiles of `info` into every copy.
    """
    if image.mode.startswith("I"):  # 16 bits a pixel: the upper eight are the picture
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        image = Image.alpha_composite(ground, layered)
    if image.mode != "RGB":
        image = image.convert("RGB")
    image.info = {}
    return image
