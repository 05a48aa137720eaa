"""Tools, placed by the hands that hold them."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.curves import Place, Point, between, rounded_box, smooth


def shovel(canvas: Canvas, hand: Point, ground: Point, height: float) -> None:
    """A spade from behind the hand that guides it down to the earth."""
    neck = between(hand, ground, 0.72)
    canvas.line([between(hand, ground, -0.6), neck], height * 0.022, "#a9783f")
    canvas.limb(neck, ground, height * 0.085, height * 0.045, "#7d8790")


def sickle(canvas: Canvas, hand: Point, size: float, *, facing: int) -> None:
    blade = Place(*hand, size, facing=facing).path("0,0 .5,-.25 .85,.1 .8,.4")
    canvas.line(smooth(blade, steps=5), size * 0.1, "#8d959c")


def watering_can(canvas: Canvas, hand: Point, size: float, *, facing: int) -> None:
    """Tilted, with its water falling."""
    can = Place(*hand, size, facing=facing)
    for drop in range(5):
        across, fall = 0.95 + 0.05 * drop, 0.35 + 0.26 * drop
        trace = [can.at(across, -fall), can.at(across + 0.05, -fall - 0.18)]
        canvas.line(trace, size * 0.04, "#bfe0e8", 0.9)
    canvas.limb(*can.path(".2,-.3 .85,-.2"), size * 0.12, size * 0.08, "#4f8277")
    body = rounded_box(
        hand[0] - size * 0.32, hand[1], size * 0.6, size * 0.55, size * 0.08
    )
    canvas.polygon(body, "#5a9a8c")
    canvas.limb(*can.path(".82,-.12 .95,-.32"), size * 0.1, size * 0.1, "#4f8277")


def racket(canvas: Canvas, hand: Point, tall: float, *, facing: int) -> None:
    """A badminton racket held up; `tall` is the player's height."""
    grip = Place(*hand, tall, facing=facing)
    canvas.line(grip.path("0,0 .1,.16"), tall * 0.016, "#33323c")
    head = grip.at(0.135, 0.23)
    canvas.ellipse(*head, tall * 0.06, tall * 0.085, "#c9573e")
    canvas.ellipse(*head, tall * 0.046, tall * 0.07, "#f1ead8")
