"""The harvest: reapers in the gold, sheaves, carriers, now and then a combine."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import down_to, ridge
from articles.demo.pictures.goods import sack_pile, sheaf, shoulder_pole, sickle
from articles.demo.pictures.greenery import frame
from articles.demo.pictures.landscape import ground, near, rice, stature
from articles.demo.pictures.outfits import farmer
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import CARRY, REAP, STAND, STROLL, WALK
from articles.demo.pictures.scenes.backdrop import far_village, open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.vehicles import harvester

GOLD = ("#e8cd78", "#d59f34")


def rice_harvest(canvas: Canvas) -> None:
    horizon = canvas.y(0.34, 0.44)
    open_country(canvas, horizon)
    far_village(canvas, horizon)
    ground(canvas, horizon, "#e8d48c", "#cf9a38")
    if canvas.dice.random() < 0.5:
        _among_the_ears(canvas, horizon)
    else:
        _on_the_stubble(canvas, horizon)
    if canvas.dice.random() < 0.4:
        frame(canvas)


def _among_the_ears(canvas: Canvas, horizon: float) -> None:
    """Reapers up to their knees in the crop, at several depths."""
    span = canvas.height - horizon
    levels = sorted(
        horizon + span * canvas.dice.uniform(low, low + 0.1)
        for low in (0.14, 0.27, 0.36, 0.52, 0.6)
    )
    places = [
        (index + canvas.dice.uniform(0.25, 0.75)) / len(levels)
        for index in range(len(levels))
    ]
    canvas.dice.shuffle(places)
    above = horizon + 4
    for level, place in zip(levels, places, strict=True):
        rice(canvas, above, level, GOLD, horizon=horizon)
        _reaper(
            canvas,
            canvas.x(place),
            level + stature(canvas, level, horizon) * 0.16,
            stature(canvas, level, horizon),
        )
        above = level
    rice(canvas, above + 6, canvas.height, GOLD, horizon=horizon)


def _reaper(canvas: Canvas, x: float, y: float, height: float) -> None:
    facing = canvas.dice.choice((-1, 1))
    pose = canvas.dice.choice((REAP, REAP, REAP, STAND))
    spots = person(canvas, x, y, height, pose, farmer(canvas.dice), facing=facing)
    if pose is REAP:
        sickle(canvas, spots.hands[1], height * 0.13, facing=facing)


def _on_the_stubble(canvas: Canvas, horizon: float) -> None:
    """The cut part of the field in front, the standing crop behind it."""
    edge = horizon + (canvas.height - horizon) * canvas.dice.uniform(0.26, 0.36)
    rice(canvas, horizon + 4, edge, GOLD, horizon=horizon)
    if canvas.dice.random() < 0.5:
        harvester(canvas, canvas.x(0.16, 0.4), edge + 14, 210, facing=-1)
    _stubble(canvas, edge, horizon)
    acts = Staging()
    for index in range(3):
        level = edge + 40 + 16 * index
        acts.add(
            level,
            _reaper,
            canvas,
            canvas.x(0.42 + 0.18 * index, 0.52 + 0.18 * index),
            level,
            stature(canvas, level + 40, horizon),
        )
    for _ in range(canvas.dice.randint(7, 11)):
        level = canvas.dice.uniform(edge + 60, canvas.height * 0.98)
        acts.add(
            level,
            sheaf,
            canvas,
            canvas.x(0.02, 0.98),
            level,
            stature(canvas, level, horizon) * 0.36,
        )
    _carrier(canvas, acts, horizon)
    if canvas.dice.random() < 0.6:
        acts.add(
            canvas.y(0.93), sack_pile, canvas, canvas.x(0.78, 0.9), canvas.y(0.93), 110
        )
    acts.paint()
    rice(canvas, canvas.y(0.965), canvas.height, GOLD, horizon=horizon)


def _carrier(canvas: Canvas, acts: Staging, horizon: float) -> None:
    level, x = canvas.y(0.84, 0.93), canvas.x(0.14, 0.42)
    height = stature(canvas, level, horizon, 350)

    def carry() -> None:
        canvas.shadow(x, level, height * 0.36, height * 0.03)
        spots = person(canvas, x, level, height, CARRY, farmer(canvas.dice))
        shoulder_pole(canvas, spots, height, ("#d9a83f", "#e8bd57"), facing=1)

    acts.add(level, carry)
    if canvas.dice.random() < 0.6:
        behind = level - canvas.dice.uniform(40, 90)
        pose = canvas.dice.choice((WALK, STROLL))
        acts.add(
            behind,
            person,
            canvas,
            x + 190,
            behind,
            stature(canvas, behind, horizon, 350),
            pose,
            farmer(canvas.dice),
            facing=1,
        )


def _stubble(canvas: Canvas, edge: float, horizon: float) -> None:
    line = ridge(canvas.dice, canvas.width, edge + 24, 22, waves=0.8)
    canvas.gradient(
        down_to([(x, y - 12) for x, y in line], canvas.height + 10),
        "#a9762c",
        "#a9762c",
    )
    canvas.gradient(down_to(line, canvas.height + 10), "#ecd39a", "#cfa869", "#b98f55")
    for _ in range(520):
        share = canvas.dice.random() ** 0.75
        y = edge + 30 + (canvas.height - edge - 30) * share
        x, size = canvas.x(0, 1), 4 + 13 * near(canvas, y, horizon)
        tone = canvas.dice.choice(
            (lighter("#d9b364", 0.25), darker("#c79a50", 0.16), "#b98f45")
        )
        for lean in (-0.3, 0.05, 0.35):
            canvas.line(
                [(x, y), (x + lean * size, y - size)], max(1.2, size * 0.14), tone, 0.8
            )
