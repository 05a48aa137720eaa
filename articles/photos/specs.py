"""Which sizes of a photo readers get, and under which names they lie.

WebP for browsers that know it, JPEG for the rest. AVIF was measured and isn't worth
its time: 16 % smaller at the largest size, nothing below, 2.5 times the work. Of WebP's
methods the second was measured to give as much for its bytes as the fourth, in less than
half the time.

A name says all that made the file: digest, size and, for crops, the focus. So what a
name stands for never changes, and readers may keep it for a year.
"""

import re
from dataclasses import dataclass

from articles.photos import crop

FOLDER = "renditions"
FORMATS = {
    "webp": ("WEBP", {"quality": 76, "method": 2}),
    "jpg": ("JPEG", {"quality": 82}),
}
CENTRE = (50, 50)


@dataclass(frozen=True)
class Spec:
    """One use of photos on the pages. Widths in pixels, smallest first."""

    name: str
    widths: tuple[int, ...]
    ratio: tuple[int, int] | None = None  # width to height; None: the photo's own
    formats: tuple[str, ...] = ("webp", "jpg")


SPECS = {
    spec.name: spec
    for spec in (
        Spec("inline", (480, 960, 1600)),
        # 1200: a telephone of 390 px with three pixels to each of them.
        Spec("hero", (640, 1200, 1600), (16, 9)),
        Spec("card", (320, 640, 960), (3, 2)),
        # What messengers and networks show with a link; some know JPEG alone.
        Spec("share", (1200,), (1200, 630), ("jpg",)),
    )
}

# What the URLconf lets through; `parse` decides whether it means anything.
NAME = (
    r"[0-9a-f]{2}/[0-9a-f]{32}(?:-[a-z]{1,10}-[0-9]{1,3}x[0-9]{1,3})?"
    r"-w[1-9][0-9]{0,4}\.(?:jpg|webp)"
)
_PATH = re.compile(
    FOLDER + r"/(?P<folder>[0-9a-f]{2})/(?P<stem>[0-9a-f]{32})"
    r"(?:-(?P<spec>[a-z]+)-(?P<x>[0-9]{1,3})x(?P<y>[0-9]{1,3}))?"
    r"-w(?P<width>[1-9][0-9]{0,4})\.(?P<extension>jpg|webp)"
)


@dataclass(frozen=True)
class Rendition:
    """One smaller copy, as its name says it; `stem` begins the photo's digest."""

    stem: str
    spec: str
    focus: tuple[int, int]
    width: int
    extension: str

    @property
    def path(self) -> str:
        return path(self.stem, self.width, self.extension, self.spec, self.focus)


def widths(original_width: int, spec: str = "inline") -> list[int]:
    """The widths that a picture is offered in, smallest first; never enlarged.

    >>> widths(4000), widths(700), widths(300)
    ([480, 960, 1600], [480, 700], [300])
    """
    return sorted({min(width, original_width) for width in SPECS[spec].widths})


def sizes(spec: str, width: int, height: int) -> list[tuple[int, int]]:
    """Width and height of each size that a photo of these pixels is offered in.

    >>> sizes("card", 4000, 3000), sizes("share", 800, 800)
    ([(320, 213), (640, 427), (960, 640)], [(800, 420)])
    """
    if ratio := SPECS[spec].ratio:
        width, height = crop.largest(width, height, ratio)
    return [
        (each, max(1, round(height * each / width))) for each in widths(width, spec)
    ]


def path(
    digest: str,
    width: int,
    extension: str,
    spec: str = "inline",
    focus: tuple[int, int] = CENTRE,
) -> str:
    """The rendition's name in the media storage. Uncropped ones don't name the focus."""
    part = f"-{spec}-{focus[0]}x{focus[1]}" if SPECS[spec].ratio else ""
    return f"{FOLDER}/{digest[:2]}/{digest[:32]}{part}-w{width}.{extension}"


def parse(name: str) -> Rendition | None:
    """What a name in the media storage stands for; None if `path` never wrote it so."""
    found = _PATH.fullmatch(name)
    if not found or found["spec"] not in (None, *SPECS):
        return None
    focus = (int(found["x"]), int(found["y"])) if found["spec"] else CENTRE
    rendition = Rendition(
        found["stem"],
        found["spec"] or "inline",
        focus,
        int(found["width"]),
        found["extension"],
    )
    return rendition if rendition.path == name else None


def renditions(
    digest: str, width: int, height: int, focus: tuple[int, int]
) -> list[Rendition]:
    """Every rendition that a photo should have with this focus."""
    return [
        Rendition(digest[:32], spec.name, focus, each, extension)
        for spec in SPECS.values()
        for each, _height in sizes(spec.name, width, height)
        for extension in spec.formats
    ]
