"""The village feast: the communal house, festival flags, a procession or a dance to the drum."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.curves import Point
from articles.demo.pictures.festive import drum, feast_flag, lantern_string, parasol
from articles.demo.pictures.goods import bouquet
from articles.demo.pictures.greenery import flowers, tree_line
from articles.demo.pictures.landscape import ground, paving
from articles.demo.pictures.outfits import elder_dress, long_dress, passer_by, pupil
from articles.demo.pictures.palms import areca
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    CLAP,
    DANCE,
    DRUM,
    HOLD,
    STAND,
    STAND_BACK,
    STROLL,
    WALK,
)
from articles.demo.pictures.public_buildings import communal_house
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.trees import tree


def village_festival(canvas: Canvas) -> None:
    horizon = canvas.y(0.5, 0.54)
    open_country(canvas, horizon, height=240)
    tree_line(canvas, horizon + 6, 96, haze=0.26, palms=9)
    ground(canvas, horizon, "#dfc59a", "#c79f6c")
    paving(canvas, horizon + 66)
    _house(canvas, canvas.x(0.44, 0.56), horizon)
    _lanterns(canvas)
    acts = Staging(canvas, horizon, tallest=330)
    _flags(acts)
    _onlookers(acts)
    canvas.dice.choice((_procession, _dance))(acts)
    acts.paint()


def _house(canvas: Canvas, x: float, horizon: float) -> None:
    tree(canvas, canvas.x(0.06), horizon + 40, 420, "#3a8560")
    tree(canvas, canvas.x(0.95), horizon + 34, 360, "#4c9655")
    communal_house(canvas, x, horizon + 60, 760)
    for side in (-1, 1):
        areca(canvas, x + side * 440, horizon + 70, 330)
    for left, right in ((0, 0.14), (0.86, 1)):
        flowers(canvas, canvas.x(left), canvas.x(right), horizon + 76, 9, count=40)


def _lanterns(canvas: Canvas) -> None:
    lantern_string(
        canvas, (-20, canvas.y(0.1)), (canvas.x(0.52), canvas.y(0.06)), 70, 46
    )
    end = (canvas.width + 20, canvas.y(0.12))
    lantern_string(canvas, (canvas.x(0.48), canvas.y(0.06)), end, 70, 46)


def _flags(acts: Staging) -> None:
    """Two lines of flags that lead to the house."""
    canvas, first = acts.canvas, acts.canvas.dice.randint(0, 5)
    for index, share in enumerate((0.2, 0.34, 0.56)):
        level = acts.level(share)
        height, reach = acts.tall(level) * 2.3, canvas.width * (0.25 + 0.34 * share)
        for side in (-1, 1):
            x = canvas.x(0.5) + side * reach - height * 0.1
            acts.add(
                level,
                feast_flag,
                canvas,
                x,
                level,
                height,
                first=first + index * 2 + side,
            )


def _onlookers(acts: Staging) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    for _ in range(dice.randint(12, 17)):
        reach = dice.choice((-1, 1)) * canvas.width * dice.uniform(0.1, 0.46)
        wear, pose = (
            dice.choice((passer_by, long_dress, passer_by, pupil)),
            dice.choice((STAND, CLAP, STAND_BACK, CLAP)),
        )
        level, share = (
            acts.horizon + dice.uniform(84, 170),
            0.76 if wear is pupil else 1.0,
        )
        acts.stand(canvas.x(0.5) + reach, level, pose, wear(dice), share=share)


def _procession(acts: Staging) -> None:
    """Elders under parasols and women with flowers walk across the yard."""
    level = acts.canvas.y(0.9, 0.93)
    step = acts.tall(level) * 0.66
    for index in range(int(acts.canvas.width / step)):
        place = (step * (0.6 + index), level + 4 * (index % 2))
        acts.add(place[1], _walker, acts.canvas, place, acts.tall(level), index)


def _walker(canvas: Canvas, place: Point, tall: float, index: int) -> None:
    dice, pose, elder = canvas.dice, (WALK, STROLL)[index % 2], index % 3 == 0
    canvas.shadow(*place, tall * 0.24, tall * 0.03)
    wear = elder_dress(dice) if elder else long_dress(dice)
    spots = person(canvas, *place, tall, pose, wear)
    if elder:
        (x, y), colour = (
            spots.hands[0],
            ("#d9483b", "#e3a53f", "#3f8f6a")[index // 3 % 3],
        )
        parasol(canvas, x, y + tall * 0.3, tall * 1.25, colour)
    else:
        bouquet(canvas, spots.hands[1], tall * 0.13)


def _dance(acts: Staging) -> None:
    """The drum and a row of dancers."""
    canvas, dice = acts.canvas, acts.canvas.dice
    x, level = canvas.x(0.2), canvas.y(0.92)
    tall = acts.tall(level)
    acts.add(level, _drummer, canvas, x, level, tall)
    for index in range(5 if canvas.width > 1200 else 3):
        place = (x + tall * (1.5 + 0.72 * index), level + dice.uniform(-50, 20))
        pose, facing = (DANCE, HOLD)[index % 2], dice.choice((-1, 1))
        acts.stand(*place, pose, long_dress(dice), facing=facing)


def _drummer(canvas: Canvas, x: float, y: float, tall: float) -> None:
    canvas.shadow(x, y, tall * 0.7, tall * 0.05)
    drum(canvas, x - tall * 0.05, y, tall * 0.72)
    wear = elder_dress(canvas.dice)
    spots = person(canvas, x + tall * 0.72, y, tall, DRUM, wear, facing=-1)
    for hand in spots.hands:
        stick = (hand[0] - tall * 0.2, hand[1] + tall * 0.02)
        canvas.line([hand, stick], tall * 0.025, "#e0b04c")
