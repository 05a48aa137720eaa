"""Rivers and ponds: a lit surface, glints, and the edge of the bank."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import lighter, mix
from articles.demo.pictures.curves import Point, box


def water(
    canvas: Canvas,
    top: float,
    bottom: float,
    *,
    silt: str = "#5f9a94",
    share: float = 0.35,
) -> None:
    """A level surface that mirrors the sky; `share` is how much of its own colour shows."""
    sky = canvas.light.sky
    with canvas.glowing():
        own = canvas.light.on(silt)
        canvas.gradient(
            box(0, top, canvas.width, bottom - top),
            mix(sky[3], own, share * 0.6),
            mix(sky[2], own, share),
            mix(sky[0], own, min(1, share + 0.2)),
        )
    glints(canvas, top, bottom)


def glints(canvas: Canvas, top: float, bottom: float, *, count: int = 90) -> None:
    """Short level strokes of light, longer towards the viewer."""
    with canvas.glowing():
        for _ in range(count):
            share = canvas.dice.random()
            x, y = canvas.x(0, 1), top + (bottom - top) * share
            half = 8 + 55 * share * canvas.dice.random()
            canvas.ellipse(
                x, y, half, 0.7 + 2.0 * share, lighter(canvas.light.sky[3], 0.4), 0.28
            )


def ripples(canvas: Canvas, place: Point, width: float, *, count: int = 4) -> None:
    """Rings on the water around something that floats or stands in it."""
    x, y = place
    with canvas.glowing():
        for ring in range(count):
            half = width * (0.55 + 0.22 * ring)
            canvas.ellipse(
                x,
                y + ring * 3,
                half,
                2.0,
                lighter(canvas.light.sky[3], 0.3),
                0.4 - 0.08 * ring,
            )
