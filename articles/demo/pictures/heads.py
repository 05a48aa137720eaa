"""Heads without faces, their hair by the side one sees."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import smooth
from articles.demo.pictures.figure import Figure
from articles.demo.pictures.hats import draw_hat
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.skull import Skull

# Outlines in head radii, by view and hair style.
FRINGE = "-.94,.1 -.72,.95 0,1.22 .72,.95 .94,.1 .6,.55 -.25,.68"
LOCK = ".98,.3 1.06,-1.5 .72,-1.9 .66,-.2"
BEHIND = {
    "long": "-1,.4 0,1 1,.4 1.12,-2.1 -1.12,-2.1",
    "tail": "-1,.4 0,1 1,.4 1.12,-1.2 -1.12,-1.2",
}
SIDE_FRINGE = "-1,-.5 -1.05,.5 -.2,1.18 .62,.88 .78,.42 .1,.5 -.2,-.1 -.5,-.7"
SIDE_HAIR = {
    "long": "-.9,.4 0,.6 .1,-.6 -.35,-2 -1.05,-1.9",
    "tail": "-.8,.5 -1.4,.3 -1.55,-1.1 -1.15,-.5",
}
BACK_HAIR = {
    "long": "-.9,.3 .9,.3 1,-2.2 -1,-2.2",
    "tail": "-.28,.2 .28,.2 .36,-1.4 0,-2.1 -.36,-1.4",
}


def draw_hair_behind(figure: Figure) -> None:
    """Long hair that falls behind the shoulders; drawn before the trunk."""
    style = figure.outfit.style
    if figure.pose.view == "front" and style in BEHIND:
        shape = smooth(Skull(figure).path(BEHIND[style]), closed=True)
        figure.canvas.polygon(shape, figure.outfit.hair)


def draw_head(figure: Figure) -> None:
    skull = Skull(figure)
    draw = {"front": _front, "side": _side, "back": _back}[figure.pose.view]
    draw(figure.canvas, skull, figure.outfit)
    draw_hat(figure, skull)


def _ears(canvas: Canvas, skull: Skull, skin: str) -> None:
    for across in (-0.9, 0.9):
        canvas.polygon(skull.oval(across, -0.1, 0.2, 0.26), skin)


def _front(canvas: Canvas, skull: Skull, outfit: Outfit) -> None:
    hair = outfit.hair
    if outfit.style == "bun":
        canvas.polygon(skull.oval(0, 1.15, 0.45, 0.42), hair)
    canvas.polygon(skull.oval(0, 0.12, 0.98, 1.08), hair)
    if outfit.style == "long":
        for mirrored in (True, False):
            lock = skull.path(LOCK, mirrored=mirrored)
            canvas.polygon(smooth(lock, closed=True, steps=5), hair)
    _ears(canvas, skull, outfit.skin)
    canvas.polygon(skull.oval(0, -0.12, 0.88, 1.02), outfit.skin)
    canvas.polygon(smooth(skull.path(FRINGE), closed=True, steps=5), hair)
    canvas.polygon(skull.path("-.1,.95 .5,.88 .6,.7 .1,.8"), lighter(hair, 0.3), 0.4)


def _side(canvas: Canvas, skull: Skull, outfit: Outfit) -> None:
    hair, skin = outfit.hair, outfit.skin
    canvas.polygon(skull.oval(-0.12, 0.12, 1.0, 1.05), hair)
    if outfit.style == "bun":
        canvas.polygon(skull.oval(-1.1, 0.1, 0.42, 0.42), hair)
    if outfit.style in SIDE_HAIR:
        canvas.polygon(smooth(skull.path(SIDE_HAIR[outfit.style]), closed=True), hair)
    canvas.polygon(skull.oval(0.2, -0.14, 0.78, 0.96), skin)
    canvas.polygon(skull.oval(0.95, -0.16, 0.13, 0.16), skin)
    canvas.polygon(smooth(skull.path(SIDE_FRINGE), closed=True, steps=5), hair)
    canvas.polygon(skull.oval(-0.12, -0.12, 0.17, 0.24), darker(skin, 0.08))


def _back(canvas: Canvas, skull: Skull, outfit: Outfit) -> None:
    _ears(canvas, skull, outfit.skin)
    canvas.polygon(skull.oval(0, 0.05, 0.96, 1.12), outfit.hair)
    if outfit.style in BACK_HAIR:
        tone = lighter(outfit.hair, 0.1 if outfit.style == "tail" else 0.0)
        canvas.polygon(smooth(skull.path(BACK_HAIR[outfit.style]), closed=True), tone)
    elif outfit.style == "bun":
        canvas.polygon(skull.oval(0, 0.1, 0.5, 0.48), lighter(outfit.hair, 0.12))
