"""A volleyball match seen from the end of the court: one team faces the viewer across the net."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.curves import arc
from articles.demo.pictures.outfits import player
from articles.demo.pictures.poses import (
    BLOCK,
    DIG_BALL,
    READY,
    READY_BACK,
    SMASH,
    STAND_BACK,
)
from articles.demo.pictures.staging import Staging

CHALK = "#f7f7ea"
NET_LEVEL = 0.72  # of the picture's height
FAR_END = 100  # units below the horizon


def _half(canvas: Canvas) -> float:
    """Half the width of the court at its near end."""
    return min(620, canvas.width * 0.46)


def court(canvas: Canvas, horizon: float) -> None:
    x, half, low = canvas.x(0.5), _half(canvas), canvas.y(0.985)
    top, net = horizon + FAR_END, canvas.y(NET_LEVEL)
    far = [(x - half * 0.56, top), (x + half * 0.56, top)]
    canvas.line([*far, (x + half, low), (x - half, low), far[0]], 6, CHALK, 0.85)
    canvas.line([(x - half * 0.74, net), (x + half * 0.74, net)], 4, CHALK, 0.7)


def volleyball(acts: Staging, teams: tuple[str, str]) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    x, half, net = canvas.x(0.5), _half(canvas), canvas.y(NET_LEVEL)
    attack = x + half * dice.uniform(-0.2, 0.2)
    acts.add(net, _net, canvas, (x, net), half * 0.78, acts.tall(net))
    _far_team(acts, attack, teams[1])
    level = net + 46
    tall = acts.tall(level)
    acts.stand(attack - half * 0.04, level, SMASH, player(dice, teams[0]), lift=0.2)
    ball = (attack + tall * 0.12, level - tall * 1.42, tall * 0.062)
    acts.add(canvas.height, _ball, canvas, *ball)
    for across, share in ((-0.6, 0.5), (0.56, 0.42), (0.2, 0.78), (-0.24, 0.86)):
        level, pose = (
            net + (canvas.y(0.985) - net) * share,
            dice.choice((READY_BACK, READY_BACK, STAND_BACK)),
        )
        acts.stand(x + half * across, level, pose, player(dice, teams[0]))


def _far_team(acts: Staging, attack: float, shirt: str) -> None:
    """Two who block at the net, three behind them."""
    canvas, dice = acts.canvas, acts.canvas.dice
    half, net, top = _half(canvas), canvas.y(NET_LEVEL), acts.horizon + FAR_END
    for shift in (0.0, 0.16):
        acts.stand(
            attack + half * shift, net - 16, BLOCK, player(dice, shirt), lift=0.16
        )
    for across, share in ((-0.46, 0.35), (0.44, 0.3), (-0.1, 0.18)):
        place = (canvas.x(0.5) + half * across, top + (net - top) * share)
        pose, facing = dice.choice((READY, DIG_BALL, READY)), dice.choice((-1, 1))
        acts.stand(*place, pose, player(dice, shirt), facing=facing)


def _net(canvas: Canvas, foot: tuple[float, float], half: float, tall: float) -> None:
    """A net between two posts, across the picture."""
    (x, y), top, low = foot, foot[1] - tall * 1.3, foot[1] - tall * 0.78
    left, right = x - half, x + half
    for post in (left, right):
        canvas.limb((post, y), (post, top - 4), tall * 0.05, tall * 0.04, "#8a6a48")
    for step in range(49):
        px = left + 2 * half * step / 48
        canvas.line([(px, top), (px, low)], 1.4, CHALK, 0.5)
    for row in range(1, 7):
        level = top + (low - top) * row / 6
        canvas.line([(left, level), (right, level)], 1.6, CHALK, 0.55)
    canvas.line([(left, top), (right, top)], 6, CHALK)


def _ball(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.ellipse(x, y, size, size, "#f5e3a3")
    for side, start in ((-0.9, -58), (0.9, 122)):
        seam = arc(x + side * size, y, size, size, start, start + 116)
        canvas.line(seam, size * 0.16, "#4d7fae")
