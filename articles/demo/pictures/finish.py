"""From the oversized paper to the picture: reduced, toned, with a little grain."""

from random import Random

from PIL import Image, ImageChops, ImageOps

from articles.demo.pictures.canvas import OVERSAMPLING, Canvas

GRAIN = 5  # steps of 256, to either side


def finish(canvas: Canvas, *, mirrored: bool) -> Image.Image:
    picture = canvas.image.reduce(OVERSAMPLING)
    if mirrored:
        picture = ImageOps.mirror(picture)
    return _grain(_vignette(picture), canvas.dice)


def _vignette(picture: Image.Image) -> Image.Image:
    """The corners a little darker, so that the eye stays in the picture."""
    mask = Image.radial_gradient("L").point(lambda far: max(0, far - 120) * 0.34)
    picture.paste(
        (30, 26, 52), (0, 0), mask.resize(picture.size, Image.Resampling.BILINEAR)
    )
    return picture


def _grain(picture: Image.Image, dice: Random) -> Image.Image:
    """Noise from the picture's own dice: Pillow's generator would differ on every run."""
    small = (picture.width * 2 // 3 + 1, picture.height * 2 // 3 + 1)
    noise = Image.frombytes("L", small, dice.randbytes(small[0] * small[1]))
    noise = noise.point(lambda value: 128 + (value - 128) * GRAIN / 128)
    noise = noise.resize(picture.size, Image.Resampling.BICUBIC)
    return ImageChops.add(picture, Image.merge("RGB", (noise,) * 3), offset=-128)
