"""The hamlet's hall of culture and what goes on in its yard."""

from articles.demo.pictures.animals import hen
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Point, arc
from articles.demo.pictures.festive import bunting
from articles.demo.pictures.furniture import bench
from articles.demo.pictures.greenery import flowers, grove, hedge, pot, tree_line
from articles.demo.pictures.landscape import grass, ground
from articles.demo.pictures.outfits import elder, long_dress, passer_by, pupil
from articles.demo.pictures.palms import areca, coconut
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import (
    CLAP,
    DANCE,
    REACH,
    SIT,
    STAND,
    STROLL,
    TALK,
    WALK,
)
from articles.demo.pictures.public_buildings import hall
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.tools import racket
from articles.demo.pictures.trees import tree
from articles.demo.pictures.vehicles import bicycle

WALLS = ("#f1e6cd", "#f2d9b8", "#e4e9dc", "#f0e0d4")
ROOFS = ("#b5573c", "#a84f48", "#c0694a", "#6f7f8c")


def cultural_house(canvas: Canvas) -> None:
    horizon, dice = canvas.y(0.5, 0.54), canvas.dice
    open_country(canvas, horizon, height=230)
    tree_line(canvas, horizon + 4, 76, haze=0.28, palms=7)
    ground(canvas, horizon, "#a9c77a", "#7ba556")
    grass(canvas, horizon + 30, "#86b463", count=200)
    _yard(canvas, horizon + 58)
    house = canvas.x(0.42, 0.56)
    tree(canvas, house - 520, horizon + 36, 380)
    coconut(canvas, house + 500, horizon + 30, 430, lean=-0.08)
    hall(
        canvas,
        house,
        horizon + 54,
        860,
        wall=dice.choice(WALLS),
        roof=dice.choice(ROOFS),
    )
    _garden(canvas, horizon, house)
    acts = Staging(canvas, horizon)
    dice.choice((_badminton, _rehearsal))(acts)
    _neighbours(acts)
    _old_friends(acts)
    acts.paint()
    if dice.random() < 0.6:
        bunting(
            canvas, (-20, canvas.y(0.1)), (canvas.width + 20, canvas.y(0.08)), 80, 32
        )


def _yard(canvas: Canvas, top: float) -> None:
    wide, low = canvas.width, canvas.height
    court = [
        (wide * 0.08, top),
        (wide * 0.92, top),
        (wide * 1.3, low),
        (-wide * 0.3, low),
    ]
    canvas.gradient(court, "#e0cda8", "#cbaa7c")
    for step in range(1, 8):
        y = top + (low - top) * (step / 8) ** 1.6
        canvas.line([(0, y), (wide, y)], 2, darker("#d3b283", 0.16), 0.4)


def _garden(canvas: Canvas, horizon: float, house: float) -> None:
    for side in (-1, 1):
        edges = sorted((house + side * 230, house + side * 470))
        hedge(canvas, *edges, horizon + 70, 15)
        flowers(canvas, *edges, horizon + 78, 7, count=45)
        pot(canvas, house + side * 205, horizon + 84, 74, flower="#e86a92")
        areca(canvas, house + side * 480, horizon + 66, 280)
    grove(canvas, canvas.x(0.02), horizon + 80, 190)


def _badminton(acts: Staging) -> None:
    canvas, x, level = acts.canvas, acts.canvas.x(0.5), acts.canvas.y(0.88)
    tall = acts.tall(level)
    for side in (-1, 1):
        acts.add(level, _hitter, canvas, (x + side * tall * 0.95, level), tall, -side)
    acts.add(level - 20, _net, canvas, x, level - 20, tall)
    cork = (x + 40, level - tall * 1.2)
    acts.add(
        level + 5, canvas.limb, cork, (cork[0] + 12, cork[1] - 8), 8, 16, "#fbfbf4"
    )
    seat = x + canvas.dice.choice((-1, 1)) * tall * 1.7
    acts.add(level - 60, bench, canvas, seat, level - 60, 190, 52)


def _net(canvas: Canvas, x: float, y: float, tall: float) -> None:
    """A low net that runs away from the viewer."""
    ax, ay, bx, by = x - 34, y + 36, x + 34, y - 36
    near, far = ay - tall * 0.84, by - tall * 0.72
    cloth = [(ax, near), (bx, far), (bx, by - tall * 0.4), (ax, ay - tall * 0.46)]
    canvas.polygon(cloth, "#fbfbf4", 0.6)
    canvas.line([(ax, near), (bx, far)], 5, "#fbfbf4")
    for foot, top in (((ax, ay), (ax, near)), ((bx, by), (bx, far))):
        canvas.limb(foot, top, 8, 7, "#6a6a74")


def _hitter(canvas: Canvas, place: Point, tall: float, facing: int) -> None:
    canvas.shadow(*place, tall * 0.22, tall * 0.03)
    spots = person(canvas, *place, tall, REACH, passer_by(canvas.dice), facing=facing)
    racket(canvas, spots.hands[0], tall, facing=facing)


def _rehearsal(acts: Staging) -> None:
    """A dance group with fans practises in the yard."""
    canvas, level = acts.canvas, acts.canvas.y(0.88)
    colour = canvas.dice.choice(("#d9606b", "#4fa3a0", "#e2934f", "#a9729f"))
    count = 5 if canvas.width > 1200 else 3
    for index in range(count):
        place = (
            canvas.x(0.5) + (index - (count - 1) / 2) * 185,
            level + (index % 2) * 36,
        )
        acts.add(place[1], _dancer, canvas, place, acts.tall(place[1]), colour)


def _dancer(canvas: Canvas, place: Point, tall: float, colour: str) -> None:
    canvas.shadow(*place, tall * 0.2, tall * 0.03)
    spots = person(canvas, *place, tall, DANCE, long_dress(canvas.dice, colour))
    for hand, turn in zip(spots.hands, (150, 330), strict=True):
        for index in range(5):
            start, tone = turn + index * 28, "#f2b541" if index % 2 else "#f6e3c0"
            rim = arc(*hand, tall * 0.13, tall * 0.13, start, start + 28, steps=4)
            canvas.polygon([hand, *rim], tone)


def _neighbours(acts: Staging) -> None:
    canvas, dice = acts.canvas, acts.canvas.dice
    for _ in range(dice.randint(5, 8)):
        x, level = canvas.x(0.1, 0.9), dice.uniform(acts.horizon + 84, canvas.y(0.72))
        wear, pose = (
            dice.choice((passer_by, elder, long_dress, pupil)),
            dice.choice((STAND, WALK, STROLL, TALK, CLAP)),
        )
        share, facing = (0.76 if wear is pupil else 1.0), dice.choice((-1, 1))
        acts.stand(x, level, pose, wear(dice), facing=facing, share=share)


def _old_friends(acts: Staging) -> None:
    """Two elders on a bench, a bicycle left standing, some hens."""
    canvas, dice, level = acts.canvas, acts.canvas.dice, acts.canvas.y(0.8)
    acts.add(level, bench, canvas, canvas.x(0.11), level, 200, 58)
    for shift, facing in ((-46, 1), (50, -1)):
        place = (canvas.x(0.11) + shift, level + 4)
        acts.add(
            level + 1, person, canvas, *place, 248, SIT, elder(dice), facing=facing
        )
    acts.add(level - 20, bicycle, canvas, canvas.x(0.9), level - 20, 220)
    for _ in range(dice.randint(0, 3)):
        x, y, facing = canvas.x(0.03, 0.97), canvas.y(0.93, 0.98), dice.choice((-1, 1))
        acts.add(y, hen, canvas, x, y, 42, facing=facing)
