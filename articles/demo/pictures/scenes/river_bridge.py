"""The river and its bridge, boats below, riders above."""

from math import pi, sin

from articles.demo.pictures.animals import duck
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Point, down_to, smooth
from articles.demo.pictures.greenery import frame, grove, tree_line
from articles.demo.pictures.landscape import grass
from articles.demo.pictures.outfits import citizen, farmer, long_dress
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import banana, bamboo, coconut
from articles.demo.pictures.poses import ROW, SIT, STROLL, WALK
from articles.demo.pictures.scenes.backdrop import far_village, open_country
from articles.demo.pictures.vehicles import bicycle, covered_boat, motorbike, sampan
from articles.demo.pictures.water import ripples, water

SPANS = 24


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
        frame(canvas)


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
    for left, right in ((3, 9), (9, 15), (15, 21)):
        (ax, _), (bx, _) = deck[left], deck[right]
        crest = min(y for _, y in deck[left : right + 1]) + 24
        outer = (
            [(ax, foot)]
            + [
                (
                    ax + (bx - ax) * i / 20,
                    foot - (foot - crest) * sin(pi * i / 20) ** 0.7,
                )
                for i in range(21)
            ]
            + [(bx, foot)]
        )
        top = [(x, y) for x, y in deck[left : right + 1]]
        canvas.polygon([*outer, *reversed(top)], "#c2a98a")
        canvas.line(outer[1:-1], 7, "#a58a6c")
        mirrored = [(x, 2 * foot - y - (foot - y) * 0.35) for x, y in outer]
        canvas.polygon(
            [*mirrored, *[(x, foot + (foot - y) * 0.75) for x, y in reversed(top)]],
            "#6f6253",
            0.28,
        )
    for index in (3, 9, 15, 21):
        x, y = deck[index]
        canvas.gradient(
            [(x - 20, y), (x + 20, y), (x + 24, foot + 6), (x - 24, foot + 6)],
            "#c9b394",
            "#96806a",
        )
        ripples(canvas, (x, foot + 6), 40)
    _roadway(canvas, deck, "#d8c8ac")


def _roadway(canvas: Canvas, deck: list[Point], colour: str) -> None:
    canvas.polygon(
        [*deck, *[(x, y + 18) for x, y in reversed(deck)]], darker(colour, 0.2)
    )
    canvas.polygon([*deck, *[(x, y + 8) for x, y in reversed(deck)]], colour)


def _crossing(canvas: Canvas, deck: list[Point]) -> None:
    """Riders and walkers, then the railing in front of them."""
    dice = canvas.dice
    for index in sorted(dice.sample(range(4, 21), dice.randint(4, 6))):
        x, y = deck[index]
        facing = dice.choice((-1, 1))
        kind = dice.random()
        if kind < 0.35:
            bicycle(
                canvas,
                x,
                y,
                84,
                rider=dice.choice((long_dress, citizen))(dice),
                facing=facing,
            )
        elif kind < 0.55:
            motorbike(canvas, x, y, 84, rider=citizen(dice), facing=facing)
        else:
            person(
                canvas,
                x,
                y,
                82,
                dice.choice((WALK, STROLL)),
                citizen(dice),
                facing=facing,
            )
    for lift, width in ((26, 3.5), (14, 2.5)):
        canvas.line([(x, y - lift) for x, y in deck], width, "#eee6d4")
    for (ax, ay), (bx, by) in zip(deck, deck[1:], strict=False):
        for share in (0.0, 0.5):
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            canvas.line([(x, y - 28), (x, y)], 4, "#eee6d4")


def _banks(canvas: Canvas) -> None:
    """Green banks that come in from both sides and carry the bridge's ends."""
    top, low = canvas.y(0.5), canvas.y(0.66)
    for side in (0, 1):

        def at(x: float, y: float, side: int = side) -> Point:
            return (canvas.width - x if side else x, y)

        reach = canvas.width * canvas.dice.uniform(0.15, 0.2)
        edge = smooth(
            [
                at(-10, top),
                at(reach * 0.6, top + 14),
                at(reach, top + 60),
                at(reach * 0.55, low),
                at(-10, low + 50),
            ]
        )
        canvas.gradient(edge, "#86b060", darker("#6a9650", 0.14))
        canvas.line(edge, 4, "#a08a5c")
        for share, kind, size in (
            (0.1, bamboo, 240),
            (0.42, banana, 150),
            (0.0, coconut, 380),
        ):
            kind(canvas, *at(reach * share, top + 40 + 50 * share), size)
        if side:
            grove(canvas, *at(reach * 0.3, top + 60), 120)


def _boats(canvas: Canvas) -> None:
    dice = canvas.dice
    y, x = canvas.y(0.8, 0.88), canvas.x(0.3, 0.55)
    tall = 210
    if dice.random() < 0.5:
        covered_boat(canvas, x, y, 420)
        person(canvas, x - 150, y - 14, tall, ROW, farmer(dice))
    else:
        person(canvas, x + 60, y - 4, tall * 0.95, SIT, farmer(dice), facing=-1)
        person(canvas, x - 130, y + 2, tall, ROW, farmer(dice))
        sampan(canvas, x, y, 420)
    canvas.line([(x - 80, y - 110), (x - 40, y + 40)], 5, lighter("#8a6a42", 0.1))
    ripples(canvas, (x, y + 26), 240)
    for index in range(dice.randint(1, 2)):
        bx, by = (
            canvas.x(0.68 + 0.12 * index, 0.74 + 0.12 * index),
            canvas.y(0.69 + 0.02 * index),
        )
        person(canvas, bx - 20, by, 84, ROW, farmer(dice), facing=-1)
        sampan(canvas, bx, by, 170, facing=-1)
        ripples(canvas, (bx, by + 8), 90, count=3)
    for index in range(dice.randint(3, 6)):
        dx, dy = canvas.x(0.74) + index * 52, canvas.y(0.9) + dice.uniform(-24, 24)
        duck(canvas, dx, dy, 40, facing=-1)
        ripples(canvas, (dx, dy + 2), 40, count=2)
    grass(canvas, canvas.height * 0.965, "#6f9f4c", count=120)
