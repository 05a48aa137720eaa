"""A lesson: the teacher at the board, pupils from behind at their desks."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import lighter
from articles.demo.pictures.curves import Place, arc, box
from articles.demo.pictures.desk_things import open_book, vase
from articles.demo.pictures.furniture import chair_back, table
from articles.demo.pictures.greenery import pot
from articles.demo.pictures.outfits import SILK, long_dress, officer, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import POINT, RAISE_HAND, SIT_BACK, TALK
from articles.demo.pictures.rooms import fan, light_fall, outlook, room

BOARD = "#2f5d50"
CHALK = "#e9efe4"
YELLOW = "#f2c46a"
PEN = 4


def classroom(canvas: Canvas) -> None:
    level = canvas.y(0.56, 0.6)
    room(
        canvas,
        canvas.dice.choice(("#f3e6c6", "#e4ead9", "#f2dfc6", "#dfe9ea")),
        "#c49a70",
        level=level,
        dado=canvas.dice.choice(("#7fb0a0", "#8fb3c4", "#d9a878")),
    )
    board = (canvas.x(0.3), level * 0.2, canvas.width * 0.42, level * 0.52)
    _board(canvas, *board)
    wide = canvas.width * 0.15
    for x in (canvas.x(0.06), canvas.width - wide - canvas.x(0.05)):
        outlook(canvas, x, level * 0.22, wide, level * 0.46)
    light_fall(canvas, canvas.x(0.06), level * 0.25, wide, level * 0.4, reach=0.9)
    _teacher(canvas, level, board)
    for share in (0.27, 0.73):
        fan(canvas, canvas.x(share), 46, 90)
    pot(canvas, canvas.x(0.965), level + 16, 150, flower="#e86a92")
    _class(canvas, level)


def _board(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """A chalk board with a drawing on it: shapes or a landscape, never a word."""
    canvas.box(x - 14, y - 14, width + 28, height + 28, "#a9794f")
    canvas.gradient(box(x, y, width, height), BOARD, "#274d44")
    canvas.box(x - 6, y + height + 8, width + 12, 10, "#c99766")
    drawing = canvas.dice.choice((_geometry, _landscape))
    drawing(canvas, Place(x, y + height, width, rise=height))


def _geometry(canvas: Canvas, board: Place) -> None:
    (cx, cy), radius = board.at(0.3, 0.5), min(board.rise, board.size * 0.6) * 0.24
    canvas.line(arc(cx, cy, radius, radius, 0, 360, steps=40), PEN, CHALK, 0.85)
    canvas.line([(cx, cy), (cx + radius, cy)], PEN, YELLOW, 0.9)
    triangle = Place(*board.at(0.7, 0.5), radius)
    canvas.line(triangle.path("-1,-1 1,-1 -.4,1 -1,-1"), PEN, CHALK, 0.85)
    canvas.line(triangle.path("-.4,1 -.4,-1"), PEN, "#f0a8a0", 0.9)


def _landscape(canvas: Canvas, board: Place) -> None:
    peaks = board.path(".14,.28 .34,.72 .5,.28 .64,.54 .8,.28")
    canvas.line(peaks, PEN, CHALK, 0.85)
    canvas.line(board.path(".08,.28 .92,.28"), PEN, "#9fd0a0", 0.9)
    sun = board.at(0.78, 0.72)
    canvas.line(arc(*sun, 26, 26, 0, 360, steps=24), PEN, YELLOW, 0.95)
    rays = zip(
        arc(*sun, 36, 36, 0, 315, steps=7),
        arc(*sun, 52, 52, 0, 315, steps=7),
        strict=True,
    )
    for ray in rays:
        canvas.line(ray, PEN, YELLOW, 0.95)


def _teacher(canvas: Canvas, level: float, board: tuple[float, ...]) -> None:
    x, y = board[0] + board[2] * canvas.dice.uniform(-0.08, 0.1), level + 46
    wear = (
        long_dress(canvas.dice, canvas.dice.choice(SILK))
        if canvas.dice.random() < 0.75
        else officer(canvas.dice)
    )
    canvas.shadow(x, y, 60, 9)
    spots = person(canvas, x, y, 300, canvas.dice.choice((POINT, TALK)), wear)
    if spots.hands[1][1] < spots.elbows[1][1] + 4:
        canvas.line(
            [spots.hands[1], (spots.hands[1][0] + 46, spots.hands[1][1] - 36)],
            4,
            lighter("#a9794f", 0.3),
        )
    desk = canvas.x(0.84)
    table(canvas, desk, level + 74, 210, 96)
    vase(canvas, desk + 50, level - 22, 46)
    open_book(canvas, desk - 40, level - 18, 60)


def _class(canvas: Canvas, level: float) -> None:
    span = canvas.height - level
    for row, share in enumerate((0.42, 0.76, 1.2)):
        y, tall = level + span * share, 150 + 165 * share
        step = tall * 1.5
        x = canvas.x(0.5) - step * (1 if row % 2 else 1.5)
        while x < canvas.width + step:
            if x > -step * 0.5:
                _pair(canvas, x, y, tall)
            x += step


def _pair(canvas: Canvas, x: float, y: float, tall: float) -> None:
    """Two pupils sharing a desk."""
    table(canvas, x, y - tall * 0.02, tall * 1.26, tall * 0.44, "#bf8a58")
    for side in (-0.3, 0.3):
        open_book(canvas, x + side * tall, y - tall * 0.45, tall * 0.26)
    for side in (-0.3, 0.3):
        pose = RAISE_HAND if canvas.dice.random() < 0.22 else SIT_BACK
        person(canvas, x + side * tall, y + tall * 0.1, tall, pose, pupil(canvas.dice))
        chair_back(canvas, x + side * tall, y + tall * 0.1, tall * 0.44)
