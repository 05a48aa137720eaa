"""The smaller copies of a photo, made eagerly so that no reader waits for one."""

import io

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.photos import specs


def make(image: Image.Image, digest: str) -> None:
    """Store every rendition of the picture that is not there yet.

    Works from the largest width down, so that each step reduces the one before.
    """
    for width in reversed(specs.widths(image.width)):
        if width < image.width:
            height = max(1, round(image.height * width / image.width))
            image = image.resize(
                (width, height), Image.Resampling.LANCZOS, reducing_gap=2.0
            )
        for extension, (name, options) in specs.FORMATS.items():
            path = specs.path(digest, width, extension)
            if not default_storage.exists(path):
                buffer = io.BytesIO()
                image.save(buffer, name, **options)
                default_storage.save(path, ContentFile(buffer.getvalue()))
