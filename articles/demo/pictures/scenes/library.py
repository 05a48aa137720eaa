"""A reading room: walls of books, readers at the table and on the floor."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.desk_things import book_stack, bookcase, open_book
from articles.demo.pictures.furniture import chair_back, stool, table
from articles.demo.pictures.greenery import pot
from articles.demo.pictures.outfits import citizen, elder, long_dress, officer, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    REACH,
    SIT_BACK,
    SIT_FRONT,
    SIT_READ,
    STAND_BACK,
)
from articles.demo.pictures.rooms import light_fall, outlook, pendant, room

SHADES = ("#c9573e", "#4f8277", "#e0a545", "#4d6f9a")


def library(canvas: Canvas) -> None:
    level = canvas.y(0.58, 0.62)
    room(
        canvas,
        canvas.dice.choice(("#f0e4cc", "#dfe7dd", "#ecdccb")),
        "#c39467",
        level=level,
    )
    _shelves(canvas, level)
    shade = canvas.dice.choice(SHADES)
    _browser(canvas, level)
    _rug(canvas, level)
    for share in (0.36, 0.64):
        pendant(canvas, canvas.x(share), level * 0.16, 82, shade)
    _reading_table(canvas, canvas.x(canvas.dice.uniform(0.42, 0.5)), canvas.y(0.9))
    _corner(canvas, canvas.x(0.84), canvas.y(0.92))


def _shelves(canvas: Canvas, level: float) -> None:
    """Bookcases along the wall with a window between them."""
    gap, wide = canvas.dice.choice((1, 2)), canvas.width / 4
    for index in range(4):
        x = wide * (index + 0.5)
        if index == gap:
            left = x - wide * 0.36
            outlook(canvas, left, level * 0.2, wide * 0.72, level * 0.52)
            bookcase(canvas, x, level + 4, wide * 0.86, level * 0.16, shelves=1)
            light_fall(canvas, left, level * 0.3, wide * 0.72, level * 0.5, reach=0.4)
        else:
            bookcase(canvas, x, level + 4, wide * 0.86, level * 0.84, shelves=6)


def _browser(canvas: Canvas, level: float) -> None:
    """Someone looking for a book."""
    x = canvas.x(canvas.dice.choice((0.1, 0.15, 0.9)))
    canvas.shadow(x, level + 46, 58, 9)
    pose = canvas.dice.choice((REACH, STAND_BACK))
    person(
        canvas,
        x,
        level + 46,
        300,
        pose,
        canvas.dice.choice((citizen, long_dress))(canvas.dice),
        facing=-1 if x < canvas.x(0.5) else 1,
    )


def _rug(canvas: Canvas, level: float) -> None:
    y, tone = (
        level + (canvas.height - level) * 0.66,
        canvas.dice.choice(("#8f5a54", "#5a7f86", "#7f8a5a")),
    )
    for share, colour in ((1.0, tone), (0.9, lighter(tone, 0.3)), (0.84, tone)):
        canvas.ellipse(
            canvas.x(0.5), y, canvas.width * 0.46 * share, 120 * share, colour
        )


def _reading_table(canvas: Canvas, x: float, y: float) -> None:
    wide, tall = min(620, canvas.width * 0.6), 330
    count = 3
    for index in range(count):
        px = x + (index - 1) * wide * 0.31
        reader = canvas.dice.choice((pupil, officer, elder, long_dress))
        person(
            canvas,
            px,
            y - 62,
            tall * (0.86 if reader is pupil else 1.0),
            SIT_FRONT,
            reader(canvas.dice),
        )
    table(canvas, x, y, wide, 164)
    for index in range(count):
        open_book(canvas, x + (index - 1) * wide * 0.31, y - 166, 84)
    book_stack(canvas, x + wide * 0.44, y - 166)
    for side in (-0.24, 0.22)[: canvas.dice.randint(1, 2)]:
        person(
            canvas, x + side * wide, y + 66, tall * 0.9, SIT_BACK, pupil(canvas.dice)
        )
        chair_back(canvas, x + side * wide, y + 66, tall * 0.46)


def _corner(canvas: Canvas, x: float, y: float) -> None:
    """A reader on a stool beside a plant."""
    pot(canvas, x + 150, y - 60, 240)
    canvas.shadow(x, y, 80, 10)
    stool(canvas, x, y, 86, darker("#d98a5f", 0.05))
    spots = person(
        canvas,
        x,
        y,
        320,
        SIT_READ,
        canvas.dice.choice((citizen, pupil, elder))(canvas.dice),
        facing=-1,
    )
    hx, hy = spots.hands[1]
    canvas.polygon(
        [(hx + 20, hy + 8), (hx - 34, hy - 6), (hx - 24, hy - 44), (hx + 26, hy - 28)],
        "#4d6f9a",
    )
    canvas.polygon(
        [(hx + 20, hy + 4), (hx - 28, hy - 9), (hx - 20, hy - 40), (hx + 24, hy - 26)],
        "#fbf7ea",
    )
