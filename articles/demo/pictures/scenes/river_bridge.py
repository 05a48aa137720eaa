"""The river and its bridge, boats below, riders above."""

from itertools import pairwise
from math import pi, sin

from articles.demo.pictures.animals import duck
from articles.demo.pictures.boats import covered_boat, sampan
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Place, Point, between, smooth
from articles.demo.pictures.greenery import grove, overhang, tree_line
from articles.demo.pictures.outfits import farmer, long_dress, passer_by
from articles.demo.pictures.palms import bamboo, banana, coconut
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import ROW, SIT, STROLL, WALK
from articles.demo.pictures.scenes.backdrop import far_village, open_country
from articles.demo.pictures.vehicles import bicycle, motorbike
from articles.demo.pictures.water import ripples, water

SPANS = 24
RAIL = "#eee6d4"


def river_bridge(canvas: Canvas) -> None:
    horizon = canvas.y(0.42, 0.48)
    open_country(canvas, horizon, ranges=3, height=210)
    far_village(canvas, horizon)
    shore = horizon + 26
    water(canvas, shore - 14, canvas.height)
    tree_line(canvas, shore, 30, haze=0.3, palms=3)
    deck = _deck(canvas, canvas.y(0.5, 0.54), canvas.dice.uniform(40, 95))
    if canvas.dice.random() < 0.5:
        _piers(canvas, deck, canvas.y(0.62))
    else:
        _arches(canvas, deck, canvas.y(0.62))
    _crossing(canvas, deck)
    _banks(canvas)
    _boats(canvas)
    if canvas.dice.random() < 0.5:
        overhang(canvas)


def _deck(canvas: Canvas, y: float, rise: float) -> list[Point]:
    return [
        (canvas.width * (i / SPANS * 1.1 - 0.05), y - rise * sin(pi * i / SPANS))
        for i in range(SPANS + 1)
    ]


def _piers(canvas: Canvas, deck: list[Point], foot: float) -> None:
    """A concrete bridge on pairs of columns."""
    for x, y in deck[4:-3:4]:
        canvas.polygon(
            [(x - 12, foot), (x + 12, foot), (x + 10, foot + 70), (x - 10, foot + 70)],
            "#46606a",
            0.25,
        )
        canvas.gradient(
            [(x - 13, y), (x + 13, y), (x + 15, foot), (x - 15, foot)],
            "#b9b4a8",
            "#8f8d88",
        )
        canvas.polygon(
            [(x - 34, y + 4), (x + 34, y + 4), (x + 22, y + 24), (x - 22, y + 24)],
            "#a5a096",
        )
        ripples(canvas, (x, foot), 30)
    _roadway(canvas, deck, "#d5cdbd")


def _arches(canvas: Canvas, deck: list[Point], foot: float) -> None:
    """A bridge on three arches."""
    for first in (3, 9, 15):
        _arch(canvas, deck[first : first + 7], foot)
    for x, y in deck[3:22:6]:
        pillar = [(x - 20, y), (x + 20, y), (x + 24, foot + 6), (x - 24, foot + 6)]
        canvas.gradient(pillar, "#c9b394", "#96806a")
        ripples(canvas, (x, foot + 6), 40)
    _roadway(canvas, deck, "#d8c8ac")


def _arch(canvas: Canvas, deck: list[Point], foot: float) -> None:
    """One span with its dim likeness in the water."""
    left, wide = deck[0][0], deck[-1][0] - deck[0][0]
    rise = foot - min(y for _, y in deck) - 24
    bow = [
        (left + wide * step / 20, foot - rise * sin(pi * step / 20) ** 0.7)
        for step in range(21)
    ]
    canvas.polygon([*bow, *reversed(deck)], "#c2a98a")
    canvas.line(bow, 7, "#a58a6c")
    below = [(x, foot + (foot - y) * 0.65) for x, y in bow]
    edge = [(x, foot + (foot - y) * 0.75) for x, y in reversed(deck)]
    canvas.polygon([*below, *edge], "#6f6253", 0.28)


