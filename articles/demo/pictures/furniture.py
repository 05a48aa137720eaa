"""Desks, chairs, shelves, counters. x is the middle, y the floor."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import box, rounded_box

WOOD = "#b07a4c"
BOOKS = (
    "#c9573e",
    "#e0a545",
    "#4f8277",
    "#4d6f9a",
    "#8d5f84",
    "#e6dcc6",
    "#7a9e6a",
    "#a8483f",
    "#365a6b",
)


def table(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: str = WOOD
) -> None:
    """A table seen slightly from above."""
    top, deep = y - height, height * 0.12
    canvas.shadow(x, y, width * 0.52, height * 0.08)
    for side in (-0.45, 0.45):
        canvas.polygon(
            box(x + side * width - width * 0.02, top, width * 0.04, height),
            darker(colour, 0.28),
        )
    canvas.polygon(
        [
            (x - width * 0.47, top - deep),
            (x + width * 0.47, top - deep),
            (x + width / 2, top),
            (x - width / 2, top),
        ],
        lighter(colour, 0.16),
    )
    canvas.polygon(box(x - width / 2, top, width, height * 0.1), darker(colour, 0.1))


def clothed_table(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: str
) -> None:
    """A table under a cloth that falls to the floor."""
    top = y - height
    canvas.shadow(x, y, width * 0.53, height * 0.07)
    canvas.gradient(box(x - width / 2, top, width, height), colour, darker(colour, 0.2))
    folds = max(4, int(width / 38))
    for fold in range(folds):
        left = x - width / 2 + fold * width / folds
        canvas.polygon(
            [
                (left + 8, top + height * 0.1),
                (left + 16, top + height * 0.1),
                (left + 26, y),
                (left + 2, y),
            ],
            darker(colour, 0.5),
            0.14,
        )
    canvas.polygon(
        [
            (x - width * 0.485, top - height * 0.12),
            (x + width * 0.485, top - height * 0.12),
            (x + width / 2, top),
            (x - width / 2, top),
        ],
        lighter(colour, 0.25),
    )
    canvas.polygon(box(x - width / 2, top, width, height * 0.07), lighter(colour, 0.12))


def chair_back(
    canvas: Canvas, x: float, y: float, height: float, colour: str = WOOD
) -> None:
    """A chair seen from behind; drawn over whoever sits on it."""
    wide = height * 0.52
    for side in (-0.46, 0.46):
        canvas.polygon(
            box(x + side * wide - height * 0.03, y - height, height * 0.06, height),
            darker(colour, 0.15),
        )
    canvas.polygon(
        rounded_box(x - wide / 2, y - height, wide, height * 0.34, height * 0.06),
        colour,
    )
    canvas.polygon(
        rounded_box(
            x - wide / 2, y - height * 0.99, wide, height * 0.07, height * 0.03
        ),
        lighter(colour, 0.18),
    )
    canvas.polygon(
        box(x - wide / 2, y - height * 0.5, wide, height * 0.09), darker(colour, 0.25)
    )


def stool(canvas: Canvas, x: float, y: float, height: float, colour: str) -> None:
    wide = height * 0.75
    for side in (-0.38, 0.38):
        canvas.limb(
            (x + side * wide * 0.8, y - height),
            (x + side * wide * 1.1, y),
            height * 0.1,
            height * 0.08,
            darker(colour, 0.2),
        )
    canvas.limb(
        (x - wide * 0.42, y - height),
        (x + wide * 0.42, y - height),
        height * 0.16,
        height * 0.16,
        colour,
    )


def bench(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    colour: str = "#a9a294",
) -> None:
    canvas.shadow(x, y, width * 0.52, height * 0.12)
    for side in (-0.38, 0.38):
        canvas.polygon(
            box(x + side * width - width * 0.04, y - height, width * 0.08, height),
            darker(colour, 0.25),
        )
    canvas.polygon(box(x - width / 2, y - height, width, height * 0.22), colour)
    canvas.polygon(
        [
            (x - width * 0.47, y - height * 1.16),
            (x + width * 0.47, y - height * 1.16),
            (x + width / 2, y - height),
            (x - width / 2, y - height),
        ],
        lighter(colour, 0.25),
    )


def bookcase(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    shelves: int = 5,
    colour: str = WOOD,
) -> None:
    """Shelves full of spines, here and there one leaning or a gap."""
    left, top = x - width / 2, y - height
    canvas.polygon(box(left - 8, top - 8, width + 16, height + 8), colour)
    canvas.gradient(
        box(left, top, width, height), darker(colour, 0.42), darker(colour, 0.5)
    )
    tall = height / shelves
    for shelf in range(shelves):
        floor = top + tall * (shelf + 1)
        _spines(canvas, left + 4, left + width - 4, floor - tall * 0.09, tall * 0.8)
        canvas.polygon(
            box(left, floor - tall * 0.09, width, tall * 0.09), lighter(colour, 0.05)
        )


def _spines(
    canvas: Canvas, left: float, right: float, floor: float, tall: float
) -> None:
    x = left
    while x < right - tall * 0.26:
        wide, rise = (
            tall * canvas.dice.uniform(0.12, 0.24),
            tall * canvas.dice.uniform(0.72, 1.0),
        )
        tone, chance = canvas.dice.choice(BOOKS), canvas.dice.random()
        if chance < 0.07:
            canvas.polygon(
                [
                    (x, floor),
                    (x + wide, floor),
                    (x + wide + rise * 0.2, floor - rise * 0.95),
                    (x + rise * 0.2, floor - rise * 0.97),
                ],
                tone,
            )
            x += wide + rise * 0.22
        elif chance < 0.13:
            x += tall * 0.3
        else:
            canvas.polygon(box(x, floor - rise, wide - 1, rise), tone)
            canvas.polygon(
                box(x, floor - rise * 0.8, wide - 1, rise * 0.08), lighter(tone, 0.4)
            )
            x += wide


def monitor(
    canvas: Canvas, x: float, y: float, width: float, *, back: bool = True
) -> None:
    """A computer screen standing on the desk at y."""
    tall = width * 0.62
    canvas.polygon(
        box(x - width * 0.06, y - width * 0.2, width * 0.12, width * 0.2), "#6a6a74"
    )
    canvas.limb(
        (x - width * 0.22, y),
        (x + width * 0.22, y),
        width * 0.05,
        width * 0.05,
        "#6a6a74",
    )
    canvas.polygon(
        rounded_box(x - width / 2, y - width * 0.16 - tall, width, tall, width * 0.04),
        "#3f424d",
    )
    if not back:
        canvas.gradient(
            box(x - width * 0.45, y - width * 0.12 - tall, width * 0.9, tall * 0.82),
            "#bfe0e2",
            "#7fb3bd",
        )


def open_book(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A book lying open, seen slightly from above."""
    for side in (-1, 1):
        page = [
            (x, y),
            (x + side * width / 2, y - width * 0.05),
            (x + side * width * 0.46, y - width * 0.24),
            (x, y - width * 0.18),
        ]
        canvas.polygon(page, "#fbf7ea" if side > 0 else "#eee7d4")
        for row in (0.07, 0.11, 0.15):
            canvas.line(
                [
                    (x + side * width * 0.06, y - width * row),
                    (x + side * width * 0.4, y - width * (row + 0.035)),
                ],
                max(1.0, width * 0.012),
                "#b9b2a2",
                0.7,
            )


