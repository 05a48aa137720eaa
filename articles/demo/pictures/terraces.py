"""Rice terraces: level steps that follow the slope, earth-edged, some under water."""

from math import pi, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter, mix
from articles.demo.pictures.curves import Point, down_to
from articles.demo.pictures.landscape import near


def terraces(
    canvas: Canvas, top: float, colours: tuple[str, ...], *, steps: int = 11
) -> list[list[Point]]:
    """Steps from the level `top` to the lower edge; returns each step's outer rim."""
    rims = []
    swing = canvas.dice.uniform(0, 6)
    for step in range(steps):
        level = top + (canvas.height - top) * (step / steps) ** 1.35
        rim = _rim(
            canvas, level, 16 + 62 * near(canvas, level, top), swing + step * 0.35
        )
        riser = 5 + 26 * near(canvas, level, top)
        with canvas.depth(max(0.0, 0.42 - 0.06 * step)):
            colour = canvas.dice.choice(colours)
            canvas.polygon(down_to(rim, canvas.height + 120), darker(colour, 0.3))
            canvas.polygon(
                down_to([(x, y + riser * 0.35) for x, y in rim], canvas.height + 120),
                mix("#8a7a4a", colour, 0.35),
            )
            surface = down_to([(x, y + riser) for x, y in rim], canvas.height + 120)
            if canvas.dice.random() < 0.3:
                _flooded(canvas, surface)
            else:
                canvas.polygon(surface, colour)
                _rows(canvas, rim, riser, colour)
        rims.append(rim)
    return rims


def _rim(canvas: Canvas, level: float, height: float, swing: float) -> list[Point]:
    """One contour of the hillside."""
    wide, count = canvas.width, 60
    return [
        (
            wide * i / count,
            level
            - height
            * (
                sin(swing + i / count * 2 * pi * 0.9)
                + 0.4 * sin(swing * 1.7 + i / count * 2 * pi * 2.1)
            ),
        )
        for i in range(-1, count + 2)
    ]


def _flooded(canvas: Canvas, surface: list[Point]) -> None:
    sky = canvas.light.sky
    with canvas.glowing():
        canvas.polygon(surface, mix(sky[1], canvas.light.on("#8fb8b8"), 0.5))
    for offset in (14, 30):
        canvas.line(
            [(x, y + offset) for x, y in surface[:-2]], 2, lighter("#9cc0b8", 0.3), 0.5
        )


def _rows(canvas: Canvas, rim: list[Point], riser: float, colour: str) -> None:
    for row in range(1, 7):
        line = [(x, y + riser * (1 + row * 0.75)) for x, y in rim]
        canvas.line(
            line,
            max(1.4, riser * 0.14),
            darker(colour, 0.16) if row % 2 else lighter(colour, 0.16),
            0.5,
        )
