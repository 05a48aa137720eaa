"""The hamlet's hall of culture and its yard towards evening."""

from articles.demo.pictures.animals import hen
from articles.demo.pictures.buildings import hall
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import arc
from articles.demo.pictures.festive import BUNTING, bunting
from articles.demo.pictures.furniture import bench
from articles.demo.pictures.greenery import flowers, grove, hedge, pot, tree_line
from articles.demo.pictures.landscape import grass, ground, stature
from articles.demo.pictures.outfits import citizen, elder, long_dress, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import areca, coconut, tree
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
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.vehicles import bicycle

WALLS = ("#f1e6cd", "#f2d9b8", "#e4e9dc", "#f0e0d4")
ROOFS = ("#b5573c", "#a84f48", "#c0694a", "#6f7f8c")


def cultural_house(canvas: Canvas) -> None:
    horizon = canvas.y(0.5, 0.54)
    open_country(canvas, horizon, height=230)
    tree_line(canvas, horizon + 4, 76, haze=0.28, palms=7)
    ground(canvas, horizon, "#a9c77a", "#7ba556")
    grass(canvas, horizon + 30, "#86b463", count=200)
    _yard(canvas, horizon)
    house = canvas.x(0.42, 0.56)
    tree(canvas, house - 520, horizon + 36, 380)
    coconut(canvas, house + 500, horizon + 30, 430, lean=-0.08)
    hall(
        canvas,
        house,
        horizon + 54,
        860,
        wall=canvas.dice.choice(WALLS),
        roof=canvas.dice.choice(ROOFS),
    )
    _garden(canvas, horizon, house)
    acts = Staging()
    canvas.dice.choice((_badminton, _rehearsal))(canvas, acts, horizon)
    _neighbours(canvas, acts, horizon)
    acts.paint()
    if canvas.dice.random() < 0.6:
        bunting(
            canvas, (-20, canvas.y(0.1)), (canvas.width + 20, canvas.y(0.08)), 80, 32
        )


def _yard(canvas: Canvas, horizon: float) -> None:
    top = horizon + 58
    canvas.gradient(
        [
            (canvas.x(0.08), top),
            (canvas.x(0.92), top),
            (canvas.width * 1.3, canvas.height),
            (-canvas.width * 0.3, canvas.height),
        ],
        "#e0cda8",
        "#cbaa7c",
    )
    for step in range(1, 8):
        y = top + (canvas.height - top) * (step / 8) ** 1.6
        canvas.line([(0, y), (canvas.width, y)], 2, darker("#d3b283", 0.16), 0.4)


def _garden(canvas: Canvas, horizon: float, house: float) -> None:
    for side in (-1, 1):
        edges = sorted((house + side * 230, house + side * 470))
        hedge(canvas, *edges, horizon + 70, 15)
        flowers(canvas, *edges, horizon + 78, 7, count=45)
        pot(canvas, house + side * 205, horizon + 84, 74, flower="#e86a92")
        areca(canvas, house + side * 480, horizon + 66, 280)
    grove(canvas, canvas.x(0.02), horizon + 80, 190)


def _badminton(canvas: Canvas, acts: Staging, horizon: float) -> None:
    dice, level = canvas.dice, canvas.y(0.88)
    tall, x = stature(canvas, level, horizon, 320), canvas.x(0.5)
    for side in (-1, 1):
        px = x + side * tall * 0.95
        acts.add(level, _hitter, canvas, px, level, tall, -side)
    net = level - 20
    for post in (-0.02, 0.02):
        acts.add(
            net,
            canvas.line,
            [(x + post * tall, net + 30), (x + post * tall, net - tall * 0.8)],
            5,
            "#6a6a74",
        )
    acts.add(
        net,
        canvas.polygon,
        [
            (x - 6, net - tall * 0.8),
            (x + 6, net - tall * 0.8),
            (x + 6, net - tall * 0.4),
            (x - 6, net - tall * 0.4),
        ],
        "#fbfbf4",
        0.7,
    )
    acts.add(
        level + 5,
        canvas.limb,
        (x + 40, level - tall * 1.2),
        (x + 52, level - tall * 1.23),
        8,
        16,
        "#fbfbf4",
    )
    acts.add(
        level - 60,
        bench,
        canvas,
        x + dice.choice((-1, 1)) * tall * 1.7,
        level - 60,
        190,
        52,
    )


