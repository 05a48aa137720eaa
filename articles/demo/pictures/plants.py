"""Trees and smaller plants of the delta and the hills. x, y is where a plant leaves the ground."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter, mix
from articles.demo.pictures.curves import Point, smooth

BARK = "#7a5a44"
LEAF = "#3f8f5b"
PALM = "#3c8660"


def _leaflet(
    canvas: Canvas,
    start: Point,
    end: Point,
    width: float,
    colour: str | Colour,
    sag: float = 0.0,
) -> None:
    """A pointed leaf from start to end, bent downwards by `sag`."""
    (ax, ay), (bx, by) = start, end
    mx, my = (ax + bx) / 2, (ay + by) / 2 - sag
    length = max(1.0, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    nx, ny = -(by - ay) / length * width / 2, (bx - ax) / length * width / 2
    upper = smooth([(ax, ay), (mx + nx, my + ny), (bx, by)], steps=5)
    lower = smooth([(bx, by), (mx - nx, my - ny), (ax, ay)], steps=5)
    canvas.polygon(upper + lower, colour)


def _frond(
    canvas: Canvas, crown: Point, angle: float, length: float, colour: str | Colour
) -> None:
    """One feathered palm leaf: a bent rib with hanging leaflets."""
    x, y = crown
    dx, dy = cos(angle), -sin(angle)
    rib = smooth(
        [
            (x, y),
            (x + dx * length * 0.5, y + dy * length * 0.5 - length * 0.08),
            (x + dx * length * 0.95, y + dy * length * 0.75 + length * 0.22),
        ],
        steps=6,
    )
    under = [
        (px, py + length * 0.3 * sin(pi * min(1, i / 12 + 0.1)))
        for i, (px, py) in enumerate(rib)
    ]
    comb = []
    for i, ((px, py), (ux, uy)) in enumerate(zip(rib, under, strict=True)):
        comb.append((ux, uy) if i % 2 else ((px + ux) / 2, py + (uy - py) * 0.6))
    canvas.polygon([*rib, *reversed(comb)], colour)
    canvas.line(rib, max(1.0, length * 0.018), lighter(colour, 0.25), 0.6)


def coconut(
    canvas: Canvas, x: float, y: float, height: float, *, lean: float = 0.1
) -> None:
    """A coconut palm: bent stem, wide crown, a cluster of nuts."""
    top = (x + lean * height, y - height)
    stem = smooth([(x, y), (x + lean * height * 0.25, y - height * 0.5), top], steps=7)
    for i, (a, b) in enumerate(zip(stem, stem[1:], strict=False)):
        canvas.limb(
            a,
            b,
            height * (0.042 - 0.0018 * i),
            height * (0.041 - 0.0018 * i),
            "#8a6b52",
        )
    length = height * 0.4
    for index, degrees in enumerate((200, -20, 168, 12, 140, 40, 115, 68, 92)):
        tone = (
            darker(PALM, 0.22)
            if index < 2
            else (PALM if index % 2 else lighter(PALM, 0.1))
        )
        _frond(
            canvas,
            top,
            (degrees + canvas.dice.uniform(-7, 7)) * pi / 180,
            length * canvas.dice.uniform(0.88, 1.1),
            tone,
        )
    for dx, dy in ((-0.02, 0.03), (0.022, 0.035), (0.0, 0.045)):
        canvas.ellipse(
            top[0] + dx * height,
            top[1] + dy * height,
            height * 0.02,
            height * 0.023,
            "#b08a3e",
        )


def areca(canvas: Canvas, x: float, y: float, height: float) -> None:
    """An areca palm: straight ringed stem, small upright crown."""
    wide = height * 0.028
    canvas.limb((x, y), (x, y - height * 0.8), wide * 1.2, wide, "#a79c86")
    for ring in range(1, 9):
        level = y - height * 0.09 * ring
        canvas.line(
            [(x - wide * 0.5, level), (x + wide * 0.5, level)], 1.4, "#6f6657", 0.6
        )
    canvas.limb(
        (x, y - height * 0.8), (x, y - height * 0.9), wide * 1.5, wide, "#7fae5d"
    )
    crown = (x, y - height * 0.89)
    for index, degrees in enumerate((195, -15, 160, 20, 125, 55, 90)):
        tone = (
            darker(PALM, 0.15)
            if index < 2
            else (PALM if index % 2 else lighter(PALM, 0.12))
        )
        _frond(
            canvas,
            crown,
            (degrees + canvas.dice.uniform(-6, 6)) * pi / 180,
            height * 0.29,
            tone,
        )


def banana(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A banana clump: broad split leaves around a soft stem."""
    canvas.limb((x, y), (x, y - height * 0.5), height * 0.09, height * 0.06, "#8aa05f")
    for index, degrees in enumerate((170, 12, 145, 38, 118, 66, 92)):
        angle = (degrees + canvas.dice.uniform(-8, 8)) * pi / 180
        length = height * canvas.dice.uniform(0.5, 0.66)
        start = (x, y - height * 0.46)
        end = (
            x + cos(angle) * length,
            y
            - height * 0.46
            - sin(angle) * length * 0.85
            + abs(cos(angle)) * length * 0.22,
        )
        tone = ("#4f9a55", "#66ad5c", "#3f8550")[index % 3]
        _leaflet(
            canvas, start, end, height * 0.17, tone, sag=height * 0.09 * abs(cos(angle))
        )
        middle = (
            (start[0] + end[0]) / 2,
            (start[1] + end[1]) / 2 - height * 0.09 * abs(cos(angle)),
        )
        canvas.line(
            smooth([start, middle, end], steps=5),
            max(1.0, height * 0.012),
            "#a9cf7c",
            0.8,
        )


