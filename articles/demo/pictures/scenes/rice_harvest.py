"""The harvest: reapers in the gold, sheaves, carriers, now and then a combine."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import down_to, ridge
from articles.demo.pictures.goods import sack_pile, sheaf, shoulder_pole
from articles.demo.pictures.greenery import overhang
from articles.demo.pictures.landscape import ground, near, rice
from articles.demo.pictures.outfits import farmer
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import CARRY, REAP, STAND, STROLL, WALK
from articles.demo.pictures.scenes.backdrop import far_village, open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.tools import sickle
from articles.demo.pictures.vehicles import harvester

GOLD = ("#e8cd78", "#d59f34")
STRAW = (lighter("#d9b364", 0.25), darker("#c79a50", 0.16), "#b98f45")


def rice_harvest(canvas: Canvas) -> None:
    horizon = canvas.y(0.34, 0.44)
    open_country(canvas, horizon)
    far_village(canvas, horizon)
    ground(canvas, horizon, "#e8d48c", "#cf9a38")
    acts = Staging(canvas, horizon)
    canvas.dice.choice((_among_the_ears, _on_the_stubble))(acts)
    if canvas.dice.random() < 0.4:
        overhang(canvas)


def _among_the_ears(acts: Staging) -> None:
    """Reapers up to their knees in the crop, at several depths."""
    canvas, dice = acts.canvas, acts.canvas.dice
    shares = (0.12, 0.18, 0.27, 0.33, 0.4, 0.52, 0.6)
    levels = sorted(acts.level(share, share + 0.1) for share in shares)
    places = [
        (index + dice.uniform(0.25, 0.75)) / len(levels) for index in range(len(levels))
    ]
    dice.shuffle(places)
    above = acts.horizon + 4
    for level, place in zip(levels, places, strict=True):
        rice(canvas, above, level, GOLD, horizon=acts.horizon)
        tall = acts.tall(level)
        _reaper(canvas, canvas.x(place), level + tall * 0.16, tall)
        above = level
    rice(canvas, above + 6, canvas.height, GOLD, horizon=acts.horizon)


def _reaper(canvas: Canvas, x: float, y: float, height: float) -> None:
    facing = canvas.dice.choice((-1, 1))
    pose = canvas.dice.choice((REAP, REAP, REAP, STAND))
    spots = person(canvas, x, y, height, pose, farmer(canvas.dice), facing=facing)
    if pose is REAP:
        sickle(canvas, spots.hands[1], height * 0.13, facing=facing)


def _on_the_stubble(acts: Staging) -> None:
    """The cut part of the field in front, the standing crop behind it."""
    canvas, dice = acts.canvas, acts.canvas.dice
    edge = acts.level(0.26, 0.36)
    rice(canvas, acts.horizon + 4, edge, GOLD, horizon=acts.horizon)
    if dice.random() < 0.5:
        harvester(canvas, canvas.x(0.16, 0.4), edge + 14, 210, facing=-1)
    _stubble(canvas, edge, acts.horizon)
    for index in range(3):
        level, x = (
            edge + 40 + 16 * index,
            canvas.x(0.42 + 0.18 * index, 0.52 + 0.18 * index),
        )
        acts.add(level, _reaper, canvas, x, level, acts.tall(level + 40))
    for _ in range(dice.randint(7, 11)):
        level = dice.uniform(edge + 60, canvas.height * 0.98)
        acts.add(
            level, sheaf, canvas, canvas.x(0.02, 0.98), level, acts.tall(level) * 0.36
        )
    _carriers(acts)
    if dice.random() < 0.6:
        acts.add(
            canvas.y(0.93), sack_pile, canvas, canvas.x(0.78, 0.9), canvas.y(0.93), 110
        )
    acts.paint()
    rice(canvas, canvas.y(0.965), canvas.height, GOLD, horizon=acts.horizon)


def _carriers(acts: Staging) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    level, x = canvas.y(0.84, 0.93), canvas.x(0.14, 0.42)
    acts.add(level, _carrier, canvas, x, level, acts.tall(level) * 1.1)
    if dice.random() < 0.6:
        behind = level - dice.uniform(40, 90)
        acts.stand(
            x + 190, behind, dice.choice((WALK, STROLL)), farmer(dice), share=1.1
        )


def _carrier(canvas: Canvas, x: float, y: float, height: float) -> None:
    canvas.shadow(x, y, height * 0.36, height * 0.03)
    spots = person(canvas, x, y, height, CARRY, farmer(canvas.dice))
    shoulder_pole(canvas, spots, height, ("#d9a83f", "#e8bd57"))


def _stubble(canvas: Canvas, edge: float, horizon: float) -> None:
    low, dice = canvas.height + 10, canvas.dice
    line = ridge(dice, canvas.width, edge + 24, 22, waves=0.8)
    canvas.polygon(down_to([(x, y - 12) for x, y in line], low), "#c08f3e")
    canvas.gradient(down_to(line, low), "#ecd39a", "#cfa869", "#b98f55")
    for _ in range(520):
        y = edge + 30 + (canvas.height - edge - 30) * dice.random() ** 0.75
        x, size, tone = (
            canvas.x(0, 1),
            4 + 13 * near(canvas, y, horizon),
            dice.choice(STRAW),
        )
        for lean in (-0.3, 0.05, 0.35):
            canvas.line(
                [(x, y), (x + lean * size, y - size)], max(1.2, size * 0.14), tone, 0.8
            )
