"""Houses and public buildings seen from the front. x is the middle, y the ground."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter, mix
from articles.demo.pictures.curves import arc, box
from articles.demo.pictures.roofs import OLD_TILE, TILE, curved, tiled

WALLS = ("#efe2c4", "#e9d3a4", "#dfe4d6", "#f0d9c0", "#cfe0dd", "#f3ead8")
SHUTTERS = ("#4f8277", "#7a5236", "#557a9a", "#6f8f5a")
LAMPLIGHT = "#ffd98a"


def window(
    canvas: Canvas, x: float, y: float, width: float, height: float, shutter: str
) -> None:
    """A window from its upper left corner; at dusk it shines."""
    canvas.polygon(box(x - 3, y - 3, width + 6, height + 6), lighter(shutter, 0.45))
    if canvas.light.lamps:
        with canvas.glowing():
            canvas.polygon(box(x, y, width, height), LAMPLIGHT)
        canvas.glow(x + width / 2, y + height / 2, width * 1.8, LAMPLIGHT, 0.35)
    else:
        canvas.gradient(box(x, y, width, height), "#5f8189", "#8fb0b0")
    for share in (0.0, 0.5, 1.0):
        canvas.line(
            [(x + width * share, y), (x + width * share, y + height)],
            max(1.5, width * 0.06),
            shutter,
        )
    canvas.line(
        [(x, y + height * 0.35), (x + width, y + height * 0.35)],
        max(1.2, width * 0.05),
        shutter,
    )


def door(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: str
) -> None:
    """A double door; x is its middle, y its sill."""
    canvas.polygon(
        box(x - width / 2 - 3, y - height - 3, width + 6, height + 3),
        lighter(colour, 0.3),
    )
    canvas.polygon(box(x - width / 2, y - height, width, height), colour)
    for side in (-1, 1):
        for low, tall in ((0.08, 0.36), (0.52, 0.38)):
            panel = box(
                x + side * width * 0.25 - width * 0.17,
                y - height * (low + tall),
                width * 0.34,
                height * tall,
            )
            canvas.polygon(panel, darker(colour, 0.18))
    canvas.line([(x, y - height), (x, y)], 1.6, darker(colour, 0.4))


def farmhouse(
    canvas: Canvas, x: float, y: float, width: float, *, wall: str | None = None
) -> None:
    """Three bays under one tiled slope, with a porch."""
    wall = wall or canvas.dice.choice(WALLS)
    shutter = canvas.dice.choice(SHUTTERS)
    height, roof = width * 0.3, width * 0.26
    canvas.shadow(x, y + 2, width * 0.58, width * 0.03)
    canvas.gradient(
        box(x - width * 0.46, y - height, width * 0.92, height),
        darker(wall, 0.16),
        wall,
    )
    canvas.polygon(
        box(x - width * 0.46, y - width * 0.035, width * 0.92, width * 0.035),
        darker(wall, 0.3),
    )
    door(canvas, x, y, width * 0.16, height * 0.72, shutter)
    for side in (-1, 1):
        window(
            canvas,
            x + side * width * 0.28 - width * 0.07,
            y - height * 0.7,
            width * 0.14,
            height * 0.4,
            shutter,
        )
    tiled(
        canvas,
        x,
        y - height * 0.92,
        width * 1.08,
        roof,
        canvas.dice.choice((TILE, OLD_TILE, "#c0694a")),
        inset=0.07,
    )
    for share in (-0.46, -0.16, 0.16, 0.46):
        canvas.polygon(
            box(
                x + share * width - width * 0.011,
                y - height * 0.92,
                width * 0.022,
                height * 0.92,
            ),
            lighter(wall, 0.35),
        )
    canvas.polygon(
        box(x - width * 0.5, y - width * 0.012, width, width * 0.022), "#b9a88c"
    )


def town_house(
    canvas: Canvas, x: float, y: float, width: float, *, floors: int = 2
) -> None:
    """A narrow plastered house with a balcony."""
    wall, shutter = canvas.dice.choice(WALLS), canvas.dice.choice(SHUTTERS)
    storey = width * 0.62
    height = storey * floors
    canvas.shadow(x, y + 2, width * 0.6, width * 0.04)
    canvas.gradient(
        box(x - width / 2, y - height, width, height), wall, darker(wall, 0.12)
    )
    for floor in range(floors):
        level = y - storey * floor
        if floor:
            window(
                canvas,
                x - width * 0.3,
                level - storey * 0.78,
                width * 0.24,
                storey * 0.5,
                shutter,
            )
            window(
                canvas,
                x + width * 0.08,
                level - storey * 0.78,
                width * 0.24,
                storey * 0.5,
                shutter,
            )
            canvas.polygon(
                box(
                    x - width * 0.54, level - storey * 0.05, width * 1.08, storey * 0.09
                ),
                lighter(wall, 0.3),
            )
            for rail in range(13):
                canvas.line(
                    [
                        (x - width * 0.5 + rail * width / 12, level - storey * 0.28),
                        (x - width * 0.5 + rail * width / 12, level),
                    ],
                    1.5,
                    shutter,
                    0.8,
                )
            canvas.line(
                [
                    (x - width * 0.52, level - storey * 0.28),
                    (x + width * 0.52, level - storey * 0.28),
                ],
                2.5,
                shutter,
            )
        else:
            door(canvas, x, level, width * 0.4, storey * 0.74, shutter)
    tiled(canvas, x, y - height, width * 1.14, width * 0.3, inset=0.16)


def communal_house(canvas: Canvas, x: float, y: float, width: float) -> None:
    """The đình: a long low hall of red pillars under the great curved roof, on a stone base."""
    base, wall, roof = width * 0.045, width * 0.19, width * 0.3
    floor = y - base
    canvas.shadow(x, y + 3, width * 0.56, width * 0.025)
    for step in range(3):
        canvas.polygon(
            box(
                x - width * (0.48 - 0.012 * step),
                y - base * (step + 1) / 3,
                width * (0.96 - 0.024 * step),
                base / 3 + 1,
            ),
            mix("#b7ab98", "#cfc4b0", step / 2),
        )
    canvas.gradient(
        box(x - width * 0.42, floor - wall, width * 0.84, wall), "#4f2a26", "#7a3f30"
    )
    bays = 5
    for bay in range(bays):
        left = x - width * 0.41 + bay * width * 0.82 / bays
        _panelled_bay(
            canvas, left, floor, width * 0.82 / bays, wall, opened=bay == bays // 2
        )
    for post in range(bays + 1):
        px = x - width * 0.41 + post * width * 0.82 / bays
        canvas.gradient(
            box(px - width * 0.012, floor - wall, width * 0.024, wall),
            "#8a2f26",
            "#b5402f",
        )
        canvas.polygon(
            box(
                px - width * 0.018, floor - width * 0.014, width * 0.036, width * 0.016
            ),
            "#a89b88",
        )
    canvas.polygon(
        box(x - width * 0.44, floor - wall - 2, width * 0.88, width * 0.022), "#6d2f27"
    )
    curved(canvas, x, floor - wall + width * 0.03, width, roof)


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
        canvas.gradient(
            box(left + width * 0.1, floor - height * 0.84, width * 0.8, height * 0.84),
            "#3a201f",
            "#59332a",
        )
        canvas.glow(left + width / 2, floor - height * 0.4, width * 0.7, LAMPLIGHT, 0.5)
        return
    for leaf in range(4):
        px = left + width * (0.1 + 0.2 * leaf)
        canvas.polygon(
            box(px + 1, floor - height * 0.84, width * 0.19, height * 0.84), "#8f5136"
        )
        canvas.polygon(
            box(px + width * 0.04, floor - height * 0.76, width * 0.11, height * 0.3),
            "#b77b4c",
        )
        canvas.polygon(
            box(px + width * 0.04, floor - height * 0.38, width * 0.11, height * 0.28),
            "#75402d",
        )


def school(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    *,
    wall: str = "#efd08a",
    bays: int = 9,
) -> None:
    """Two storeys of classrooms behind open galleries."""
    storey = width * 0.15
    height = storey * 2
    canvas.shadow(x, y + 3, width * 0.54, width * 0.02)
    canvas.gradient(
        box(x - width / 2, y - height, width, height), wall, darker(wall, 0.08)
    )
    wide = width / bays
    for floor in (0, 1):
        level = y - storey * floor
        canvas.polygon(
            box(x - width / 2, level - storey * 0.96, width, storey * 0.9),
            darker(wall, 0.24),
        )
        for bay in range(bays):
            _gallery(
                canvas,
                x - width / 2 + bay * wide,
                level,
                wide,
                storey,
                wall,
                with_door=bay % 3 == 1,
            )
        canvas.polygon(
            box(x - width / 2, level - storey * 1.02, width, storey * 0.1),
            lighter(wall, 0.4),
        )
        if floor:
            canvas.polygon(
                box(x - width / 2, level - storey * 0.3, width, storey * 0.26),
                lighter(wall, 0.22),
            )
    tiled(canvas, x, y - height, width * 1.05, width * 0.09, inset=0.05)


def _gallery(
    canvas: Canvas,
    left: float,
    level: float,
    wide: float,
    storey: float,
    wall: str,
    *,
    with_door: bool,
) -> None:
    middle = left + wide / 2
    if with_door:
        door(canvas, middle, level - 3, wide * 0.36, storey * 0.66, "#4f8277")
    else:
        window(
            canvas,
            middle - wide * 0.26,
            level - storey * 0.72,
            wide * 0.52,
            storey * 0.36,
            "#4f8277",
        )
    arch = arc(middle, level - storey * 0.74, wide * 0.44, storey * 0.2, 180, 360)
    cover = [
        (left, level - storey * 0.74),
        *arch,
        (left + wide, level - storey * 0.74),
        (left + wide, level - storey),
        (left, level - storey),
    ]
    canvas.polygon(cover, wall)
    canvas.polygon(
        box(left - wide * 0.06, level - storey * 0.96, wide * 0.12, storey * 0.96),
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
    height = width * 0.25
    canvas.shadow(x, y + 3, width * 0.55, width * 0.022)
    canvas.polygon(
        box(x - width * 0.52, y - width * 0.018, width * 1.04, width * 0.022), "#b9ab95"
    )
    canvas.gradient(
        box(x - width / 2, y - height, width, height), darker(wall, 0.12), wall
    )
    canvas.polygon(
        box(x - width / 2, y - height * 0.22, width, height * 0.2), "#b5755a"
    )
    for share in (-0.41, -0.29, 0.29, 0.41):
        window(
            canvas,
            x + share * width - width * 0.04,
            y - height * 0.76,
            width * 0.08,
            height * 0.42,
            "#4f8277",
        )
    tiled(canvas, x, y - height * 0.96, width * 1.06, width * 0.13, roof, inset=0.06)
    porch = width * 0.2
    canvas.polygon(
        box(x - porch, y - height * 1.02, porch * 2, height * 1.02), darker(wall, 0.2)
    )
    for share in (-0.55, 0.0, 0.55):
        door(canvas, x + share * porch, y - 4, porch * 0.42, height * 0.66, "#7a4a32")
    canvas.polygon(
        [
            (x - porch * 1.14, y - height * 0.98),
            (x, y - height * 1.62),
            (x + porch * 1.14, y - height * 0.98),
        ],
        lighter(wall, 0.3),
    )
    for slat in range(-2, 3):
        half = porch * 0.1 * (3 - abs(slat))
        canvas.limb(
            (x - half, y - height * 1.2 + slat * 9),
            (x + half, y - height * 1.2 + slat * 9),
            4,
            4,
            darker(wall, 0.28),
        )
    for side in (-1, 1):
        canvas.limb(
            (x, y - height * 1.64),
            (x + side * porch * 1.18, y - height * 0.96),
            width * 0.022,
            width * 0.018,
            roof,
        )
    for share in (-1.0, -0.36, 0.36, 1.0):
        canvas.polygon(
            box(
                x + share * porch - width * 0.013,
                y - height * 0.98,
                width * 0.026,
                height * 0.98,
            ),
            lighter(wall, 0.45),
        )
    for step in range(3):
        canvas.polygon(
            box(
                x - porch * (1.3 - 0.08 * step),
                y + width * 0.012 - step * width * 0.009,
                porch * (2.6 - 0.16 * step),
                width * 0.012,
            ),
            mix("#c2b49c", "#dacdb6", step / 2),
        )
