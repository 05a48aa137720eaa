"""A day of planting: spades, saplings, watering cans, a green slope."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, Point
from articles.demo.pictures.greenery import flowers, overhang, sapling, tree_line
from articles.demo.pictures.landscape import grass, ground
from articles.demo.pictures.outfits import pupil, volunteer
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import DIG, POUR, SQUAT, WALK
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.tools import shovel, watering_can
from articles.demo.pictures.trees import tree

EARTH = "#8a6546"


def tree_planting(canvas: Canvas) -> None:
    horizon = canvas.y(0.38, 0.48)
    open_country(canvas, horizon, height=230)
    tree_line(canvas, horizon + 6, 44, haze=0.38, palms=5)
    ground(canvas, horizon, "#b5cf86", "#7ba556")
    grass(canvas, horizon + 14, "#86b463", count=460)
    acts = Staging(canvas, horizon, tallest=335)
    _planted_rows(acts)
    _teams(acts)
    if canvas.dice.random() < 0.6:
        level, height = canvas.y(0.62), canvas.dice.uniform(330, 420)
        acts.add(level, tree, canvas, canvas.x(0.02, 0.1), level, height)
    acts.paint()
    flowers(canvas, 0, canvas.width, canvas.height + 14, 15, count=70)
    if canvas.dice.random() < 0.35:
        overhang(canvas)


def _bed(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Turned earth with a young tree in it."""
    canvas.ellipse(x, y, size * 0.34, size * 0.075, "#7d5a40")
    canvas.ellipse(x, y - size * 0.03, size * 0.24, size * 0.06, "#9a7250")
    sapling(canvas, x, y - size * 0.03, size)


def _planted_rows(acts: Staging) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    for share in (0.1, 0.18, 0.3, 0.46):
        level = acts.level(share)
        gap = canvas.width * (0.07 + 0.26 * share)
        x = dice.uniform(0, gap)
        while x < canvas.width:
            size = acts.tall(level) * dice.uniform(0.45, 0.6)
            acts.add(level, _bed, canvas, x, level, size)
            x += gap * dice.uniform(0.85, 1.15)


def _teams(acts: Staging) -> None:
    """Small groups of two around a new tree, nearer and farther."""
    canvas, dice = acts.canvas, acts.canvas.dice
    places = [(0.2, 0.92), (0.56, 0.84), (0.82, 0.95), (0.4, 0.68), (0.72, 0.64)]
    turn = dice.randint(0, 2)
    for index, (place, depth) in enumerate(places[: dice.randint(4, 5)]):
        x, level = canvas.x(place - 0.07, place + 0.07), canvas.y(depth)
        partner = (_waterer, _squatter, _child)[(index + turn) % 3]
        acts.add(level, _team, canvas, (x, level), acts.tall(level), partner)


def _team(canvas: Canvas, place: Point, height: float, partner) -> None:
    x, y = place
    _bed(canvas, x, y, height * 0.55)
    _digger(canvas, x - height * 0.52, y + 4, height)
    partner(canvas, x + height * 0.45, y + 7, height)


def _digger(canvas: Canvas, x: float, y: float, height: float) -> None:
    outfit, heap = volunteer(canvas.dice), height * 0.15
    canvas.shadow(x, y, height * 0.26, height * 0.03)
    spots = person(canvas, x, y, height, DIG, outfit)
    shovel(canvas, spots.hands[1], (x + height * 0.42, y), height)
    for hand in spots.hands:
        canvas.ellipse(*hand, height * 0.022, height * 0.022, outfit.skin)
    earth = Place(x, y, height)
    canvas.ellipse(*earth.at(0.36, -0.005), heap, heap * 0.35, darker(EARTH, 0.1))
    canvas.ellipse(
        *earth.at(0.35, 0.005), heap * 0.7, heap * 0.25, lighter(EARTH, 0.15)
    )


def _waterer(canvas: Canvas, x: float, y: float, height: float) -> None:
    canvas.shadow(x, y, height * 0.24, height * 0.03)
    spots = person(canvas, x, y, height, POUR, volunteer(canvas.dice), facing=-1)
    watering_can(canvas, spots.hands[1], height * 0.22, facing=-1)


def _squatter(canvas: Canvas, x: float, y: float, height: float) -> None:
    canvas.shadow(x, y, height * 0.2, height * 0.03)
    person(canvas, x, y, height, SQUAT, volunteer(canvas.dice), facing=-1)


def _child(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A pupil brings the next sapling."""
    tall = height * 0.72
    canvas.shadow(x, y, tall * 0.2, tall * 0.03)
    spots = person(canvas, x, y, tall, WALK, pupil(canvas.dice), facing=-1)
    hand = spots.hands[0]
    sapling(canvas, hand[0], hand[1] + tall * 0.1, tall * 0.4)
