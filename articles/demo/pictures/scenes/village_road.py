"""A concrete village road between palms, hedges and houses."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.greenery import flowers, grove, overhang, tree_line
from articles.demo.pictures.houses import farmhouse, town_house
from articles.demo.pictures.landscape import grass, ground
from articles.demo.pictures.outfits import long_dress, passer_by, pupil
from articles.demo.pictures.palms import areca, bamboo, banana, coconut
from articles.demo.pictures.poses import STAND_BACK, STROLL, TALK
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.scenes.roadway import Roadway
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.vehicles import bicycle, motorbike


def village_road(canvas: Canvas) -> None:
    horizon = canvas.y(0.42, 0.5)
    open_country(canvas, horizon, height=160)
    tree_line(canvas, horizon + 6, 50, haze=0.34, palms=8)
    ground(canvas, horizon, "#b3cd84", "#76a556")
    grass(canvas, horizon + 12, "#86b463", count=380)
    road = Roadway(canvas, horizon, canvas.x(0.4, 0.6))
    road.paint("#cfc7b8")
    acts = Staging(canvas, horizon, tallest=330)
    palm = canvas.dice.choice((areca, areca, coconut))
    for side in (-1, 1):
        _avenue(acts, road, side, palm)
        _homesteads(acts, road, side)
    _traffic(acts, road)
    acts.paint()
    if canvas.dice.random() < 0.35:
        overhang(canvas)


def _avenue(acts: Staging, road: Roadway, side: int, palm) -> None:
    """A row of palms with flowers at their feet."""
    canvas = acts.canvas
    for share in (0.08, 0.14, 0.23, 0.36, 0.55, 0.8):
        level = acts.level(share)
        edge, tall = road.edge(level, side), acts.tall(level) * 0.9
        height = tall * canvas.dice.uniform(2.0, 2.5)
        acts.add(level, palm, canvas, edge + side * tall * 0.32, level, height)
        reach = sorted((edge + side * tall * 0.08, edge + side * tall * 0.6))
        bed = (*reach, level + tall * 0.05, 3 + tall * 0.035)
        acts.add(level + 2, flowers, canvas, *bed, count=16)


def _homesteads(acts: Staging, road: Roadway, side: int) -> None:
    """Houses behind the palms, and the plants of their gardens."""
    canvas, dice = acts.canvas, acts.canvas.dice
    for share in (0.12, 0.3):
        level = acts.level(share)
        tall = acts.tall(level) * 0.9
        build, width = dice.choice(
            ((farmhouse, tall * 4.2), (farmhouse, tall * 4.2), (town_house, tall * 1.9))
        )
        x = road.edge(level, side) + side * (width * 0.5 + tall * 0.9)
        acts.add(level - 3, grove, canvas, x + side * width * 0.3, level - 3, tall * 3)
        acts.add(level - 2, build, canvas, x, level, width)
    level = acts.level(0.46)
    x = road.edge(level, side) + side * dice.uniform(230, 330)
    acts.add(level, dice.choice((banana, bamboo)), canvas, x, level, 250)


def _traffic(acts: Staging, road: Roadway) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    level, ride = canvas.y(0.88, 0.93), dice.choice((bicycle, bicycle, motorbike))
    rider = dice.choice((long_dress, passer_by, pupil))(dice)
    x = road.lane(level, dice.uniform(0.3, 0.5))
    acts.add(level, ride, canvas, x, level, acts.tall(level), rider=rider)
    level = canvas.y(0.66, 0.7)
    place = (road.lane(level, 0.62), level, acts.tall(level))
    acts.add(level, bicycle, canvas, *place, rider=passer_by(dice), facing=-1)
    level = canvas.y(0.74, 0.8)
    for index in range(dice.randint(2, 3)):
        x, pose = (
            road.lane(level, 0.72 + 0.1 * index),
            dice.choice((STAND_BACK, STROLL, TALK)),
        )
        share = dice.choice((1.0, 0.97, 0.72))
        acts.stand(x, level, pose, passer_by(dice), facing=-1, share=share)
