"""High water: people raise the dyke with sandbags before the river does."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, mix
from articles.demo.pictures.curves import Point, box, smooth
from articles.demo.pictures.goods import sack, sack_pile, shovel
from articles.demo.pictures.greenery import tree_line
from articles.demo.pictures.landscape import grass, hills, mist
from articles.demo.pictures.outfits import rescuer, volunteer
from articles.demo.pictures.people import person
from articles.demo.pictures.plants import bamboo, coconut
from articles.demo.pictures.poses import DIG, GIVE, LIFT, POINT, ROW, STROLL
from articles.demo.pictures.sky import sky
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.vehicles import sampan
from articles.demo.pictures.water import ripples, water


def flood_dyke(canvas: Canvas) -> None:
    horizon = canvas.y(0.36, 0.42)
    sky(canvas, horizon)
    _rain_clouds(canvas, horizon)
    hills(canvas, horizon, count=2, height=150)
    tree_line(canvas, horizon + 6, 40, haze=0.46, palms=6)
    mist(canvas, horizon + 4, 60, 0.5)
    crest = canvas.y(0.62, 0.66)
    water(canvas, horizon + 4, canvas.height, silt="#a5835f", share=0.8)
    _river(canvas, horizon, crest)
    _dyke(canvas, crest)
    acts = Staging()
    _wall(canvas, acts, crest)
    _chain(canvas, acts, crest)
    _foreground(canvas, acts)
    acts.paint()


def _rain_clouds(canvas: Canvas, horizon: float) -> None:
    """Heavy, layered cloud over the upper half of the sky."""
    with canvas.glowing():
        grey = mix(canvas.light.sky[0], "#5b6472", 0.6)
        for index in range(9):
            x, y = canvas.x(-0.1, 1.1), horizon * canvas.dice.uniform(-0.05, 0.34)
            half, deep = canvas.dice.uniform(200, 420), canvas.dice.uniform(34, 70)
            shape = [
                (x - half, y),
                (x - half * 0.4, y - deep),
                (x + half * 0.3, y - deep * 0.8),
                (x + half, y),
                (x + half * 0.2, y + deep * 0.6),
                (x - half * 0.5, y + deep * 0.5),
            ]
            canvas.polygon(
                smooth(shape, closed=True),
                mix(grey, canvas.light.sky[2], index / 16),
                0.42,
            )


def _river(canvas: Canvas, horizon: float, crest: float) -> None:
    """What the flood carries: half-drowned trees, a patrol boat."""
    for share in (0.12, 0.2, 0.86):
        x, y = (
            canvas.x(share - 0.03, share + 0.03),
            horizon + canvas.dice.uniform(36, 80),
        )
        with canvas.depth(0.2):
            canvas.dice.choice((bamboo, coconut))(canvas, x, y, 130)
        ripples(canvas, (x, y), 40)
    x, y = canvas.x(0.4, 0.66), horizon + (crest - horizon) * 0.5
    for dx in (-44, 26):
        person(
            canvas, x + dx, y + 4, 92, ROW if dx < 0 else POINT, rescuer(canvas.dice)
        )
    sampan(canvas, x, y, 210, colour="#4d6f7f")
    ripples(canvas, (x, y + 10), 120)


def _dyke(canvas: Canvas, crest: float) -> None:
    """A broad green bank; its top is a path that crosses the picture."""
    slope = [
        (-10, crest + 26),
        (canvas.width + 10, crest - 14),
        (canvas.width + 10, canvas.height + 10),
        (-10, canvas.height + 10),
    ]
    canvas.gradient(slope, "#8fae63", "#6b9450", darker("#5b8446", 0.1))
    canvas.polygon(
        [
            (-10, crest + 22),
            (canvas.width + 10, crest - 18),
            (canvas.width + 10, crest + 34),
            (-10, crest + 76),
        ],
        "#c4a37a",
    )
    canvas.polygon(
        [
            (-10, crest + 70),
            (canvas.width + 10, crest + 28),
            (canvas.width + 10, crest + 34),
            (-10, crest + 78),
        ],
        darker("#b08d62", 0.14),
    )
    canvas.polygon(
        box(-10, crest + 300, canvas.width + 20, canvas.height), "#6b9450", 0.35
    )
    grass(canvas, crest + 90, "#7fa85a", count=420)


def _level(canvas: Canvas, x: float, crest: float) -> float:
    return crest + 22 - 40 * x / canvas.width


def _wall(canvas: Canvas, acts: Staging, crest: float) -> None:
    """Sandbags along the water's edge, not yet complete."""
    done = canvas.x(0.62, 0.8)
    for row in range(3):
        x = -20 + (row % 2) * 38.0
        while x < done - row * 90:
            tone = canvas.dice.choice(("#e6dcc0", "#d9cba6", "#cdbd95"))
            acts.add(
                crest + row,
                sack,
                canvas,
                x,
                _level(canvas, x, crest) + 12 - row * 26,
                80,
                tone,
            )
            x += 76


def _chain(canvas: Canvas, acts: Staging, crest: float) -> None:
    """People hand the bags along the crest."""
    count = 6 if canvas.width > 1200 else 4
    start, step = canvas.x(0.1, 0.16), canvas.width * 0.13
    for index in range(count):
        x = start + index * step + canvas.dice.uniform(-10, 10)
        y = _level(canvas, x, crest) + 42
        acts.add(
            y + 20,
            _hander,
            canvas,
            (x, y),
            canvas.dice.choice((rescuer, volunteer))(canvas.dice),
            (GIVE, LIFT, STROLL)[index % 3],
        )


def _hander(canvas: Canvas, place: Point, outfit, pose) -> None:
    x, y = place
    canvas.shadow(x, y, 50, 7)
    spots = person(canvas, x, y, 222, pose, outfit, facing=-1)
    if pose is not STROLL:
        hx, hy = spots.hands[1]
        sack(canvas, hx - 12, hy + 14, 76)
        canvas.ellipse(hx, hy + 4, 6, 6, outfit.skin)


def _foreground(canvas: Canvas, acts: Staging) -> None:
    """Filling bags at the foot of the dyke."""
    dice, level = canvas.dice, canvas.y(0.95)
    heap = canvas.x(0.7, 0.78)
    acts.add(level - 12, _sand, canvas, heap, level)
    acts.add(level, _digger, canvas, heap - 190, level)
    acts.add(
        level + 4,
        sack_pile,
        canvas,
        canvas.x(0.16, 0.24),
        level + 6,
        118,
        rows=dice.randint(2, 3),
    )
    acts.add(
        level - 30,
        _hander,
        canvas,
        (canvas.x(0.36, 0.42), level - 34),
        dice.choice((rescuer, volunteer))(dice),
        LIFT,
    )


def _sand(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x + 20, y + 4, 190, 14)
    canvas.gradient(
        smooth(
            [
                (x - 150, y + 4),
                (x - 60, y - 70),
                (x + 20, y - 112),
                (x + 100, y - 64),
                (x + 190, y + 4),
            ]
        ),
        "#e3c795",
        "#c29c66",
    )


def _digger(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x, y, 80, 9)
    spots = person(canvas, x, y, 300, DIG, rescuer(canvas.dice))
    shovel(canvas, spots.hands[1], spots.hands[0], 260)