def papers(canvas: Canvas, x: float, y: float, width: float) -> None:
    for turn in (-0.1, 0.06):
        canvas.polygon(
            [
                (x - width / 2, y + turn * 20),
                (x + width * 0.4, y - turn * 20),
                (x + width / 2, y - width * 0.2),
                (x - width * 0.38, y - width * 0.2 + turn * 20),
            ],
            "#fbf7ea" if turn > 0 else "#e6e0d0",
        )


def vase(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A bowl of flowers for a table."""
    for _ in range(16):
        dx, dy = canvas.dice.gauss(0, 0.36), canvas.dice.uniform(0.3, 0.85)
        canvas.ellipse(
            x + dx * size,
            y - dy * size + abs(dx) * size * 0.3,
            size * 0.15,
            size * 0.12,
            "#4f9657",
        )
    for _ in range(13):
        dx, dy = canvas.dice.gauss(0, 0.32), canvas.dice.uniform(0.4, 1.0)
        tone = canvas.dice.choice(("#e4572e", "#f2a541", "#f6e0e4", "#e86a92"))
        canvas.ellipse(
            x + dx * size,
            y - dy * size + abs(dx) * size * 0.3,
            size * 0.11,
            size * 0.1,
            tone,
        )
    canvas.polygon(
        [
            (x - size * 0.3, y - size * 0.36),
            (x + size * 0.3, y - size * 0.36),
            (x + size * 0.16, y),
            (x - size * 0.16, y),
        ],
        "#dfe6e8",
    )
