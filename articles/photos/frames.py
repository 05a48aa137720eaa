"""How many pictures a file holds, counted before one is decoded.

Only the first is ever decoded. A file of thousands is a film or an attack: some formats
have to be walked through as a whole, and a progressive JPEG costs as much again for
every scan it names.
"""

from PIL import Image

MAX_FRAMES = 1_000
MAX_SCANS = 100  # a progressive JPEG has about ten, a preview beside it ten more
START_OF_SCAN = b"\xff\xda"  # never within a scan's own data


def too_many(image: Image.Image, data: bytes) -> bool:
    """Whether the opened file asks for more than a photo may."""
    if image.format in ("JPEG", "MPO"):
        return data.count(START_OF_SCAN) > MAX_SCANS
    if image.format == "GIF":
        return _gif_frames(data) > MAX_FRAMES
    return getattr(image, "n_frames", 1) > MAX_FRAMES


def _gif_frames(data: bytes) -> int:
    """The pictures in a GIF, counted up to one more than allowed; broken data ends it.

    Pillow would decode them all to tell.
    """
    position = 13 + _palette_bytes(data[10])
    frames = 0
    try:
        while frames <= MAX_FRAMES and data[position] != 0x3B:  # ";" ends the file
            if data[position] == 0x2C:  # "," begins a picture
                frames += 1
                position += 11 + _palette_bytes(data[position + 9])
            else:
                position += 2
            position = _behind_blocks(data, position)
    except IndexError:
        pass
    return frames


def _palette_bytes(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _behind_blocks(data: bytes, position: int) -> int:
    while length := data[position]:
        position += 1 + length
    return position + 1
