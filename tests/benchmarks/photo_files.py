"""Photos as telephones make them: broad shapes, texture, the noise of a small sensor."""

import struct
from pathlib import Path

from PIL import Image

from tests.photos import icc

ORIENTATION = 0x0112
TURNED = 6  # held upright: the commonest of all
TILE = 1024  # pixels; the noise repeats, which no encoder notices


def write(path: Path, size: tuple[int, int], *, turned: bool, p3: bool = False) -> None:
    """A JPEG of some 0.4 bytes a pixel, as telephones write them."""
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED if turned else 1
    profile = {"icc_profile": icc.display_p3()} if p3 else {}
    _scene(size).save(path, "JPEG", quality=91, exif=exif, **profile)


def variant(data: bytes, number: int) -> bytes:
    """The same photo as another file: with a comment of its own."""
    comment = f"photo {number}".encode()
    return data[:2] + struct.pack(">HH", 0xFFFE, len(comment) + 2) + comment + data[2:]


def _scene(size: tuple[int, int]) -> Image.Image:
    width, height = size
    scene = Image.merge(
        "RGB",
        [Image.effect_noise((width // 160 + 1, height // 160 + 1), 90) for _ in "RGB"],
    ).resize(size, Image.Resampling.BICUBIC)
    tile = Image.merge("RGB", [Image.effect_noise((TILE, TILE), 36) for _ in "RGB"])
    texture = Image.effect_noise((TILE // 8, TILE // 8), 60).resize((TILE, TILE))
    tile = Image.blend(tile, texture.convert("RGB"), 0.3)
    for left in range(0, width, TILE):
        for top in range(0, height, TILE):
            box = (left, top, min(left + TILE, width), min(top + TILE, height))
            part = tile.crop((0, 0, box[2] - left, box[3] - top))
            scene.paste(Image.blend(scene.crop(box), part, 0.4), box)
    return scene
