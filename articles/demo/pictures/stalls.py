"""Market stalls. x is the middle, y the ground, `tall` the height of the seller."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, arc, box
from articles.demo.pictures.goods import PRODUCE, basket
from articles.demo.pictures.outfits import farmer
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import STAND, TALK
from articles.demo.pictures.roofs import awning

CREAM = "#f7efe0"
CLOTHS = ("#d9573e", "#3f8f86", "#e3a53f", "#4d7fae", "#c9728a", "#8a5a8f")


def stall(canvas: Canvas, x: float, y: float, tall: float) -> None:
    """A counter of produce under a striped awning, its seller behind it."""
    wide, high, dice = tall * 1.55, tall * 1.35, canvas.dice
    frame = Place(x, y, wide, rise=high)
    canvas.shadow(x, y, wide * 0.6, tall * 0.06)
    for post in ("-.48,0 -.48,1", ".48,0 .48,1"):
        canvas.line(frame.path(post), tall * 0.03, "#8a6a48")
    canvas.polygon(frame.block(-0.48, 1, 0.96, 0.9), "#3a2f3a", 0.22)
    seller = frame.at(dice.uniform(-0.2, 0.2), 0.08)
    person(canvas, *seller, tall, dice.choice((STAND, TALK)), farmer(dice))
    _counter(canvas, x, y, (wide, tall))
    awning(
        canvas,
        x,
        y - high * 1.16,
        wide * 1.06,
        high * 0.24,
        (dice.choice(CLOTHS), CREAM),
    )


def _counter(canvas: Canvas, x: float, y: float, size: tuple[float, float]) -> None:
    """A draped board with crates of produce, slanted towards the buyer."""
    (wide, tall), cloth = size, canvas.dice.choice(CLOTHS)
    front = box(x - wide / 2, y - tall * 0.42, wide, tall * 0.42)
    canvas.gradient(front, lighter(cloth, 0.1), darker(cloth, 0.2))
    for index, kind in enumerate(canvas.dice.sample(PRODUCE, 4)):
        left, fruit = x + wide * (index / 4 - 0.5), tall * 0.045
        for row in range(3):
            for place in range(5):
                px = left + wide / 21.6 * (place + 0.5 + 0.3 * (row % 2))
                level = y - tall * (0.44 + 0.05 * row)
                canvas.ellipse(px, level, fruit, fruit, kind[(row + place) % 2])
        canvas.box(left + 2, y - tall * 0.43, wide / 4 - 4, tall * 0.07, "#b88a58")


def parasol_stall(canvas: Canvas, x: float, y: float, tall: float) -> None:
    """A big umbrella over a seller with baskets."""
    colour, wide, top = canvas.dice.choice(CLOTHS), tall * 0.95, y - tall * 1.45
    canvas.shadow(x, y, wide, tall * 0.08)
    canvas.line([(x, y), (x, top)], tall * 0.03, "#8a6a48")
    person(canvas, x - tall * 0.2, y - 4, tall, STAND, farmer(canvas.dice))
    for index in range(5):
        dome = arc(x, top, wide * (1 - index * 0.24), tall * 0.36, 180, 360)
        canvas.polygon(dome, CREAM if index % 2 else colour)
    for side in (-0.5, 0.0, 0.5):
        place = (x + side * tall, y + tall * 0.08)
        basket(canvas, *place, tall * 0.44, canvas.dice.choice(PRODUCE))
