"""A day of planting: spades, saplings, watering cans, a green slope."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Point
from articles.demo.pictures.goods import shovel, watering_can
from articles.demo.pictures.greenery import flowers, frame, sapling, tree_line
from articles.demo.pictures.landscape import grass, ground, near, stature
from articles.demo.pictures.outfits import Outfit, pupil, volunteer
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import tree
from articles.demo.pictures.poses import DIG, POUR, SQUAT, WALK
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging


def tree_planting(canvas: Canvas) -> None:
    horizon = canvas.y(0.38, 0.48)
    open_country(canvas, horizon, height=230)
    tree_line(canvas, horizon + 6, 44, haze=0.38, palms=5)
    ground(canvas, horizon, "#b5cf86", "#7ba556")
    grass(canvas, horizon + 14, "#86b463", count=460)
    acts = Staging()
    _planted_rows(canvas, acts, horizon)
    _workers(canvas, acts, horizon)
    if canvas.dice.random() < 0.6:
        level = canvas.y(0.62)
        acts.add(
            level,
            tree,
            canvas,
            canvas.x(0.02, 0.1),
            level,
            canvas.dice.uniform(330, 420),
        )
    acts.paint()
    flowers(canvas, 0, canvas.width, canvas.height + 14, 15, count=70)
    if canvas.dice.random() < 0.35:
        frame(canvas)


def _bed(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Turned earth with a young tree in it."""
    canvas.ellipse(x, y, size * 0.34, size * 0.075, "#7d5a40")
    canvas.ellipse(x, y - size * 0.03, size * 0.24, size * 0.06, "#9a7250")
    sapling(canvas, x, y - size * 0.03, size)


def _planted_rows(canvas: Canvas, acts: Staging, horizon: float) -> None:
    for share in (0.1, 0.18, 0.3, 0.46):
        level = horizon + (canvas.height - horizon) * share
        gap = canvas.width * (0.07 + 0.26 * share)
        x = canvas.dice.uniform(0, gap)
        while x < canvas.width:
            acts.add(
                level,
                _bed,
                canvas,
                x,
                level,
                stature(canvas, level, horizon, 250) * canvas.dice.uniform(0.6, 0.8),
            )
            x += gap * canvas.dice.uniform(0.85, 1.15)


def _workers(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """Small groups of two around a new tree, nearer and farther."""
    places = [(0.2, 0.92), (0.56, 0.84), (0.82, 0.95), (0.4, 0.68), (0.72, 0.64)]
    for index, (share, depth) in enumerate(places[: canvas.dice.randint(4, 5)]):
        x, level = canvas.x(share - 0.04, share + 0.04), canvas.y(depth)
        height = stature(canvas, level, horizon, 335)
        acts.add(level, _team, canvas, (x, level), height, index)


def _team(canvas: Canvas, place: Point, height: float, index: int) -> None:
    x, y = place
    _bed(canvas, x, y, height * 0.55)
    _digger(canvas, x - height * 0.52, y + 4, height)
    dice = canvas.dice
    if index % 3 == 0:
        _waterer(canvas, x + height * 0.5, y + 8, height)
    elif index % 3 == 1:
        canvas.shadow(x + height * 0.4, y + 6, height * 0.2, height * 0.03)
        person(
            canvas, x + height * 0.4, y + 6, height, SQUAT, volunteer(dice), facing=-1
        )
    else:
        child = height * 0.72
        canvas.shadow(x + height * 0.45, y + 6, child * 0.2, child * 0.03)
        spots = person(
            canvas, x + height * 0.45, y + 6, child, WALK, pupil(dice), facing=-1
        )
        sapling(canvas, spots.hands[0][0], spots.hands[0][1] + child * 0.1, child * 0.4)


def _digger(canvas: Canvas, x: float, y: float, height: float) -> None:
    outfit: Outfit = volunteer(canvas.dice)
    canvas.shadow(x, y, height * 0.26, height * 0.03)
    spots = person(canvas, x, y, height, DIG, outfit)
    shovel(canvas, spots.hands[1], spots.hands[0], height * 0.9)
    canvas.ellipse(*spots.hands[1], height * 0.022, height * 0.022, outfit.skin)
    heap = near(canvas, y, 0) * height * 0.16
    canvas.ellipse(x + height * 0.36, y + 2, heap, heap * 0.35, darker("#8a6546", 0.1))
    canvas.ellipse(
        x + height * 0.35, y - 1, heap * 0.7, heap * 0.25, lighter("#8a6546", 0.15)
    )


def _waterer(canvas: Canvas, x: float, y: float, height: float) -> None:
    canvas.shadow(x, y, height * 0.24, height * 0.03)
    spots = person(canvas, x, y, height, POUR, volunteer(canvas.dice), facing=-1)
    watering_can(canvas, spots.hands[1], height * 0.22, facing=-1)
