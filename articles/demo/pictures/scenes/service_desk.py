"""The one-stop counter where citizens bring their papers."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import box, rounded_box
from articles.demo.pictures.furniture import bookcase, monitor, papers, vase
from articles.demo.pictures.greenery import pot
from articles.demo.pictures.outfits import citizen, elder, long_dress, officer
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    SIT,
    SIT_FRONT,
    SIT_READ,
    STAND_BACK,
    STAND_SIDE,
)
from articles.demo.pictures.rooms import outlook, room

TONES = (
    ("#e9eee6", "#4f8277"),
    ("#e6edf0", "#4d7f9f"),
    ("#f3ead8", "#b5703f"),
    ("#ece9f0", "#6f6a9a"),
)


def service_desk(canvas: Canvas) -> None:
    level = canvas.y(0.54, 0.58)
    wall, accent = canvas.dice.choice(TONES)
    room(canvas, wall, "#cbbda4", level=level)
    _wall(canvas, level, accent)
    _desks(canvas, level, accent)
    _visitors(canvas, level)
    _waiting(canvas, level, accent)
    pot(canvas, canvas.x(0.04), canvas.y(0.9), 270)


def _wall(canvas: Canvas, level: float, accent: str) -> None:
    """A band of colour with a plain sign over each place, files, a window, level lamps."""
    canvas.polygon(box(0, level * 0.1, canvas.width, level * 0.15), accent)
    canvas.polygon(box(0, level * 0.25, canvas.width, 6), lighter(accent, 0.4))
    for index in range(3):
        x = canvas.x(0.18 + 0.24 * index)
        canvas.ellipse(
            x, level * 0.175, level * 0.055, level * 0.055, lighter(accent, 0.7)
        )
        canvas.ellipse(
            x,
            level * 0.175,
            level * 0.03,
            level * 0.03,
            ("#e3a53f", "#d9573e", "#5fa87f")[index],
        )
    wide = canvas.width * 0.17
    for share in (0.18, 0.66):
        bookcase(
            canvas,
            canvas.x(share),
            level * 0.72,
            wide,
            level * 0.4,
            shelves=3,
            colour=lighter("#b07a4c", 0.25),
        )
    outlook(canvas, canvas.x(0.33), level * 0.33, canvas.width * 0.18, level * 0.38)
    outlook(canvas, canvas.x(0.84), level * 0.33, canvas.width * 0.13, level * 0.46)
    for share in (0.25, 0.6):
        x = canvas.x(share)
        canvas.polygon(box(x - 130, 0, 260, 14), "#fffdf2")
        canvas.glow(x, 10, 300, "#fff6dc", 0.35)


def _desks(canvas: Canvas, level: float, accent: str) -> None:
    """Three places, each with an officer behind a pane of glass."""
    left, right, top, foot = canvas.x(0.06), canvas.x(0.78), level - 10, level + 130
    step = (right - left) / 3
    for index in range(3):
        x = left + step * (index + 0.5)
        person(
            canvas,
            x - step * 0.02,
            foot - 30,
            350,
            SIT_FRONT,
            canvas.dice.choice((officer, officer, long_dress))(canvas.dice),
        )
    canvas.gradient(
        box(left, top, right - left, foot - top),
        lighter(accent, 0.12),
        darker(accent, 0.2),
    )
    canvas.polygon(
        [
            (left - 6, top - 22),
            (right + 6, top - 22),
            (right + 18, top + 6),
            (left - 18, top + 6),
        ],
        "#f3ece0",
    )
    canvas.polygon(box(left - 18, top + 6, right - left + 36, 10), "#d8cdb9")
    canvas.shadow((left + right) / 2, foot + 4, (right - left) * 0.52, 12)
    for index in range(3):
        x = left + step * (index + 0.5)
        monitor(canvas, x - step * 0.3, top - 14, 92)
        papers(canvas, x + step * 0.12, top - 2, 60)
        canvas.polygon(
            box(x - step * 0.44, top + 44, step * 0.88, 58), lighter(accent, 0.24)
        )
        pane = box(x - step * 0.46, top - 190, step * 0.92, 176)
        canvas.polygon(pane, "#f4fbfb", 0.16)
        canvas.polygon(
            [
                pane[0],
                (pane[0][0] + step * 0.2, pane[0][1]),
                (pane[3][0] + step * 0.06, pane[3][1]),
                pane[3],
            ],
            "#ffffff",
            0.16,
        )
        canvas.line([*pane, pane[0]], 3, "#cfd9d8", 0.9)
    vase(canvas, right - 20, top - 14, 54)


def _visitors(canvas: Canvas, level: float) -> None:
    """People at the counter, from behind; seldom all three places at once."""
    left, step = canvas.x(0.06), canvas.width * 0.24
    for index in canvas.dice.sample(range(3), canvas.dice.randint(2, 3)):
        x, y = left + step * (index + 0.78) + canvas.dice.uniform(-12, 16), level + 205
        wear = canvas.dice.choice((citizen, elder, citizen, long_dress))(canvas.dice)
        canvas.shadow(x, y, 62, 9)
        person(canvas, x, y, 372, STAND_BACK, wear)


def _waiting(canvas: Canvas, level: float, accent: str) -> None:
    """A row of seats at the side, and someone who has just come in."""
    y, seat = canvas.y(0.96), 104
    start = canvas.x(0.56)
    count = 4 if canvas.width > 1200 else 3
    for index in range(count):
        x = start + index * 150
        canvas.shadow(x, y, 66, 9)
        canvas.polygon(
            rounded_box(x - 62, y - seat - 110, 26, 120, 12), darker(accent, 0.12)
        )
        canvas.polygon(rounded_box(x - 60, y - seat, 116, 22, 10), accent)
        for leg in (-44, 36):
            canvas.polygon(box(x + leg, y - seat + 20, 9, seat - 20), "#8d959c")
        if canvas.dice.random() < 0.72:
            pose = canvas.dice.choice((SIT, SIT_READ))
            spots = person(
                canvas,
                x,
                y,
                400,
                pose,
                canvas.dice.choice((citizen, elder, officer))(canvas.dice),
            )
            hx, hy = spots.hands[1]
            canvas.polygon(
                [
                    (hx - 14, hy - 4),
                    (hx + 34, hy - 18),
                    (hx + 40, hy - 12),
                    (hx - 8, hy + 4),
                ],
                "#fbf7ea",
            )
    x = canvas.x(0.14, 0.2)
    canvas.shadow(x, y, 70, 10)
    person(canvas, x, y, 430, STAND_SIDE, citizen(canvas.dice))
