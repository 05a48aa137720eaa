"""Animals of the fields and ponds. x, y is the ground under them."""

from math import sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, smooth

HIDE = "#5b5660"
FEATHER = "#faf7ee"
TRUNK = (
    "-.78,.78 -.5,.97 -.05,.93 .35,1.02 .62,.9 .66,.62 .4,.4 -.1,.32 -.55,.4 -.78,.56"
)
BELLY = (
    "-.78,.46 -.5,.65 -.05,.61 .35,.7 .62,.58 .66,.3 .4,.38 -.1,.3 -.55,.38 -.78,.54"
)


def buffalo(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    *,
    facing: int = 1,
    grazing: bool = False,
) -> None:
    """A water buffalo; height to the shoulder."""
    body = Place(x, y, height, facing=facing)
    canvas.shadow(x, y, height * 0.95, height * 0.09)
    for across, shade in ((-0.42, 0.22), (0.44, 0.22), (-0.56, 0.0), (0.32, 0.0)):
        hide, knee = darker(HIDE, shade), body.at(across - 0.02, 0.24)
        canvas.limb(body.at(across, 0.5), knee, height * 0.2, height * 0.12, hide)
        canvas.limb(knee, body.at(across, 0.03), height * 0.11, height * 0.09, hide)
    tail = smooth(body.path("-.76,.75 -.86,.5 -.82,.25"), steps=5)
    canvas.line(tail, height * 0.045, darker(HIDE, 0.15))
    canvas.polygon(smooth(body.path(TRUNK), closed=True), HIDE)
    canvas.polygon(smooth(body.path(BELLY), closed=True), darker(HIDE, 0.5), 0.18)
    low = y + 0.42 * height if grazing else y
    _buffalo_head(canvas, body.at(0.5, 0.75), Place(x, low, height, facing=facing))


def _buffalo_head(canvas: Canvas, neck: tuple[float, float], head: Place) -> None:
    size = head.size
    canvas.limb(neck, head.at(0.88, 0.86), size * 0.4, size * 0.26, HIDE)
    canvas.limb(
        head.at(0.88, 0.86), head.at(1.12, 0.64), size * 0.25, size * 0.16, HIDE
    )
    canvas.ellipse(*head.at(1.15, 0.62), size * 0.08, size * 0.07, lighter(HIDE, 0.18))
    ear = darker(HIDE, 0.15)
    canvas.limb(head.at(0.8, 0.88), head.at(0.64, 0.8), size * 0.09, size * 0.04, ear)
    horn = smooth(head.path(".88,.96 .76,1.12 .56,1.14 .46,1.04"), steps=5)
    canvas.line(horn, size * 0.06, "#c9bda6")


def egret(
    canvas: Canvas, x: float, y: float, height: float, *, facing: int = 1
) -> None:
    """A white wader standing in the paddy."""
    bird = Place(x, y, height, facing=facing)
    for across in (-0.04, 0.05):
        canvas.line(
            [bird.at(across, 0), bird.at(across, 0.4)], height * 0.03, "#5a5548"
        )
    body = bird.path("-.3,.36 -.1,.56 .14,.56 .16,.44 0,.36")
    canvas.polygon(smooth(body, closed=True), FEATHER)
    neck = bird.path(".12,.5 .24,.66 .14,.8 .22,.94")
    canvas.line(smooth(neck, steps=6), height * 0.055, FEATHER)
    head, tip = bird.at(0.26, 0.93), bird.at(0.42, 0.9)
    canvas.limb(bird.at(0.22, 0.94), head, height * 0.07, height * 0.06, FEATHER)
    canvas.limb(head, tip, height * 0.035, height * 0.01, "#d8a040")


def egret_flight(
    canvas: Canvas, x: float, y: float, span: float, *, count: int = 5
) -> None:
    """A loose line of white birds crossing low over the land."""
    for index in range(count):
        drift = canvas.dice.uniform(-0.4, 0.4) * span
        bird = Place(x + index * span * 1.9, y - index * span * 0.45 + drift, span)
        lift = 0.35 + 0.3 * sin(index * 2.1)
        shape = ((-1, 1), (-0.3, 0.5), (0, 0), (0.35, 0.7), (1, 1.1))
        edge = smooth([bird.at(dx, lift * share) for dx, share in shape], steps=5)
        rear = [(px, py + span * 0.16) for px, py in reversed(edge)]
        canvas.polygon(edge + rear, FEATHER)
        tail, beak = bird.at(-0.4, -0.14), bird.at(0.5, -0.02)
        canvas.limb(tail, beak, span * 0.12, span * 0.06, FEATHER)


def hen(canvas: Canvas, x: float, y: float, size: float, *, facing: int = 1) -> None:
    bird = Place(x, y, size, facing=facing)
    tone = canvas.dice.choice(("#b5673e", "#8c5538", "#e9dcc3"))
    canvas.line([bird.at(0, 0), bird.at(0, 0.3)], size * 0.06, "#d8a040")
    body = bird.path(
        "-.62,.86 -.5,.46 -.2,.26 .2,.28 .4,.5 .46,.86 .34,.98 .22,.74 -.1,.62 -.42,.74"
    )
    canvas.polygon(smooth(body, closed=True, steps=5), tone)
    canvas.ellipse(*bird.at(0.38, 0.98), size * 0.06, size * 0.07, "#cf3f38")
    canvas.limb(
        bird.at(0.46, 0.84), bird.at(0.56, 0.8), size * 0.06, size * 0.02, "#e0b04c"
    )


def duck(canvas: Canvas, x: float, y: float, size: float, *, facing: int = 1) -> None:
    """A duck on the water."""
    bird = Place(x, y, size, facing=facing)
    body = bird.path("-.55,.34 -.2,.3 .3,.26 .46,.1 .3,0 -.3,0")
    canvas.polygon(smooth(body, closed=True, steps=5), FEATHER)
    canvas.limb(
        bird.at(0.34, 0.16), bird.at(0.4, 0.5), size * 0.16, size * 0.18, FEATHER
    )
    canvas.limb(
        bird.at(0.48, 0.5), bird.at(0.62, 0.46), size * 0.09, size * 0.05, "#e09a3c"
    )
