"""Dwellings seen from the front. x is the middle, y the ground."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import box
from articles.demo.pictures.openings import SHUTTERS, door, window
from articles.demo.pictures.roofs import OLD_TILE, TILE, tiled

WALLS = ("#efe2c4", "#e9d3a4", "#dfe4d6", "#f0d9c0", "#cfe0dd", "#f3ead8")
ROOFS = (TILE, OLD_TILE, "#c0694a")


def farmhouse(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Three bays under one tiled slope, with a porch."""
    wall, shutter = canvas.dice.choice(WALLS), canvas.dice.choice(SHUTTERS)
    height, left = width * 0.3, x - width * 0.46
    canvas.shadow(x, y + 2, width * 0.58, width * 0.03)
    canvas.gradient(
        box(left, y - height, width * 0.92, height), darker(wall, 0.16), wall
    )
    canvas.box(left, y - width * 0.035, width * 0.92, width * 0.035, darker(wall, 0.3))
    door(canvas, x, y, width * 0.16, height * 0.72, shutter)
    for side in (-0.35, 0.21):
        pane = (x + side * width, y - height * 0.7, width * 0.14, height * 0.4)
        window(canvas, *pane, shutter)
    eave = y - height * 0.92
    tiled(
        canvas,
        x,
        eave,
        width * 1.08,
        width * 0.26,
        canvas.dice.choice(ROOFS),
        inset=0.07,
    )
    for share in (-0.46, -0.16, 0.16, 0.46):
        post = x + share * width - width * 0.011
        canvas.box(post, eave, width * 0.022, height * 0.92, lighter(wall, 0.35))
    canvas.box(x - width * 0.5, y - width * 0.012, width, width * 0.022, "#b9a88c")


def town_house(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A narrow plastered house of two storeys with a balcony."""
    wall, shutter = canvas.dice.choice(WALLS), canvas.dice.choice(SHUTTERS)
    storey = width * 0.62
    canvas.shadow(x, y + 2, width * 0.6, width * 0.04)
    front = box(x - width / 2, y - storey * 2, width, storey * 2)
    canvas.gradient(front, wall, darker(wall, 0.12))
    door(canvas, x, y, width * 0.4, storey * 0.74, shutter)
    for side in (-0.3, 0.08):
        pane = (x + side * width, y - storey * 1.78, width * 0.24, storey * 0.5)
        window(canvas, *pane, shutter)
    _balcony(canvas, x, y - storey, width, (lighter(wall, 0.3), shutter))
    tiled(canvas, x, y - storey * 2, width * 1.14, width * 0.3, inset=0.16)


def _balcony(canvas: Canvas, x: float, y: float, width: float, colours: tuple) -> None:
    slab, rail = colours
    canvas.box(x - width * 0.54, y - width * 0.03, width * 1.08, width * 0.056, slab)
    top = y - width * 0.17
    for step in range(13):
        px = x - width * 0.5 + step * width / 12
        canvas.line([(px, top), (px, y)], 1.5, rail, 0.8)
    canvas.line([(x - width * 0.52, top), (x + width * 0.52, top)], 2.5, rail)
