"""Windows and doors."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import box

SHUTTERS = ("#4f8277", "#7a5236", "#557a9a", "#6f8f5a")
LAMPLIGHT = "#ffd98a"


def window(
    canvas: Canvas, x: float, y: float, width: float, height: float, shutter: str
) -> None:
    """A window from its upper left corner; at dusk it shines."""
    canvas.box(x - 3, y - 3, width + 6, height + 6, lighter(shutter, 0.45))
    if canvas.light.lamps:
        with canvas.glowing():
            canvas.box(x, y, width, height, LAMPLIGHT)
        canvas.glow(x + width / 2, y + height / 2, width * 1.8, LAMPLIGHT, 0.35)
    else:
        canvas.gradient(box(x, y, width, height), "#5f8189", "#8fb0b0")
    for share in (0.0, 0.5, 1.0):
        bar = x + width * share
        canvas.line([(bar, y), (bar, y + height)], max(1.5, width * 0.06), shutter)
    level = y + height * 0.35
    canvas.line([(x, level), (x + width, level)], max(1.2, width * 0.05), shutter)


def door(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: str
) -> None:
    """A double door; x is its middle, y its sill."""
    left, top = x - width / 2, y - height
    canvas.box(left - 3, top - 3, width + 6, height + 3, lighter(colour, 0.3))
    canvas.box(left, top, width, height, colour)
    panel = darker(colour, 0.18)
    for side in (0.08, 0.58):
        for drop, tall in ((0.1, 0.38), (0.56, 0.36)):
            px, py = left + width * side, top + height * drop
            canvas.box(px, py, width * 0.34, height * tall, panel)
    canvas.line([(x, top), (x, y)], 1.6, darker(colour, 0.4))
