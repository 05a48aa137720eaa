"""Land and water: hills, mist, meadows, rice, paddies, terraces, rivers, roads."""

from itertools import pairwise
from math import pi, sin

from PIL import Image

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter, mix
from articles.demo.pictures.curves import Point, box, down_to, ridge, smooth

HILL = "#3f7f78"


def near(canvas: Canvas, y: float, horizon: float) -> float:
    """How near the ground at level y is: 0 at the horizon, 1 at the lower edge."""
    return max(0.0, (y - horizon) / (canvas.height - horizon))


def stature(canvas: Canvas, y: float, horizon: float, tallest: float = 320) -> float:
    """The height of a grown person who stands at level y."""
    return tallest * (0.12 + 0.88 * near(canvas, y, horizon))


def hills(
    canvas: Canvas,
    horizon: float,
    *,
    count: int = 3,
    height: float = 190,
    colour: str = HILL,
) -> None:
    """Ranges that grow clearer and lower towards the viewer, with mist between them."""
    for index in range(count):
        share = index / max(1, count - 1)
        rise = height * (1 - 0.62 * share) * canvas.dice.uniform(0.85, 1.15)
        line = ridge(
            canvas.dice,
            canvas.width,
            horizon + 4,
            rise,
            waves=canvas.dice.uniform(0.9, 1.5) + share,
        )
        with canvas.depth(0.78 - 0.4 * share):
            canvas.gradient(
                down_to(line, horizon + 20), colour, mix(colour, "#8db8a4", 0.55)
            )
        mist(canvas, horizon - rise * 0.05, 60, 0.5 - 0.2 * share)


def mist(canvas: Canvas, y: float, height: float, alpha: float) -> None:
    """A soft band of the hour's haze around the level y."""
    mask = Image.new("L", (1, 33))
    mask.putdata([round(255 * alpha * sin(pi * row / 32) ** 2) for row in range(33)])
    with canvas.glowing():
        canvas.veil(
            mask, (0, y - height / 2), (canvas.width, height), canvas.light.haze
        )


def ground(
    canvas: Canvas, horizon: float, far: str | Colour, close: str | Colour
) -> None:
    """Flat land from the horizon to the lower edge, paler where it is far."""
    with canvas.depth(0.0):
        hazy = mix(far, canvas.light.haze, 0.35)
        canvas.gradient(
            box(0, horizon, canvas.width, canvas.height - horizon), hazy, far, close
        )
    for _ in range(26):
        share = canvas.dice.uniform(0.04, 1)
        y, half = (
            horizon + (canvas.height - horizon) * share,
            canvas.dice.uniform(60, 300) * (0.3 + share),
        )
        tone = canvas.dice.choice((lighter(far, 0.2), darker(close, 0.12)))
        canvas.ellipse(canvas.x(0, 1), y, half, half * 0.09 + 2, tone, 0.16)


def paving(canvas: Canvas, top: float) -> None:
    """The joints of a tiled yard, running towards the middle of the horizon."""
    joint, span = darker("#d3b283", 0.15), canvas.height - top
    for step in range(-14, 15):
        start, foot = canvas.x(0.5) + step * 66, canvas.x(0.5) + step * 240
        canvas.line([(start, top), (foot, canvas.height)], 2, joint, 0.5)
    for step in range(1, 10):
        y = top + span * (step / 10) ** 1.65
        canvas.line([(0, y), (canvas.width, y)], 2, joint, 0.5)


def grass(
    canvas: Canvas,
    top: float,
    colour: str | Colour,
    *,
    count: int = 260,
    bottom: float | None = None,
) -> None:
    """Loose tufts from the level `top` down, growing towards the viewer."""
    floor = bottom or canvas.height
    places = sorted(canvas.dice.uniform(0, 1) ** 0.8 for _ in range(count))
    for place in places:
        x, y = canvas.x(0, 1), top + (floor - top) * place
        size = 3 + 11 * near(canvas, y, top)
        tone = canvas.dice.choice(
            (darker(colour, 0.16), lighter(colour, 0.2), darker(colour, 0.08))
        )
        for lean in (-0.5, 0.1, 0.6):
            blade = [
                (x - size * 0.14, y),
                (x + size * lean, y - size),
                (x + size * 0.14, y),
            ]
            canvas.polygon(blade, tone, 0.9)


