"""The blurred few bytes that stand in a photo's room until the photo is there."""

import base64
import io

from PIL import Image

SIDE = 16  # pixels of the longer side
MEDIA_TYPE = "image/webp"


def encode(image: Image.Image) -> str:
    """A WebP of some 100 bytes, as base64; a small copy of the photo is enough."""
    small = image.copy()
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    buffer = io.BytesIO()
    small.save(buffer, "WEBP", quality=30)
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def address(encoded: str) -> str:
    """As the address of an image, which needs no request."""
    return f"data:{MEDIA_TYPE};base64,{encoded}"
