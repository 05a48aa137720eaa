"""Which sizes of a photo readers get. Widths in pixels; a photo is never enlarged.

WebP for browsers that know it, JPEG for the rest. AVIF was measured and isn't worth
its time: 16 % smaller at the largest size, nothing below, 2.5 times the work.
"""

WIDTHS = (480, 960, 1600)
FORMATS = {
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 82}),
}
FOLDER = "renditions"


def widths(original_width: int) -> list[int]:
    """The widths that a photo is offered in, smallest first.

    >>> widths(4000), widths(700), widths(300)
    ([480, 960, 1600], [480, 700], [300])
    """
    return sorted({min(width, original_width) for width in WIDTHS})


def path(digest: str, width: int, extension: str) -> str:
    """The rendition's name in the media storage; the same photo always has the same."""
    return f"{FOLDER}/{digest[:2]}/{digest[:32]}-w{width}.{extension}"
