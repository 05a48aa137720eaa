"""Things carried, sold and used: baskets, sheaves, sacks, tools."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Point, rounded_box, smooth
from articles.demo.pictures.poses import Joints

PRODUCE = (
    ("#e4872e", "#e99c46"),
    ("#6fa84f", "#8abf62"),
    ("#cf4436", "#de6450"),
    ("#e3c04a", "#edd070"),
    ("#8a4f8f", "#a26aa5"),
    ("#f0e6cf", "#fbf4e2"),
)


def basket(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    produce: tuple[str, str] | None = None,
) -> None:
    """A woven basket, heaped with fruit if any is given."""
    tall, rim = width * 0.42, width / 2
    if produce:
        for row, count in ((0, 6), (1, 5), (2, 3)):
            for index in range(count):
                px = x + (index - (count - 1) / 2) * width * 0.16
                canvas.ellipse(
                    px,
                    y - tall - row * width * 0.11,
                    width * 0.1,
                    width * 0.1,
                    produce[(index + row) % 2],
                )
                canvas.ellipse(
                    px - width * 0.025,
                    y - tall - row * width * 0.11 - width * 0.03,
                    width * 0.03,
                    width * 0.03,
                    lighter(produce[0], 0.5),
                    0.7,
                )
    canvas.polygon(
        [
            (x - rim, y - tall),
            (x + rim, y - tall),
            (x + rim * 0.74, y),
            (x - rim * 0.74, y),
        ],
        "#c29a5f",
    )
    for row in (0.3, 0.6):
        half = rim * (1 - 0.26 * row)
        canvas.line(
            [(x - half, y - tall * (1 - row)), (x + half, y - tall * (1 - row))],
            max(1.2, width * 0.025),
            "#97733f",
            0.7,
        )
    canvas.polygon(
        [
            (x + rim * 0.2, y - tall),
            (x + rim, y - tall),
            (x + rim * 0.74, y),
            (x + rim * 0.15, y),
        ],
        "#5a3f2a",
        0.18,
    )
    canvas.limb(
        (x - rim, y - tall), (x + rim, y - tall), width * 0.07, width * 0.07, "#d8b478"
    )


def shoulder_pole(
    canvas: Canvas,
    spots: Joints,
    height: float,
    produce: tuple[str, str] | None,
    *,
    facing: int,
) -> None:
    """Quang gánh: two baskets on a springy pole over the near shoulder."""
    x, y = spots.shoulders[1][0], spots.shoulders[1][1] - height * 0.03
    reach = height * 0.44
    pole = smooth(
        [
            (x - reach, y + height * 0.05),
            (x, y - height * 0.02),
            (x + reach, y + height * 0.05),
        ],
        steps=6,
    )
    for side in (-1, 1):
        px, floor = x + side * reach * 0.94, y + height * 0.56
        for spread in (-0.1, 0.1):
            canvas.line(
                [
                    (px, y + height * 0.045),
                    (px + spread * height, floor - height * 0.1),
                ],
                max(1.0, height * 0.008),
                "#7a5a3a",
            )
        basket(canvas, px, floor, height * 0.24, produce)
    canvas.line(pole, height * 0.022, "#a9783f")


def sheaf(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A bound sheaf standing on its cut end."""
    for index in range(17):
        turn = (index / 16 - 0.5) * 1.1
        tip = (
            x + sin(turn) * height * 0.62,
            y - height * (0.75 + 0.25 * cos(turn * 2)),
        )
        foot = (x - sin(turn) * height * 0.3, y)
        tone = ("#d9a83f", "#e8bd57", "#c2902f")[index % 3]
        middle = (x + sin(turn) * height * 0.1, y - height * 0.45)
        canvas.line(smooth([foot, middle, tip], steps=4), height * 0.05, tone)
        canvas.ellipse(*tip, height * 0.05, height * 0.08, lighter(tone, 0.12))
    canvas.limb(
        (x - height * 0.13, y - height * 0.45),
        (x + height * 0.13, y - height * 0.45),
        height * 0.07,
        height * 0.07,
        "#a9783f",
    )


