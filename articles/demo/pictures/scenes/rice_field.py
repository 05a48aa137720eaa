"""Young rice: flat paddies or terraces, people planting, a buffalo, egrets."""

from articles.demo.pictures.animals import buffalo, egret, egret_flight
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Point, down_to, smooth
from articles.demo.pictures.greenery import frame, grove
from articles.demo.pictures.landscape import grass, ground, near, paddies, stature
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
    if canvas.dice.random() < 0.5:
        _hillside(canvas, greens)
    else:
        _plain(canvas, greens)


def _plain(canvas: Canvas, greens: tuple[str, ...]) -> None:
    horizon = canvas.y(0.36, 0.48)
    open_country(canvas, horizon)
    far_village(canvas, horizon)
    ground(canvas, horizon, "#a9c77a", "#6f9c48")
    paddies(canvas, horizon, greens)
    egret_flight(
        canvas, canvas.x(0.15, 0.5), horizon - 10, 22, count=canvas.dice.randint(3, 5)
    )
    acts = Staging()
    _planters(canvas, acts, horizon)
    if canvas.dice.random() < 0.7:
        _herd_boy(canvas, acts, canvas.x(0.62, 0.82), canvas.y(0.76, 0.84), horizon)
    for _ in range(canvas.dice.randint(2, 5)):
        level = canvas.y(0.62, 0.92)
        acts.add(
            level,
            egret,
            canvas,
            canvas.x(0.05, 0.95),
            level,
            20 + 60 * near(canvas, level, horizon),
            facing=canvas.dice.choice((-1, 1)),
        )
    acts.paint()
    _bank(canvas)


def _planters(canvas: Canvas, acts: Staging, horizon: float) -> None:
    """A row of people setting seedlings, slanting away from the viewer."""
    count, start, facing = (
        canvas.dice.randint(3, 5),
        canvas.x(0.1, 0.24),
        canvas.dice.choice((-1, 1)),
    )
    level = canvas.y(0.78, 0.84)
    for index in range(count):
        y = level - index * canvas.dice.uniform(16, 30)
        height = stature(canvas, y, horizon, 300)
        acts.add(
            y, _planter, canvas, (start + index * height * 0.62, y), height, facing
        )


def _planter(canvas: Canvas, place: Point, height: float, facing: int) -> None:
    ripples(canvas, place, height * 0.2, count=3)
    spots = person(canvas, *place, height, PLANT, farmer(canvas.dice), facing=facing)
    for hand in spots.hands:
        for lean in (-0.05, 0.0, 0.05):
            canvas.line(
                [hand, (hand[0] + lean * height, hand[1] + height * 0.1)],
                height * 0.016,
                "#7fbf4f",
            )


def _herd_boy(
    canvas: Canvas, acts: Staging, x: float, y: float, horizon: float
) -> None:
    tall = stature(canvas, y, horizon, 300)

    def ride() -> None:
        buffalo(
            canvas, x, y, tall * 0.82, facing=-1, grazing=canvas.dice.random() < 0.4
        )
        person(
            canvas,
            x + tall * 0.1,
            y - tall * 0.45,
            tall * 0.72,
            SIT,
            pupil(canvas.dice),
            facing=-1,
        )

    acts.add(y, ride)


def _bank(canvas: Canvas) -> None:
    """The grassy dyke the viewer stands on."""
    rise = canvas.dice.uniform(60, 130)
    line = smooth(
        [
            (-20, canvas.height - rise),
            (canvas.x(0.3), canvas.height - rise * 0.55),
            (canvas.x(0.7), canvas.height - rise * 0.3),
            (canvas.width + 20, canvas.height - rise * 0.6),
        ]
    )
    canvas.gradient(down_to(line, canvas.height + 5), "#6f9f4c", darker("#5b8a45", 0.1))
    for x, y in line[::1]:
        for _ in range(9):
            px, size = x + canvas.dice.uniform(-30, 30), canvas.dice.uniform(14, 36)
            lean = canvas.dice.uniform(-0.5, 0.5) * size
            tone = canvas.dice.choice(("#7fae52", "#5f9448", "#8fbb5c"))
            canvas.polygon(
                [(px - 3, y + 8), (px + lean, y - size), (px + 3, y + 8)], tone
            )
    if canvas.dice.random() < 0.4:
        frame(canvas)


def _hillside(canvas: Canvas, greens: tuple[str, ...]) -> None:
    horizon = canvas.y(0.32, 0.42)
    open_country(canvas, horizon, ranges=3, height=240)
    rims = terraces(canvas, horizon + 20, greens, steps=canvas.dice.randint(9, 12))
    acts = Staging()
    for rim in rims[4:-1]:
        x, y = canvas.dice.choice(rim[6:-6])
        height = stature(canvas, y, horizon, 290) * 0.8
        if canvas.dice.random() < 0.75:
            pose, facing = (
                canvas.dice.choice((PLANT, PLANT, WALK)),
                canvas.dice.choice((-1, 1)),
            )
            acts.add(
                y,
                person,
                canvas,
                x,
                y + height * 0.06,
                height,
                pose,
                farmer(canvas.dice),
                facing=facing,
            )
    x, y = rims[3][canvas.dice.randint(40, 54)]
    acts.add(y, grove, canvas, x, y + 4, 130)
    acts.paint()
    grass(canvas, canvas.height * 0.93, "#6f9f4c", count=150)
    if canvas.dice.random() < 0.5:
        frame(canvas)
