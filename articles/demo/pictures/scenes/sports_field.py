"""A match on the commune's field: football or volleyball, with the neighbours watching."""

from math import cos, pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.curves import Point
from articles.demo.pictures.festive import bunting, feast_flag
from articles.demo.pictures.greenery import tree_line
from articles.demo.pictures.landscape import grass, ground, near, stature
from articles.demo.pictures.outfits import citizen, player, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    CHEER,
    CLAP,
    DASH,
    DIG_BALL,
    JUMP,
    KICK,
    RUN,
    STAND,
    STAND_SIDE,
)
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging

TEAMS = (
    ("#d9483b", "#4d7fae"),
    ("#e3a53f", "#3f8f86"),
    ("#4d7fae", "#f0c04a"),
    ("#8a5a8f", "#e87f3e"),
)


def sports_field(canvas: Canvas) -> None:
    horizon = canvas.y(0.4, 0.46)
    open_country(canvas, horizon, height=220)
    tree_line(canvas, horizon + 6, 70, haze=0.3, palms=8)
    football = canvas.dice.random() < 0.5
    colours = ("#a5c878", "#6fa352") if football else ("#e0c491", "#c99f66")
    ground(canvas, horizon, *colours)
    if football:
        _mown(canvas, horizon)
        grass(canvas, horizon + 60, "#86b463", count=200)
    acts = Staging()
    _spectators(canvas, acts, horizon)
    (_football if football else _volleyball)(
        canvas, acts, horizon, canvas.dice.choice(TEAMS)
    )
    acts.paint()
    bunting(canvas, (-20, canvas.y(0.13)), (canvas.x(0.62), canvas.y(0.08)), 70, 32)
    bunting(
        canvas,
        (canvas.x(0.6), canvas.y(0.08)),
        (canvas.width + 20, canvas.y(0.14)),
        50,
        32,
    )


def _mown(canvas: Canvas, horizon: float) -> None:
    """Stripes of mown grass and the chalk lines."""
    top, span = horizon + 56, canvas.height - horizon - 56
    edges = [top + span * (step / 8) ** 1.5 for step in range(9)]
    for index in range(0, 8, 2):
        y, low = edges[index], edges[index + 1]
        canvas.polygon(
            [(0, y), (canvas.width, y), (canvas.width, low), (0, low)], "#b5d488", 0.35
        )
    canvas.line([(0, top), (canvas.width, top)], 4, "#f7f7ea", 0.9)
    canvas.line(
        [(canvas.x(0.5), top), (canvas.x(0.38), canvas.height)], 6, "#f7f7ea", 0.8
    )
    for ring in range(2):
        canvas.line(
            [
                (canvas.x(0.46) + 190 * dx, canvas.y(0.68) + 62 * dy)
                for dx, dy in _circle()
            ],
            5 - ring,
            "#f7f7ea",
            0.7,
        )


def _circle() -> list[Point]:
    return [(cos(step * pi / 20), sin(step * pi / 20)) for step in range(41)]


def _spectators(canvas: Canvas, acts: Staging, horizon: float) -> None:
    level, dice = horizon + 40, canvas.dice
    x = 10.0
    while x < canvas.width:
        tall = stature(canvas, level + 30, horizon, 330) * dice.choice(
            (1.0, 1.04, 0.96, 0.74)
        )
        pose = dice.choice((STAND, CLAP, CHEER, STAND))
        acts.add(
            level + dice.uniform(-6, 6),
            person,
            canvas,
            x,
            level,
            tall,
            pose,
            dice.choice((citizen, citizen, pupil))(dice),
        )
        x += dice.choice((24, 34, 40, 52, 130))
    for index in range(4):
        acts.add(
            level - 14,
            feast_flag,
            canvas,
            canvas.x(0.1 + 0.26 * index),
            level - 8,
            190,
            first=index,
        )


def _move(
    canvas: Canvas,
    acts: Staging,
    x: float,
    level: float,
    horizon: float,
    pose,
    shirt: str,
    facing: int,
    *,
    lift: float = 0.0,
) -> None:
    tall = stature(canvas, level, horizon, 340)
    outfit = player(canvas.dice, shirt)
    acts.add(level, canvas.shadow, x, level, tall * 0.22, tall * 0.03)
    acts.add(
        level + 1,
        person,
        canvas,
        x,
        level - lift * tall,
        tall,
        pose,
        outfit,
        facing=facing,
    )


