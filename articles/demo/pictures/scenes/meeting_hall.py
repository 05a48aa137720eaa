"""A meeting: the speaker, the chairing table, rows of listeners from behind."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import box
from articles.demo.pictures.desk_things import papers, vase
from articles.demo.pictures.furniture import chair_back, clothed_table
from articles.demo.pictures.greenery import pot
from articles.demo.pictures.outfits import citizen, elder, long_dress, officer
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import RAISE_HAND, SIT_BACK, SIT_FRONT, STAND, TALK
from articles.demo.pictures.rooms import curtain, fan, light_fall, outlook, room

DRAPES = ("#9a3f42", "#3f6f8c", "#4f7f6a", "#8a4a5f")
WALLS = ("#efe3cb", "#e6e4d6", "#f1dfc8", "#dde6e2")


def meeting_hall(canvas: Canvas) -> None:
    level = canvas.y(0.56, 0.6)
    drape = canvas.dice.choice(DRAPES)
    room(canvas, canvas.dice.choice(WALLS), "#b98a62", level=level, dado="#a9794f")
    _stage(canvas, level, drape)
    _windows(canvas, level)
    _platform_party(canvas, level, drape)
    _speaker(canvas, level)
    _listeners(canvas, level)
    for share in (0.25, 0.75):
        fan(canvas, canvas.x(share), 54, 95)


def _stage(canvas: Canvas, level: float, drape: str) -> None:
    left, width = canvas.x(0.2), canvas.width * 0.6
    curtain(canvas, left, 70, width, level - 70, drape)
    for side in (left - 20, left + width - 50):
        curtain(canvas, side, 60, 70, level - 60, darker(drape, 0.22))
    for fold in range(9):
        x = left + width * (fold + 0.5) / 9
        canvas.ellipse(x, 66, width / 17, 34, lighter(drape, 0.08))
    canvas.box(left - 30, 44, width + 60, 26, "#a9794f")
    canvas.gradient(box(left - 50, level - 4, width + 100, 40), "#c99b6c", "#94683f")
    for share in (0.03, 0.97):
        pot(
            canvas,
            left + width * share,
            level + 2,
            130,
            flower=canvas.dice.choice((None, "#e4572e", "#f2b541")),
        )


def _windows(canvas: Canvas, level: float) -> None:
    wide = canvas.width * 0.11
    for x in (canvas.x(0.035), canvas.width - canvas.x(0.035) - wide):
        outlook(canvas, x, level * 0.24, wide, level * 0.44)
    light_fall(canvas, canvas.x(0.035), level * 0.3, wide, level * 0.4, reach=0.8)


def _platform_party(canvas: Canvas, level: float, drape: str) -> None:
    count = canvas.dice.randint(3, 4)
    middle, width = canvas.x(0.57), canvas.width * 0.36
    for index in range(count):
        x = middle + (index - (count - 1) / 2) * width / count
        wear = canvas.dice.choice((officer, officer, long_dress))
        person(canvas, x, level + 6, 240, SIT_FRONT, wear(canvas.dice))
    clothed_table(
        canvas,
        middle,
        level + 22,
        width,
        92,
        canvas.dice.choice(("#f1ead8", lighter(drape, 0.5))),
    )
    vase(canvas, middle, level - 72, 52)
    for side in (-0.32, 0.32):
        papers(canvas, middle + side * width, level - 70, 46)


def _speaker(canvas: Canvas, level: float) -> None:
    x, y = canvas.x(0.29, 0.31), level + 26
    wear = canvas.dice.choice((officer, long_dress, elder))
    person(canvas, x, y - 12, 250, canvas.dice.choice((TALK, STAND)), wear(canvas.dice))
    stand = [(x - 52, y - 138), (x + 52, y - 138), (x + 38, y), (x - 38, y)]
    canvas.gradient(stand, "#b07a4c", "#84552f")
    canvas.polygon(
        [(x - 62, y - 150), (x + 62, y - 150), (x + 56, y - 134), (x - 56, y - 134)],
        "#c99766",
    )
    canvas.line([(x + 8, y - 150), (x + 2, y - 186)], 3, "#33323c")
    canvas.ellipse(x + 2, y - 188, 5, 6, "#33323c")
    vase(canvas, x - 28, y - 148, 34)


def _listeners(canvas: Canvas, level: float) -> None:
    """Rows that grow towards the viewer, with an aisle in the middle."""
    span = canvas.height - level
    for row, share in enumerate((0.3, 0.52, 0.8, 1.14)):
        y, tall = level + span * share, 190 + 175 * share
        step = tall * 0.56
        offset = (row % 2) * step * 0.5
        for side in (-1, 1):
            x = canvas.x(0.5) + side * (tall * 0.36 + offset * 0.4)
            while -tall * 0.3 < x < canvas.width + tall * 0.3:
                _listener(canvas, x, y, tall)
                x += side * step


def _listener(canvas: Canvas, x: float, y: float, tall: float) -> None:
    if canvas.dice.random() > 0.1:
        wear = canvas.dice.choice((citizen, citizen, officer, elder, long_dress))(
            canvas.dice
        )
        pose = RAISE_HAND if canvas.dice.random() < 0.03 else SIT_BACK
        person(canvas, x, y, tall, pose, wear)
    chair_back(canvas, x, y, tall * 0.52)
