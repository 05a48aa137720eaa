"""Plants in company: a far tree line, a hedge, flowers, pots, saplings, leaves that frame."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, Point, down_to, smooth
from articles.demo.pictures.palms import areca, bamboo, banana, coconut, leaf
from articles.demo.pictures.trees import bush, tree

FLOWERS = ("#e4572e", "#f2a541", "#e86a92", "#f7d154", "#b565a7")
GREENS = ("#4f9657", "#5fa55d", "#3f8550")


def tree_line(
    canvas: Canvas, y: float, height: float, *, haze: float = 0.35, palms: int = 6
) -> None:
    """The green edge of a far village, palms standing out of it."""
    with canvas.depth(haze):
        for _ in range(palms):
            kind = canvas.dice.choice((coconut, areca, bamboo))
            kind(canvas, canvas.x(0, 1), y + 2, height * canvas.dice.uniform(1.3, 2.1))
        for tone, share in ((darker("#4b8f66", 0.12), 1.0), ("#5c9f6d", 0.68)):
            canvas.polygon(down_to(_billows(canvas, y, height * share), y + 5), tone)


def _billows(canvas: Canvas, y: float, height: float) -> list[Point]:
    points, x, level = [], -40.0, height * 0.5
    while x < canvas.width + 40:
        half = height * canvas.dice.uniform(0.22, 0.48)
        drift = canvas.dice.uniform(-0.3, 0.3) * height
        level = min(height, max(height * 0.3, level + drift))
        arch = Place(x + half, y - level * 0.6, half, rise=half * 0.84)
        points += [
            arch.at(-cos(step * pi / 6), sin(step * pi / 6)) for step in range(7)
        ]
        x += half * 1.8
    return points


def hedge(canvas: Canvas, left: float, right: float, y: float, height: float) -> None:
    x = left
    while x < right:
        bush(canvas, x, y, height * 1.9, "#4f9657")
        x += height * 1.05


def flowers(
    canvas: Canvas, left: float, right: float, y: float, size: float, *, count: int = 40
) -> None:
    """A strip of low flowers among leaves."""
    dice = canvas.dice
    for _ in range(count):
        x, level = dice.uniform(left, right), y - dice.uniform(-0.5, 1.9) * size
        canvas.ellipse(x, level, size * 0.9, size * 0.7, dice.choice(GREENS))
    for _ in range(count):
        x, level = dice.uniform(left, right), y - dice.uniform(0.3, 2.8) * size
        tone, petal = dice.choice(FLOWERS), size * dice.uniform(0.3, 0.5)
        canvas.ellipse(x, level, petal, petal * 0.9, tone)
        canvas.ellipse(x, level, petal * 0.35, petal * 0.3, lighter(tone, 0.6))


def pot(
    canvas: Canvas, x: float, y: float, height: float, *, flower: str | None = None
) -> None:
    """A glazed pot with a leafy plant, some with flowers."""
    plant, clay = Place(x, y, height), "#b5613f"
    for step in range(11):
        turn = pi * (0.1 + 0.08 * step) + canvas.dice.uniform(-0.1, 0.1)
        reach = canvas.dice.uniform(0.45, 0.68)
        tip = plant.at(cos(turn) * reach * 0.75, 0.32 + sin(turn) * reach)
        canvas.limb(
            plant.at(0, 0.3), tip, height * 0.05, height * 0.02, GREENS[step % 3]
        )
        if flower:
            canvas.ellipse(*tip, height * 0.06, height * 0.055, flower)
    canvas.polygon(plant.path("-.2,.34 .2,.34 .13,0 -.13,0"), clay)
    canvas.polygon(plant.path(".04,.34 .2,.34 .13,0 .03,0"), darker(clay, 0.2), 0.5)
    canvas.limb(*plant.path("-.2,.34 .2,.34"), height * 0.06, height * 0.06, "#c8734c")


def sapling(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A young tree with its stake."""
    stem = Place(x, y, height)
    canvas.line(stem.path(".1,-.01 .06,.72"), height * 0.035, "#b08d5b")
    canvas.line(stem.path("0,0 .02,.9"), height * 0.03, "#7a5a44")
    for step in range(9):
        up, reach = 0.42 + 0.065 * step, 0.24 - 0.014 * step
        tip = stem.at(reach if step % 2 else -reach, up + reach * 0.5)
        tone = ("#5fa55d", "#7dbb66", "#478f55")[step % 3]
        leaf(
            canvas,
            stem.at(0, up),
            tip,
            height * reach * 0.55,
            tone,
            sag=height * reach * 0.12,
        )


def overhang(canvas: Canvas) -> None:
    """Dark leaves that hang into the upper left corner, close to the viewer."""
    ink, dice = darker("#2f6b52", 0.3), canvas.dice
    start = dice.uniform(20, 60)
    bend = [(-20.0, start), (canvas.x(0.12), start + 30), (canvas.x(0.24), start + 90)]
    twig = smooth(bend, steps=9)
    canvas.line(twig, 5, darker("#5b4a3a", 0.3))
    for knot in twig:
        for _ in range(3):
            turn, reach = dice.uniform(0.1, 1.9), dice.uniform(50, 105)
            tip = (knot[0] + cos(turn) * reach, knot[1] + sin(turn) * reach)
            tone = dice.choice((ink, lighter(ink, 0.12), darker(ink, 0.2)))
            leaf(canvas, knot, tip, reach * 0.26, tone)


def grove(canvas: Canvas, x: float, y: float, height: float) -> None:
    """What stands around a farmhouse: a palm or two, bananas, a bush."""
    dice = canvas.dice
    kinds = dice.sample((coconut, areca, bamboo, tree), 2)
    for kind, across in zip(kinds, (-0.3, 0.35), strict=True):
        kind(canvas, x + across * height, y - 4, height * dice.uniform(0.85, 1.1))
    banana(canvas, x + dice.uniform(-0.2, 0.2) * height, y, height * 0.55)
    bush(canvas, x - 0.3 * height, y + 2, height * 0.3)
