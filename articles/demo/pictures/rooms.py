"""The shell of a room: back wall, side wall with its windows, ceiling, floor."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter, mix
from articles.demo.pictures.curves import Place, Point, box, down_to, ridge
from articles.demo.pictures.palms import areca, banana, coconut
from articles.demo.pictures.trees import tree


def room(
    canvas: Canvas, wall: str, floor: str, *, level: float, dado: str | None = None
) -> None:
    """Back wall down to `level` units and the floor below it."""
    canvas.gradient(
        box(0, 0, canvas.width, level), lighter(wall, 0.12), wall, darker(wall, 0.06)
    )
    if dado:
        canvas.box(0, level - 120, canvas.width, 120, dado)
        canvas.box(0, level - 124, canvas.width, 6, lighter(dado, 0.3))
    canvas.gradient(
        box(0, level, canvas.width, canvas.height - level),
        darker(floor, 0.12),
        floor,
        lighter(floor, 0.06),
    )
    canvas.box(0, level - 10, canvas.width, 12, darker(floor, 0.32))
    vanish = canvas.x(0.5)
    for step in range(-14, 15):
        foot = vanish + step * canvas.width * 0.16
        start = vanish + step * canvas.width * 0.075
        canvas.line(
            [(start, level + 2), (foot, canvas.height)], 1.6, darker(floor, 0.25), 0.35
        )
    for step in range(1, 7):
        y = level + (canvas.height - level) * (step / 7) ** 1.6
        canvas.line([(0, y), (canvas.width, y)], 1.6, darker(floor, 0.25), 0.35)


def outlook(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """A window from its upper left corner with the village outside."""
    sky, dice = canvas.light.sky, canvas.dice
    with canvas.glowing():
        canvas.gradient(box(x, y, width, height), sky[0], sky[1], sky[3])
    line = ridge(dice, width, height * 0.72, height * 0.22)
    hills = [(max(x, min(x + width, x + px)), y + py) for px, py in line]
    with canvas.depth(0.55):
        canvas.polygon(down_to(hills, y + height * 0.85), "#3f7f78")
    with canvas.depth(0.2):
        canvas.box(x, y + height * 0.78, width, height * 0.22, "#8fb05f")
        kind = dice.choice((coconut, areca, banana, tree))
        foot = (x + width * dice.uniform(0.35, 0.65), y + height * 0.86)
        kind(canvas, *foot, min(height * 0.55, width * 0.62))
    _casement(canvas, x, y, (width, height))


def _casement(canvas: Canvas, x: float, y: float, size: Point) -> None:
    """The frame around a view, its middle bar and its sill."""
    (width, height), frame = size, "#f5efe2"
    thick = max(7, width * 0.05)
    left, wide, low = x - thick, width + 2 * thick, y + height
    for bar in (
        (left, y - thick, wide, thick),
        (left, low, wide, thick * 1.4),
        (left, y, thick, height),
        (x + width, y, thick, height),
        (x + width / 2 - thick / 3, y, thick * 0.66, height),
    ):
        canvas.box(*bar, frame)
    canvas.box(
        left - thick * 0.6,
        low + thick,
        wide + thick * 1.2,
        thick * 0.9,
        darker(frame, 0.15),
    )


def light_fall(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    reach: float = 0.5,
) -> None:
    """The slanting patch of light a window throws down into the room."""
    if canvas.light.lamps:
        return
    drop = canvas.height - y
    shape = [
        (x, y),
        (x + width, y),
        (x + width + drop * reach, canvas.height),
        (x + drop * reach - width * 0.2, canvas.height),
    ]
    with canvas.glowing():
        canvas.polygon(shape, canvas.light.sun, 0.10)
        canvas.polygon(
            [(px + height * 0.12, py) for px, py in shape], canvas.light.sun, 0.06
        )


def pendant(canvas: Canvas, x: float, length: float, size: float, colour: str) -> None:
    """A lamp on a cord from the ceiling."""
    lamp = Place(x, length, size)
    canvas.line([(x, 0), (x, length)], 3, "#5a5450")
    canvas.polygon(lamp.path("-.22,0 .22,0 .6,-.55 -.6,-.55"), colour)
    canvas.polygon(lamp.path("0,0 .22,0 .6,-.55 .1,-.55"), darker(colour, 0.4), 0.25)
    canvas.ellipse(*lamp.at(0, -0.56), size * 0.3, size * 0.12, "#fff1c4")
    reach = size * (4.5 if canvas.light.lamps else 2.4)
    canvas.glow(*lamp.at(0, -0.6), reach, "#ffe2a0", 0.5)


def fan(canvas: Canvas, x: float, length: float, size: float) -> None:
    """A ceiling fan, stopped for the picture."""
    canvas.line([(x, 0), (x, length)], 5, "#e9e4d8")
    for dx, dy in ((-1, 0.06), (1, -0.04), (0.35, 0.12)):
        canvas.limb(
            (x, length),
            (x + dx * size, length + dy * size),
            size * 0.06,
            size * 0.16,
            mix("#e9e4d8", "#8d8a86", 0.2 + dy),
        )
    canvas.ellipse(x, length, size * 0.14, size * 0.1, "#d5cfc2")


def curtain(
    canvas: Canvas, x: float, top: float, width: float, height: float, colour: str
) -> None:
    """A hanging in even folds."""
    canvas.gradient(
        box(x, top, width, height), lighter(colour, 0.06), darker(colour, 0.22)
    )
    folds = max(3, int(width / 26))
    for fold in range(folds):
        left = x + fold * width / folds
        canvas.box(left, top, width / folds * 0.4, height, darker(colour, 0.5), 0.16)
        canvas.box(
            left + width / folds * 0.6,
            top,
            width / folds * 0.2,
            height,
            lighter(colour, 0.5),
            0.14,
        )
