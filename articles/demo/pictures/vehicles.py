"""What people ride, row and drive. x, y is the ground or the water line."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import arc, box, rounded_box, smooth
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import RIDE


def _wheel(
    canvas: Canvas, x: float, y: float, radius: float, *, thick: float = 0.14
) -> None:
    rim = arc(x, y, radius, radius, 0, 360, steps=28)
    canvas.line([*rim, rim[1]], radius * thick, "#33323c")
    for spoke in range(0, 28, 4):
        canvas.line([(x, y), rim[spoke]], max(1.0, radius * 0.03), "#8d8d96", 0.7)
    canvas.ellipse(x, y, radius * 0.12, radius * 0.12, "#6a6a74")


def bicycle(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    *,
    rider: Outfit | None = None,
    facing: int = 1,
    colour: str = "#3f7f8c",
) -> None:
    """A bicycle; `size` is the height its rider would stand."""
    radius = size * 0.17

    def at(dx: float, dy: float) -> tuple[float, float]:
        return (x + dx * size * facing, y - dy * size)

    canvas.shadow(x, y, size * 0.5, size * 0.035)
    for dx in (-0.3, 0.32):
        _wheel(canvas, *at(dx, 0.17), radius)
    for a, b in (
        ((-0.3, 0.17), (-0.02, 0.17)),
        ((-0.3, 0.17), (-0.12, 0.4)),
        ((-0.02, 0.17), (-0.13, 0.46)),
        ((-0.02, 0.17), (0.24, 0.42)),
        ((-0.11, 0.4), (0.24, 0.44)),
        ((0.32, 0.17), (0.22, 0.56)),
    ):
        canvas.line([at(*a), at(*b)], size * 0.02, colour)
    canvas.line([at(0.22, 0.56), at(0.14, 0.57)], size * 0.022, "#33323c")
    canvas.limb(
        at(-0.18, 0.475), at(-0.08, 0.47), size * 0.035, size * 0.025, "#33323c"
    )
    canvas.line([at(0.04, 0.11), at(-0.06, 0.23)], size * 0.018, "#33323c")
    if rider:
        person(
            canvas,
            x - 0.12 * size * facing,
            y - 0.1 * size,
            size * 0.98,
            RIDE,
            rider,
            facing=facing,
        )


def motorbike(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    *,
    rider: Outfit | None = None,
    facing: int = 1,
    colour: str = "#b5433f",
) -> None:
    """A small step-through motorbike."""

    def at(dx: float, dy: float) -> tuple[float, float]:
        return (x + dx * size * facing, y - dy * size)

    canvas.shadow(x, y, size * 0.5, size * 0.04)
    for dx in (-0.33, 0.36):
        _wheel(canvas, *at(dx, 0.14), size * 0.13, thick=0.34)
    body = [
        (-0.44, 0.4),
        (-0.3, 0.28),
        (-0.05, 0.17),
        (0.16, 0.2),
        (0.24, 0.46),
        (0.3, 0.5),
        (0.2, 0.24),
        (0.02, 0.26),
        (-0.1, 0.4),
    ]
    canvas.polygon(smooth([at(*p) for p in body], closed=True, steps=5), colour)
    canvas.limb(at(-0.42, 0.42), at(-0.08, 0.42), size * 0.06, size * 0.05, "#33323c")
    canvas.line([at(0.36, 0.14), at(0.25, 0.56)], size * 0.03, "#6a6a74")
    canvas.limb(
        at(0.25, 0.53), at(0.3, 0.47), size * 0.09, size * 0.06, darker(colour, 0.15)
    )
    canvas.line([at(0.25, 0.57), at(0.16, 0.6)], size * 0.025, "#33323c")
    canvas.limb(at(-0.46, 0.14), at(-0.18, 0.12), size * 0.05, size * 0.04, "#a9a9b2")
    if canvas.light.lamps:
        canvas.glow(*at(0.34, 0.48), size * 0.55, "#ffe6a6", 0.7)
    if rider:
        person(
            canvas,
            x - 0.16 * size * facing,
            y - 0.12 * size,
            size * 0.96,
            RIDE,
            rider,
            facing=facing,
        )


def sampan(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    *,
    facing: int = 1,
    colour: str = "#7d5640",
) -> None:
    """A slim wooden boat; y is the water line."""
    half = length / 2

    def at(dx: float, dy: float) -> tuple[float, float]:
        return (x + dx * half * facing, y - dy * half)

    canvas.ellipse(
        x, y + half * 0.06, half * 0.9, half * 0.05, darker(colour, 0.6), 0.35
    )
    hull = smooth(
        [at(-1, 0.22), at(-0.5, 0.1), at(0.4, 0.1), at(1.02, 0.3)], steps=6
    ) + smooth(
        [at(1.02, 0.3), at(0.7, -0.02), at(0.0, -0.07), at(-0.7, -0.02), at(-1, 0.22)],
        steps=6,
    )
    canvas.polygon(hull, colour)
    canvas.line(
        smooth([at(-1, 0.22), at(-0.5, 0.1), at(0.4, 0.1), at(1.02, 0.3)], steps=6),
        length * 0.014,
        lighter(colour, 0.3),
    )


def covered_boat(
    canvas: Canvas, x: float, y: float, length: float, *, facing: int = 1
) -> None:
    """A sampan with a woven arched roof."""
    half = length / 2
    cover = smooth(
        [
            (x - half * 0.42, y - half * 0.1),
            (x - half * 0.36, y - half * 0.36),
            (x, y - half * 0.44),
            (x + half * 0.36, y - half * 0.36),
            (x + half * 0.42, y - half * 0.1),
        ],
        steps=6,
    )
    canvas.polygon(cover, "#b9915a")
    for share in (-0.24, 0.0, 0.24):
        canvas.line(
            [(x + share * half, y - half * 0.42), (x + share * half, y - half * 0.1)],
            length * 0.01,
            "#8a6a42",
        )
    sampan(canvas, x, y, length, facing=facing)


def harvester(
    canvas: Canvas, x: float, y: float, width: float, *, facing: int = 1
) -> None:
    """A combine harvester, its reel in the crop."""

    def part(
        dx: float, dy: float, wide: float, tall: float
    ) -> list[tuple[float, float]]:
        left = x + dx * width * facing - (wide * width if facing < 0 else 0)
        return box(left, y - dy * width, wide * width, tall * width)

    canvas.shadow(x, y, width * 0.6, width * 0.05)
    tracks = part(-0.42, 0.16, 0.66, 0.16)
    canvas.polygon(
        rounded_box(
            tracks[0][0], tracks[0][1], width * 0.66, width * 0.16, width * 0.07
        ),
        "#3a3a44",
    )
    for share in (-0.32, -0.14, 0.04, 0.17):
        canvas.ellipse(
            x + share * width * facing,
            y - width * 0.08,
            width * 0.045,
            width * 0.045,
            "#8d8d96",
        )
    canvas.gradient(part(-0.44, 0.46, 0.62, 0.31), "#e0653d", "#b8452f")
    canvas.polygon(part(-0.44, 0.56, 0.36, 0.12), "#c9553a")
    canvas.polygon(part(-0.03, 0.66, 0.22, 0.3), "#3f4a58")
    canvas.gradient(part(0.0, 0.63, 0.17, 0.2), "#a9c9cf", "#6f98a3")
    canvas.polygon(part(-0.06, 0.7, 0.28, 0.05), "#e0653d")
    pipe = [
        (x - 0.3 * width * facing, y - 0.5 * width),
        (x - 0.34 * width * facing, y - 0.74 * width),
        (x - 0.56 * width * facing, y - 0.76 * width),
    ]
    canvas.line(pipe, width * 0.05, "#d8a040")
    canvas.polygon(
        [
            (x + 0.16 * width * facing, y - 0.3 * width),
            (x + 0.5 * width * facing, y - 0.13 * width),
            (x + 0.5 * width * facing, y - 0.03 * width),
            (x + 0.16 * width * facing, y - 0.14 * width),
        ],
        "#b8452f",
    )
    _wheel(canvas, x + 0.54 * width * facing, y - 0.14 * width, width * 0.13, thick=0.1)
