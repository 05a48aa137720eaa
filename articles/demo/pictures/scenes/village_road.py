"""A concrete village road between palms, hedges and houses."""

from articles.demo.pictures.buildings import farmhouse, town_house
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Point
from articles.demo.pictures.greenery import flowers, frame, grove, tree_line
from articles.demo.pictures.landscape import grass, ground, stature
from articles.demo.pictures.outfits import citizen, long_dress, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import areca, bamboo, banana, coconut
from articles.demo.pictures.poses import STAND_BACK, STROLL, TALK
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.vehicles import bicycle, motorbike


def village_road(canvas: Canvas) -> None:
    horizon = canvas.y(0.42, 0.5)
    open_country(canvas, horizon, height=160)
    tree_line(canvas, horizon + 6, 50, haze=0.34, palms=8)
    ground(canvas, horizon, "#b3cd84", "#76a556")
    vanish = canvas.x(0.4, 0.6)
    grass(canvas, horizon + 12, "#86b463", count=380)
    road(canvas, horizon, vanish)
    acts = Staging()
    _roadside(canvas, acts, horizon, vanish)
    _traffic(canvas, acts, horizon, vanish)
    acts.paint()
    if canvas.dice.random() < 0.35:
        frame(canvas)


def road_edge(
    canvas: Canvas, y: float, horizon: float, vanish: float, side: int
) -> float:
    """Where the road ends to one side (-1 or 1) at level y."""
    share = (y - horizon) / (canvas.height - horizon)
    middle = vanish + (canvas.x(0.5) - vanish) * share
    return middle + side * (8 + canvas.width * 0.25 * share)


def road(
    canvas: Canvas, horizon: float, vanish: float, colour: str = "#cfc7b8"
) -> None:
    def edge(y: float, side: int) -> Point:
        return (road_edge(canvas, y, horizon, vanish, side), y)

    low, top = canvas.height, horizon + 4
    canvas.gradient(
        [edge(top, -1), edge(top, 1), edge(low, 1), edge(low, -1)],
        colour,
        darker(colour, 0.1),
    )
    for side in (-1, 1):
        (ax, ay), (bx, by) = edge(top, side), edge(low, side)
        canvas.polygon(
            [(ax, ay), (bx, by), (bx + side * 26, by), (ax + side * 2, ay)], "#b5a07a"
        )
    joint = top
    while joint < low:
        joint = horizon + (joint - horizon) * 1.32 + 3
        canvas.line(
            [edge(joint, -1), edge(joint, 1)],
            1 + 3 * (joint - horizon) / (low - horizon),
            darker(colour, 0.25),
            0.6,
        )


def _roadside(canvas: Canvas, acts: Staging, horizon: float, vanish: float) -> None:
    """Palms in two rows, houses behind them, flowers at their feet."""
    span = canvas.height - horizon
    kind = canvas.dice.choice((areca, areca, coconut))
    for side in (-1, 1):
        for share in (0.08, 0.14, 0.23, 0.36, 0.55, 0.8):
            level = horizon + span * share
            edge = road_edge(canvas, level, horizon, vanish, side)
            tall = stature(canvas, level, horizon, 300)
            acts.add(
                level,
                kind,
                canvas,
                edge + side * tall * 0.32,
                level,
                tall * canvas.dice.uniform(2.0, 2.5),
            )
            reach = sorted((edge + side * tall * 0.08, edge + side * tall * 0.6))
            acts.add(
                level + 2,
                flowers,
                canvas,
                *reach,
                level + tall * 0.05,
                3 + tall * 0.035,
                count=16,
            )
        for share in (0.12, 0.3):
            _homestead(canvas, acts, horizon + span * share, side, horizon, vanish)
        level = horizon + span * 0.46
        edge = road_edge(canvas, level, horizon, vanish, side)
        acts.add(
            level,
            canvas.dice.choice((banana, bamboo)),
            canvas,
            edge + side * canvas.dice.uniform(230, 330),
            level,
            250,
        )


def _homestead(
    canvas: Canvas,
    acts: Staging,
    level: float,
    side: int,
    horizon: float,
    vanish: float,
) -> None:
    tall = stature(canvas, level, horizon, 300)
    build, width = canvas.dice.choice(
        ((farmhouse, tall * 4.2), (farmhouse, tall * 4.2), (town_house, tall * 1.9))
    )
    x = road_edge(canvas, level, horizon, vanish, side) + side * (
        width * 0.5 + tall * 0.9
    )
    acts.add(level - 3, grove, canvas, x + side * width * 0.3, level - 3, tall * 3)
    acts.add(level - 2, build, canvas, x, level, width)


def _traffic(canvas: Canvas, acts: Staging, horizon: float, vanish: float) -> None:
    def lane(level: float, place: float) -> float:
        left, right = (
            road_edge(canvas, level, horizon, vanish, side) for side in (-1, 1)
        )
        return left + (right - left) * place

    dice = canvas.dice
    near_level, far_level, walk_level = (
        canvas.y(0.88, 0.93),
        canvas.y(0.66, 0.7),
        canvas.y(0.74, 0.8),
    )
    rider = dice.choice((long_dress, citizen, pupil))
    size = stature(canvas, near_level, horizon, 330)
    ride = dice.choice((bicycle, bicycle, motorbike))
    acts.add(
        near_level,
        ride,
        canvas,
        lane(near_level, dice.uniform(0.3, 0.5)),
        near_level,
        size,
        rider=rider(dice),
    )
    acts.add(
        far_level,
        bicycle,
        canvas,
        lane(far_level, 0.62),
        far_level,
        stature(canvas, far_level, horizon, 330),
        rider=citizen(dice),
        facing=-1,
    )
    for index in range(dice.randint(2, 3)):
        height = stature(canvas, walk_level, horizon, 330) * dice.choice(
            (1.0, 0.97, 0.72)
        )
        pose = dice.choice((STAND_BACK, STROLL, TALK))
        x = lane(walk_level, 0.72 + 0.1 * index)
        acts.add(walk_level, canvas.shadow, x, walk_level, height * 0.2, height * 0.03)
        acts.add(
            walk_level + 1,
            person,
            canvas,
            x,
            walk_level,
            height,
            pose,
            citizen(dice),
            facing=-1,
        )
