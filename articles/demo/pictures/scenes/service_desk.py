"""The one-stop counter where citizens bring their papers."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter
from articles.demo.pictures.curves import Place, Point, box
from articles.demo.pictures.desk_things import bookcase, monitor, papers, vase
from articles.demo.pictures.furniture import waiting_seat
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
    _waiting(canvas, accent)
    pot(canvas, canvas.x(0.04), canvas.y(0.9), 270)


def _wall(canvas: Canvas, level: float, accent: str) -> None:
    """A band of colour with a plain sign over each place, files, a window, level lamps."""
    canvas.box(0, level * 0.1, canvas.width, level * 0.15, accent)
    canvas.box(0, level * 0.25, canvas.width, 6, lighter(accent, 0.4))
    for index, tone in enumerate(("#e3a53f", "#d9573e", "#5fa87f")):
        x, y = canvas.x(0.18 + 0.24 * index), level * 0.175
        canvas.ellipse(x, y, level * 0.055, level * 0.055, lighter(accent, 0.7))
        canvas.ellipse(x, y, level * 0.03, level * 0.03, tone)
    wide = canvas.width * 0.17
    for share in (0.18, 0.66):
        bookcase(canvas, canvas.x(share), level * 0.72, wide, level * 0.4, shelves=3)
    outlook(canvas, canvas.x(0.33), level * 0.33, canvas.width * 0.18, level * 0.38)
    outlook(canvas, canvas.x(0.84), level * 0.33, canvas.width * 0.13, level * 0.46)
    for share in (0.25, 0.6):
        canvas.box(canvas.x(share) - 130, 0, 260, 14, "#fffdf2")
        canvas.glow(canvas.x(share), 10, 300, "#fff6dc", 0.35)


def _desks(canvas: Canvas, level: float, accent: str) -> None:
    """Three places, each with an officer behind a pane of glass."""
    left, right, foot = canvas.x(0.06), canvas.x(0.78), level + 130
    step, dice = (right - left) / 3, canvas.dice
    middles = [left + step * (index + 0.5) for index in range(3)]
    for x in middles:
        wear = dice.choice((officer, officer, long_dress))(dice)
        person(canvas, x - step * 0.02, foot - 12, 350, SIT_FRONT, wear)
    _counter(canvas, (left, right), level - 10, accent)
    canvas.shadow((left + right) / 2, foot + 4, (right - left) * 0.52, 12)
    for x in middles:
        _place(canvas, x, level - 10, step, lighter(accent, 0.24))
    vase(canvas, right - 20, level - 24, 54)


def _counter(canvas: Canvas, ends: Point, top: float, accent: str) -> None:
    left, right = ends
    front = box(left, top, right - left, 140)
    canvas.gradient(front, lighter(accent, 0.12), darker(accent, 0.2))
    board = [
        (left - 6, top - 22),
        (right + 6, top - 22),
        (right + 18, top + 6),
        (left - 18, top + 6),
    ]
    canvas.polygon(board, "#f3ece0")
    canvas.box(left - 18, top + 6, right - left + 36, 10, "#d8cdb9")


def _place(canvas: Canvas, x: float, top: float, step: float, panel: Colour) -> None:
    """What belongs to one officer: screen, papers, the front panel, the pane."""
    monitor(canvas, x - step * 0.3, top - 14, 92)
    papers(canvas, x + step * 0.12, top - 2, 60)
    canvas.box(x - step * 0.44, top + 44, step * 0.88, 58, panel)
    pane = Place(x, top - 14, step, rise=176)
    canvas.polygon(pane.path("-.46,1 .46,1 .46,0 -.46,0"), "#f4fbfb", 0.16)
    canvas.polygon(pane.path("-.46,1 -.26,1 -.4,0 -.46,0"), "#ffffff", 0.16)
    canvas.line(pane.path("-.46,1 .46,1 .46,0 -.46,0 -.46,1"), 3, "#cfd9d8", 0.9)


def _visitors(canvas: Canvas, level: float) -> None:
    """People at the counter, from behind; seldom all three places at once."""
    left, step = canvas.x(0.06), canvas.width * 0.24
    for index in canvas.dice.sample(range(3), canvas.dice.randint(2, 3)):
        x, y = left + step * (index + 0.78) + canvas.dice.uniform(-12, 16), level + 205
        wear = canvas.dice.choice((citizen, elder, citizen, long_dress))(canvas.dice)
        canvas.shadow(x, y, 62, 9)
        person(canvas, x, y, 372, STAND_BACK, wear)


def _waiting(canvas: Canvas, accent: str) -> None:
    """A row of seats at the side, and someone who has just come in."""
    dice, y = canvas.dice, canvas.y(0.96)
    for index in range(4 if canvas.width > 1200 else 3):
        x = canvas.x(0.56) + index * 150
        waiting_seat(canvas, x, y, 104, accent)
        if dice.random() < 0.72:
            wear, pose = (
                dice.choice((citizen, elder, officer)),
                dice.choice((SIT, SIT_READ)),
            )
            spots = person(canvas, x, y, 400, pose, wear(dice))
            sheet = Place(*spots.hands[1], 100)
            canvas.polygon(sheet.path("-.14,.04 .34,.18 .4,.12 -.08,-.04"), "#fbf7ea")
    x = canvas.x(0.14, 0.2)
    canvas.shadow(x, y, 70, 10)
    person(canvas, x, y, 430, STAND_SIDE, citizen(dice))
