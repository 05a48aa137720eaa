"""Break time: the school, flame trees, pupils at play."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.festive import bunting, sagging
from articles.demo.pictures.furniture import bench
from articles.demo.pictures.greenery import flowers, hedge, pot, tree_line
from articles.demo.pictures.landscape import ground, paving
from articles.demo.pictures.outfits import long_dress, pupil
from articles.demo.pictures.palms import areca
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    CHEER,
    DASH,
    JUMP,
    KICK,
    RUN,
    SIT_READ,
    STAND,
    TALK,
    WALK,
)
from articles.demo.pictures.public_buildings import school
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.trees import flamboyant, tree

WALLS = ("#efd08a", "#f0d9c0", "#e6e2cc", "#f3c99a")


def school_yard(canvas: Canvas) -> None:
    horizon, dice = canvas.y(0.5, 0.54), canvas.dice
    open_country(canvas, horizon, height=230)
    tree_line(canvas, horizon + 4, 80, haze=0.3, palms=7)
    ground(canvas, horizon, "#e3cfa6", "#cda977")
    paving(canvas, horizon + 56)
    place = (canvas.x(0.46, 0.54), horizon + 34, max(960, canvas.width * 0.72))
    school(canvas, *place, wall=dice.choice(WALLS))
    hedge(canvas, 0, canvas.width, horizon + 54, 17)
    flowers(canvas, 0, canvas.width, horizon + 62, 7, count=110)
    acts = Staging(canvas, horizon, tallest=270)
    _trees(acts)
    _shade(acts, canvas.x(0.06, 0.16), acts.level(0.42))
    _players(acts)
    _scattered(acts)
    acts.paint()
    if dice.random() < 0.5:
        bunting(canvas, (-10, canvas.y(0.1)), (canvas.x(0.55), canvas.y(0.05)), 60, 34)
        bunting(
            canvas,
            (canvas.x(0.5), canvas.y(0.05)),
            (canvas.width + 10, canvas.y(0.12)),
            60,
            34,
        )


def _trees(acts: Staging) -> None:
    canvas, horizon = acts.canvas, acts.horizon
    kind, height = canvas.dice.choice(
        ((flamboyant, 380), (flamboyant, 380), (tree, 340))
    )
    acts.add(horizon + 90, kind, canvas, canvas.x(0.86, 0.97), horizon + 90, height)
    for share in (0.3, 0.72):
        acts.add(horizon + 52, areca, canvas, canvas.x(share), horizon + 52, 270)
    acts.add(
        canvas.y(0.99),
        pot,
        canvas,
        canvas.x(0.95),
        canvas.y(0.99),
        150,
        flower="#e86a92",
    )


def _shade(acts: Staging, x: float, level: float) -> None:
    """A flame tree, its petals on the ground, a reader on the bench beneath."""
    canvas, dice = acts.canvas, acts.canvas.dice
    acts.add(level, canvas.shadow, x, level, 230, 22)
    acts.add(level + 1, flamboyant, canvas, x, level, 520)
    for _ in range(60):
        petal = (x + dice.gauss(0, 150), level + dice.gauss(10, 26))
        acts.add(level + 2, canvas.ellipse, *petal, 4, 2.2, "#e05a3f")
    acts.add(level + 12, bench, canvas, x + 200, level + 12, 170, 46)
    reader = pupil(dice)
    acts.add(level + 14, person, canvas, x + 200, level + 16, 196, SIT_READ, reader)


def _players(acts: Staging) -> None:
    """Three with a rope, two with a shuttlecock."""
    canvas, dice = acts.canvas, acts.canvas.dice
    acts.add(canvas.y(0.9), _rope, acts, canvas.x(0.65, 0.7), canvas.y(0.9))
    x, level = canvas.x(0.2, 0.28), canvas.y(0.92, 0.95)
    tall = acts.tall(level)
    acts.stand(x, level, KICK, pupil(dice))
    acts.stand(x + tall * 1.15, level, dice.choice((RUN, DASH)), pupil(dice), facing=-1)
    acts.add(
        level + 2,
        _shuttlecock,
        canvas,
        x + tall * 0.62,
        level - tall * 0.62,
        tall * 0.1,
    )


def _scattered(acts: Staging) -> None:
    """The others, and a teacher who looks on."""
    canvas, dice = acts.canvas, acts.canvas.dice
    for _ in range(dice.randint(5, 8)):
        x, level = canvas.x(0.22, 0.92), dice.uniform(acts.horizon + 85, canvas.y(0.76))
        pose = dice.choice((WALK, RUN, DASH, STAND, TALK, CHEER))
        acts.stand(x, level, pose, pupil(dice), facing=dice.choice((-1, 1)))
    acts.stand(canvas.x(0.82), canvas.y(0.74), TALK, long_dress(dice), share=1.3)


def _rope(acts: Staging, x: float, y: float) -> None:
    """Two turn the rope, one jumps."""
    canvas, tall = acts.canvas, acts.tall(y)
    ends = []
    for side in (-1, 1):
        px = x + side * tall * 0.95
        canvas.shadow(px, y, tall * 0.2, tall * 0.03)
        spots = person(canvas, px, y, tall, STAND, pupil(canvas.dice), facing=-side)
        ends.append(spots.hands[1])
    canvas.shadow(x, y, tall * 0.2, tall * 0.03)
    person(canvas, x, y - tall * 0.12, tall, JUMP, pupil(canvas.dice))
    canvas.line(sagging(*ends, tall * 0.4), 4, "#c9573e")


def _shuttlecock(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Đá cầu: a weighted feather."""
    for lean, tone in ((-0.5, "#e4572e"), (0.0, "#f2b541"), (0.5, "#4d9a5f")):
        tip = x + lean * size
        feather = [
            (x - 2, y),
            (tip, y - size * 1.5),
            (tip + 7, y - size * 1.3),
            (x + 2, y),
        ]
        canvas.polygon(feather, tone)
    canvas.ellipse(x, y, size * 0.3, size * 0.16, "#5a5450")
