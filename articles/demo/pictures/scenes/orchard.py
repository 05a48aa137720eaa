"""The orchard: rows of bearing trees, pickers and baskets."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, Point, down_to, ridge
from articles.demo.pictures.goods import Produce, basket, shoulder_pole
from articles.demo.pictures.greenery import flowers
from articles.demo.pictures.landscape import grass, ground, near
from articles.demo.pictures.outfits import farmer
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import CARRY, HOLD, REACH, SQUAT
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.trees import BARK, crown

FRUITS = (
    ("#e8892c", "#f0a24a"),
    ("#cf3f38", "#e0604f"),
    ("#e6c243", "#f0d872"),
    ("#9cc257", "#b7d475"),
)
LEAVES = ("#3f8f5b", "#4c9655", "#3a8560")


def orchard(canvas: Canvas) -> None:
    horizon = canvas.y(0.4, 0.48)
    fruit, leaf = canvas.dice.choice(FRUITS), canvas.dice.choice(LEAVES)
    open_country(canvas, horizon, height=220)
    ground(canvas, horizon, "#a9c77a", "#6b9a4a")
    _path(canvas, horizon)
    grass(canvas, horizon + 20, "#7fae5c", count=420)
    acts = Staging(canvas, horizon, tallest=330)
    _rows(acts, fruit, leaf)
    _pickers(acts, fruit)
    acts.paint()
    flowers(canvas, 0, canvas.width, canvas.height + 12, 15, count=60)


def _path(canvas: Canvas, horizon: float) -> None:
    """A beaten path between the rows."""
    vanish, half, low = canvas.x(0.5), canvas.width * 0.13, canvas.height
    far = [(vanish - 6, horizon), (vanish + 6, horizon)]
    canvas.gradient(
        [*far, (vanish + half, low), (vanish - half * 1.2, low)], "#dcc79a", "#c9a874"
    )
    edge = ridge(canvas.dice, canvas.width, horizon + 6, 14, waves=3)
    canvas.polygon(down_to(edge, horizon + 10), "#6fa06a")


def _rows(acts: Staging, fruit: Produce, leaf: str) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    for row in (-2, -1, 1, 2):
        spread = row * canvas.width * (1.15 if abs(row) == 2 else 1.0)
        for share in (0.06, 0.12, 0.2, 0.32, 0.5, 0.74):
            level = acts.level(share - 0.01, share + 0.01)
            x = canvas.x(0.5) + spread * (0.012 + 0.36 * share)
            height = acts.tall(level) * 1.45 * dice.uniform(0.92, 1.1)
            if -120 < x < canvas.width + 120:
                haze = max(0.0, 0.4 - 0.9 * near(canvas, level, acts.horizon))
                acts.add(
                    level, _fruit_tree, canvas, (x, level), height, (fruit, leaf), haze
                )


def _fruit_tree(
    canvas: Canvas,
    foot: Point,
    height: float,
    colours: tuple[Produce, str],
    haze: float,
) -> None:
    (fruit, leaf), tree, size = colours, Place(*foot, height), height * 0.026
    canvas.shadow(*foot, height * 0.4, height * 0.05, 0.25)
    with canvas.depth(haze):
        canvas.limb(*tree.path("0,0 0,.45"), height * 0.06, height * 0.045, BARK)
        crown(canvas, *tree.at(0, 0.62), height * 0.38, leaf)
        for _ in range(26):
            turn, far = (
                canvas.dice.uniform(0, 2 * pi),
                0.29 * canvas.dice.random() ** 0.5,
            )
            x, y = tree.at(cos(turn) * far * 1.1, 0.62 + sin(turn) * far)
            canvas.ellipse(
                x, y + size * 0.2, size * 1.05, size * 1.05, darker(leaf, 0.3)
            )
            canvas.ellipse(x, y, size, size, fruit[0])
            shine = lighter(fruit[1], 0.3)
            canvas.ellipse(
                x - size * 0.25, y - size * 0.3, size * 0.4, size * 0.35, shine
            )


def _pickers(acts: Staging, fruit: Produce) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    resting = dice.choice((SQUAT, HOLD))
    places = ((0.28, 0.86, REACH, -1), (0.6, 0.78, REACH, 1), (0.54, 0.95, resting, 1))
    for place, depth, pose, facing in places:
        x, level = canvas.x(place, place + 0.05), canvas.y(depth)
        tall = acts.tall(level)
        acts.stand(x, level, pose, farmer(dice), facing=facing)
        acts.add(
            level + 8,
            basket,
            canvas,
            x + facing * tall * 0.42,
            level + 10,
            tall * 0.36,
            fruit,
        )
    if dice.random() < 0.7:
        acts.add(
            canvas.y(0.7), _carrier, acts, canvas.x(0.46, 0.53), canvas.y(0.7), fruit
        )
    for index in range(dice.randint(2, 4)):
        x, y = canvas.x(0.72 + index * 0.08), canvas.y(0.97) + index * 3
        acts.add(y, basket, canvas, x, y, 110, fruit)


def _carrier(acts: Staging, x: float, y: float, fruit: Produce) -> None:
    tall = acts.tall(y)
    spots = person(acts.canvas, x, y, tall, CARRY, farmer(acts.canvas.dice))
    shoulder_pole(acts.canvas, spots, tall, fruit)
