"""A chart of colours that looks the same from no other side, and how far it is off."""

from PIL import Image

from tests.photos import colour_difference, icc

PATCH = 40  # pixels
COLOURS = (
    ((170, 80, 70), (200, 150, 130), (95, 120, 155), (90, 108, 66), (130, 128, 176)),
    ((100, 188, 168), (214, 126, 44), (74, 92, 166), (194, 90, 98), (94, 60, 108)),
    ((156, 188, 62), (226, 162, 46), (56, 62, 148), (70, 148, 74), (176, 54, 60)),
    ((240, 240, 240), (200, 200, 200), (160, 160, 160), (90, 90, 90), (30, 30, 30)),
)  # fmt: skip


def chart(colours=COLOURS, mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (len(colours[0]) * PATCH, len(colours) * PATCH))
    for row, patches in enumerate(colours):
        for column, colour in enumerate(patches):
            left, top = column * PATCH, row * PATCH
            image.paste(colour, (left, top, left + PATCH, top + PATCH))
    return image


def mapped(function, colours=COLOURS):
    return tuple(tuple(function(colour) for colour in row) for row in colours)


def apart(image: Image.Image, expected=COLOURS) -> float:
    """The largest CIEDE2000 difference of any patch, measured in its middle."""
    scale = image.width / (len(expected[0]) * PATCH)
    inner = PATCH * scale / 4
    differences = []
    for row, patches in enumerate(expected):
        for column, colour in enumerate(patches):
            x, y = ((each + 0.5) * PATCH * scale for each in (column, row))
            box = tuple(round(v) for v in (x - inner, y - inner, x + inner, y + inner))
            mean = image.crop(box).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
            differences.append(
                colour_difference.between(
                    icc.srgb_as_lab(mean), icc.srgb_as_lab(colour)
                )
            )
    return max(differences)
