"""The country market: awnings, heaps of fruit, buyers and sellers."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.festive import bunting, lantern_string
from articles.demo.pictures.goods import PRODUCE, basket, shoulder_pole
from articles.demo.pictures.greenery import tree_line
from articles.demo.pictures.houses import town_house
from articles.demo.pictures.landscape import ground
from articles.demo.pictures.outfits import farmer, long_dress, passer_by
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    BOW,
    CARRY,
    GIVE,
    SQUAT,
    STAND_BACK,
    STROLL,
    TALK,
    WALK,
)
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.stalls import parasol_stall, stall
from articles.demo.pictures.vehicles import bicycle


def market(canvas: Canvas) -> None:
    horizon, dice = canvas.y(0.42, 0.47), canvas.dice
    open_country(canvas, horizon, height=150)
    tree_line(canvas, horizon + 4, 84, haze=0.3, palms=7)
    with canvas.depth(0.12):
        for share in (0.04, 0.23, 0.68, 0.88):
            x = canvas.x(share, share + 0.08)
            town_house(canvas, x, horizon + 26, dice.uniform(150, 200))
    ground(canvas, horizon + 14, "#dcc9a4", "#c4a272")
    acts = Staging(canvas, horizon, tallest=330)
    _stalls(acts)
    _crowd(acts)
    _foreground(acts)
    acts.paint()
    string = dice.choice((bunting, lantern_string))
    string(canvas, (-20, canvas.y(0.08)), (canvas.width + 20, canvas.y(0.14)), 90, 30)


def _stalls(acts: Staging) -> None:
    """Two rows of stalls; the back one half hidden."""
    canvas, dice = acts.canvas, acts.canvas.dice
    for level, gap in ((acts.horizon + 86, 250), (acts.horizon + 210, 400)):
        x = dice.uniform(-60, 80)
        while x < canvas.width + 100:
            kind = dice.choice((stall, stall, parasol_stall))
            acts.add(level, kind, canvas, x, level, acts.tall(level))
            x += gap * dice.uniform(0.95, 1.2)


def _crowd(acts: Staging) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    for _ in range(dice.randint(9, 13)):
        x, level = (
            canvas.x(0.02, 0.98),
            dice.uniform(acts.horizon + 110, canvas.y(0.86)),
        )
        pose = dice.choice((WALK, STROLL, STAND_BACK, BOW, TALK))
        wear = dice.choice((passer_by, passer_by, farmer, long_dress))(dice)
        share, facing = dice.uniform(0.94, 1.04), dice.choice((-1, 1))
        acts.stand(x, level, pose, wear, facing=facing, share=share)
    if dice.random() < 0.6:
        level = canvas.y(0.8)
        place = (canvas.x(0.4, 0.6), level, acts.tall(level))
        acts.add(level, bicycle, canvas, *place, rider=passer_by(dice), facing=-1)


def _foreground(acts: Staging) -> None:
    """A seller squatting behind her baskets, a buyer, and a carrier if there is room."""
    canvas, dice, level = acts.canvas, acts.canvas.dice, acts.canvas.y(0.95)
    tall, x = acts.tall(level), canvas.x(0.14, 0.24)
    acts.stand(x, level, SQUAT, farmer(dice))
    for index in range(3):
        place = (x + tall * (0.42 + 0.42 * index), level + 16 + 5 * (index % 2))
        acts.add(
            level + 10 + index, basket, canvas, *place, tall * 0.4, dice.choice(PRODUCE)
        )
    buyer = dice.choice((passer_by, long_dress))(dice)
    acts.stand(x + tall * 1.75, level - 10, dice.choice((GIVE, BOW)), buyer, facing=-1)
    if canvas.width > 1200:
        acts.add(level - 30, _carrier, acts, canvas.x(0.74, 0.86), level - 30)


def _carrier(acts: Staging, x: float, y: float) -> None:
    canvas, tall = acts.canvas, acts.tall(y)
    canvas.shadow(x, y, tall * 0.4, tall * 0.03)
    spots = person(canvas, x, y, tall, CARRY, farmer(canvas.dice), facing=-1)
    shoulder_pole(canvas, spots, tall, canvas.dice.choice(PRODUCE))
