"""Tables and seats. x is the middle, y the floor."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, box, rounded_box

WOOD = "#b07a4c"


def table(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: str = WOOD
) -> None:
    """A table with a front panel, seen slightly from above."""
    top, deep, left = y - height, height * 0.12, x - width / 2
    canvas.shadow(x, y, width * 0.52, height * 0.08)
    for side in (0.03, 0.93):
        canvas.box(left + side * width, top, width * 0.04, height, darker(colour, 0.28))
    canvas.box(
        left + width * 0.06, top, width * 0.88, height * 0.62, darker(colour, 0.4)
    )
    board = Place(x, top, width, rise=deep).path("-.47,1 .47,1 .5,0 -.5,0")
    canvas.polygon(board, lighter(colour, 0.16))
    canvas.box(left, top, width, height * 0.1, darker(colour, 0.1))


def clothed_table(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: str
) -> None:
    """A table under a cloth that falls to the floor."""
    top, left = y - height, x - width / 2
    canvas.shadow(x, y, width * 0.53, height * 0.07)
    canvas.gradient(box(left, top, width, height), colour, darker(colour, 0.2))
    folds = max(4, int(width / 38))
    for fold in range(folds):
        edge = Place(left + fold * width / folds, y, 1, rise=height)
        canvas.polygon(edge.path("8,.9 16,.9 26,0 2,0"), darker(colour, 0.5), 0.14)
    board = Place(x, top, width, rise=height * 0.12).path("-.485,1 .485,1 .5,0 -.5,0")
    canvas.polygon(board, lighter(colour, 0.25))
    canvas.box(left, top, width, height * 0.07, lighter(colour, 0.12))


def chair_back(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A chair seen from behind; drawn over whoever sits on it."""
    wide, wood, top = height * 0.52, "#9a6a42", y - height
    left = x - wide / 2
    for side in (0.0, 0.94):
        canvas.box(left + side * wide, top, height * 0.05, height, darker(wood, 0.15))
    canvas.polygon(rounded_box(left, top, wide, height * 0.46, height * 0.06), wood)
    rail = rounded_box(left, top + height * 0.01, wide, height * 0.07, height * 0.03)
    canvas.polygon(rail, lighter(wood, 0.18))
    seat = (left - wide * 0.03, top + height * 0.42, wide * 1.06, height * 0.14)
    canvas.polygon(rounded_box(*seat, height * 0.03), darker(wood, 0.25))


def stool(canvas: Canvas, x: float, y: float, height: float, colour: str) -> None:
    seat, leg = Place(x, y, height), darker(colour, 0.2)
    for outline in ("-.23,1 -.31,0", ".23,1 .31,0"):
        canvas.limb(*seat.path(outline), height * 0.1, height * 0.08, leg)
    canvas.limb(*seat.path("-.31,1 .31,1"), height * 0.16, height * 0.16, colour)


def bench(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """A stone bench without a back."""
    stone = "#a9a294"
    canvas.shadow(x, y, width * 0.52, height * 0.12)
    for side in (-0.42, 0.34):
        canvas.box(
            x + side * width, y - height, width * 0.08, height, darker(stone, 0.25)
        )
    canvas.box(x - width / 2, y - height, width, height * 0.22, stone)
    board = Place(x, y - height, width, rise=height * 0.16).path(
        "-.47,1 .47,1 .5,0 -.5,0"
    )
    canvas.polygon(board, lighter(stone, 0.25))


def waiting_seat(
    canvas: Canvas, x: float, y: float, height: float, colour: str
) -> None:
    """One of a row of moulded seats, seen from the side; `height` is the seat's."""
    canvas.shadow(x, y, 66, 9)
    canvas.polygon(
        rounded_box(x - 62, y - height - 110, 26, 120, 12), darker(colour, 0.12)
    )
    canvas.polygon(rounded_box(x - 60, y - height, 116, 22, 10), colour)
    for leg in (-44, 36):
        canvas.box(x + leg, y - height + 20, 9, height - 20, "#8d959c")
