"""Nón lá, cap, turban."""

from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import between
from articles.demo.pictures.figure import Figure
from articles.demo.pictures.skull import Skull


def draw_hat(figure: Figure, skull: Skull) -> None:
    hats = {"cone": _cone, "cap": _cap, "turban": _turban}
    if figure.outfit.hat in hats:
        hats[figure.outfit.hat](figure, skull)


def _cone(figure: Figure, skull: Skull) -> None:
    """Nón lá: the brim is seen a little from below, one side of the cone in shade."""
    canvas, straw = figure.canvas, figure.outfit.hat_colour
    lift = 0.3 if figure.pose.view == "back" else 0.42
    apex = skull.at(0.0, lift + 1.55)
    canvas.polygon(skull.oval(0, lift, 2.1, 0.42), darker(straw, 0.42))
    brim = skull.oval(0, lift, 2.1, 0.26, start=180, end=360)
    canvas.polygon([apex, *brim], straw)
    shaded = (
        brim[: len(brim) * 2 // 5] if skull.facing < 0 else brim[len(brim) * 3 // 5 :]
    )
    canvas.polygon([apex, *shaded], darker(straw, 0.5), 0.22)
    for share in (0.4, 0.7):
        ring = [between(apex, point, share) for point in brim]
        canvas.line(ring, skull.radius * 0.05, darker(straw, 0.35), 0.45)


def _cap(figure: Figure, skull: Skull) -> None:
    canvas, colour = figure.canvas, figure.outfit.hat_colour
    middle = -0.08 if figure.side else 0
    canvas.polygon(skull.oval(middle, 0.3, 1.08, 0.98, start=0, end=180), colour)
    if figure.pose.view != "back":
        peak = skull.path(".6,.3 1.65,.2" if figure.side else "-.95,.32 .95,.32")
        canvas.limb(
            *peak, skull.radius * 0.3, skull.radius * 0.18, darker(colour, 0.15)
        )


def _turban(figure: Figure, skull: Skull) -> None:
    colour, thick = figure.outfit.hat_colour, skull.radius * 0.36
    for step, lift in enumerate((0.42, 0.66, 0.88)):
        wide = 0.98 - 0.14 * step
        tone = colour if step % 2 else darker(colour, 0.2)
        ends = skull.at(-0.05 - wide, lift), skull.at(-0.05 + wide, lift)
        figure.canvas.limb(*ends, thick, thick, tone)
