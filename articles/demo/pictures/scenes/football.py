"""A football match on mown grass."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.curves import arc, box
from articles.demo.pictures.landscape import grass
from articles.demo.pictures.outfits import player
from articles.demo.pictures.poses import CHEER, DASH, KICK, RUN, STAND_SIDE
from articles.demo.pictures.staging import Staging

CHALK = "#f7f7ea"
NET = "#fbfbf4"


def pitch(canvas: Canvas, horizon: float) -> None:
    """Stripes of mown grass and the chalk lines."""
    top, low = horizon + 56, canvas.height
    edges = [top + (low - top) * (step / 8) ** 1.5 for step in range(9)]
    for index in range(0, 8, 2):
        y = edges[index]
        canvas.polygon(box(0, y, canvas.width, edges[index + 1] - y), "#b5d488", 0.35)
    canvas.line([(0, top), (canvas.width, top)], 4, CHALK, 0.9)
    canvas.line([(canvas.x(0.5), top), (canvas.x(0.38), low)], 6, CHALK, 0.8)
    circle = arc(canvas.x(0.46), canvas.y(0.68), 190, 62, 0, 360, steps=40)
    canvas.line(circle, 5, CHALK, 0.8)
    grass(canvas, horizon + 60, "#86b463", count=200)


def football(acts: Staging, teams: tuple[str, str]) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    goal = (canvas.x(0.88), acts.horizon + 120)
    acts.add(goal[1], _goal, canvas, *goal)
    acts.stand(canvas.x(0.84), goal[1] + 30, CHEER, player(dice, "#e9e2cf"))
    x, level = canvas.x(0.3, 0.42), canvas.y(0.86, 0.92)
    tall, chase = acts.tall(level), dice.choice((DASH, RUN))
    acts.stand(x, level, KICK, player(dice, teams[0]))
    acts.stand(x + tall * 1.35, level - 26, chase, player(dice, teams[1]), facing=-1)
    acts.add(
        level + 2, _ball, canvas, x + tall * 0.72, level - tall * 0.2, tall * 0.055
    )
    for index in range(dice.randint(5, 7)):
        level, pose = (
            dice.uniform(acts.horizon + 95, canvas.y(0.78)),
            dice.choice((RUN, DASH, STAND_SIDE)),
        )
        shirt, facing = player(dice, teams[index % 2]), dice.choice((-1, 1))
        acts.stand(canvas.x(0.06, 0.9), level, pose, shirt, facing=facing)


def _goal(canvas: Canvas, x: float, y: float) -> None:
    wide, high = 130, 96
    left, right, top = x - wide / 2, x + wide / 2, y - high
    for step in range(9):
        across, drop = left + wide * step / 8, top + high * step / 8
        canvas.line([(across, top), (across + 24, y - 6)], 1.4, NET, 0.5)
        canvas.line([(left + step * 3, drop), (right + step * 3, drop)], 1.4, NET, 0.5)
    canvas.line([(left, y), (left, top), (right, top), (right, y)], 6, NET)


def _ball(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.ellipse(x, y, size, size, NET)
    canvas.ellipse(x, y, size * 0.36, size * 0.36, "#33323c")
    for dx, dy in ((-0.7, -0.4), (0.7, -0.4), (0.0, 0.8)):
        canvas.ellipse(x + dx * size, y + dy * size, size * 0.2, size * 0.18, "#33323c")
