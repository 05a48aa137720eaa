"""The commune's field, with the neighbours watching a match of football or volleyball."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.festive import bunting, feast_flag
from articles.demo.pictures.greenery import tree_line
from articles.demo.pictures.landscape import ground
from articles.demo.pictures.outfits import passer_by, pupil
from articles.demo.pictures.poses import CHEER, CLAP, STAND
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.scenes.football import football, pitch
from articles.demo.pictures.scenes.volleyball import court, volleyball
from articles.demo.pictures.staging import Staging

TEAMS = (
    ("#d9483b", "#4d7fae"),
    ("#e3a53f", "#3f8f86"),
    ("#4d7fae", "#f0c04a"),
    ("#8a5a8f", "#e87f3e"),
)
GAMES = (
    (pitch, football, ("#a5c878", "#6fa352")),
    (court, volleyball, ("#e0c491", "#c99f66")),
)


def sports_field(canvas: Canvas) -> None:
    horizon = canvas.y(0.4, 0.46)
    mark, play, colours = canvas.dice.choice(GAMES)
    open_country(canvas, horizon, height=220)
    tree_line(canvas, horizon + 6, 70, haze=0.3, palms=8)
    ground(canvas, horizon, *colours)
    mark(canvas, horizon)
    acts = Staging(canvas, horizon, tallest=340)
    _spectators(acts)
    play(acts, canvas.dice.choice(TEAMS))
    acts.paint()
    bunting(canvas, (-20, canvas.y(0.13)), (canvas.x(0.62), canvas.y(0.08)), 70, 32)
    bunting(
        canvas,
        (canvas.x(0.6), canvas.y(0.08)),
        (canvas.width + 20, canvas.y(0.14)),
        50,
        32,
    )


def _spectators(acts: Staging) -> None:
    canvas, dice, row = acts.canvas, acts.canvas.dice, acts.horizon + 40
    x = 10.0
    while x < canvas.width:
        pose = dice.choice((STAND, CLAP, CHEER, STAND))
        wear, share = dice.choice(((passer_by, 1.0), (passer_by, 1.06), (pupil, 0.78)))
        acts.stand(x, row + dice.uniform(-6, 6), pose, wear(dice), share=share * 1.3)
        x += dice.choice((24, 34, 40, 52, 130))
    for index in range(4):
        place = (canvas.x(0.1 + 0.26 * index), row - 8)
        acts.add(row - 14, feast_flag, canvas, *place, 190, first=index)
