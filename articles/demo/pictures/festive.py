"""What a village hangs out on a feast day, and the drum that opens it."""

from math import pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, Point, arc, smooth

FLAG_COLOURS = ("#d9483b", "#f0c04a", "#4d9a5f", "#4d86b8", "#f3efe2", "#8a4f8f")
BARREL = "-.42,.34 0,.44 .42,.34 .42,-.34 0,-.44 -.42,-.34"
BUNTING = ("#e4572e", "#f2b541", "#4fa3a0", "#5a8fb5", "#e86a92", "#7dbb66")


def feast_flag(
    canvas: Canvas, x: float, y: float, height: float, *, first: int = 0
) -> None:
    """Cờ hội: squares of colour one inside the other, with a flame-edged border, on a pole."""
    top, size = y - height, height * 0.42
    canvas.limb((x, y), (x, top), height * 0.018, height * 0.012, "#b08d5b")
    canvas.ellipse(x, top - height * 0.012, height * 0.018, height * 0.025, "#d8a040")
    wave = canvas.dice.uniform(0, 6)
    for ring in range(5):
        inset = size * 0.085 * ring + (0 if ring == 0 else size * 0.07)
        _cloth(
            canvas,
            (x + size * 0.02, top + height * 0.02),
            size,
            inset,
            wave,
            FLAG_COLOURS[(first + ring) % 6],
            teeth=ring == 0,
        )


def _cloth(
    canvas: Canvas,
    corner: Point,
    size: float,
    inset: float,
    wave: float,
    colour: str,
    *,
    teeth: bool,
) -> None:
    """A square that ripples in the wind; with teeth, its free edges are a row of flames."""
    side, steps = size - 2 * inset, 12

    def at(u: float, v: float) -> Point:
        across, down = inset + u * side, inset + v * side
        return (
            corner[0] + across,
            corner[1]
            + down
            + size * 0.035 * sin(wave + across / size * 2 * pi) * across / size,
        )

    tooth = 0.075 if teeth else 0.0
    edge = [i / steps for i in range(steps + 1)]
    upper = [at(u, -tooth * (i % 2)) for i, u in enumerate(edge)]
    free = [at(1 + tooth * (i % 2), v) for i, v in enumerate(edge)]
    lower = [at(u, 1 + tooth * (i % 2)) for i, u in enumerate(edge)][::-1]
    canvas.polygon([*upper, *free, *lower], colour)


def lantern(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """A round silk lantern hanging from y."""
    silk, gold = Place(x, y + size * 0.9, size), "#e0b04c"
    canvas.line([(x, y), silk.at(0, 0.5)], max(1.2, size * 0.05), "#6d5a3a")
    if canvas.light.lamps:
        canvas.glow(silk.x, silk.y, size * 2.2, "#ff9a5a", 0.55)
    canvas.ellipse(silk.x, silk.y, size * 0.55, size * 0.5, colour)
    for wide, tone, alpha in (
        (0.3, lighter(colour, 0.2), 0.8),
        (0.09, lighter(colour, 0.35), 0.7),
    ):
        canvas.ellipse(silk.x, silk.y, size * wide, size * 0.5, tone, alpha)
    for cap in ("-.2,.5 .2,.5", "-.2,-.5 .2,-.5"):
        canvas.limb(*silk.path(cap), size * 0.11, size * 0.11, gold)
    canvas.polygon(silk.path("-.1,-.54 .1,-.54 .05,-1.1 -.05,-1.1"), gold)


def sagging(start: Point, end: Point, sag: float) -> list[Point]:
    """A cord between two points that hangs through by `sag` units."""
    count = 24
    return [
        (
            start[0] + (end[0] - start[0]) * i / count,
            start[1] + (end[1] - start[1]) * i / count + sag * sin(pi * i / count),
        )
        for i in range(count + 1)
    ]


def bunting(canvas: Canvas, start: Point, end: Point, sag: float, size: float) -> None:
    """A cord of small triangular pennants."""
    cord = sagging(start, end, sag)
    canvas.line(cord, 2, "#6d5a4a")
    for index, (px, py) in enumerate(cord[1:-1]):
        tone = BUNTING[index % len(BUNTING)]
        canvas.polygon(
            [(px - size * 0.4, py), (px + size * 0.4, py), (px, py + size)], tone
        )
        canvas.polygon(
            [(px, py), (px + size * 0.4, py), (px, py + size)], darker(tone, 0.5), 0.18
        )


def lantern_string(
    canvas: Canvas, start: Point, end: Point, sag: float, size: float
) -> None:
    cord = sagging(start, end, sag)
    canvas.line(cord, 2, "#6d5a4a")
    for index, (px, py) in enumerate(cord[2:-1:4]):
        lantern(
            canvas,
            px,
            py,
            size,
            ("#d9402f", "#e58a2f", "#d9402f", "#e3b341")[index % 4],
        )


def drum(canvas: Canvas, x: float, y: float, size: float) -> None:
    """The big festival drum on its stand, its skin towards the right."""
    stand, wood = Place(x, y, size), "#7a4a32"
    for leg in ("-.34,0 -.21,.62", ".34,0 .21,.62"):
        canvas.limb(*stand.path(leg), size * 0.07, size * 0.06, wood)
    canvas.limb(*stand.path("-.36,.2 .36,.2"), size * 0.05, size * 0.05, wood)
    barrel = Place(x, y - size * 0.78, size)
    canvas.polygon(smooth(barrel.path(BARREL), closed=True, steps=6), "#b5382c")
    hoop = arc(*barrel.at(0, 0), size * 0.04, size * 0.42, 90, 270)
    canvas.line(hoop, size * 0.03, "#e0b04c")
    canvas.ellipse(*barrel.at(0.44, 0), size * 0.13, size * 0.36, "#7d2a22")
    canvas.ellipse(*barrel.at(0.46, 0), size * 0.11, size * 0.32, "#f0dfb8")


def parasol(canvas: Canvas, x: float, y: float, height: float, colour: str) -> None:
    """A processional parasol with a fringe, held upright from y."""
    wide = height * 0.34
    canvas.line([(x, y), (x, y - height)], height * 0.018, "#b08d5b")
    dome = arc(x, y - height * 0.78, wide, height * 0.2, 180, 360)
    canvas.polygon(dome, colour)
    canvas.polygon(
        arc(x, y - height * 0.78, wide * 0.4, height * 0.2, 180, 360),
        lighter(colour, 0.2),
        0.7,
    )
    for step in range(13):
        px = x - wide + step * wide / 6
        canvas.line(
            [(px, y - height * 0.78), (px, y - height * 0.73)],
            height * 0.018,
            "#e0b04c",
        )
    canvas.line(
        [(x - wide, y - height * 0.78), (x + wide, y - height * 0.78)],
        height * 0.02,
        "#e0b04c",
    )
