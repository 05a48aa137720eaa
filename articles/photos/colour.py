"""Every depth, transparency and colour profile brought to plain sRGB.

Transparency goes first, onto white, whatever the page behind it: a drawing with black
lines would vanish on a dark page. White stays white under every profile.
"""

import contextlib
import io

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")
# The pictures that a profile of a colour space can be applied to.
MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}


def plain(image: Image.Image) -> Image.Image:
    """RGB as screens show it, with nothing beside the picture.

    The given picture is of no use afterwards: large ones are changed in place. What the
    file said beside the picture goes too, because encoders would write comments, XMP
    and profiles of `info` into every copy.
    """
    profile = image.info.get("icc_profile")
    image = _on_white(_eight_bits(image))
    if profile:
        image = _to_srgb(image, profile)
    if image.mode != "RGB":
        image = image.convert("RGB")
    image.info = {}
    return image


def _eight_bits(image: Image.Image) -> Image.Image:
    """Of 16 bits of grey, the upper eight. Pillow's own conversion cuts the light off."""
    if image.mode != "I;16":
        return image
    return Image.frombytes("L", image.size, image.tobytes()[1::2])


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image
    layered = image if image.mode == "RGBA" else image.convert("RGBA")
    ground = Image.new("RGB", layered.size, "white")
    ground.paste(layered, mask=layered)
    return ground


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Apply the picture's own profile, so that dropping it changes no colour.

    A broken profile, or one for another kind of picture, says nothing about the colours.
    """
    with contextlib.suppress(ImageCms.PyCMSError, OSError):
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = MODES.get(source.profile.xcolor_space)
        if mode == "RGB" and image.mode in ("1", "L", "P"):
            image = image.convert("RGB")
        if mode != image.mode:
            return image
        in_place = mode == "RGB"
        changed = ImageCms.profileToProfile(
            image, source, SRGB, outputMode="RGB", inPlace=in_place
        )
        return image if in_place else changed
    return image
