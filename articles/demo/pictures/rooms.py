"""The shell of a room: back wall, side wall with its windows, ceiling, floor."""

from collections.abc import Callable

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter, mix
from articles.demo.pictures.curves import box, ridge
from articles.demo.pictures.plants import areca, banana, coconut, tree


def room(
    canvas: Canvas, wall: str, floor: str, *, level: float, dado: str | None = None
) -> None:
    """Back wall down to `level` units and the floor below it."""
    canvas.gradient(
        box(0, 0, canvas.width, level), lighter(wall, 0.12), wall, darker(wall, 0.06)
    )
    if dado:
        canvas.polygon(box(0, level - 120, canvas.width, 120), dado)
        canvas.polygon(box(0, level - 124, canvas.width, 6), lighter(dado, 0.3))
    canvas.gradient(
        box(0, level, canvas.width, canvas.height - level),
        darker(floor, 0.12),
        floor,
        lighter(floor, 0.06),
    )
    canvas.polygon(box(0, level - 10, canvas.width, 12), darker(floor, 0.32))
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


def outlook(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    frame: str = "#f5efe2",
) -> None:
    """A window from its upper left corner with the village outside, and its light."""
    sky = canvas.light.sky
    with canvas.glowing():
        canvas.gradient(box(x, y, width, height), sky[0], sky[1], sky[3])
    hills = [
        (max(x, min(x + width, x + px)), y + py)
        for px, py in ridge(canvas.dice, width, height * 0.72, height * 0.22)
    ]
    with canvas.depth(0.55):
        canvas.polygon(
            [*hills, (x + width, y + height * 0.85), (x, y + height * 0.85)], "#3f7f78"
        )
    with canvas.depth(0.2):
        canvas.polygon(box(x, y + height * 0.78, width, height * 0.22), "#8fb05f")
        kind: Callable = canvas.dice.choice((coconut, areca, banana, tree))
        kind(
            canvas,
            x + width * canvas.dice.uniform(0.35, 0.65),
            y + height * 0.86,
            min(height * 0.55, width * 0.62),
        )
    thick = max(7, width * 0.05)
    for bar in (
        box(x - thick, y - thick, width + 2 * thick, thick),
        box(x - thick, y + height, width + 2 * thick, thick * 1.4),
        box(x - thick, y, thick, height),
        box(x + width, y, thick, height),
        box(x + width / 2 - thick / 3, y, thick * 0.66, height),
    ):
        canvas.polygon(bar, frame)
    canvas.polygon(
        box(x - thick * 1.6, y + height + thick, width + 3.2 * thick, thick * 0.9),
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


def pendant(
    canvas: Canvas, x: float, length: float, size: float, colour: str | Colour
) -> None:
    """A lamp on a cord from the ceiling."""
    canvas.line([(x, 0), (x, length)], 3, "#5a5450")
    shade = [
        (x - size * 0.22, length),
        (x + size * 0.22, length),
        (x + size * 0.6, length + size * 0.55),
        (x - size * 0.6, length + size * 0.55),
    ]
    canvas.polygon(shade, colour)
    canvas.polygon(
        [
            (x, length),
            (x + size * 0.22, length),
            (x + size * 0.6, length + size * 0.55),
            (x + size * 0.1, length + size * 0.55),
        ],
        darker(colour, 0.4),
        0.25,
    )
    canvas.ellipse(x, length + size * 0.56, size * 0.3, size * 0.12, "#fff1c4")
    canvas.glow(
        x,
        length + size * 0.6,
        size * (4.5 if canvas.light.lamps else 2.4),
        "#ffe2a0",
        0.5,
    )


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
        canvas.polygon(
            box(left, top, width / folds * 0.4, height), darker(colour, 0.5), 0.16
        )
        canvas.polygon(
            box(left + width / folds * 0.6, top, width / folds * 0.2, height),
            lighter(colour, 0.5),
            0.14,
        )
