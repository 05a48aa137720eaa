"""Tiled roofs: the plain farmhouse slope, the communal house with its lifted corners, sheet awnings."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import smooth

TILE = "#b5573c"
OLD_TILE = "#9a4a3a"


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
    """A slope seen from the front; x is its middle, `eave` its lower edge, inset 0 a plain gable side."""
    half, top = width / 2, eave - height
    ridge = half - inset * width
    shape = [(x - ridge, top), (x + ridge, top), (x + half, eave), (x - half, eave)]
    canvas.gradient(shape, lighter(colour, 0.1), darker(colour, 0.08))
    count = max(6, int(width / 15))
    for step in range(1, count):
        share = step / count * 2 - 1
        canvas.line(
            [(x + share * ridge, top), (x + share * half, eave)],
            1.6,
            darker(colour, 0.3),
            0.45,
        )
    for row in range(1, 5):
        share = row / 5
        reach = ridge + (half - ridge) * share
        level = top + height * share
        canvas.line(
            [(x - reach, level), (x + reach, level)], 1.4, darker(colour, 0.25), 0.35
        )
    canvas.limb(
        (x - ridge, top),
        (x + ridge, top),
        height * 0.1,
        height * 0.1,
        darker(colour, 0.2),
    )
    canvas.line(
        [(x - half, eave), (x + half, eave)],
        max(2.5, height * 0.05),
        darker(colour, 0.35),
    )


def curved(
    canvas: Canvas,
    x: float,
    eave: float,
    width: float,
    height: float,
    colour: str = OLD_TILE,
) -> None:
    """The communal house's great roof: sagging slopes, corners that turn up like boat prows."""
    half, top = width / 2, eave - height
    ridge = half * 0.66
    lift = height * 0.2
    left = smooth(
        [
            (x - ridge, top),
            (x - half * 0.8, eave - height * 0.42),
            (x - half * 0.98, eave - lift * 0.8),
            (x - half * 1.08, eave - lift * 1.9),
        ],
        steps=6,
    )
    bottom = smooth(
        [
            (x - half * 1.08, eave - lift * 1.9),
            (x - half * 0.93, eave - lift * 0.3),
            (x - half * 0.5, eave),
            (x + half * 0.5, eave),
            (x + half * 0.93, eave - lift * 0.3),
            (x + half * 1.08, eave - lift * 1.9),
        ],
        steps=8,
    )
    right = [(2 * x - px, py) for px, py in reversed(left)]
    ridge_line = smooth(
        [
            (x - ridge, top),
            (x - ridge * 0.4, top + height * 0.05),
            (x + ridge * 0.4, top + height * 0.05),
            (x + ridge, top),
        ],
        steps=6,
    )
    canvas.gradient(
        [*left, *bottom, *right, *reversed(ridge_line)],
        lighter(colour, 0.1),
        darker(colour, 0.14),
    )
    _tile_lines(canvas, x, eave, half, ridge, height, colour)
    canvas.line(bottom, max(3, height * 0.04), darker(colour, 0.4))
    canvas.line(left, max(3, height * 0.05), lighter(colour, 0.16))
    canvas.line(right, max(3, height * 0.05), lighter(colour, 0.16))
    canvas.line(ridge_line, max(4, height * 0.08), lighter(colour, 0.2))
    for side in (-1, 1):
        _finial(canvas, x + side * ridge, top, height * 0.2, side, lighter(colour, 0.2))


def _tile_lines(
    canvas: Canvas,
    x: float,
    eave: float,
    half: float,
    ridge: float,
    height: float,
    colour: str,
) -> None:
    count = int(half / 9)
    for step in range(-count + 1, count):
        share = step / count
        foot = eave - height * 0.05 * max(0.0, abs(share) - 0.6) * 2.5
        bend = (x + share * (ridge * 0.45 + half * 0.5), eave - height * 0.42)
        canvas.line(
            smooth(
                [
                    (x + share * ridge, eave - height * 0.96),
                    bend,
                    (x + share * half * 0.95, foot),
                ],
                steps=4,
            ),
            1.6,
            darker(colour, 0.35),
            0.5,
        )


def _finial(canvas: Canvas, x: float, y: float, size: float, side: int, colour) -> None:
    """The curl at the ridge's end, turned inwards."""
    curl = [
        (x, y + size * 0.3),
        (x + side * size * 0.4, y - size * 0.2),
        (x + side * size * 0.1, y - size * 0.9),
        (x - side * size * 0.4, y - size * 0.8),
    ]
    canvas.line(smooth(curl, steps=6), size * 0.2, colour)


def awning(
    canvas: Canvas,
    x: float,
    top: float,
    width: float,
    depth: float,
    colours: tuple[str, str],
) -> None:
    """A striped stall cloth with a scalloped edge."""
    count = max(4, round(width / 32) | 1)
    step, slant = width / count, depth * 0.25
    for index in range(count):
        left = x - width / 2 + index * step
        spread = (index - count / 2) / count * 2 * slant
        after = (index + 1 - count / 2) / count * 2 * slant
        tone = colours[index % 2]
        canvas.polygon(
            [
                (left, top),
                (left + step, top),
                (left + step + after, top + depth),
                (left + spread, top + depth),
            ],
            tone,
        )
        middle = left + step / 2 + (spread + after) / 2
        canvas.ellipse(
            middle,
            top + depth,
            (step + after - spread) / 2,
            depth * 0.2,
            darker(tone, 0.12),
        )
