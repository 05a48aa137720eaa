"""Things grown, carried and sold: baskets, sheaves, sacks, flowers."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, Point, rounded_box, smooth
from articles.demo.pictures.poses import Joints

Produce = tuple[str, str]
PRODUCE: tuple[Produce, ...] = (
    ("#e4872e", "#e99c46"),
    ("#6fa84f", "#8abf62"),
    ("#cf4436", "#de6450"),
    ("#e3c04a", "#edd070"),
    ("#8a4f8f", "#a26aa5"),
    ("#f0e6cf", "#fbf4e2"),
)
SHEAF = "-.26,0 -.12,.42 -.4,.82 -.16,.98 .16,.98 .4,.82 .12,.42 .26,0"
BOARDS = "#97733f"


def basket(canvas: Canvas, x: float, y: float, width: float, produce: Produce) -> None:
    """A woven basket heaped with fruit."""
    frame = Place(x, y, width)
    _heap(canvas, Place(x, y - width * 0.42, width), produce)
    canvas.polygon(frame.path("-.5,.42 .5,.42 .37,0 -.37,0"), "#c29a5f")
    for weave in ("-.46,.29 .46,.29", "-.42,.17 .42,.17"):
        canvas.line(frame.path(weave), max(1.2, width * 0.025), BOARDS, 0.7)
    canvas.polygon(frame.path(".1,.42 .5,.42 .37,0 .08,0"), "#5a3f2a", 0.18)
    canvas.limb(*frame.path("-.5,.42 .5,.42"), width * 0.07, width * 0.07, "#d8b478")


def _heap(canvas: Canvas, rim: Place, produce: Produce) -> None:
    size, shine = rim.size * 0.1, lighter(produce[0], 0.5)
    for row, count in ((0, 6), (1, 5), (2, 3)):
        for index in range(count):
            x, y = rim.at((index - (count - 1) / 2) * 0.16, row * 0.11)
            canvas.ellipse(x, y, size, size, produce[(index + row) % 2])
            canvas.ellipse(
                x - size / 4, y - size * 0.3, size * 0.3, size * 0.3, shine, 0.7
            )


def shoulder_pole(
    canvas: Canvas, spots: Joints, height: float, produce: Produce
) -> None:
    """Quang gánh: two baskets on a springy pole over the near shoulder."""
    x, y = spots.shoulders[1]
    pole = Place(x, y - height * 0.03, height)
    for side in (-0.414, 0.414):
        for spread in (-0.1, 0.1):
            cord = [pole.at(side, -0.045), pole.at(side + spread, -0.46)]
            canvas.line(cord, max(1.0, height * 0.008), "#7a5a3a")
        basket(canvas, *pole.at(side, -0.56), height * 0.24, produce)
    bend = smooth(pole.path("-.44,-.05 0,.02 .44,-.05"), steps=6)
    canvas.line(bend, height * 0.022, "#a9783f")


def sheaf(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A bound sheaf standing on its cut end, heavy ears bending outwards."""
    bundle = Place(x, y, height)
    canvas.shadow(x, y, height * 0.4, height * 0.06, 0.25)
    canvas.polygon(smooth(bundle.path(SHEAF), closed=True, steps=5), "#c9952f")
    for index in range(19):
        turn, tone = (
            (index / 18 - 0.5) * 1.15,
            ("#d9a83f", "#e8bd57", "#c2902f")[index % 3],
        )
        tip = bundle.at(sin(turn) * 0.78, 0.72 + 0.28 * cos(turn * 2))
        stalk = [
            bundle.at(-sin(turn) * 0.42, 0),
            bundle.at(sin(turn) * 0.16, 0.45),
            tip,
        ]
        canvas.line(smooth(stalk, steps=4), height * 0.045, tone)
        ear = (tip[0], tip[1] + height * 0.03)
        canvas.ellipse(*ear, height * 0.045, height * 0.09, lighter(tone, 0.14))
    canvas.limb(
        *bundle.path("-.15,.42 .15,.42"), height * 0.07, height * 0.07, "#96652f"
    )


def sack(
    canvas: Canvas, x: float, y: float, width: float, colour: str = "#e6dcc0"
) -> None:
    """A filled sack lying on its side."""
    left, tall = x - width / 2, width * 0.42
    canvas.polygon(rounded_box(left, y - tall, width, tall, width * 0.15), colour)
    shade = rounded_box(left, y - width * 0.2, width, width * 0.2, width * 0.09)
    canvas.polygon(shade, darker(colour, 0.5), 0.16)
    seam = Place(x, y, width).path("-.36,.36 -.36,.06")
    canvas.line(seam, max(1.2, width * 0.02), darker(colour, 0.25))


def sack_pile(
    canvas: Canvas, x: float, y: float, width: float, *, rows: int = 3
) -> None:
    """Sacks laid like bricks, one fewer in each row."""
    canvas.shadow(x, y, width * rows * 0.55, width * 0.1)
    for row in range(rows):
        count = rows - row + 1
        for index in range(count):
            tone = darker("#e6dcc0", 0.05 * ((index + row) % 3))
            shift = (index - (count - 1) / 2) * width * 0.96
            sack(canvas, x + shift, y - row * width * 0.38, width, tone)


def bouquet(canvas: Canvas, hand: Point, size: float) -> None:
    for step in range(9):
        turn, tone = step * 2 * pi / 9, ("#e86a92", "#f2a541", "#4f9657")[step % 3]
        x, y = (
            hand[0] + cos(turn) * size * 0.4,
            hand[1] + (sin(turn) * 0.3 - 0.4) * size,
        )
        canvas.ellipse(x, y, size * 0.2, size * 0.18, tone)
