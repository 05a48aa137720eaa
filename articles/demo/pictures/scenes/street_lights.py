"""New lamps over the village road at nightfall."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import lighter
from articles.demo.pictures.curves import Place, smooth
from articles.demo.pictures.greenery import flowers, tree_line
from articles.demo.pictures.houses import farmhouse, town_house
from articles.demo.pictures.landscape import grass, ground
from articles.demo.pictures.outfits import elder, long_dress, passer_by, pupil
from articles.demo.pictures.palms import areca, banana, coconut
from articles.demo.pictures.poses import STAND_BACK, STROLL, TALK, WALK
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.scenes.roadway import Roadway
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.trees import tree
from articles.demo.pictures.vehicles import bicycle, motorbike

LAMP = "#ffe3a3"
MAST = "#8d99a0"


def street_lights(canvas: Canvas) -> None:
    horizon = canvas.y(0.44, 0.5)
    open_country(canvas, horizon, height=170)
    tree_line(canvas, horizon + 6, 56, haze=0.3, palms=8)
    ground(canvas, horizon, "#8fae78", "#5f8a56")
    grass(canvas, horizon + 12, "#7ba05c", count=300)
    road = Roadway(canvas, horizon, canvas.x(0.36, 0.64))
    road.paint("#b9b3ac")
    acts = Staging(canvas, horizon)
    for side in (-1, 1):
        _houses(acts, road, side)
    _lamps(acts, road)
    _riders(acts, road)
    _walkers(acts, road)
    acts.paint()


def _houses(acts: Staging, road: Roadway, side: int) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    for share in (0.1, 0.2, 0.36):
        level = acts.level(share)
        tall = acts.tall(level) * 0.94
        build, width = dice.choice(
            (
                (farmhouse, tall * 4.0),
                (town_house, tall * 1.9),
                (town_house, tall * 1.7),
            )
        )
        x = road.edge(level, side) + side * (width * 0.5 + tall * 0.8)
        kind = dice.choice((areca, coconut, tree, banana))
        acts.add(
            level - 4, kind, canvas, x + side * width * 0.55, level - 4, tall * 2.4
        )
        acts.add(level - 2, build, canvas, x, level, width)
    level = acts.level(0.6)
    edge = road.edge(level, side)
    reach = sorted((edge + side * 50, edge + side * 260))
    acts.add(level, flowers, canvas, *reach, level + 10, 11, count=50)


def _lamps(acts: Staging, road: Roadway) -> None:
    sides = acts.canvas.dice.choice(((-1,), (-1, 1)))
    for share in (0.1, 0.17, 0.28, 0.45, 0.72):
        level = acts.level(share)
        for side in sides:
            x = road.edge(level, side) + side * 28 * share
            height = acts.tall(level) * 2.05
            acts.add(
                level + 2, _lamp, acts.canvas, Place(x, level, height, facing=-side)
            )


def _lamp(canvas: Canvas, lamp: Place) -> None:
    """A mast with an arm over the road, its cone of light and the pool below."""
    height, head = lamp.size, lamp.at(0.3, 0.995)
    with canvas.glowing():
        for wide in (0.42, 0.26):
            canvas.ellipse(
                *lamp.at(0.34, -0.02), height * wide, height * wide / 6, LAMP, 0.22
            )
        canvas.polygon(lamp.path(".27,.995 .33,.995 .66,-.02 0,-.02"), LAMP, 0.1)
    canvas.limb(*lamp.path("0,0 0,.88"), height * 0.024, height * 0.016, MAST)
    canvas.line(smooth(lamp.path("0,.86 .06,.97 .26,1"), steps=6), height * 0.015, MAST)
    canvas.glow(*head, height * 0.42, LAMP, 0.7)
    with canvas.glowing():
        bulb = lamp.path(".25,.995 .35,.99")
        canvas.limb(*bulb, height * 0.03, height * 0.03, lighter(LAMP, 0.6))


def _riders(acts: Staging, road: Roadway) -> None:
    dice, level = acts.canvas.dice, acts.canvas.y(0.88, 0.94)
    ride, rider = (
        dice.choice((motorbike, bicycle)),
        dice.choice((passer_by, long_dress))(dice),
    )
    place = (road.lane(level, 0.3), level, acts.tall(level))
    acts.add(level, ride, acts.canvas, *place, rider=rider)


def _walkers(acts: Staging, road: Roadway) -> None:
    """A family in front, neighbours further along."""
    canvas, dice = acts.canvas, acts.canvas.dice
    level = canvas.y(0.8, 0.86)
    family = (passer_by, pupil, dice.choice((elder, long_dress)))[: dice.randint(2, 3)]
    for index, wear in enumerate(family):
        x = road.lane(level, 0.62) + index * acts.tall(level) * 0.42
        share, pose = (0.72 if wear is pupil else 1.0), dice.choice((STROLL, WALK))
        acts.stand(x, level, pose, wear(dice), facing=-1, share=share)
    for _ in range(dice.randint(2, 4)):
        level, pose = canvas.y(0.62, 0.74), dice.choice((STAND_BACK, TALK, WALK))
        x, facing = road.lane(level, dice.uniform(0.15, 0.9)), dice.choice((-1, 1))
        acts.stand(x, level, pose, passer_by(dice), facing=facing)
