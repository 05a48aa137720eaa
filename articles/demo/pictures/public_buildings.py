"""The buildings a village shares, seen from the front. x is the middle, y the ground."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter, mix
from articles.demo.pictures.curves import arc, box
from articles.demo.pictures.openings import LAMPLIGHT, door, window
from articles.demo.pictures.roofs import TILE, curved, tiled

BAYS = 5


def communal_house(canvas: Canvas, x: float, y: float, width: float) -> None:
    """The đình: a long low hall of red pillars under the great curved roof, on a stone base."""
    base, wall, bay = width * 0.045, width * 0.19, width * 0.82 / BAYS
    floor, left = y - base, x - width * 0.41
    canvas.shadow(x, y + 3, width * 0.56, width * 0.025)
    _steps(canvas, (x, y), width * 0.96, base)
    canvas.gradient(box(left, floor - wall, width * 0.82, wall), "#4f2a26", "#7a3f30")
    for index in range(BAYS):
        _panelled_bay(
            canvas, left + index * bay, floor, bay, wall, opened=index == BAYS // 2
        )
    for index in range(BAYS + 1):
        post, thick = left + index * bay, width * 0.024
        pillar = box(post - thick / 2, floor - wall, thick, wall)
        canvas.gradient(pillar, "#8a2f26", "#b5402f")
        canvas.box(
            post - width * 0.018,
            floor - width * 0.014,
            width * 0.036,
            width * 0.016,
            "#a89b88",
        )
    canvas.box(
        x - width * 0.44, floor - wall - 2, width * 0.88, width * 0.022, "#6d2f27"
    )
    curved(canvas, x, floor - wall + width * 0.03, width, width * 0.3)


def _steps(
    canvas: Canvas, foot: tuple[float, float], width: float, height: float
) -> None:
    """Three stone steps, the lowest the widest."""
    x, y = foot
    for step in range(3):
        wide = width * (1 - 0.025 * step)
        tone = mix("#b7ab98", "#d6cab6", step / 2)
        canvas.box(
            x - wide / 2, y - height * (step + 1) / 3, wide, height / 3 + 1, tone
        )


def _panelled_bay(
    canvas: Canvas,
    left: float,
    floor: float,
    width: float,
    height: float,
    *,
    opened: bool,
) -> None:
    if opened:
        gap = box(left + width * 0.1, floor - height * 0.84, width * 0.8, height * 0.84)
        canvas.gradient(gap, "#3a201f", "#59332a")
        canvas.glow(left + width / 2, floor - height * 0.4, width * 0.7, LAMPLIGHT, 0.5)
        return
    for leaf in range(4):
        px = left + width * (0.1 + 0.2 * leaf)
        canvas.box(
            px + 1, floor - height * 0.84, width * 0.19, height * 0.84, "#8f5136"
        )
        for drop, tall, tone in ((0.76, 0.3, "#b77b4c"), (0.38, 0.28, "#75402d")):
            top = floor - height * drop
            canvas.box(px + width * 0.04, top, width * 0.11, height * tall, tone)


def school(
    canvas: Canvas, x: float, y: float, width: float, *, wall: str = "#efd08a"
) -> None:
    """Two storeys of classrooms behind open galleries."""
    storey, left, bays = width * 0.15, x - width / 2, 9
    canvas.shadow(x, y + 3, width * 0.54, width * 0.02)
    canvas.gradient(
        box(left, y - storey * 2, width, storey * 2), wall, darker(wall, 0.08)
    )
    wide = width / bays
    for level in (y, y - storey):
        canvas.box(left, level - storey * 0.96, width, storey * 0.9, darker(wall, 0.24))
        for bay in range(bays):
            _gallery(
                canvas,
                left + bay * wide,
                level,
                (wide, storey),
                wall,
                with_door=bay % 3 == 1,
            )
        canvas.box(left, level - storey * 1.02, width, storey * 0.1, lighter(wall, 0.4))
    canvas.box(left, y - storey * 1.3, width, storey * 0.31, lighter(wall, 0.22))
    tiled(canvas, x, y - storey * 2, width * 1.05, width * 0.09, inset=0.05)


def _gallery(
    canvas: Canvas,
    left: float,
    level: float,
    size: tuple[float, float],
    wall: str,
    *,
    with_door: bool,
) -> None:
    wide, storey = size
    middle, spring, right = left + wide / 2, level - storey * 0.74, left + wide
    if with_door:
        door(canvas, middle, level - 3, wide * 0.36, storey * 0.66, "#4f8277")
    else:
        pane = (middle - wide * 0.26, level - storey * 0.72, wide * 0.52, storey * 0.36)
        window(canvas, *pane, "#4f8277")
    arch = arc(middle, spring, wide * 0.44, storey * 0.2, 180, 360)
    corners = [(right, spring), (right, level - storey), (left, level - storey)]
    canvas.polygon([(left, spring), *arch, *corners], wall)
    canvas.box(
        left - wide * 0.06,
        level - storey * 0.96,
        wide * 0.12,
        storey * 0.96,
        lighter(wall, 0.1),
    )


def hall(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    *,
    wall: str = "#f1e6cd",
    roof: str = TILE,
) -> None:
    """A hamlet's hall of culture: porch with a gable, wide doors, two wings."""
    height, left = width * 0.25, x - width / 2
    canvas.shadow(x, y + 3, width * 0.55, width * 0.022)
    canvas.box(
        x - width * 0.52, y - width * 0.018, width * 1.04, width * 0.022, "#b9ab95"
    )
    canvas.gradient(box(left, y - height, width, height), darker(wall, 0.12), wall)
    canvas.box(left, y - height * 0.22, width, height * 0.2, "#b5755a")
    for share in (-0.45, -0.33, 0.25, 0.37):
        pane = (x + share * width, y - height * 0.76, width * 0.08, height * 0.42)
        window(canvas, *pane, "#4f8277")
    tiled(canvas, x, y - height * 0.96, width * 1.06, width * 0.13, roof, inset=0.06)
    _porch(canvas, (x, y), width * 0.2, height, wall)
    _gable(canvas, (x, y), width * 0.2, height, (lighter(wall, 0.3), roof))
    for share in (-1.0, -0.36, 0.36, 1.0):
        post = x + share * width * 0.2 - width * 0.013
        canvas.box(
            post, y - height * 0.98, width * 0.026, height * 0.98, lighter(wall, 0.45)
        )
    _steps(canvas, (x, y + width * 0.024), width * 0.52, width * 0.03)


