"""Boats. x is the middle, y the water line."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, smooth

GUNWALE = "-1,.22 -.5,.1 .4,.1 1.02,.3"
KEEL = "1.02,.3 .7,-.02 0,-.07 -.7,-.02 -1,.22"
COVER = "-.42,.1 -.36,.36 0,.44 .36,.36 .42,.1"


def sampan(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    *,
    facing: int = 1,
    colour: str = "#7d5640",
) -> None:
    """A slim wooden boat."""
    half = length / 2
    hull = Place(x, y, half, facing=facing)
    canvas.ellipse(
        x, y + half * 0.06, half * 0.9, half * 0.05, darker(colour, 0.6), 0.35
    )
    edge = smooth(hull.path(GUNWALE), steps=6)
    canvas.polygon(edge + smooth(hull.path(KEEL), steps=6), colour)
    canvas.line(edge, length * 0.014, lighter(colour, 0.3))


def covered_boat(
    canvas: Canvas, x: float, y: float, length: float, *, facing: int = 1
) -> None:
    """A sampan with a woven arched roof."""
    roof = Place(x, y, length / 2)
    canvas.polygon(smooth(roof.path(COVER), steps=6), "#b9915a")
    for across in (-0.24, 0.0, 0.24):
        rib = [roof.at(across, 0.42), roof.at(across, 0.1)]
        canvas.line(rib, length * 0.01, "#8a6a42")
    sampan(canvas, x, y, length, facing=facing)
