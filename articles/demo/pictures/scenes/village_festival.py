"""The village feast: the communal house, festival flags, a procession, the drum."""

from articles.demo.pictures.buildings import communal_house
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.festive import drum, feast_flag, lantern_string, parasol
from articles.demo.pictures.goods import bouquet
from articles.demo.pictures.greenery import flowers, tree_line
from articles.demo.pictures.landscape import ground, stature
from articles.demo.pictures.outfits import citizen, elder_dress, long_dress, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import areca, tree
from articles.demo.pictures.poses import (
    CLAP,
    DANCE,
    DRUM,
    HOLD,
    STAND,
    STAND_BACK,
    STROLL,
    WALK,
)
from articles.demo.pictures.scenes.backdrop import open_country
from articles.demo.pictures.staging import Staging


def village_festival(canvas: Canvas) -> None:
    horizon = canvas.y(0.5, 0.54)
    open_country(canvas, horizon, height=240)
    tree_line(canvas, horizon + 6, 96, haze=0.26, palms=9)
    ground(canvas, horizon, "#dfc59a", "#c79f6c")
    _yard(canvas, horizon)
    tree(canvas, canvas.x(0.06), horizon + 40, 420, "#3a8560")
    tree(canvas, canvas.x(0.95), horizon + 34, 360, "#4c9655")
    house = canvas.x(0.44, 0.56)
    communal_house(canvas, house, horizon + 60, 760)
    for side in (-1, 1):
        areca(canvas, house + side * 440, horizon + 70, 330)
    flowers(canvas, 0, canvas.x(0.14), horizon + 76, 9, count=40)
    flowers(canvas, canvas.x(0.86), canvas.width, horizon + 76, 9, count=40)
    lantern_string(
        canvas, (-20, canvas.y(0.1)), (canvas.x(0.52), canvas.y(0.06)), 70, 46
    )
    lantern_string(
        canvas,
        (canvas.x(0.48), canvas.y(0.06)),
        (canvas.width + 20, canvas.y(0.12)),
        70,
        46,
    )
    acts = Staging()
    _flags(canvas, acts, horizon)
    _onlookers(canvas, acts, horizon)
    canvas.dice.choice((_procession, _dance))(canvas, acts, horizon)
    acts.paint()


def _yard(canvas: Canvas, horizon: float) -> None:
    for step in range(1, 10):
        y = horizon + 66 + (canvas.height - horizon - 66) * (step / 10) ** 1.6
        canvas.line([(0, y), (canvas.width, y)], 2, darker("#d3b283", 0.16), 0.5)
    for step in range(-14, 15):
        canvas.line(
            [
                (canvas.x(0.5) + step * 70, horizon + 66),
                (canvas.x(0.5) + step * 230, canvas.height),
            ],
            2,
            darker("#d3b283", 0.16),
            0.5,
        )


def _flags(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """Two lines of flags that lead to the gate."""
    first = canvas.dice.randint(0, 5)
    for index, share in enumerate((0.2, 0.34, 0.56)):
        level = horizon + (canvas.height - horizon) * share
        tall = stature(canvas, level, horizon, 300) * 2.5
        for side in (-1, 1):
            x = canvas.x(0.5) + side * canvas.width * (0.25 + 0.34 * share)
            acts.add(
                level,
                feast_flag,
                canvas,
                x - tall * 0.1,
                level,
                tall,
                first=first + index * 2 + side,
            )


def _onlookers(canvas: Canvas, acts: Staging, horizon: float) -> None:
    dice = canvas.dice
    for _ in range(dice.randint(12, 17)):
        side = dice.choice((-1, 1))
        level = horizon + dice.uniform(84, 170)
        x = canvas.x(0.5) + side * canvas.width * dice.uniform(0.1, 0.46)
        tall = stature(canvas, level, horizon, 320) * dice.choice((1, 1, 0.96, 0.74))
        wear = dice.choice((citizen, long_dress, citizen, pupil))(dice)
        acts.add(level, canvas.shadow, x, level, tall * 0.2, tall * 0.03)
        acts.add(
            level + 1,
            person,
            canvas,
            x,
            level,
            tall,
            dice.choice((STAND, CLAP, STAND_BACK, CLAP)),
            wear,
        )


def _procession(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """Elders under parasols and women with flowers walk across the yard."""
    level = canvas.y(0.9, 0.93)
    tall = stature(canvas, level, horizon, 330)
    count = int(canvas.width / (tall * 0.66))
    for index in range(count):
        x = tall * 0.4 + index * tall * 0.66
        acts.add(
            level + 4 * (index % 2),
            _walker,
            canvas,
            (x, level + 4 * (index % 2)),
            tall,
            index,
        )


def _walker(
    canvas: Canvas, place: tuple[float, float], tall: float, index: int
) -> None:
    x, y = place
    canvas.shadow(x, y, tall * 0.24, tall * 0.03)
    pose = (WALK, STROLL)[index % 2]
    if index % 3 == 0:
        spots = person(canvas, x, y, tall, pose, elder_dress(canvas.dice))
        parasol(
            canvas,
            spots.hands[0][0],
            spots.hands[0][1] + tall * 0.3,
            tall * 1.25,
            ("#d9483b", "#e3a53f", "#3f8f6a")[index // 3 % 3],
        )
    else:
        spots = person(canvas, x, y, tall, pose, long_dress(canvas.dice))
        bouquet(canvas, spots.hands[1], tall * 0.13)


def _dance(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """The drum and a round of dancers."""
    dice, level = canvas.dice, canvas.y(0.92)
    tall, x = stature(canvas, level, horizon, 330), canvas.x(0.2)

    def beat() -> None:
        canvas.shadow(x, level, tall * 0.7, tall * 0.05)
        drum(canvas, x - tall * 0.05, level, tall * 0.72)
        spots = person(
            canvas, x + tall * 0.72, level, tall, DRUM, elder_dress(dice), facing=-1
        )
        for hand in spots.hands:
            canvas.line(
                [hand, (hand[0] - tall * 0.2, hand[1] + tall * 0.02)],
                tall * 0.025,
                "#e0b04c",
            )

    acts.add(level, beat)
    count = 5 if canvas.width > 1200 else 3
    for index in range(count):
        y = level + dice.uniform(-50, 20)
        px, size = x + tall * (1.5 + 0.72 * index), stature(canvas, y, horizon, 330)
        pose = (DANCE, HOLD)[index % 2]
        acts.add(y, canvas.shadow, px, y, size * 0.2, size * 0.03)
        acts.add(
            y + 1,
            person,
            canvas,
            px,
            y,
            size,
            pose,
            long_dress(dice),
            facing=dice.choice((-1, 1)),
        )
