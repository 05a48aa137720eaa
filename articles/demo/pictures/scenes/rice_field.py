"""Young rice: flat paddies or terraces, people planting, a buffalo, egrets."""

from articles.demo.pictures.animals import buffalo, egret, egret_flight
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Point, down_to, smooth
from articles.demo.pictures.greenery import grove, overhang
from articles.demo.pictures.houses import farmhouse
from articles.demo.pictures.landscape import grass, ground, near, paddies
from articles.demo.pictures.outfits import farmer, pupil
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import PLANT, SIT, WALK
from articles.demo.pictures.scenes.backdrop import far_village, open_country
from articles.demo.pictures.staging import Staging
from articles.demo.pictures.terraces import terraces
from articles.demo.pictures.water import ripples

GREENS = ("#8dbb4e", "#76ab4a", "#a3c65a", "#629c4c")
RIPENING = ("#a9bf4f", "#c9c258", "#8dbb4e", "#d8c25a")


def rice_field(canvas: Canvas) -> None:
    greens = canvas.dice.choice((GREENS, GREENS, RIPENING))
    canvas.dice.choice((_hillside, _plain))(canvas, greens)
    if canvas.dice.random() < 0.45:
        overhang(canvas)


def _plain(canvas: Canvas, greens: tuple[str, ...]) -> None:
    horizon, dice = canvas.y(0.36, 0.48), canvas.dice
    open_country(canvas, horizon)
    far_village(canvas, horizon)
    ground(canvas, horizon, "#a9c77a", "#6f9c48")
    paddies(canvas, horizon, greens)
    egret_flight(
        canvas, canvas.x(0.15, 0.5), horizon - 10, 22, count=dice.randint(3, 5)
    )
    acts = Staging(canvas, horizon, tallest=300)
    _planters(acts)
    if dice.random() < 0.7:
        level = canvas.y(0.76, 0.84)
        acts.add(level, _herd_boy, acts, canvas.x(0.62, 0.82), level)
    for _ in range(dice.randint(2, 5)):
        x, y = canvas.x(0.05, 0.95), canvas.y(0.62, 0.92)
        size, facing = 20 + 60 * near(canvas, y, horizon), dice.choice((-1, 1))
        acts.add(y, egret, canvas, x, y, size, facing=facing)
    acts.paint()
    _bank(canvas)


def _planters(acts: Staging) -> None:
    """A row of people setting seedlings, slanting away from the viewer."""
    canvas, dice = acts.canvas, acts.canvas.dice
    x, y, facing = canvas.x(0.1, 0.24), canvas.y(0.78, 0.84), dice.choice((-1, 1))
    for _ in range(dice.randint(3, 5)):
        acts.add(y, _planter, canvas, (x, y), acts.tall(y), facing)
        x += acts.tall(y) * 0.82
        y -= dice.uniform(16, 30)


def _planter(canvas: Canvas, place: Point, height: float, facing: int) -> None:
    ripples(canvas, place, height * 0.2, count=3)
    spots = person(canvas, *place, height, PLANT, farmer(canvas.dice), facing=facing)
    for x, y in spots.hands:
        for lean in (-0.05, 0.0, 0.05):
            blade = [(x, y), (x + lean * height, y + height * 0.1)]
            canvas.line(blade, height * 0.016, "#7fbf4f")


def _herd_boy(acts: Staging, x: float, y: float) -> None:
    canvas, tall = acts.canvas, acts.tall(y)
    grazing = canvas.dice.random() < 0.4
    buffalo(canvas, x, y, tall * 0.82, facing=-1, grazing=grazing)
    seat = (x + tall * 0.1, y - tall * 0.45)
    person(canvas, *seat, tall * 0.72, SIT, pupil(canvas.dice), facing=-1)


def _bank(canvas: Canvas) -> None:
    """The grassy dyke the viewer stands on."""
    dice, low, rise = canvas.dice, canvas.height, canvas.dice.uniform(60, 130)
    shares = ((-0.02, 1.0), (0.3, 0.55), (0.7, 0.3), (1.02, 0.6))
    line = smooth([(canvas.x(across), low - rise * up) for across, up in shares])
    canvas.gradient(down_to(line, low + 5), "#6f9f4c", darker("#5b8a45", 0.1))
    for x, y in line:
        for _ in range(9):
            px, size = x + dice.uniform(-30, 30), dice.uniform(14, 36)
            tip = (px + dice.uniform(-0.5, 0.5) * size, y - size)
            tone = dice.choice(("#7fae52", "#5f9448", "#8fbb5c"))
            canvas.polygon([(px - 3, y + 8), tip, (px + 3, y + 8)], tone)


def _hillside(canvas: Canvas, greens: tuple[str, ...]) -> None:
    horizon, dice = canvas.y(0.32, 0.42), canvas.dice
    open_country(canvas, horizon, ranges=3, height=240)
    ground(canvas, horizon, "#a9c77a", "#6f9c48")
    rims = terraces(canvas, horizon + 20, greens, steps=dice.randint(9, 12))
    acts = Staging(canvas, horizon, tallest=240)
    for rim in rims[4:-1]:
        if dice.random() < 0.75:
            (x, y), pose = dice.choice(rim[6:-6]), dice.choice((PLANT, PLANT, WALK))
            place = (x, y + acts.tall(y) * 0.06)
            facing = dice.choice((-1, 1))
            acts.add(
                y,
                person,
                canvas,
                *place,
                acts.tall(y),
                pose,
                farmer(dice),
                facing=facing,
            )
    for step, low, high in ((1, 6, 20), (3, 40, 54)):
        x, y = rims[step][dice.randint(low, high)]
        acts.add(y, grove, canvas, x, y + 4, 70 + 20 * step)
        acts.add(y + 1, farmhouse, canvas, x + 60 + 10 * step, y + 6, 100 + 24 * step)
    acts.paint()
    grass(canvas, canvas.height * 0.93, "#6f9f4c", count=150)