def bamboo(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A bamboo clump: arching canes with light foliage."""
    for index in range(13):
        lean = (index - 6) / 6 * 0.36 + canvas.dice.gauss(0, 0.07)
        rise = height * (1.02 - 0.5 * abs(lean)) * canvas.dice.uniform(0.85, 1.05)
        foot = x + lean * height * 0.18
        bend = [
            (foot, y),
            (foot + lean * height * 0.18, y - rise * 0.6),
            (foot + lean * height * 0.7, y - rise),
        ]
        cane = smooth(bend, steps=8)
        canvas.line(
            cane,
            max(1.5, height * 0.013),
            canvas.dice.choice(("#7fa05a", "#94ad62", "#6c8f52")),
        )
        for place, (px, py) in enumerate(cane[5:]):
            _spray(canvas, px, py, height * (0.075 + 0.006 * place))


def _spray(canvas: Canvas, x: float, y: float, size: float) -> None:
    for _ in range(4):
        reach, turn = (
            size * canvas.dice.uniform(0.8, 1.5),
            canvas.dice.uniform(-0.4, pi + 0.4),
        )
        tone = canvas.dice.choice(("#5d9a58", "#76ae61", "#488650"))
        _leaflet(
            canvas,
            (x, y),
            (x + cos(turn) * reach, y + sin(turn) * reach * 0.7),
            size * 0.34,
            tone,
        )


def crown(
    canvas: Canvas, x: float, y: float, radius: float, colour: str | Colour
) -> None:
    """A mass of leaves: a few round lumps, each lit from above."""
    dice = canvas.dice
    lumps = [
        (-0.48, 0.16, 0.52),
        (0.5, 0.14, 0.5),
        (0.02, 0.24, 0.56),
        (-0.26, -0.3, 0.52),
        (0.3, -0.26, 0.5),
        (0.02, -0.56, 0.42),
    ]
    for dx, dy, share in lumps:
        cx, cy = (
            x + (dx + dice.uniform(-0.08, 0.08)) * radius,
            y + (dy + dice.uniform(-0.08, 0.08)) * radius,
        )
        _lump(
            canvas,
            cx,
            cy,
            radius * share * dice.uniform(0.88, 1.1),
            mix(darker(colour, 0.12), colour, 0.5 - dy),
        )


def _lump(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    for tone, lift, share, count in (
        (darker(colour, 0.16), 0.0, 1.0, 11),
        (colour, 0.12, 0.84, 9),
        (lighter(colour, 0.1), 0.34, 0.5, 7),
    ):
        canvas.ellipse(
            x, y - lift * size, size * share * 0.9, size * share * 0.82, tone
        )
        for step in range(count):
            turn = step * 2 * pi / count
            spread = size * share * 0.74
            leaf = size * share * 0.3 * canvas.dice.uniform(0.8, 1.2)
            canvas.ellipse(
                x + cos(turn) * spread,
                y - lift * size + sin(turn) * spread * 0.9,
                leaf,
                leaf * 0.9,
                tone,
            )


def tree(canvas: Canvas, x: float, y: float, height: float, colour: str = LEAF) -> None:
    """A broad-leaved tree."""
    canvas.limb((x, y), (x, y - height * 0.5), height * 0.06, height * 0.04, BARK)
    canvas.limb(
        (x, y - height * 0.35),
        (x - height * 0.14, y - height * 0.58),
        height * 0.03,
        height * 0.02,
        BARK,
    )
    canvas.limb(
        (x, y - height * 0.38),
        (x + height * 0.15, y - height * 0.6),
        height * 0.03,
        height * 0.02,
        BARK,
    )
    crown(canvas, x, y - height * 0.68, height * 0.36, colour)


def flamboyant(canvas: Canvas, x: float, y: float, height: float) -> None:
    """The red-flowering tree of every school yard: a flat, wide umbrella."""
    canvas.limb(
        (x, y),
        (x + height * 0.03, y - height * 0.45),
        height * 0.07,
        height * 0.05,
        BARK,
    )
    for side in (-0.32, -0.12, 0.16, 0.36):
        canvas.limb(
            (x + height * 0.03, y - height * 0.42),
            (x + side * height, y - height * 0.7),
            height * 0.034,
            height * 0.018,
            BARK,
        )
    for dx, dy, size, tone in (
        (-0.34, 0.68, 0.2, LEAF),
        (0.36, 0.69, 0.2, LEAF),
        (0.0, 0.74, 0.27, LEAF),
        (-0.18, 0.8, 0.2, "#d9483b"),
        (0.2, 0.81, 0.2, "#e05a3f"),
        (0.0, 0.86, 0.18, "#e8694a"),
    ):
        _umbrella(canvas, x + dx * height, y - dy * height, size * height, tone)
    for _ in range(70):
        px, py = (
            x + canvas.dice.gauss(0.02, 0.19) * height,
            y - canvas.dice.uniform(0.7, 0.88) * height,
        )
        size = height * canvas.dice.uniform(0.006, 0.014)
        canvas.ellipse(
            px,
            py,
            size,
            size,
            canvas.dice.choice(("#e8553c", "#f07a52", "#c93a34")),
            0.9,
        )


def _umbrella(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    for tone, lift, share in (
        (darker(colour, 0.2), 0.08, 1.0),
        (colour, -0.03, 0.92),
        (lighter(colour, 0.12), -0.14, 0.55),
    ):
        for step in range(7):
            cx = x + (step / 6 - 0.5) * 1.7 * radius * share
            cy = (
                y
                + lift * radius
                + abs(step / 6 - 0.5) * 0.3 * radius
                + canvas.dice.uniform(-0.06, 0.06) * radius
            )
            canvas.ellipse(cx, cy, radius * 0.38 * share, radius * 0.26 * share, tone)


def bush(
    canvas: Canvas, x: float, y: float, width: float, colour: str | Colour = LEAF
) -> None:
    for tone, lift, share in (
        (darker(colour, 0.18), 0.0, 1.0),
        (colour, 0.1, 0.85),
        (lighter(colour, 0.1), 0.2, 0.5),
    ):
        for step in range(5):
            px = x + (step / 4 - 0.5) * width * 0.72 * share
            size = width * 0.22 * share * canvas.dice.uniform(0.85, 1.15)
            canvas.ellipse(
                px, y - width * 0.1 - lift * width * 0.5, size, size * 0.8, tone
            )
