"""The files of a photo: the cleaned original and the smaller copies that readers get.

Made eagerly, so that no reader waits for one.
"""

import io

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.photos import specs

ORIGINAL = ("JPEG", {"quality": 92})


def original_path(digest: str) -> str:
    """Where the cleaned original lies; outside of what readers may fetch."""
    return f"originals/{digest[:2]}/{digest}.jpg"


def make(image: Image.Image, digest: str) -> None:
    """Store the original and every rendition of the picture.

    Works from the largest width down, so that each step reduces the one before.
    """
    _store(original_path(digest), image, *ORIGINAL)
    for width in reversed(specs.widths(image.width)):
        if width < image.width:
            height = max(1, round(image.height * width / image.width))
            image = image.resize(
                (width, height), Image.Resampling.LANCZOS, reducing_gap=2.0
            )
        for extension, (name, options) in specs.FORMATS.items():
            _store(specs.path(digest, width, extension), image, name, options)


def _store(path: str, image: Image.Image, name: str, options: dict) -> None:
    """Write the picture under exactly this name; a file cut short is replaced."""
    buffer = io.BytesIO()
    image.save(buffer, name, **options)
    if default_storage.exists(path):
        if default_storage.size(path) == buffer.tell():
            return
        default_storage.delete(path)
    stored_as = default_storage.save(path, ContentFile(buffer.getvalue()))
    if stored_as != path:  # another process was quicker, with the same picture
        default_storage.delete(stored_as)
