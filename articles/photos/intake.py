"""The one door for photos: uploads, imports and the demo newsroom all come through it.

The content decides what a file is, never its name. Whatever is accepted is decoded,
turned upright, brought to sRGB and encoded anew, so nothing that was hidden in the
file (place, camera, a second file behind the picture) is kept.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from articles.models import Photo
from articles.photos import renditions

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 60_000_000
FORMATS = ["JPEG", "PNG", "WEBP", "GIF"]
SRGB = ImageCms.createProfile("sRGB")


class PhotoRefused(ValueError):
    """The file cannot be taken in; the message says what to do about it."""


@dataclass(frozen=True)
class Prepared:
    """A decoded, upright sRGB picture and the digest of the file it came from."""

    image: Image.Image
    digest: str


def prepare(file: IO[bytes]) -> Prepared:
    """Decode and clean a photo file without keeping anything.

    Raises PhotoRefused with a sentence for whoever chose the file.
    """
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise PhotoRefused(_("The file is empty."))
    if len(data) > MAX_BYTES:
        raise PhotoRefused(
            _("The photo is larger than 20 MB. Please send a smaller copy.")
        )
    return Prepared(_decode(data), hashlib.sha256(data).hexdigest())


def keep(prepared: Prepared, *, actor) -> Photo:
    """Store the picture and its renditions; a photo that is kept already is returned."""
    if photo := Photo.objects.filter(digest=prepared.digest).first():
        return photo
    renditions.make(prepared.image, prepared.digest)
    name = _keep_original(prepared)
    photo, _created = Photo.objects.get_or_create(
        digest=prepared.digest, defaults={"original": name, "uploaded_by": actor}
    )
    return photo


def take_in(file: IO[bytes], *, actor) -> Photo:
    """Prepare and keep in one step."""
    return keep(prepare(file), actor=actor)


def _decode(data: bytes) -> Image.Image:
    unreadable = _(
        "This is not a photo that can be read. Please send a JPEG, PNG or WebP file."
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise PhotoRefused(
                    _(
                        "The photo has more than 60 million pixels. Please send a smaller copy."
                    )
                )
            image.load()
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        if isinstance(error, PhotoRefused):
            raise
        raise PhotoRefused(unreadable) from error
    return _flatten(_to_srgb(ImageOps.exif_transpose(image)))


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


def _flatten(image: Image.Image) -> Image.Image:
    """RGB without transparency: on paper and on a dark page the ground is white.

    What the file said beside the picture goes: encoders would write comments, XMP and
    profiles of `info` into every copy.
    """
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        image = Image.alpha_composite(ground, layered)
    image = image.convert("RGB")
    image.info = {}
    return image


def _keep_original(prepared: Prepared) -> str:
    buffer = io.BytesIO()
    prepared.image.save(buffer, "JPEG", quality=92, optimize=False)
    name = f"originals/{prepared.digest[:2]}/{prepared.digest}.jpg"
    if default_storage.exists(name):
        return name
    return default_storage.save(name, ContentFile(buffer.getvalue()))
