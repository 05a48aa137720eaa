"""The country market: awnings, heaps of fruit, buyers and sellers."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import arc, box
from articles.demo.pictures.goods import PRODUCE, basket, shoulder_pole
from articles.demo.pictures.buildings import town_house
from articles.demo.pictures.festive import bunting, lantern_string
from articles.demo.pictures.greenery import tree_line
from articles.demo.pictures.landscape import ground, stature
from articles.demo.pictures.outfits import citizen, farmer, long_dress
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    BOW,
    CARRY,
    GIVE,
    SQUAT,
    STAND,
    STAND_BACK,
    STROLL,
    TALK,
    WALK,
)
from articles.demo.pictures.roofs import awning
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.vehicles import bicycle

STRIPES = (
    ("#d9573e", "#f7efe0"),
    ("#3f8f86", "#f7efe0"),
    ("#e3a53f", "#f7efe0"),
    ("#4d7fae", "#f7efe0"),
    ("#8a5a8f", "#f4e2d2"),
)
CLOTHS = ("#d9573e", "#3f8f86", "#e3a53f", "#4d7fae", "#c9728a")


def market(canvas: Canvas) -> None:
    horizon = canvas.y(0.42, 0.47)
    open_country(canvas, horizon, height=150)
    tree_line(canvas, horizon + 4, 84, haze=0.3, palms=7)
    with canvas.depth(0.12):
        for share in (0.08, 0.27, 0.72, 0.92):
            town_house(
                canvas,
                canvas.x(share - 0.04, share + 0.04),
                horizon + 26,
                canvas.dice.uniform(150, 200),
            )
    ground(canvas, horizon + 14, "#dcc9a4", "#c4a272")
    acts = Staging()
    _stalls(canvas, acts, horizon)
    _crowd(canvas, acts, horizon)
    _foreground(canvas, acts, horizon)
    acts.paint()
    string = canvas.dice.choice((bunting, lantern_string))
    string(canvas, (-20, canvas.y(0.08)), (canvas.width + 20, canvas.y(0.14)), 90, 30)


def _stalls(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """Two rows of stalls; the back one half hidden."""
    for level, gap in ((horizon + 86, 250), (horizon + 210, 400)):
        tall = stature(canvas, level, horizon, 330)
        x = canvas.dice.uniform(-60, 80)
        while x < canvas.width + 100:
            parasol = canvas.dice.random() < 0.35
            acts.add(
                level, _parasol_stall if parasol else _stall, canvas, x, level, tall
            )
            x += gap * canvas.dice.uniform(0.95, 1.2)


def _stall(canvas: Canvas, x: float, y: float, tall: float) -> None:
    wide, high = tall * 1.55, tall * 1.35
    canvas.shadow(x, y, wide * 0.6, tall * 0.06)
    for side in (-0.48, 0.48):
        canvas.line(
            [(x + side * wide, y), (x + side * wide, y - high)], tall * 0.03, "#8a6a48"
        )
    canvas.polygon(
        box(x - wide * 0.48, y - high, wide * 0.96, high * 0.9), "#3a2f3a", 0.22
    )
    person(
        canvas,
        x + canvas.dice.uniform(-0.2, 0.2) * wide,
        y - tall * 0.1,
        tall,
        canvas.dice.choice((STAND, TALK)),
        farmer(canvas.dice),
    )
    _goods(canvas, x, y, wide, tall)
    awning(
        canvas,
        x,
        y - high * 1.16,
        wide * 1.06,
        high * 0.24,
        canvas.dice.choice(STRIPES),
    )


def _goods(canvas: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    """A board with crates of produce, slanted towards the buyer."""
    cloth = canvas.dice.choice(CLOTHS)
    canvas.gradient(
        box(x - wide / 2, y - tall * 0.42, wide, tall * 0.42),
        lighter(cloth, 0.1),
        darker(cloth, 0.2),
    )
    kinds = canvas.dice.sample(PRODUCE, 4)
    for index, kind in enumerate(kinds):
        left = x - wide / 2 + wide * index / 4
        for row in range(3):
            for place in range(5):
                px = left + wide / 4 * (place + 0.5 + 0.3 * (row % 2)) / 5.4
                canvas.ellipse(
                    px,
                    y - tall * (0.44 + 0.05 * row),
                    tall * 0.045,
                    tall * 0.045,
                    kind[(row + place) % 2],
                )
        canvas.polygon(
            box(left + 2, y - tall * 0.43, wide / 4 - 4, tall * 0.07), "#b88a58"
        )


def _parasol_stall(canvas: Canvas, x: float, y: float, tall: float) -> None:
    """A big umbrella over a seller with baskets."""
    colour, wide, high = canvas.dice.choice(CLOTHS), tall * 0.95, tall * 1.45
    canvas.shadow(x, y, wide, tall * 0.08)
    canvas.line([(x, y), (x, y - high)], tall * 0.03, "#8a6a48")
    person(canvas, x - tall * 0.2, y - 4, tall, STAND, farmer(canvas.dice))
    for index, tone in enumerate((colour, "#f4e8d4", colour, "#f4e8d4", colour)):
        share = 1 - index * 0.24
        canvas.polygon(arc(x, y - high, wide * share, tall * 0.36, 180, 360), tone)
    for index in range(3):
        basket(
            canvas,
            x + (index - 1) * tall * 0.5,
            y + tall * 0.08,
            tall * 0.44,
            canvas.dice.choice(PRODUCE),
        )


def _crowd(canvas: Canvas, acts: Staging, horizon: float) -> None:
    dice = canvas.dice
    for _ in range(dice.randint(9, 13)):
        level = dice.uniform(horizon + 110, canvas.y(0.86))
        x, tall = (
            canvas.x(0.02, 0.98),
            stature(canvas, level, horizon, 330) * dice.uniform(0.94, 1.04),
        )
        pose = dice.choice((WALK, STROLL, STAND_BACK, BOW, TALK))
        acts.add(level, canvas.shadow, x, level, tall * 0.2, tall * 0.03)
        acts.add(
            level + 1,
            person,
            canvas,
            x,
            level,
            tall,
            pose,
            dice.choice((citizen, citizen, farmer, long_dress))(dice),
            facing=dice.choice((-1, 1)),
        )
    if dice.random() < 0.6:
        level = canvas.y(0.8)
        acts.add(
            level,
            bicycle,
            canvas,
            canvas.x(0.4, 0.6),
            level,
            stature(canvas, level, horizon, 330),
            rider=citizen(dice),
            facing=-1,
        )


def _foreground(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """A seller squatting behind her baskets, and a carrier or a buyer."""
    dice, level = canvas.dice, canvas.y(0.95)
    tall, x = stature(canvas, level, horizon, 350), canvas.x(0.14, 0.24)
    acts.add(level, canvas.shadow, x, level, tall * 0.3, tall * 0.04)
    acts.add(level + 1, person, canvas, x, level, tall, SQUAT, farmer(dice))
    for index in range(3):
        acts.add(
            level + 10 + index,
            basket,
            canvas,
            x + tall * (0.42 + 0.42 * index),
            level + 16 + 5 * (index % 2),
            tall * 0.4,
            dice.choice(PRODUCE),
        )
    buyer = x + tall * 1.75
    acts.add(level - 12, canvas.shadow, buyer, level - 10, tall * 0.22, tall * 0.03)
    acts.add(
        level - 11,
        person,
        canvas,
        buyer,
        level - 10,
        tall,
        dice.choice((GIVE, BOW)),
        dice.choice((citizen, long_dress))(dice),
        facing=-1,
    )
    if canvas.width > 1200:
        acts.add(level - 30, _carrier, canvas, canvas.x(0.74, 0.86), level - 30, tall)


def _carrier(canvas: Canvas, x: float, y: float, tall: float) -> None:
    canvas.shadow(x, y, tall * 0.4, tall * 0.03)
    spots = person(canvas, x, y, tall, CARRY, farmer(canvas.dice), facing=-1)
    shoulder_pole(canvas, spots, tall, canvas.dice.choice(PRODUCE), facing=-1)
