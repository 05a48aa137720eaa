"""A fingerprint that survives resizing and new compression, and who shares it.

A difference hash: on a grey copy of 9 × 8 pixels, whether each pixel is lighter than
the one to its right makes 64 bits. The same picture sent through a messenger differs in
a few of them, another picture in about half.

The bits are kept in four quarters of 16, each indexed. Whoever differs in three bits or
fewer shares a quarter for certain, and with more most do. A quarter takes every fourth
bit, so that a sky above or a road below does not fill one by itself.
"""

from PIL import Image

from articles.models import Photo

COLUMNS, ROWS = 8, 8
QUARTERS = 4
MOST_APART = 8  # bits of 64
MOST_SHOWN = 10
MOST_LOOKED_AT = 2_000  # newest first, for fingerprints that very many share

FIELDS = tuple(f"likeness_{number}" for number in range(1, QUARTERS + 1))

Likeness = tuple[int, int, int, int]


def fingerprint(image: Image.Image) -> Likeness:
    """The four quarters, 0 to 65,535 each; a small copy of the photo is enough."""
    small = image.convert("L").resize((COLUMNS + 1, ROWS), Image.Resampling.BOX)
    pixels = small.tobytes()
    quarters = [0] * QUARTERS
    for bit in range(COLUMNS * ROWS):
        at = bit // COLUMNS * (COLUMNS + 1) + bit % COLUMNS
        lighter = pixels[at] > pixels[at + 1]
        quarters[bit % QUARTERS] = quarters[bit % QUARTERS] << 1 | lighter
    return tuple(quarters)


def of(photo: Photo) -> Likeness | None:
    """The photo's kept fingerprint; None if it was taken in before there were any."""
    quarters = tuple(getattr(photo, name) for name in FIELDS)
    return None if None in quarters else quarters


def distance(one: Likeness, other: Likeness) -> int:
    """How many of the 64 bits differ."""
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True))


def alike(photo: Photo) -> list[Photo]:
    """Other photos that look nearly the same, the most alike first.

    A picture without light and shade is like every other such: nothing is said of it.
    """
    own = of(photo)
    if own is None or not any(own):
        return []
    near = sorted(
        (apart, -pk)
        for pk, *quarters in _sharing(own)
        if pk != photo.pk and (apart := distance(own, tuple(quarters))) <= MOST_APART
    )[:MOST_SHOWN]
    found = Photo.objects.in_bulk([-key for _apart, key in near])
    return [found[-key] for _apart, key in near if -key in found]


def _sharing(own: Likeness):
    """Keys and quarters of photos that share a quarter, each found by its index."""
    rows = Photo.objects.order_by().values_list("pk", *FIELDS)
    sharing = set()
    for name, quarter in zip(FIELDS, own, strict=True):
        newest = rows.filter(**{name: quarter}).order_by("-pk")[:MOST_LOOKED_AT]
        sharing.update(newest)
    return sharing