def _porch(
    canvas: Canvas, foot: tuple[float, float], half: float, height: float, wall: str
) -> None:
    x, y = foot
    canvas.box(x - half, y - height * 1.02, half * 2, height * 1.02, darker(wall, 0.2))
    for share in (-0.55, 0.0, 0.55):
        door(canvas, x + share * half, y - 4, half * 0.42, height * 0.66, "#7a4a32")


def _gable(
    canvas: Canvas,
    foot: tuple[float, float],
    half: float,
    height: float,
    colours: tuple,
) -> None:
    """The porch's pediment with a round window."""
    (x, y), (plaster, roof) = foot, colours
    low, eye = y - height * 0.98, y - height * 1.2
    canvas.polygon(
        [(x - half * 1.14, low), (x, y - height * 1.62), (x + half * 1.14, low)],
        plaster,
    )
    canvas.ellipse(x, eye, half * 0.17, half * 0.17, darker(plaster, 0.25))
    canvas.ellipse(x, eye, half * 0.13, half * 0.13, "#7fa3a3")
    canvas.line([(x - half * 0.13, eye), (x + half * 0.13, eye)], 4, plaster)
    canvas.line([(x, eye - half * 0.13), (x, eye + half * 0.13)], 4, plaster)
    for side in (-1, 1):
        eave = (x + side * half * 1.18, low + height * 0.02)
        canvas.limb((x, y - height * 1.64), eave, half * 0.11, half * 0.09, roof)