def rice(
    canvas: Canvas,
    top: float,
    bottom: float,
    colours: tuple[str, str],
    *,
    horizon: float,
) -> None:
    """A standing crop seen from its edge: waves of ears, larger towards the viewer."""
    y = top
    while y < bottom + 30:
        depth = near(canvas, y, horizon)
        size = 5 + 34 * depth
        tone = mix(
            colours[0], colours[1], min(1.0, depth * 0.9 + canvas.dice.uniform(0, 0.22))
        )
        with canvas.depth(max(0.0, 0.3 - 0.5 * depth)):
            canvas.polygon(down_to(_ears(canvas, y, size), y + size * 2.4), tone)
            if depth > 0.12:
                _blades(canvas, y, size, tone)
        y += size * 0.62


def _ears(canvas: Canvas, y: float, size: float) -> list[Point]:
    step = max(4.0, size * 0.42)
    count = int(canvas.width / step) + 3
    start, rate = canvas.dice.uniform(0, 6), canvas.dice.uniform(0.006, 0.011)
    return [
        (
            i * step - step,
            y
            + size * 0.35 * sin(start + i * step * rate)
            - size * 0.5 * (i % 2) * canvas.dice.random(),
        )
        for i in range(count)
    ]


def _blades(canvas: Canvas, y: float, size: float, tone: Colour) -> None:
    for _ in range(int(canvas.width / size * 0.5)):
        x, lean = canvas.x(0, 1), canvas.dice.uniform(-0.3, 0.9) * size
        base, rise = (
            y + size * canvas.dice.uniform(0.2, 1),
            size * canvas.dice.uniform(0.9, 1.5),
        )
        stem = smooth(
            [
                (x, base),
                (x + lean * 0.2, base - rise * 0.75),
                (x + lean * 0.7, base - rise),
            ],
            steps=4,
        )
        shade = canvas.dice.choice((lighter(tone, 0.22), darker(tone, 0.14)))
        canvas.line(stem, max(1.2, size * 0.07), shade, 0.8)


def paddies(canvas: Canvas, horizon: float, greens: tuple[str, ...]) -> None:
    """Plots between low banks, some of them under water."""
    rows, span = 7, canvas.height - horizon
    levels = [horizon + span * (row / rows) ** 1.75 for row in range(rows + 1)]
    vanish = canvas.x(0.3, 0.7)
    for top, bottom in pairwise(levels):
        depth = near(canvas, (top + bottom) / 2, horizon)
        for left, right in pairwise(_cuts(canvas, near(canvas, bottom, horizon))):
            places = ((left, top), (right, top), (right, bottom), (left, bottom))
            corners = [_towards(canvas, vanish, x, y, horizon) for x, y in places]
            _plot(canvas, corners, depth, greens)


def _cuts(canvas: Canvas, depth: float) -> list[float]:
    """Where a row of plots is divided, as places on the lower edge of the picture."""
    wide = canvas.width * (0.34 + 0.3 * (1 - depth))
    cuts = [-canvas.width * 5]
    place = -canvas.width * 4.5 + canvas.dice.uniform(0, wide)
    while place < canvas.width * 5:
        cuts.append(place)
        place += wide * canvas.dice.uniform(0.7, 1.5)
    return cuts


def _towards(
    canvas: Canvas, vanish: float, x: float, y: float, horizon: float
) -> Point:
    share = 0.08 + 0.92 * near(canvas, y, horizon)
    return (vanish + (x - vanish) * share, y)


def _plot(
    canvas: Canvas, corners: list[Point], depth: float, greens: tuple[str, ...]
) -> None:
    if max(x for x, _ in corners) < 0 or min(x for x, _ in corners) > canvas.width:
        return
    with canvas.depth(max(0.0, 0.42 - 0.7 * depth)):
        if canvas.dice.random() < 0.28:
            with canvas.glowing():
                canvas.gradient(
                    corners,
                    mix(canvas.light.sky[3], "#7fa6a0", 0.12),
                    mix(canvas.light.sky[1], "#5d8b86", 0.3),
                )
        else:
            green = canvas.dice.choice(greens)
            canvas.gradient(corners, lighter(green, 0.08), darker(green, 0.06))
            _drills(canvas, corners, green, depth)
        canvas.line([*corners, corners[0]], 1.5 + 9 * depth, "#8f9a5a")


def _drills(canvas: Canvas, corners: list[Point], green: str, depth: float) -> None:
    """The planted lines of a plot, running along it."""
    (ax, ay), (bx, _), (cx, cy), (dx, _) = corners
    count = int(5 + 6 * depth)
    for index in range(1, count):
        share = (index / count) ** 1.15
        y = ay + (cy - ay) * share
        left, right = ax + (dx - ax) * share, bx + (cx - bx) * share
        canvas.line([(left, y), (right, y)], 1 + 4 * depth, darker(green, 0.16), 0.5)