def _football(
    canvas: Canvas, acts: Staging, horizon: float, teams: tuple[str, str]
) -> None:
    dice = canvas.dice
    _goal(canvas, acts, canvas.x(0.88), horizon + 120)
    level, x = canvas.y(0.86, 0.92), canvas.x(0.3, 0.42)
    tall = stature(canvas, level, horizon, 340)
    _move(canvas, acts, x, level, horizon, KICK, teams[0], 1)
    acts.add(
        level + 2, _ball, canvas, x + tall * 0.72, level - tall * 0.2, tall * 0.055
    )
    _move(
        canvas,
        acts,
        x + tall * 1.35,
        level - 26,
        horizon,
        dice.choice((DASH, RUN)),
        teams[1],
        -1,
    )
    for index in range(dice.randint(5, 7)):
        y = dice.uniform(horizon + 95, canvas.y(0.78))
        _move(
            canvas,
            acts,
            canvas.x(0.06, 0.9),
            y,
            horizon,
            dice.choice((RUN, DASH, STAND_SIDE)),
            teams[index % 2],
            dice.choice((-1, 1)),
        )
    _move(canvas, acts, canvas.x(0.84), horizon + 150, horizon, CHEER, "#e9e2cf", -1)


def _goal(canvas: Canvas, acts: Staging, x: float, y: float) -> None:
    def frame() -> None:
        wide, high = 130, 96
        for step in range(9):
            dx = (step / 8 - 0.5) * wide
            canvas.line([(x + dx, y - high), (x + dx + 24, y - 6)], 1.4, "#ffffff", 0.5)
            canvas.line(
                [
                    (x - wide / 2 + step * 3, y - high + high * step / 8),
                    (x + wide / 2 + step * 3, y - high + high * step / 8),
                ],
                1.4,
                "#ffffff",
                0.5,
            )
        canvas.line(
            [
                (x - wide / 2, y),
                (x - wide / 2, y - high),
                (x + wide / 2, y - high),
                (x + wide / 2, y),
            ],
            6,
            "#fbfbf4",
        )

    acts.add(y, frame)


def _ball(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.ellipse(x, y, size, size, "#fbfbf4")
    canvas.ellipse(x, y, size * 0.36, size * 0.36, "#33323c")
    for dx, dy in ((-0.7, -0.4), (0.7, -0.4), (0.0, 0.8)):
        canvas.ellipse(x + dx * size, y + dy * size, size * 0.2, size * 0.18, "#33323c")


def _volleyball(
    canvas: Canvas, acts: Staging, horizon: float, teams: tuple[str, str]
) -> None:
    dice, middle = canvas.dice, canvas.x(0.5)
    top, low = horizon + 100, canvas.y(0.97)
    canvas.line(
        [
            (middle - 330, top),
            (middle + 330, top),
            (middle + 620, low),
            (middle - 620, low),
            (middle - 330, top),
        ],
        6,
        "#f7f7ea",
        0.85,
    )
    canvas.line([(middle, top), (middle, low)], 4, "#f7f7ea", 0.6)
    acts.add(canvas.y(0.8), _net, canvas, middle, (top + 10, canvas.y(0.94)), horizon)
    spike = canvas.y(0.82)
    tall = stature(canvas, spike, horizon, 340)
    _move(
        canvas, acts, middle - tall * 0.55, spike, horizon, JUMP, teams[0], 1, lift=0.26
    )
    acts.add(
        canvas.y(0.99),
        _ball,
        canvas,
        middle - tall * 0.1,
        spike - tall * 1.42,
        tall * 0.065,
    )
    for share, depth, facing, team in (
        (0.62, 0.74, -1, 1),
        (0.74, 0.86, -1, 1),
        (0.84, 0.68, -1, 1),
        (0.26, 0.7, 1, 0),
        (0.16, 0.88, 1, 0),
        (0.38, 0.64, 1, 0),
    ):
        pose = dice.choice((DIG_BALL, STAND_SIDE, RUN, DIG_BALL))
        _move(
            canvas,
            acts,
            canvas.x(share - 0.02, share + 0.02),
            canvas.y(depth),
            horizon,
            pose,
            teams[team],
            facing,
        )


def _net(canvas: Canvas, x: float, levels: tuple[float, float], horizon: float) -> None:
    """The net runs away from the viewer, between two posts."""
    (far, close) = levels
    posts = [(x, y, stature(canvas, y, horizon, 340) * 1.32) for y in (far, close)]
    for px, y, high in posts:
        canvas.limb(
            (px, y),
            (px, y - high),
            5 + 6 * near(canvas, y, horizon),
            5 + 5 * near(canvas, y, horizon),
            "#8a6a48",
        )
    (ax, ay, ah), (bx, by, bh) = posts
    for row in range(6):
        share = 1 - row * 0.07
        canvas.line(
            [(ax, ay - ah * share), (bx + 3, by - bh * share)],
            2 if row else 6,
            "#fbfbf4",
            0.9,
        )
