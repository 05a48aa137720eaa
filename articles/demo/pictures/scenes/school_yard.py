"""Break time: the school, flame trees, pupils at play."""

from articles.demo.pictures.buildings import school
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.festive import bunting, sagging
from articles.demo.pictures.furniture import bench
from articles.demo.pictures.greenery import flowers, hedge, pot, tree_line
from articles.demo.pictures.landscape import ground, stature
from articles.demo.pictures.outfits import long_dress, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import areca, flamboyant, tree
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
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging

WALLS = ("#efd08a", "#f0d9c0", "#e6e2cc", "#f3c99a")


def school_yard(canvas: Canvas) -> None:
    horizon = canvas.y(0.5, 0.54)
    open_country(canvas, horizon, height=230)
    tree_line(canvas, horizon + 4, 80, haze=0.3, palms=7)
    ground(canvas, horizon, "#e3cfa6", "#cda977")
    _paving(canvas, horizon)
    school(
        canvas,
        canvas.x(0.46, 0.54),
        horizon + 34,
        max(960, canvas.width * 0.72),
        wall=canvas.dice.choice(WALLS),
    )
    hedge(canvas, 0, canvas.width, horizon + 54, 17)
    flowers(canvas, 0, canvas.width, horizon + 62, 7, count=110)
    acts = Staging()
    _trees(canvas, acts, horizon)
    _games(canvas, acts, horizon)
    acts.paint()
    if canvas.dice.random() < 0.5:
        bunting(canvas, (-10, canvas.y(0.1)), (canvas.x(0.55), canvas.y(0.05)), 60, 34)
        bunting(
            canvas,
            (canvas.x(0.5), canvas.y(0.05)),
            (canvas.width + 10, canvas.y(0.12)),
            60,
            34,
        )


def _paving(canvas: Canvas, horizon: float) -> None:
    for step in range(-12, 13):
        start, foot = canvas.x(0.5) + step * 60, canvas.x(0.5) + step * 250
        canvas.line(
            [(start, horizon + 60), (foot, canvas.height)],
            2,
            darker("#d3b283", 0.14),
            0.5,
        )
    for step in range(1, 9):
        y = horizon + 50 + (canvas.height - horizon - 50) * (step / 9) ** 1.7
        canvas.line([(0, y), (canvas.width, y)], 2, darker("#d3b283", 0.14), 0.5)


def _trees(canvas: Canvas, acts: Staging, horizon: float) -> None:
    level = horizon + (canvas.height - horizon) * 0.42
    x = canvas.x(0.06, 0.16)
    acts.add(level, canvas.shadow, x, level, 230, 22)
    acts.add(level + 1, flamboyant, canvas, x, level, 520)
    if canvas.dice.random() < 0.7:
        acts.add(
            horizon + 96, flamboyant, canvas, canvas.x(0.86, 0.97), horizon + 96, 380
        )
    else:
        acts.add(horizon + 80, tree, canvas, canvas.x(0.88, 0.97), horizon + 80, 340)
    for share in (0.3, 0.72):
        acts.add(horizon + 52, areca, canvas, canvas.x(share), horizon + 52, 270)
    acts.add(level + 12, bench, canvas, x + 200, level + 12, 170, 46)
    acts.add(
        level + 14,
        person,
        canvas,
        x + 200,
        level + 16,
        196,
        SIT_READ,
        pupil(canvas.dice),
    )
    acts.add(
        canvas.y(0.99),
        pot,
        canvas,
        canvas.x(0.95),
        canvas.y(0.99),
        150,
        flower="#e86a92",
    )


def _games(canvas: Canvas, acts: Staging, horizon: float) -> None:
    dice = canvas.dice
    _rope(
        canvas,
        acts,
        canvas.x(0.58, 0.68),
        canvas.y(0.9),
        stature(canvas, canvas.y(0.9), horizon, 270),
    )
    level = canvas.y(0.84, 0.9)
    tall = stature(canvas, level, horizon, 270)
    x = canvas.x(0.2, 0.28)
    for dx, pose, facing in ((0, KICK, 1), (tall * 1.15, dice.choice((RUN, DASH)), -1)):
        acts.add(level, canvas.shadow, x + dx, level, tall * 0.22, tall * 0.03)
        acts.add(
            level + 1,
            person,
            canvas,
            x + dx,
            level,
            tall,
            pose,
            pupil(dice),
            facing=facing,
        )
    acts.add(
        level + 2,
        _shuttlecock,
        canvas,
        x + tall * 0.62,
        level - tall * 0.62,
        tall * 0.1,
    )
    for _ in range(dice.randint(5, 8)):
        y = canvas.dice.uniform(horizon + 85, canvas.y(0.76))
        size, px = stature(canvas, y, horizon, 270), canvas.x(0.22, 0.92)
        pose = dice.choice((WALK, RUN, DASH, STAND, TALK, CHEER))
        acts.add(y, canvas.shadow, px, y, size * 0.2, size * 0.03)
        acts.add(
            y + 1,
            person,
            canvas,
            px,
            y,
            size,
            pose,
            pupil(dice),
            facing=dice.choice((-1, 1)),
        )
    y = canvas.y(0.74)
    acts.add(
        y,
        person,
        canvas,
        canvas.x(0.82),
        y,
        stature(canvas, y, horizon, 350),
        TALK,
        long_dress(dice),
    )


def _rope(canvas: Canvas, acts: Staging, x: float, y: float, tall: float) -> None:
    """Two turn the rope, one jumps."""

    def play() -> None:
        reach = tall * 0.95
        for dx in (-reach, 0, reach):
            canvas.shadow(x + dx, y, tall * 0.2, tall * 0.03)
        one = person(canvas, x - reach, y, tall, STAND, pupil(canvas.dice))
        two = person(canvas, x + reach, y, tall, STAND, pupil(canvas.dice), facing=-1)
        person(canvas, x, y - tall * 0.12, tall, JUMP, pupil(canvas.dice))
        canvas.line(sagging(one.hands[1], two.hands[1], tall * 0.4), 4, "#c9573e")

    acts.add(y, play)


def _shuttlecock(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Đá cầu: a weighted feather."""
    for lean, tone in ((-0.5, "#e4572e"), (0.0, "#f2b541"), (0.5, "#4d9a5f")):
        canvas.polygon(
            [
                (x - 2, y),
                (x + lean * size, y - size * 1.5),
                (x + lean * size + 7, y - size * 1.3),
                (x + 2, y),
            ],
            tone,
        )
    canvas.ellipse(x, y, size * 0.3, size * 0.16, "#5a5450")
