"""Plants in company: a far tree line, a hedge, flowers, pots, saplings, leaves that frame."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import down_to, smooth
from articles.demo.pictures.plants import areca, bamboo, banana, bush, coconut, tree

FLOWERS = ("#e4572e", "#f2a541", "#e86a92", "#f7d154", "#b565a7")


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


def _billows(canvas: Canvas, y: float, height: float) -> list[tuple[float, float]]:
    points, x, level = [], -40.0, height * 0.5
    while x < canvas.width + 40:
        wide = height * canvas.dice.uniform(0.45, 0.95)
        level = min(
            height, max(height * 0.3, level + canvas.dice.uniform(-0.3, 0.3) * height)
        )
        points += [
            (
                x + wide / 2 - cos(turn) * wide / 2,
                y - level * 0.6 - sin(turn) * wide * 0.42,
            )
            for turn in (pi * step / 6 for step in range(7))
        ]
        x += wide * 0.9
    return points


def hedge(
    canvas: Canvas,
    left: float,
    right: float,
    y: float,
    height: float,
    colour: str = "#4f9657",
) -> None:
    x = left
    while x < right:
        bush(canvas, x, y, height * 1.9, colour)
        x += height * 1.05


def flowers(
    canvas: Canvas, left: float, right: float, y: float, size: float, *, count: int = 40
) -> None:
    """A strip of low flowers among leaves."""
    for _ in range(count):
        x, level = (
            canvas.dice.uniform(left, right),
            y - canvas.dice.uniform(0, size * 2.4),
        )
        canvas.ellipse(
            x,
            level + size * 0.5,
            size * 0.9,
            size * 0.7,
            canvas.dice.choice(("#4f9657", "#5fa55d", "#3f8550")),
        )
    for _ in range(count):
        x, level = (
            canvas.dice.uniform(left, right),
            y - canvas.dice.uniform(size * 0.3, size * 2.8),
        )
        tone, petal = canvas.dice.choice(FLOWERS), size * canvas.dice.uniform(0.3, 0.5)
        canvas.ellipse(x, level, petal, petal * 0.9, tone)
        canvas.ellipse(x, level, petal * 0.35, petal * 0.3, lighter(tone, 0.6))


def pot(
    canvas: Canvas, x: float, y: float, height: float, *, flower: str | None = None
) -> None:
    """A glazed pot with a leafy plant, some with flowers."""
    for step in range(11):
        turn = pi * (0.1 + 0.8 * step / 10) + canvas.dice.uniform(-0.1, 0.1)
        reach = height * canvas.dice.uniform(0.45, 0.68)
        tip = (x + cos(turn) * reach * 0.75, y - height * 0.32 - sin(turn) * reach)
        canvas.limb(
            (x, y - height * 0.3),
            tip,
            height * 0.05,
            height * 0.02,
            ("#4f9657", "#3f8550", "#6bad62")[step % 3],
        )
        if flower:
            canvas.ellipse(*tip, height * 0.06, height * 0.055, flower)
    rim, foot, top = height * 0.2, height * 0.13, y - height * 0.34
    canvas.polygon(
        [(x - rim, top), (x + rim, top), (x + foot, y), (x - foot, y)], "#b5613f"
    )
    canvas.polygon(
        [(x + rim * 0.2, top), (x + rim, top), (x + foot, y), (x + foot * 0.2, y)],
        darker("#b5613f", 0.2),
        0.5,
    )
    canvas.limb((x - rim, top), (x + rim, top), height * 0.06, height * 0.06, "#c8734c")


def sapling(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A young tree with its stake."""
    canvas.line(
        [(x + height * 0.1, y + 2), (x + height * 0.06, y - height * 0.72)],
        height * 0.035,
        "#b08d5b",
    )
    canvas.line(
        [(x, y), (x + height * 0.02, y - height * 0.9)], height * 0.03, "#7a5a44"
    )
    for step in range(9):
        level, side = y - height * (0.42 + 0.065 * step), 1 if step % 2 else -1
        reach = height * (0.24 - 0.014 * step)
        tip = (x + side * reach, level - reach * 0.5)
        middle = (x + side * reach * 0.5, level - reach * 0.7)
        leaf = smooth([(x, level), middle, tip], steps=4) + smooth(
            [tip, (x + side * reach * 0.5, level - reach * 0.1), (x, level)], steps=4
        )
        canvas.polygon(leaf, ("#5fa55d", "#7dbb66", "#478f55")[step % 3])


def frame(canvas: Canvas) -> None:
    """Dark leaves that hang into the upper left corner, close to the viewer."""
    ink = darker("#2f6b52", 0.3)
    x, y = -20.0, canvas.dice.uniform(-40, 0)
    twig = smooth(
        [(x, y + 60), (canvas.x(0.12), y + 90), (canvas.x(0.24), y + 150)], steps=9
    )
    canvas.line(twig, 5, darker("#5b4a3a", 0.3))
    for px, py in twig:
        for _ in range(3):
            turn = canvas.dice.uniform(0.1, 1.9)
            reach = canvas.dice.uniform(50, 105)
            tip = (px + cos(turn) * reach, py + sin(turn) * reach)
            nx, ny = -sin(turn) * reach * 0.13, cos(turn) * reach * 0.13
            middle = ((px + tip[0]) / 2, (py + tip[1]) / 2)
            leaf = smooth([(px, py), (middle[0] + nx, middle[1] + ny), tip], steps=5)
            leaf += smooth([tip, (middle[0] - nx, middle[1] - ny), (px, py)], steps=5)
            canvas.polygon(
                leaf, canvas.dice.choice((ink, lighter(ink, 0.12), darker(ink, 0.2)))
            )


def grove(canvas: Canvas, x: float, y: float, height: float) -> None:
    """What stands around a farmhouse: a palm or two, bananas, a bush."""
    kinds = canvas.dice.sample((coconut, areca, bamboo, tree), 2)
    for kind, dx in zip(kinds, (-0.3, 0.35), strict=True):
        kind(canvas, x + dx * height, y - 4, height * canvas.dice.uniform(0.85, 1.1))
    banana(canvas, x + canvas.dice.uniform(-0.2, 0.2) * height, y, height * 0.55)
    bush(canvas, x - 0.3 * height, y + 2, height * 0.3)
