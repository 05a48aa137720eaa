"""Broad-leaved trees and bushes. x, y is where a plant leaves the ground."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter, mix
from articles.demo.pictures.curves import Place

BARK = "#7a5a44"
LEAF = "#3f8f5b"
BLOSSOM = ("#e8553c", "#f07a52", "#c93a34")
# Masses of a crown, or layers of an umbrella: across, up, size.
LUMPS = (
    (-0.48, -0.16, 0.52),
    (0.5, -0.14, 0.5),
    (0.02, -0.24, 0.56),
    (-0.26, 0.3, 0.52),
    (0.3, 0.26, 0.5),
    (0.02, 0.56, 0.42),
)
LAYERS = (
    (-0.34, 0.68, 0.2, LEAF),
    (0.36, 0.69, 0.2, LEAF),
    (0.0, 0.74, 0.27, LEAF),
    (-0.18, 0.8, 0.2, "#d9483b"),
    (0.2, 0.81, 0.2, "#e05a3f"),
    (0.0, 0.86, 0.18, "#e8694a"),
)


def _tones(colour: str | Colour) -> tuple[Colour, ...]:
    """A mass of leaves from its shade to its light."""
    return darker(colour, 0.17), mix(colour, colour, 0), lighter(colour, 0.11)


def crown(
    canvas: Canvas, x: float, y: float, radius: float, colour: str | Colour
) -> None:
    """A mass of leaves: a few round lumps, each lit from above."""
    dice, middle = canvas.dice, Place(x, y, radius)
    for across, up, share in LUMPS:
        place = middle.at(
            across + dice.uniform(-0.08, 0.08), up + dice.uniform(-0.08, 0.08)
        )
        tone = mix(darker(colour, 0.12), colour, 0.5 + up)
        _lump(canvas, Place(*place, radius * share * dice.uniform(0.88, 1.1)), tone)


def _lump(canvas: Canvas, lump: Place, colour: Colour) -> None:
    shapes = ((0.0, 1.0, 11), (0.12, 0.84, 9), (0.34, 0.5, 7))
    for tone, (lift, share, count) in zip(_tones(colour), shapes, strict=True):
        size = lump.size * share
        canvas.ellipse(*lump.at(0, lift), size * 0.9, size * 0.82, tone)
        for step in range(count):
            turn, leaf = (
                step * 2 * pi / count,
                size * 0.3 * canvas.dice.uniform(0.8, 1.2),
            )
            place = lump.at(cos(turn) * share * 0.74, lift - sin(turn) * share * 0.67)
            canvas.ellipse(*place, leaf, leaf * 0.9, tone)


def tree(canvas: Canvas, x: float, y: float, height: float, colour: str = LEAF) -> None:
    """A broad-leaved tree."""
    stem = Place(x, y, height)
    canvas.shadow(x, y, height * 0.32, height * 0.035, 0.25)
    canvas.limb(*stem.path("0,0 0,.5"), height * 0.06, height * 0.04, BARK)
    for branch in ("0,.35 -.14,.58", "0,.38 .15,.6"):
        canvas.limb(*stem.path(branch), height * 0.03, height * 0.02, BARK)
    crown(canvas, x, y - height * 0.68, height * 0.36, colour)


def flamboyant(canvas: Canvas, x: float, y: float, height: float) -> None:
    """The red-flowering tree of every school yard: a flat, wide umbrella."""
    stem, dice = Place(x, y, height), canvas.dice
    canvas.limb(*stem.path("0,0 .03,.45"), height * 0.07, height * 0.05, BARK)
    for branch in (
        ".03,.42 -.32,.7",
        ".03,.42 -.12,.7",
        ".03,.42 .16,.7",
        ".03,.42 .36,.7",
    ):
        canvas.limb(*stem.path(branch), height * 0.034, height * 0.018, BARK)
    for across, up, size, tone in LAYERS:
        _umbrella(canvas, Place(*stem.at(across, up), size * height), tone)
    for _ in range(70):
        petal, size = (
            stem.at(dice.gauss(0.02, 0.19), dice.uniform(0.7, 0.88)),
            dice.uniform(0.006, 0.014),
        )
        canvas.ellipse(*petal, size * height, size * height, dice.choice(BLOSSOM), 0.9)


def _umbrella(canvas: Canvas, layer: Place, colour: str) -> None:
    shapes = ((-0.08, 1.0), (0.03, 0.92), (0.14, 0.55))
    for tone, (lift, share) in zip(_tones(colour), shapes, strict=True):
        size = layer.size * share
        for step in range(7):
            across = step / 6 - 0.5
            up = lift - abs(across) * 0.3 + canvas.dice.uniform(-0.06, 0.06)
            place = layer.at(across * 1.7 * share, up)
            canvas.ellipse(*place, size * 0.38, size * 0.26, tone)


def bush(
    canvas: Canvas, x: float, y: float, width: float, colour: str | Colour = LEAF
) -> None:
    shapes = ((0.1, 1.0), (0.15, 0.85), (0.2, 0.5))
    shrub = Place(x, y, width)
    for tone, (up, share) in zip(_tones(colour), shapes, strict=True):
        for step in range(5):
            size = width * 0.22 * share * canvas.dice.uniform(0.85, 1.15)
            place = shrub.at((step / 4 - 0.5) * 0.72 * share, up)
            canvas.ellipse(*place, size, size * 0.8, tone)
