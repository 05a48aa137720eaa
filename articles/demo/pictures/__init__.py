"""Pictures for the demonstration newsroom, drawn by code: no file to ship, no right to clear.

`draw` is the one entrance. The layers, lowest first: colour, light, curves · canvas, finish ·
sky, landscape, water, terraces, plants (palms, trees, greenery) · people (poses, outfits, figure,
skull, hats, heads, clothes) · things (roofs, openings, houses, public_buildings, rooms, furniture,
desk_things, goods, tools, stalls, festive, animals, boats, vehicles) · staging · scenes.
Only shapes: no words, no flag or emblem of a state, nobody's likeness.
"""

from random import Random

from PIL import Image

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.finish import finish
from articles.demo.pictures.light import choose
from articles.demo.pictures.scenes import CATALOGUE

SCENES: tuple[str, ...] = tuple(CATALOGUE)


class UnknownScene(ValueError):
    """No painter draws a scene of that name."""


def draw(scene: str, *, seed: int, size: tuple[int, int] = (2000, 1333)) -> Image.Image:
    """An RGB picture, the same for the same arguments (and the same Pillow).

    The seed throws the dice for the hour, the palette, the composition and its mirroring, so two
    seeds look like two photographs of one place. Raises UnknownScene.
    """
    if scene not in CATALOGUE:
        raise UnknownScene(
            f"There is no scene called “{scene}”; the scenes are {', '.join(SCENES)}."
        )
    dice = Random(f"{scene} {seed}")  # noqa: S311 -- paints a picture, guards no secret
    entry = CATALOGUE[scene]
    light = choose(dice, entry.hours)
    canvas = Canvas(size, light=light.indoors() if entry.indoors else light, dice=dice)
    _frame(canvas)
    entry.paint(canvas)
    return finish(canvas, mirrored=dice.random() < 0.5)


def _frame(canvas: Canvas) -> None:
    """Stand back or step nearer, as a photographer would; nearer, the ground matters more than the sky."""
    dice = canvas.dice
    zoom = dice.uniform(1.0, 1.08) if dice.random() < 0.45 else dice.uniform(1.15, 1.42)
    canvas.frame(zoom, dice.random(), dice.uniform(0.72, 1.0))
