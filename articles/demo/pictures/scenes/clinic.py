"""A commune clinic: an examination, a nurse with a mother and child."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import arc, box, rounded_box, smooth
from articles.demo.pictures.desk_things import monitor, papers
from articles.demo.pictures.furniture import stool, table
from articles.demo.pictures.greenery import pot
from articles.demo.pictures.outfits import (
    citizen,
    elder,
    long_dress,
    medic,
    nurse,
    pupil,
)
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import BOW, GIVE, HOLD, SIT, STAND, Joints
from articles.demo.pictures.rooms import curtain, light_fall, outlook, room

TONES = (("#dcebe4", "#8fc0b2"), ("#e2ecef", "#92bccb"), ("#f0ead9", "#a3c2a4"))


def clinic(canvas: Canvas) -> None:
    level = canvas.y(0.66, 0.7)
    wall, dado = canvas.dice.choice(TONES)
    room(canvas, wall, "#cdbfa6", level=level, dado=dado)
    wide = canvas.width * 0.2
    outlook(canvas, canvas.x(0.38), level * 0.16, wide, level * 0.5)
    _cabinet(canvas, canvas.x(0.7), level)
    _picture(canvas, canvas.x(0.24), level * 0.36)
    _bed(canvas, canvas.x(0.88), level + 70, dado)
    light_fall(canvas, canvas.x(0.38), level * 0.3, wide, level * 0.4, reach=0.25)
    if canvas.dice.random() < 0.5:
        _examination(canvas, canvas.x(0.36), canvas.y(0.91))
        _mother_and_child(canvas, canvas.x(0.72), canvas.y(0.92))
    else:
        _examination(canvas, canvas.x(0.62), canvas.y(0.92))
        _nurse_round(canvas, canvas.x(0.17), canvas.y(0.86))
    pot(canvas, canvas.x(0.05), canvas.y(0.86), 230)


def _cabinet(canvas: Canvas, x: float, level: float) -> None:
    """Shelves of bottles and boxes behind glass."""
    wide, tall = min(220, canvas.width * 0.17), level * 0.62
    left, top = x - wide / 2, level - tall
    canvas.box(left - 8, top - 8, wide + 16, tall + 8, "#f7f4ea")
    canvas.gradient(box(left, top, wide, tall * 0.66), "#c6d9d8", "#aac6c6")
    for shelf in range(3):
        floor, px = top + tall * 0.22 * (shelf + 1), left + 12
        while px < left + wide - 30:
            size = canvas.dice.uniform(14, 26)
            tone = canvas.dice.choice(
                ("#e0a545", "#8d5f84", "#5a9a8c", "#f7f4ea", "#c9573e", "#5f93b5")
            )
            canvas.polygon(
                rounded_box(px, floor - size * 1.5, size, size * 1.5, 4), tone
            )
            canvas.box(px, floor - size * 0.9, size, size * 0.4, lighter(tone, 0.55))
            px += size + canvas.dice.uniform(4, 12)
        canvas.box(left, floor, wide, 6, "#f7f4ea")
    for side in (0, 0.5):
        door = box(
            left + side * wide + 3, top + tall * 0.68, wide / 2 - 6, tall * 0.32 - 4
        )
        canvas.polygon(door, darker("#f7f4ea", 0.08))
        canvas.ellipse(
            left + wide * (0.44 + 0.12 * (side > 0)), top + tall * 0.84, 4, 4, "#8d959c"
        )


def _picture(canvas: Canvas, x: float, y: float) -> None:
    """A framed drawing: a green heart over two leaves."""
    canvas.box(x - 72, y - 92, 144, 184, "#f7f4ea")
    canvas.box(x - 62, y - 82, 124, 164, "#e9efe0")
    heart = [
        *arc(x - 19, y - 22, 20, 20, 180, 350),
        *arc(x + 19, y - 22, 20, 20, 190, 360),
        (x + 36, y - 4),
        (x, y + 30),
        (x - 36, y - 4),
    ]
    canvas.polygon(heart, "#e27d6f")
    for side in (-1, 1):
        canvas.polygon(
            smooth(
                [
                    (x, y + 66),
                    (x + side * 22, y + 40),
                    (x + side * 48, y + 34),
                    (x + side * 30, y + 62),
                ],
                closed=True,
            ),
            "#5fa87f",
        )


def _bed(canvas: Canvas, x: float, y: float, tone: str) -> None:
    curtain(canvas, x + 20, y - 330, 190, 330, lighter(tone, 0.35))
    canvas.line([(x - 40, y - 332), (x + 260, y - 332)], 6, "#9aa4a8")
    canvas.shadow(x + 40, y + 4, 230, 12)
    for px in (x - 130, x + 120):
        canvas.box(px, y - 90, 12, 90, "#9aa4a8")
    canvas.polygon(rounded_box(x - 150, y - 118, 330, 44, 14), "#f7f4ea")
    canvas.polygon(rounded_box(x - 150, y - 96, 330, 24, 10), darker(tone, 0.06))
    canvas.polygon(rounded_box(x - 146, y - 142, 84, 36, 16), "#ffffff")


def _examination(canvas: Canvas, x: float, y: float) -> None:
    """Doctor and patient sit face to face at the corner of a desk."""
    table(canvas, x - 230, y - 40, 270, 140, "#c99766")
    monitor(canvas, x - 280, y - 186, 110)
    papers(canvas, x - 190, y - 184, 70)
    for side, tone in ((-90, "#6f8a94"), (110, "#d98a5f")):
        canvas.shadow(x + side, y, 80, 10)
        stool(canvas, x + side, y, 96, tone)
    patient = canvas.dice.choice((elder, elder, citizen, long_dress))(canvas.dice)
    person(canvas, x + 110, y, 392, SIT, patient, facing=-1)
    doctor = person(canvas, x - 90, y, 400, SIT, medic(canvas.dice))
    _stethoscope(canvas, doctor)


def _stethoscope(canvas: Canvas, spots: Joints) -> None:
    (nx, ny), (hx, hy) = spots.neck, spots.hands[1]
    canvas.line(
        smooth(
            [(nx - 6, ny + 8), (nx + 22, ny + 40), (nx + 30, ny + 100), (hx, hy - 8)],
            steps=8,
        ),
        5,
        "#3f424d",
    )
    canvas.ellipse(hx + 4, hy - 8, 9, 9, "#8d959c")


def _mother_and_child(canvas: Canvas, x: float, y: float) -> None:
    """A nurse bends to a child whose mother stands by."""
    for dx in (-80, 40, 130):
        canvas.shadow(x + dx, y, 60, 9)
    person(
        canvas,
        x + 150,
        y - 6,
        400,
        HOLD,
        canvas.dice.choice((citizen, long_dress))(canvas.dice),
    )
    person(canvas, x + 50, y, 268, STAND, pupil(canvas.dice), facing=-1)
    person(canvas, x - 90, y, 396, BOW, nurse(canvas.dice))


def _nurse_round(canvas: Canvas, x: float, y: float) -> None:
    """A nurse hands something to a waiting visitor."""
    for dx in (0, 170):
        canvas.shadow(x + dx, y, 60, 9)
    person(canvas, x + 170, y, 372, STAND, elder(canvas.dice), facing=-1)
    spots = person(canvas, x, y, 372, GIVE, nurse(canvas.dice))
    hx, hy = spots.hands[1]
    canvas.polygon(rounded_box(hx - 8, hy - 30, 34, 34, 4), "#f7f4ea")
    canvas.box(hx - 8, hy - 18, 34, 9, "#5a9a8c")
