"""Palms, bananas, bamboo. x, y is where a plant leaves the ground."""

from itertools import pairwise
from math import cos, pi, radians, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter
from articles.demo.pictures.curves import Place, Point, smooth

PALM = "#3c8660"
CANES = ("#7fa05a", "#94ad62", "#6c8f52")


def leaf(
    canvas: Canvas,
    start: Point,
    end: Point,
    width: float,
    colour: str | Colour,
    *,
    sag: float = 0.0,
) -> None:
    """A pointed leaf from start to end; its middle is lifted by `sag`."""
    (ax, ay), (bx, by) = start, end
    mx, my = (ax + bx) / 2, (ay + by) / 2 - sag
    length = max(1.0, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    nx, ny = (ay - by) / length * width / 2, (bx - ax) / length * width / 2
    upper = smooth([start, (mx + nx, my + ny), end], steps=5)
    lower = smooth([end, (mx - nx, my - ny), start], steps=5)
    canvas.polygon(upper + lower, colour)


def _frond(
    canvas: Canvas, crown: Point, degrees: float, length: float, colour: str | Colour
) -> None:
    """One feathered palm leaf: a bent rib with hanging leaflets."""
    angle = radians(degrees + canvas.dice.uniform(-7, 7))
    across, up = cos(angle), sin(angle)
    tip = Place(*crown, length)
    bend = [
        crown,
        tip.at(across * 0.5, up * 0.5 + 0.08),
        tip.at(across * 0.95, up * 0.75 - 0.22),
    ]
    rib = smooth(bend, steps=6)
    comb = []
    for index, (x, y) in enumerate(rib):
        hang = length * 0.3 * sin(pi * min(1, index / 12 + 0.1))
        comb.append((x, y + hang * (1.0 if index % 2 else 0.6)))
    canvas.polygon([*rib, *reversed(comb)], colour)
    canvas.line(rib, max(1.0, length * 0.018), lighter(colour, 0.25), 0.6)


def _crown(canvas: Canvas, top: Point, angles: tuple[int, ...], length: float) -> None:
    """Fronds all round; the first two hang in the shade behind."""
    for index, degrees in enumerate(angles):
        tone = PALM if index % 2 else lighter(PALM, 0.11)
        if index < 2:
            tone = darker(PALM, 0.2)
        _frond(canvas, top, degrees, length * canvas.dice.uniform(0.9, 1.08), tone)


def coconut(
    canvas: Canvas, x: float, y: float, height: float, *, lean: float = 0.1
) -> None:
    """A coconut palm: bent stem, wide crown, a cluster of nuts."""
    palm = Place(x, y, height)
    canvas.shadow(x, y, height * 0.11, height * 0.012, 0.25)
    stem = smooth([(x, y), palm.at(lean * 0.25, 0.5), palm.at(lean, 1)], steps=7)
    for index, (low, high) in enumerate(pairwise(stem)):
        thick = height * (0.042 - 0.0018 * index)
        canvas.limb(low, high, thick, thick, "#8a6b52")
    top = palm.at(lean, 1)
    _crown(canvas, top, (200, -20, 168, 12, 142, 38, 118, 62), height * 0.4)
    for across, down in ((-0.02, 0.03), (0.022, 0.035), (0.0, 0.045)):
        nut = (top[0] + across * height, top[1] + down * height)
        canvas.ellipse(*nut, height * 0.02, height * 0.023, "#b08a3e")


def areca(canvas: Canvas, x: float, y: float, height: float) -> None:
    """An areca palm: straight ringed stem, small upright crown."""
    palm, wide = Place(x, y, height), height * 0.028
    canvas.shadow(x, y, height * 0.09, height * 0.012, 0.25)
    canvas.limb(*palm.path("0,0 0,.8"), wide * 1.2, wide, "#a79c86")
    for ring in range(1, 9):
        level = [palm.at(-0.014, 0.09 * ring), palm.at(0.014, 0.09 * ring)]
        canvas.line(level, 1.4, "#6f6657", 0.6)
    canvas.limb(*palm.path("0,.8 0,.9"), wide * 1.5, wide, "#7fae5d")
    _crown(canvas, palm.at(0, 0.89), (195, -15, 162, 18, 128, 52), height * 0.29)


def banana(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A banana clump: broad leaves around a soft stem."""
    plant = Place(x, y, height)
    canvas.shadow(x, y, height * 0.3, height * 0.035, 0.25)
    canvas.limb(*plant.path("0,0 0,.5"), height * 0.09, height * 0.06, "#8aa05f")
    for index, degrees in enumerate((170, 12, 145, 38, 118, 66, 92)):
        angle, reach = (
            radians(degrees + canvas.dice.uniform(-8, 8)),
            canvas.dice.uniform(0.5, 0.66),
        )
        across, bow = cos(angle) * reach, 0.09 * abs(cos(angle))
        tip = 0.46 + sin(angle) * reach * 0.85 - abs(across) * 0.22
        start, end = plant.at(0, 0.46), plant.at(across, tip)
        tone = ("#4f9a55", "#66ad5c", "#3f8550")[index % 3]
        leaf(canvas, start, end, height * 0.17, tone, sag=height * bow)
        rib = smooth(
            [start, plant.at(across / 2, (0.46 + tip) / 2 + bow), end], steps=5
        )
        canvas.line(rib, max(1.0, height * 0.012), "#a9cf7c", 0.8)


def bamboo(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A bamboo clump: arching canes with light foliage."""
    dice = canvas.dice
    canvas.shadow(x, y, height * 0.24, height * 0.03, 0.25)
    for index in range(13):
        lean = (index - 6) / 6 * 0.36 + dice.gauss(0, 0.07)
        rise = height * (1.02 - 0.5 * abs(lean)) * dice.uniform(0.85, 1.05)
        foot = Place(x + lean * height * 0.18, y, height, rise=rise)
        cane = smooth(
            [foot.at(0, 0), foot.at(lean * 0.18, 0.6), foot.at(lean * 0.7, 1)], steps=8
        )
        canvas.line(cane, max(1.5, height * 0.013), dice.choice(CANES))
        for place, point in enumerate(cane[5:]):
            _spray(canvas, point, height * (0.075 + 0.006 * place))


def _spray(canvas: Canvas, twig: Point, size: float) -> None:
    for _ in range(4):
        reach = size * canvas.dice.uniform(0.8, 1.5)
        turn = canvas.dice.uniform(-0.4, pi + 0.4)
        tip = (twig[0] + cos(turn) * reach, twig[1] + sin(turn) * reach * 0.7)
        tone = canvas.dice.choice(("#5d9a58", "#76ae61", "#488650"))
        leaf(canvas, twig, tip, size * 0.34, tone)
