"""What people ride and drive on land. x, y is the ground; `size` a rider's standing height."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Place, Point, arc, rounded_box, smooth
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import RIDE

RUBBER = "#33323c"
STEEL = "#6a6a74"
TUBES = (
    "-.3,.17 -.02,.17",
    "-.3,.17 -.12,.4",
    "-.02,.17 -.13,.46",
    "-.02,.17 .24,.42",
    "-.11,.4 .24,.44",
    ".32,.17 .22,.56",
)
FAIRING = "-.44,.4 -.3,.28 -.05,.17 .16,.2 .24,.46 .3,.5 .2,.24 .02,.26 -.1,.4"


def _wheel(canvas: Canvas, hub: Point, radius: float, *, thick: float = 0.14) -> None:
    rim = arc(*hub, radius, radius, 0, 360, steps=28)
    canvas.line([*rim, rim[1]], radius * thick, RUBBER)
    for spoke in range(0, 28, 4):
        canvas.line([hub, rim[spoke]], max(1.0, radius * 0.03), "#8d8d96", 0.7)
    canvas.ellipse(*hub, radius * 0.12, radius * 0.12, STEEL)


def bicycle(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    *,
    rider: Outfit | None = None,
    facing: int = 1,
) -> None:
    bike = Place(x, y, size, facing=facing)
    canvas.shadow(x, y, size * 0.5, size * 0.035)
    for across in (-0.3, 0.32):
        _wheel(canvas, bike.at(across, 0.17), size * 0.17)
    for tube in TUBES:
        canvas.line(bike.path(tube), size * 0.02, "#3f7f8c")
    canvas.line(bike.path(".22,.56 .14,.57"), size * 0.022, RUBBER)
    canvas.limb(*bike.path("-.18,.475 -.08,.47"), size * 0.035, size * 0.025, RUBBER)
    canvas.line(bike.path(".04,.11 -.06,.23"), size * 0.018, RUBBER)
    if rider:
        person(canvas, *bike.at(-0.12, 0.1), size * 0.98, RIDE, rider, facing=facing)


def motorbike(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    *,
    rider: Outfit | None = None,
    facing: int = 1,
) -> None:
    """A small step-through motorbike, its lamp lit when the hour asks for it."""
    bike, red = Place(x, y, size, facing=facing), "#b5433f"
    canvas.shadow(x, y, size * 0.5, size * 0.04)
    for across in (-0.33, 0.36):
        _wheel(canvas, bike.at(across, 0.14), size * 0.13, thick=0.34)
    canvas.polygon(smooth(bike.path(FAIRING), closed=True, steps=5), red)
    canvas.limb(*bike.path("-.42,.42 -.08,.42"), size * 0.06, size * 0.05, RUBBER)
    canvas.line(bike.path(".36,.14 .25,.56"), size * 0.03, STEEL)
    canvas.limb(
        *bike.path(".25,.53 .3,.47"), size * 0.09, size * 0.06, darker(red, 0.15)
    )
    canvas.line(bike.path(".25,.57 .16,.6"), size * 0.025, RUBBER)
    canvas.limb(*bike.path("-.46,.14 -.18,.12"), size * 0.05, size * 0.04, "#a9a9b2")
    if canvas.light.lamps:
        canvas.glow(*bike.at(0.34, 0.48), size * 0.55, "#ffe6a6", 0.7)
    if rider:
        person(canvas, *bike.at(-0.16, 0.12), size * 0.96, RIDE, rider, facing=facing)


def harvester(
    canvas: Canvas, x: float, y: float, width: float, *, facing: int = 1
) -> None:
    """A combine harvester, its reel in the crop."""
    machine = Place(x, y, width, facing=facing)
    canvas.shadow(x, y, width * 0.6, width * 0.05)
    left = min(machine.at(-0.42, 0)[0], machine.at(0.24, 0)[0])
    track = rounded_box(
        left, y - width * 0.16, width * 0.66, width * 0.16, width * 0.07
    )
    canvas.polygon(track, "#3a3a44")
    for across in (-0.32, -0.14, 0.04, 0.17):
        canvas.ellipse(
            *machine.at(across, 0.08), width * 0.045, width * 0.045, "#8d8d96"
        )
    canvas.gradient(machine.block(-0.44, 0.46, 0.62, 0.31), "#e0653d", "#b8452f")
    canvas.polygon(machine.block(-0.44, 0.56, 0.36, 0.12), "#c9553a")
    canvas.polygon(machine.block(-0.03, 0.66, 0.22, 0.3), "#3f4a58")
    canvas.gradient(machine.block(0.0, 0.63, 0.17, 0.2), "#a9c9cf", "#6f98a3")
    canvas.polygon(machine.block(-0.06, 0.7, 0.28, 0.05), "#e0653d")
    canvas.line(machine.path("-.3,.5 -.34,.74 -.56,.76"), width * 0.05, "#d8a040")
    canvas.polygon(machine.path(".16,.3 .5,.13 .5,.03 .16,.14"), "#b8452f")
    _reel(canvas, machine.at(0.54, 0.15), width)


def _reel(canvas: Canvas, hub: Point, width: float) -> None:
    reach = width * 0.15
    for x, y in arc(*hub, reach, reach, 15, 315, steps=5):
        canvas.line([hub, (x, y)], width * 0.014, "#8a3a2c")
        bar = ((x - width * 0.03, y), (x + width * 0.03, y))
        canvas.limb(*bar, width * 0.03, width * 0.03, "#d8a040")