def _roadway(canvas: Canvas, deck: list[Point], colour: str) -> None:
    canvas.polygon(
        [*deck, *[(x, y + 18) for x, y in reversed(deck)]], darker(colour, 0.2)
    )
    canvas.polygon([*deck, *[(x, y + 8) for x, y in reversed(deck)]], colour)


def _crossing(canvas: Canvas, deck: list[Point]) -> None:
    """Riders and walkers, then the railing in front of them."""
    dice = canvas.dice
    for index in sorted(dice.sample(range(4, 21), dice.randint(4, 6))):
        place, facing, kind = deck[index], dice.choice((-1, 1)), dice.random()
        if kind < 0.55:
            ride = bicycle if kind < 0.35 else motorbike
            rider = dice.choice((long_dress, passer_by))(dice)
            ride(canvas, *place, 84, rider=rider, facing=facing)
        else:
            pose = dice.choice((WALK, STROLL))
            person(canvas, *place, 82, pose, passer_by(dice), facing=facing)
    for lift, width in ((26, 3.5), (14, 2.5)):
        canvas.line([(x, y - lift) for x, y in deck], width, RAIL)
    for start, end in pairwise(deck):
        for x, y in (start, between(start, end, 0.5)):
            canvas.line([(x, y - 28), (x, y)], 4, RAIL)


def _banks(canvas: Canvas) -> None:
    """Green banks that come in from both sides and carry the bridge's ends."""
    top, low = canvas.y(0.5), canvas.y(0.66)
    for side, corner in ((1, 0.0), (-1, canvas.width)):
        reach = canvas.width * canvas.dice.uniform(0.15, 0.2)
        bank = Place(corner, top, reach, rise=low - top, facing=side)
        edge = smooth(bank.path("-.05,0 .6,-.09 1,-.38 .55,-1 -.05,-1.3"))
        canvas.gradient(edge, "#86b060", darker("#6a9650", 0.14))
        canvas.line(edge, 4, "#a08a5c")
        for place, kind, size in (
            ((0.1, -0.28), bamboo, 240),
            ((0.42, -0.38), banana, 150),
            ((0, -0.25), coconut, 380),
        ):
            kind(canvas, *bank.at(*place), size)
        if side < 0:
            grove(canvas, *bank.at(0.3, -0.38), 120)


def _boats(canvas: Canvas) -> None:
    dice = canvas.dice
    y, x = canvas.y(0.8, 0.88), canvas.x(0.3, 0.55)
    if dice.random() < 0.5:
        covered_boat(canvas, x, y, 420)
        _rower(canvas, x - 150, y - 10, 210)
    else:
        person(canvas, x + 60, y - 4, 200, SIT, farmer(dice), facing=-1)
        _rower(canvas, x - 130, y + 2, 210)
        sampan(canvas, x, y, 420)
    ripples(canvas, (x, y + 26), 240)
    for index in range(dice.randint(1, 2)):
        bx, by = (
            canvas.x(0.68 + 0.12 * index, 0.74 + 0.12 * index),
            canvas.y(0.69 + 0.02 * index),
        )
        _rower(canvas, bx - 40, by, 84)
        sampan(canvas, bx, by, 170)
        ripples(canvas, (bx, by + 8), 90, count=3)
    for index in range(dice.randint(3, 6)):
        dx, dy = canvas.x(0.74) + index * 52, canvas.y(0.9) + dice.uniform(-24, 24)
        duck(canvas, dx, dy, 40, facing=-1)
        ripples(canvas, (dx, dy + 2), 40, count=2)


def _rower(canvas: Canvas, x: float, y: float, tall: float) -> None:
    """Someone who stands in the boat and pushes a long oar."""
    spots = person(canvas, x, y, tall, ROW, farmer(canvas.dice))
    hx, hy = spots.hands[1]
    canvas.line(
        [(hx - tall * 0.1, hy - tall * 0.1), (hx + tall * 0.3, y + tall * 0.2)],
        tall * 0.022,
        "#b08d5b",
    )
    canvas.limb(
        (hx + tall * 0.25, y + tall * 0.1),
        (hx + tall * 0.31, y + tall * 0.22),
        tall * 0.03,
        tall * 0.05,
        "#b08d5b",
    )
