"""New lamps over the village road at nightfall."""

from articles.demo.pictures.buildings import farmhouse, town_house
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import lighter
from articles.demo.pictures.curves import smooth
from articles.demo.pictures.greenery import flowers, tree_line
from articles.demo.pictures.landscape import grass, ground, stature
from articles.demo.pictures.outfits import citizen, elder, long_dress, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import areca, banana, coconut, tree
from articles.demo.pictures.poses import STAND_BACK, STROLL, TALK, WALK
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.scenes.village_road import road, road_edge
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.vehicles import bicycle, motorbike

LAMP = "#ffe3a3"


def street_lights(canvas: Canvas) -> None:
    horizon = canvas.y(0.44, 0.5)
    open_country(canvas, horizon, height=170)
    tree_line(canvas, horizon + 6, 56, haze=0.3, palms=8)
    ground(canvas, horizon, "#8fae78", "#5f8a56")
    grass(canvas, horizon + 12, "#7ba05c", count=300)
    vanish = canvas.x(0.36, 0.64)
    road(canvas, horizon, vanish, "#b9b3ac")
    acts = Staging()
    _houses(canvas, acts, horizon, vanish)
    _lamps(canvas, acts, horizon, vanish)
    _evening_walk(canvas, acts, horizon, vanish)
    acts.paint()


def _houses(canvas: Canvas, acts: Staging, horizon: float, vanish: float) -> None:
    span = canvas.height - horizon
    for side in (-1, 1):
        for share in (0.1, 0.2, 0.36):
            level = horizon + span * share
            tall = stature(canvas, level, horizon, 300)
            build, width = canvas.dice.choice(
                (
                    (farmhouse, tall * 4.0),
                    (town_house, tall * 1.9),
                    (town_house, tall * 1.7),
                )
            )
            x = road_edge(canvas, level, horizon, vanish, side) + side * (
                width * 0.5 + tall * 0.8
            )
            kind = canvas.dice.choice((areca, coconut, tree, banana))
            acts.add(
                level - 4, kind, canvas, x + side * width * 0.55, level - 4, tall * 2.4
            )
            acts.add(level - 2, build, canvas, x, level, width)
        level = horizon + span * 0.6
        edge = road_edge(canvas, level, horizon, vanish, side)
        reach = sorted((edge + side * 50, edge + side * 260))
        acts.add(level, flowers, canvas, *reach, level + 10, 11, count=50)


def _lamps(canvas: Canvas, acts: Staging, horizon: float, vanish: float) -> None:
    span = canvas.height - horizon
    one_sided = canvas.dice.random() < 0.5
    for share in (0.1, 0.17, 0.28, 0.45, 0.72):
        level = horizon + span * share
        for side in (-1,) if one_sided else (-1, 1):
            edge = road_edge(canvas, level, horizon, vanish, side)
            acts.add(
                level + 2,
                _lamp,
                canvas,
                edge + side * span * 0.05 * share,
                level,
                stature(canvas, level, horizon, 300) * 2.2,
                -side,
            )


def _lamp(canvas: Canvas, x: float, y: float, height: float, facing: int) -> None:
    """A mast with an arm over the road, its cone of light and the pool below."""
    arm = smooth(
        [
            (x, y - height * 0.86),
            (x + facing * height * 0.06, y - height * 0.97),
            (x + facing * height * 0.26, y - height),
        ],
        steps=6,
    )
    head = (x + facing * height * 0.3, y - height * 0.995)
    with canvas.glowing():
        canvas.ellipse(
            head[0] + facing * height * 0.04,
            y + height * 0.02,
            height * 0.42,
            height * 0.07,
            LAMP,
            0.22,
        )
        canvas.ellipse(
            head[0] + facing * height * 0.04,
            y + height * 0.02,
            height * 0.26,
            height * 0.04,
            LAMP,
            0.22,
        )
        cone = [
            (head[0] - height * 0.03, head[1]),
            (head[0] + height * 0.03, head[1]),
            (head[0] + height * 0.36, y + height * 0.02),
            (head[0] - height * 0.3, y + height * 0.02),
        ]
        canvas.polygon(cone, LAMP, 0.1)
    canvas.limb(
        (x, y), (x, y - height * 0.88), height * 0.024, height * 0.016, "#8d99a0"
    )
    canvas.line(arm, height * 0.015, "#8d99a0")
    canvas.glow(*head, height * 0.42, LAMP, 0.7)
    with canvas.glowing():
        canvas.limb(
            (head[0] - height * 0.05, head[1]),
            (head[0] + height * 0.05, head[1] + height * 0.005),
            height * 0.03,
            height * 0.03,
            lighter(LAMP, 0.6),
        )


def _evening_walk(canvas: Canvas, acts: Staging, horizon: float, vanish: float) -> None:
    dice = canvas.dice

    def lane(level: float, place: float) -> float:
        left, right = (
            road_edge(canvas, level, horizon, vanish, side) for side in (-1, 1)
        )
        return left + (right - left) * place

    level = canvas.y(0.88, 0.94)
    tall = stature(canvas, level, horizon, 320)
    ride = dice.choice((motorbike, bicycle))
    acts.add(
        level,
        ride,
        canvas,
        lane(level, 0.3),
        level,
        tall,
        rider=dice.choice((citizen, long_dress))(dice),
    )
    level = canvas.y(0.8, 0.86)
    tall = stature(canvas, level, horizon, 320)
    for index, wear in enumerate(
        (citizen, pupil, dice.choice((elder, long_dress)))[: dice.randint(2, 3)]
    ):
        x, size = (
            lane(level, 0.62) + index * tall * 0.42,
            tall * (0.72 if wear is pupil else 1.0),
        )
        acts.add(level, canvas.shadow, x, level, size * 0.2, size * 0.03)
        acts.add(
            level + 1,
            person,
            canvas,
            x,
            level,
            size,
            dice.choice((STROLL, WALK)),
            wear(dice),
            facing=-1,
        )
    for _ in range(dice.randint(2, 4)):
        y = canvas.y(0.62, 0.74)
        size = stature(canvas, y, horizon, 320)
        acts.add(
            y,
            person,
            canvas,
            lane(y, dice.uniform(0.15, 0.9)),
            y,
            size,
            dice.choice((STAND_BACK, TALK, WALK)),
            citizen(dice),
            facing=dice.choice((-1, 1)),
        )
