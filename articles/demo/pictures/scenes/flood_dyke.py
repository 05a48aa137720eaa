"""High water: people raise the dyke with sandbags before the river does."""

from articles.demo.pictures.boats import sampan
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Place, Point, smooth
from articles.demo.pictures.goods import sack, sack_pile
from articles.demo.pictures.greenery import tree_line
from articles.demo.pictures.landscape import grass, hills, mist
from articles.demo.pictures.outfits import Outfit, rescuer, volunteer
from articles.demo.pictures.palms import bamboo, coconut
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import DIG, GIVE, LIFT, POINT, ROW, STROLL, Pose
from articles.demo.pictures.sky import overcast
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.tools import shovel
from articles.demo.pictures.water import ripples, water


def flood_dyke(canvas: Canvas) -> None:
    horizon = canvas.y(0.36, 0.42)
    overcast(canvas, horizon)
    hills(canvas, horizon, count=2, height=150)
    tree_line(canvas, horizon + 6, 40, haze=0.46, palms=6)
    mist(canvas, horizon + 4, 60, 0.5)
    crest = canvas.y(0.62, 0.66)
    water(canvas, horizon + 4, canvas.height, silt="#9a8468", share=0.55)
    _waves(canvas, horizon, crest)
    _river(canvas, horizon, crest)
    _dyke(canvas, crest)
    acts = Staging(canvas, horizon)
    _wall(acts, crest)
    _chain(acts, crest)
    _foreground(acts)
    acts.paint()


def _waves(canvas: Canvas, horizon: float, crest: float) -> None:
    """The current: long crests, pale above and dark below."""
    dice = canvas.dice
    for _ in range(130):
        share = dice.random()
        x, y = canvas.x(0, 1), horizon + 14 + (crest - horizon) * share
        half = 14 + 60 * share * dice.random()
        canvas.ellipse(x, y + 2 + 2 * share, half, 1 + 2.4 * share, "#6a5a4c", 0.3)
        canvas.ellipse(x, y, half * 0.8, 0.8 + 1.8 * share, "#f6ead6", 0.5)


def _river(canvas: Canvas, horizon: float, crest: float) -> None:
    """What the flood has reached: half-drowned trees, a patrol boat."""
    dice = canvas.dice
    for share in (0.12, 0.2, 0.86):
        x, y = canvas.x(share - 0.03, share + 0.03), horizon + dice.uniform(36, 80)
        with canvas.depth(0.2):
            dice.choice((bamboo, coconut))(canvas, x, y, 130)
        ripples(canvas, (x, y), 40)
    x, y = canvas.x(0.4, 0.66), horizon + (crest - horizon) * 0.5
    for shift, pose in ((-44, ROW), (26, POINT)):
        person(canvas, x + shift, y + 4, 92, pose, rescuer(dice))
    sampan(canvas, x, y, 210, colour="#4d6f7f")
    ripples(canvas, (x, y + 10), 120)


def _crest(canvas: Canvas, x: float, crest: float) -> float:
    """The dyke's top falls gently from left to right of the picture."""
    return crest + 22 - 40 * x / canvas.width


def _dyke(canvas: Canvas, crest: float) -> None:
    """A broad green bank; its top is a path that crosses the picture."""
    left, right, low = -10, canvas.width + 10, canvas.height + 10

    def band(top: float, bottom: float) -> list[Point]:
        rise = [
            (left, _crest(canvas, left, crest) + top),
            (right, _crest(canvas, right, crest) + top),
        ]
        return [*rise, *((x, y + bottom - top) for x, y in reversed(rise))]

    slope = [*band(4, 4)[:2], (right, low), (left, low)]
    canvas.gradient(slope, "#8fae63", "#6b9450", darker("#5b8446", 0.1))
    canvas.polygon(band(0, 52), "#c4a37a")
    canvas.polygon(band(48, 55), darker("#b08d62", 0.14))
    grass(canvas, crest + 90, "#7fa85a", count=420)


def _wall(acts: Staging, crest: float) -> None:
    """Sandbags along the water's edge, not yet complete."""
    canvas = acts.canvas
    done = canvas.x(0.62, 0.8)
    for row in range(3):
        x = -20 + (row % 2) * 38.0
        while x < done - row * 90:
            tone = canvas.dice.choice(("#e6dcc0", "#d9cba6", "#cdbd95"))
            y = _crest(canvas, x, crest) + 12 - row * 26
            acts.add(crest + row, sack, canvas, x, y, 80, tone)
            x += 76


def _chain(acts: Staging, crest: float) -> None:
    """People hand the bags along the crest."""
    canvas, dice = acts.canvas, acts.canvas.dice
    start = canvas.x(0.1, 0.16)
    for index in range(6 if canvas.width > 1200 else 4):
        x = start + index * canvas.width * 0.13 + dice.uniform(-10, 10)
        place = (x, _crest(canvas, x, crest) + 42)
        wear, pose = (
            dice.choice((rescuer, volunteer))(dice),
            (GIVE, LIFT, STROLL)[index % 3],
        )
        acts.add(place[1] + 20, _hander, canvas, place, wear, pose)


def _hander(canvas: Canvas, place: Point, outfit: Outfit, pose: Pose) -> None:
    canvas.shadow(*place, 50, 7)
    spots = person(canvas, *place, 222, pose, outfit, facing=-1)
    if pose is not STROLL:
        hand = spots.hands[1]
        sack(canvas, hand[0] - 12, hand[1] + 14, 76)


def _foreground(acts: Staging) -> None:
    """Filling bags at the foot of the dyke."""
    canvas, dice, level = acts.canvas, acts.canvas.dice, acts.canvas.y(0.95)
    heap = canvas.x(0.7, 0.78)
    acts.add(level - 12, _sand, canvas, heap, level)
    acts.add(level, _digger, canvas, heap - 190, level)
    pile = (canvas.x(0.16, 0.24), level + 6, 118)
    acts.add(level + 4, sack_pile, canvas, *pile, rows=dice.randint(2, 3))
    bearer = dice.choice((rescuer, volunteer))(dice)
    acts.add(
        level - 30, _hander, canvas, (canvas.x(0.36, 0.42), level - 34), bearer, LIFT
    )


def _sand(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x + 20, y + 4, 190, 14)
    heap = Place(x, y, 100).path("-1.5,-.04 -.6,.7 .2,1.12 1,.64 1.9,-.04")
    canvas.gradient(smooth(heap), "#e3c795", "#c29c66")


def _digger(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x, y, 80, 9)
    spots = person(canvas, x, y, 300, DIG, rescuer(canvas.dice))
    shovel(canvas, spots.hands[1], (x + 128, y - 14), 300)
