"""Tiled roofs: the plain slope, and the communal house's with its lifted corners."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter
from articles.demo.pictures.curves import Place, smooth

TILE = "#b5573c"
OLD_TILE = "#9a4a3a"
# Across in half widths, up in heights.
SLOPE = "-.66,1 -.8,.42 -.98,.16 -1.08,.38"
EAVE = "-1.08,.38 -.93,.06 -.5,0 .5,0 .93,.06 1.08,.38"
RIDGE = "-.66,1 -.264,.95 .264,.95 .66,1"
CURL = "0,-.3 .4,.2 .1,.9 -.4,.8"


def tiled(
    canvas: Canvas,
    x: float,
    eave: float,
    width: float,
    height: float,
    colour: str = TILE,
    *,
    inset: float = 0.1,
) -> None:
    """A slope seen from the front; x is its middle, the ridge shorter by `inset` at either end."""
    roof = Place(x, eave, width / 2, rise=height)
    ridge = 1 - 2 * inset
    shape = [roof.at(-ridge, 1), roof.at(ridge, 1), roof.at(1, 0), roof.at(-1, 0)]
    canvas.gradient(shape, lighter(colour, 0.1), darker(colour, 0.08))
    count, seam = max(6, int(width / 15)), darker(colour, 0.28)
    for step in range(1, count):
        across = step / count * 2 - 1
        canvas.line([roof.at(across * ridge, 1), roof.at(across, 0)], 1.6, seam, 0.45)
    for row in (0.2, 0.4, 0.6, 0.8):
        reach = 1 - 2 * inset * row
        canvas.line([roof.at(-reach, row), roof.at(reach, row)], 1.4, seam, 0.35)
    cap = darker(colour, 0.2)
    canvas.limb(roof.at(-ridge, 1), roof.at(ridge, 1), height * 0.1, height * 0.1, cap)
    edge = [roof.at(-1, 0), roof.at(1, 0)]
    canvas.line(edge, max(2.5, height * 0.05), darker(colour, 0.35))


def curved(canvas: Canvas, x: float, eave: float, width: float, height: float) -> None:
    """Sagging slopes whose corners turn up like the prows of boats."""
    roof, colour = Place(x, eave, width / 2, rise=height), OLD_TILE
    left = smooth(roof.path(SLOPE), steps=6)
    right = [(2 * x - px, py) for px, py in reversed(left)]
    bottom = smooth(roof.path(EAVE), steps=8)
    ridge = smooth(roof.path(RIDGE), steps=6)
    outline = [*left, *bottom, *right, *reversed(ridge)]
    canvas.gradient(outline, lighter(colour, 0.1), darker(colour, 0.14))
    _tile_lines(canvas, roof)
    canvas.line(bottom, max(3, height * 0.04), darker(colour, 0.4))
    for hip in (left, right):
        canvas.line(hip, max(3, height * 0.05), lighter(colour, 0.16))
    canvas.line(ridge, max(4, height * 0.08), lighter(colour, 0.2))
    for side in (-1, 1):
        curl = Place(*roof.at(side * 0.66, 1), height * 0.2, facing=side)
        canvas.line(
            smooth(curl.path(CURL), steps=6), height * 0.04, lighter(colour, 0.2)
        )


def _tile_lines(canvas: Canvas, roof: Place) -> None:
    count, seam = int(roof.size / 9), darker(OLD_TILE, 0.35)
    for step in range(-count + 1, count):
        share = step / count
        foot = 0.125 * max(0.0, abs(share) - 0.6)
        rib = [
            roof.at(share * 0.66, 0.96),
            roof.at(share * 0.797, 0.42),
            roof.at(share * 0.95, foot),
        ]
        canvas.line(smooth(rib, steps=4), 1.6, seam, 0.5)


def awning(
    canvas: Canvas,
    x: float,
    top: float,
    width: float,
    depth: float,
    colours: tuple[str | Colour, str],
) -> None:
    """A striped stall cloth with a scalloped edge."""
    count = max(4, round(width / 32) | 1)
    step, upper = width / count, Place(x, top, width)
    lower = Place(x, top + depth, width + depth * 0.5)
    for index in range(count):
        left, right, tone = (
            index / count - 0.5,
            (index + 1) / count - 0.5,
            colours[index % 2],
        )
        stripe = [
            upper.at(left, 0),
            upper.at(right, 0),
            lower.at(right, 0),
            lower.at(left, 0),
        ]
        canvas.polygon(stripe, tone)
        middle = lower.at((left + right) / 2, 0)
        canvas.ellipse(*middle, step / 2 * 1.04, depth * 0.2, darker(tone, 0.12))
