"""The orchard: rows of bearing trees, pickers, baskets, a ladder."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import down_to, ridge
from articles.demo.pictures.goods import basket, shoulder_pole
from articles.demo.pictures.greenery import flowers
from articles.demo.pictures.landscape import grass, ground, near, stature
from articles.demo.pictures.outfits import farmer
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import BARK, crown
from articles.demo.pictures.poses import CARRY, HOLD, REACH, SQUAT
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging

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
    _paths(canvas, horizon)
    grass(canvas, horizon + 20, "#7fae5c", count=420)
    acts = Staging()
    _rows(canvas, acts, horizon, fruit, leaf)
    _pickers(canvas, acts, horizon, fruit)
    acts.paint()
    flowers(canvas, 0, canvas.width, canvas.height + 12, 15, count=60)


def _paths(canvas: Canvas, horizon: float) -> None:
    """A beaten path between the rows."""
    vanish, half = canvas.x(0.5), canvas.width * 0.13
    canvas.gradient(
        [
            (vanish - 6, horizon),
            (vanish + 6, horizon),
            (vanish + half, canvas.height),
            (vanish - half * 1.2, canvas.height),
        ],
        "#dcc79a",
        "#c9a874",
    )
    canvas.polygon(
        down_to(
            ridge(canvas.dice, canvas.width, horizon + 6, 14, waves=3), horizon + 10
        ),
        "#6fa06a",
    )


def _rows(
    canvas: Canvas, acts: Staging, horizon: float, fruit: tuple[str, str], leaf: str
) -> None:
    vanish = canvas.x(0.5)
    for row in (-2, -1, 1, 2):
        for share in (0.06, 0.12, 0.2, 0.32, 0.5, 0.74):
            level = horizon + (canvas.height - horizon) * (
                share + canvas.dice.uniform(-0.01, 0.01)
            )
            x = vanish + row * canvas.width * (0.012 + 0.36 * share) * (
                1.15 if abs(row) == 2 else 1.0
            )
            height = stature(canvas, level, horizon, 480) * canvas.dice.uniform(
                0.92, 1.1
            )
            if -120 < x < canvas.width + 120:
                acts.add(
                    level,
                    _fruit_tree,
                    canvas,
                    (x, level),
                    height,
                    fruit,
                    leaf,
                    0.4 - 0.9 * near(canvas, level, horizon),
                )


def _fruit_tree(
    canvas: Canvas,
    place: tuple[float, float],
    height: float,
    fruit: tuple[str, str],
    leaf: str,
    haze: float,
) -> None:
    x, y = place
    canvas.shadow(x, y, height * 0.4, height * 0.05, 0.25)
    with canvas.depth(max(0.0, haze)):
        canvas.limb((x, y), (x, y - height * 0.45), height * 0.06, height * 0.045, BARK)
        crown(canvas, x, y - height * 0.62, height * 0.38, leaf)
        for _ in range(26):
            px, py = canvas.dice.gauss(0, 0.17), canvas.dice.gauss(0, 0.15)
            cx, cy, size = (
                x + px * height,
                y - height * 0.58 - py * height,
                height * 0.026,
            )
            canvas.ellipse(
                cx, cy + size * 0.2, size * 1.05, size * 1.05, darker(leaf, 0.3)
            )
            canvas.ellipse(cx, cy, size, size, fruit[0])
            canvas.ellipse(
                cx - size * 0.25,
                cy - size * 0.3,
                size * 0.4,
                size * 0.35,
                lighter(fruit[1], 0.3),
            )


def _pickers(
    canvas: Canvas, acts: Staging, horizon: float, fruit: tuple[str, str]
) -> None:
    for x, level, pose, facing in (
        (canvas.x(0.28, 0.33), canvas.y(0.86), REACH, -1),
        (canvas.x(0.6, 0.64), canvas.y(0.78), REACH, 1),
        (canvas.x(0.54, 0.6), canvas.y(0.95), canvas.dice.choice((SQUAT, HOLD)), 1),
    ):
        height = stature(canvas, level, horizon, 330)
        acts.add(level, canvas.shadow, x, level, height * 0.2, height * 0.03)
        acts.add(
            level + 1,
            person,
            canvas,
            x,
            level,
            height,
            pose,
            farmer(canvas.dice),
            facing=facing,
        )
        acts.add(
            level + 8,
            basket,
            canvas,
            x + facing * height * 0.42,
            level + 10,
            height * 0.36,
            fruit,
        )
    if canvas.dice.random() < 0.7:
        acts.add(
            canvas.y(0.7),
            _carrier,
            canvas,
            canvas.x(0.46, 0.53),
            canvas.y(0.7),
            stature(canvas, canvas.y(0.7), horizon, 330),
            fruit,
        )
    for index in range(canvas.dice.randint(2, 4)):
        acts.add(
            canvas.y(0.97),
            basket,
            canvas,
            canvas.x(0.72 + index * 0.08),
            canvas.y(0.97) + index * 3,
            110,
            fruit,
        )


def _carrier(
    canvas: Canvas, x: float, y: float, height: float, fruit: tuple[str, str]
) -> None:
    spots = person(canvas, x, y, height, CARRY, farmer(canvas.dice))
    shoulder_pole(canvas, spots, height, fruit, facing=1)
