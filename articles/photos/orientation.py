"""Turning a photo upright, as its EXIF says, without holding a large one twice."""

import tempfile

from PIL import Image

ORIENTATION = 0x0112  # EXIF: how the camera was held
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# A picture takes four bytes a pixel, and so does its turned copy.
MOST_IN_MEMORY = 24_000_000  # pixels
ROWS = 256  # of the upright picture, in one strip
# Where the first row of the upright picture comes from: the right or the lower end.
FROM_THE_END = (3, 4, 7, 8)


def turn(image: Image.Image, orientation: int) -> Image.Image:
    """The picture upright; the given one is of no use afterwards."""
    method = TURNS.get(orientation)
    if method is None:
        return image
    if image.width * image.height <= MOST_IN_MEMORY or image.mode != "RGB":
        return image.transpose(method)
    return _by_strips(image, orientation)


def _by_strips(image: Image.Image, orientation: int) -> Image.Image:
    """Turn by way of a temporary file, strip by strip: 48 megapixels twice would be
    nearly 400 MB.
    """
    size = image.size if orientation < 5 else image.size[::-1]
    with tempfile.TemporaryFile() as file:
        for box in _boxes(image.size, orientation):
            file.write(image.crop(box).transpose(TURNS[orientation]).tobytes())
        image.close()  # gives its memory back
        file.seek(0)
        upright = Image.new("RGB", size)
        for top in range(0, size[1], ROWS):
            strip = (size[0], min(ROWS, size[1] - top))
            rows = file.read(strip[0] * strip[1] * 3)
            upright.paste(Image.frombytes("RGB", strip, rows), (0, top))
    return upright


def _boxes(size: tuple[int, int], orientation: int):
    """The parts of the picture as it lies that become the strips, from the top down."""
    width, height = size
    length = height if orientation < 5 else width
    for start in range(0, length, ROWS):
        end = min(start + ROWS, length)
        if orientation in FROM_THE_END:
            start, end = length - end, length - start
        yield (0, start, width, end) if orientation < 5 else (start, 0, end, height)