def sack(
    canvas: Canvas, x: float, y: float, width: float, colour: str = "#e6dcc0"
) -> None:
    """A filled sack lying on its side."""
    canvas.polygon(
        rounded_box(x - width / 2, y - width * 0.42, width, width * 0.42, width * 0.15),
        colour,
    )
    canvas.polygon(
        rounded_box(x - width / 2, y - width * 0.2, width, width * 0.2, width * 0.09),
        darker(colour, 0.5),
        0.16,
    )
    canvas.line(
        [(x - width * 0.36, y - width * 0.36), (x - width * 0.36, y - width * 0.06)],
        max(1.2, width * 0.02),
        darker(colour, 0.25),
    )


def sack_pile(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    *,
    rows: int = 3,
    colour: str = "#e6dcc0",
) -> None:
    """Sacks laid like bricks, one fewer in each row."""
    canvas.shadow(x, y, width * rows * 0.55, width * 0.1)
    for row in range(rows):
        count = rows - row + 1
        for index in range(count):
            tone = darker(colour, 0.05 * ((index + row) % 3))
            sack(
                canvas,
                x + (index - (count - 1) / 2) * width * 0.96,
                y - row * width * 0.38,
                width,
                tone,
            )


def between(first: Point, second: Point, share: float) -> Point:
    """A point on the line through two points; beyond them outside 0 to 1."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
    )


def shovel(canvas: Canvas, upper: Point, lower: Point, height: float) -> None:
    """A spade held in two hands, its blade beyond the lower one."""
    tip, neck = between(upper, lower, 2.6), between(upper, lower, 2.1)
    canvas.line([between(upper, lower, -0.5), neck], height * 0.02, "#a9783f")
    canvas.limb(neck, tip, height * 0.085, height * 0.05, "#7d8790")


def sickle(canvas: Canvas, hand: Point, size: float, *, facing: int) -> None:
    x, y = hand
    blade = smooth(
        [
            (x, y),
            (x + facing * size * 0.5, y + size * 0.25),
            (x + facing * size * 0.85, y - size * 0.1),
            (x + facing * size * 0.8, y - size * 0.4),
        ],
        steps=5,
    )
    canvas.line(blade, size * 0.1, "#8d959c")


def watering_can(canvas: Canvas, hand: Point, size: float, *, facing: int) -> None:
    """Tilted, with its water falling."""
    x, y = hand
    for drop in range(5):
        fall = size * (0.35 + 0.26 * drop)
        canvas.line(
            [
                (x + facing * size * (0.95 + 0.05 * drop), y + fall),
                (x + facing * size * (1.0 + 0.05 * drop), y + fall + size * 0.18),
            ],
            size * 0.04,
            "#bfe0e8",
            0.9,
        )
    canvas.limb(
        (x + facing * size * 0.2, y + size * 0.3),
        (x + facing * size * 0.85, y + size * 0.2),
        size * 0.12,
        size * 0.08,
        "#4f8277",
    )
    canvas.polygon(
        rounded_box(x - size * 0.32, y, size * 0.6, size * 0.55, size * 0.08), "#5a9a8c"
    )
    canvas.limb(
        (x + facing * size * 0.82, y + size * 0.12),
        (x + facing * size * 0.95, y + size * 0.32),
        size * 0.1,
        size * 0.1,
        "#4f8277",
    )


def bouquet(canvas: Canvas, hand: Point, size: float) -> None:
    for step in range(9):
        turn = step * 2 * pi / 9
        canvas.ellipse(
            hand[0] + cos(turn) * size * 0.4,
            hand[1] - size * 0.4 + sin(turn) * size * 0.3,
            size * 0.2,
            size * 0.18,
            ("#e86a92", "#f2a541", "#4f9657")[step % 3],
        )
