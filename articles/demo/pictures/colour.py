"""Colours as (red, green, blue), and mixing them."""

from functools import lru_cache

Colour = tuple[int, int, int]
SHADE: Colour = (
    28,
    32,
    62,
)  # shadows lean to blue: grey ones make a flat picture muddy
WHITE: Colour = (255, 255, 255)


@lru_cache(maxsize=512)
def _from_hex(text: str) -> Colour:
    return tuple(bytes.fromhex(text.lstrip("#")))


def rgb(colour: str | Colour) -> Colour:
    """The colour of `#rrggbb`; a colour passes through."""
    return _from_hex(colour) if isinstance(colour, str) else colour


def mix(first: str | Colour, second: str | Colour, share: float) -> Colour:
    """`share` 0 is all of the first colour, 1 all of the second."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


def darker(colour: str | Colour, share: float = 0.18) -> Colour:
    return mix(colour, SHADE, share)


def lighter(colour: str | Colour, share: float = 0.18) -> Colour:
    return mix(colour, WHITE, share)