def _hitter(canvas: Canvas, x: float, y: float, tall: float, facing: int) -> None:
    canvas.shadow(x, y, tall * 0.22, tall * 0.03)
    spots = person(canvas, x, y, tall, REACH, citizen(canvas.dice), facing=facing)
    hx, hy = spots.hands[0]
    end = (hx + facing * tall * 0.1, hy - tall * 0.16)
    canvas.line([(hx, hy), end], tall * 0.016, "#33323c")
    canvas.ellipse(
        end[0] + facing * tall * 0.035,
        end[1] - tall * 0.07,
        tall * 0.06,
        tall * 0.085,
        "#c9573e",
    )
    canvas.ellipse(
        end[0] + facing * tall * 0.035,
        end[1] - tall * 0.07,
        tall * 0.046,
        tall * 0.07,
        "#f1ead8",
    )


def _rehearsal(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """A dance group with fans practises in the yard."""
    dice, level = canvas.dice, canvas.y(0.88)
    colour = dice.choice(("#d9606b", "#4fa3a0", "#e2934f", "#a9729f"))
    count = 5 if canvas.width > 1200 else 3
    for index in range(count):
        y = level + (index % 2) * 36
        tall = stature(canvas, y, horizon, 310)
        x = canvas.x(0.5) + (index - (count - 1) / 2) * 185
        acts.add(y, _dancer, canvas, x, y, tall, colour)


def _dancer(canvas: Canvas, x: float, y: float, tall: float, colour: str) -> None:
    canvas.shadow(x, y, tall * 0.2, tall * 0.03)
    spots = person(canvas, x, y, tall, DANCE, long_dress(canvas.dice, colour))
    for hand, turn in zip(spots.hands, (150, 330), strict=True):
        canvas.glow(*hand, 1, colour, 0)
        _fan(canvas, hand, tall * 0.13, turn)


def _fan(canvas: Canvas, hand: tuple[float, float], size: float, turn: float) -> None:
    for index in range(5):
        start = turn + index * 28
        canvas.polygon(
            [hand, *arc(*hand, size, size, start, start + 28, steps=4)],
            BUNTING[1] if index % 2 else "#f6e3c0",
        )


def _neighbours(canvas: Canvas, acts: Staging, horizon: float) -> None:
    dice = canvas.dice
    for _ in range(dice.randint(5, 8)):
        level = dice.uniform(horizon + 84, canvas.y(0.72))
        x, tall = (
            canvas.x(0.1, 0.9),
            stature(canvas, level, horizon, 320) * dice.choice((1, 1, 0.74)),
        )
        wear = dice.choice((citizen, elder, long_dress, pupil))(dice)
        acts.add(level, canvas.shadow, x, level, tall * 0.2, tall * 0.03)
        acts.add(
            level + 1,
            person,
            canvas,
            x,
            level,
            tall,
            dice.choice((STAND, WALK, STROLL, TALK, CLAP)),
            wear,
            facing=dice.choice((-1, 1)),
        )
    level = canvas.y(0.8)
    acts.add(level, bench, canvas, canvas.x(0.11), level, 200, 58)
    for dx in (-46, 50):
        acts.add(
            level + 1,
            person,
            canvas,
            canvas.x(0.11) + dx,
            level + 4,
            248,
            SIT,
            elder(dice),
            facing=1 if dx < 0 else -1,
        )
    acts.add(level - 20, bicycle, canvas, canvas.x(0.9), level - 20, 220)
    for _ in range(dice.randint(0, 3)):
        y = canvas.y(0.93, 0.98)
        acts.add(
            y, hen, canvas, canvas.x(0.03, 0.97), y, 42, facing=dice.choice((-1, 1))
        )
