"""Animals of the fields and ponds. x, y is the ground under them."""

from math import sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import smooth

HIDE = "#5b5660"


def buffalo(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    *,
    facing: int = 1,
    grazing: bool = False,
) -> None:
    """A water buffalo; height to the shoulder."""

    def at(dx: float, dy: float) -> tuple[float, float]:
        return (x + dx * height * facing, y - dy * height)

    canvas.shadow(x, y, height * 0.95, height * 0.09)
    for dx, tone in ((-0.42, 0.22), (0.44, 0.22), (-0.56, 0.0), (0.32, 0.0)):
        hide = darker(HIDE, tone)
        canvas.limb(at(dx, 0.5), at(dx - 0.02, 0.24), height * 0.2, height * 0.12, hide)
        canvas.limb(
            at(dx - 0.02, 0.24), at(dx, 0.03), height * 0.11, height * 0.09, hide
        )
    canvas.line(
        smooth([at(-0.76, 0.75), at(-0.86, 0.5), at(-0.82, 0.25)], steps=5),
        height * 0.045,
        darker(HIDE, 0.15),
    )
    body = [
        (-0.78, 0.78),
        (-0.5, 0.97),
        (-0.05, 0.93),
        (0.35, 1.02),
        (0.62, 0.9),
        (0.66, 0.62),
        (0.4, 0.4),
        (-0.1, 0.32),
        (-0.55, 0.4),
        (-0.78, 0.56),
    ]
    canvas.polygon(smooth([at(*p) for p in body], closed=True), HIDE)
    canvas.polygon(
        smooth(
            [at(dx, dy - 0.02 if dy < 0.6 else dy - 0.32) for dx, dy in body],
            closed=True,
        ),
        darker(HIDE, 0.5),
        0.18,
    )
    drop = 0.42 if grazing else 0.0
    canvas.limb(at(0.5, 0.75), at(0.88, 0.86 - drop), height * 0.4, height * 0.26, HIDE)
    canvas.limb(
        at(0.88, 0.86 - drop), at(1.12, 0.64 - drop), height * 0.25, height * 0.16, HIDE
    )
    canvas.ellipse(
        *at(1.15, 0.62 - drop), height * 0.08, height * 0.07, lighter(HIDE, 0.18)
    )
    canvas.limb(
        at(0.8, 0.88 - drop),
        at(0.64, 0.8 - drop),
        height * 0.09,
        height * 0.04,
        darker(HIDE, 0.15),
    )
    horn = smooth(
        [
            at(0.88, 0.96 - drop),
            at(0.76, 1.12 - drop),
            at(0.56, 1.14 - drop),
            at(0.46, 1.04 - drop),
        ],
        steps=5,
    )
    canvas.line(horn, height * 0.06, "#c9bda6")


def egret(
    canvas: Canvas, x: float, y: float, height: float, *, facing: int = 1
) -> None:
    """A white wader standing in the paddy."""
    for dx in (-0.04, 0.05):
        canvas.line(
            [(x + dx * height, y), (x + dx * height, y - height * 0.4)],
            height * 0.03,
            "#5a5548",
        )
    body = [(-0.3, 0.36), (-0.1, 0.56), (0.14, 0.56), (0.16, 0.44), (0.0, 0.36)]
    canvas.polygon(
        smooth(
            [(x + dx * height * facing, y - dy * height) for dx, dy in body],
            closed=True,
        ),
        "#faf7ee",
    )
    neck = [(0.12, 0.5), (0.24, 0.66), (0.14, 0.8), (0.22, 0.94)]
    canvas.line(
        smooth(
            [(x + dx * height * facing, y - dy * height) for dx, dy in neck], steps=6
        ),
        height * 0.055,
        "#faf7ee",
    )
    canvas.limb(
        (x + 0.22 * height * facing, y - 0.94 * height),
        (x + 0.26 * height * facing, y - 0.93 * height),
        height * 0.07,
        height * 0.06,
        "#faf7ee",
    )
    canvas.limb(
        (x + 0.27 * height * facing, y - 0.93 * height),
        (x + 0.42 * height * facing, y - 0.9 * height),
        height * 0.035,
        height * 0.01,
        "#d8a040",
    )


def egret_flight(
    canvas: Canvas, x: float, y: float, span: float, *, count: int = 5
) -> None:
    """A loose line of white birds crossing low over the land."""
    for index in range(count):
        bx, by = (
            x + index * span * 1.9,
            y - index * span * 0.45 + canvas.dice.uniform(-0.4, 0.4) * span,
        )
        lift = span * (0.35 + 0.3 * sin(index * 2.1))
        wings = [
            (bx - span, by - lift),
            (bx - span * 0.3, by - lift * 0.5),
            (bx, by),
            (bx + span * 0.35, by - lift * 0.7),
            (bx + span, by - lift * 1.1),
        ]
        canvas.polygon(
            smooth(wings, steps=5)
            + smooth([(px, py + span * 0.16) for px, py in wings], steps=5)[::-1],
            "#fbf8f0",
        )
        canvas.limb(
            (bx - span * 0.4, by + span * 0.14),
            (bx + span * 0.5, by + span * 0.02),
            span * 0.12,
            span * 0.06,
            "#fbf8f0",
        )


def hen(canvas: Canvas, x: float, y: float, size: float, *, facing: int = 1) -> None:
    tone = canvas.dice.choice(("#b5673e", "#8c5538", "#e9dcc3"))
    canvas.line([(x, y), (x, y - size * 0.3)], size * 0.06, "#d8a040")
    body = [
        (-0.5, 0.75),
        (-0.3, 0.4),
        (0.1, 0.25),
        (0.4, 0.45),
        (0.42, 0.85),
        (0.3, 0.9),
        (0.1, 0.62),
        (-0.25, 0.6),
    ]
    canvas.polygon(
        smooth(
            [(x + dx * size * facing, y - dy * size) for dx, dy in body],
            closed=True,
            steps=5,
        ),
        tone,
    )
    canvas.ellipse(
        x + 0.38 * size * facing, y - size * 0.98, size * 0.06, size * 0.07, "#cf3f38"
    )
    canvas.limb(
        (x + 0.46 * size * facing, y - size * 0.84),
        (x + 0.56 * size * facing, y - size * 0.8),
        size * 0.06,
        size * 0.02,
        "#e0b04c",
    )


def duck(canvas: Canvas, x: float, y: float, size: float, *, facing: int = 1) -> None:
    """A duck on the water."""
    body = [
        (-0.55, 0.34),
        (-0.2, 0.3),
        (0.3, 0.26),
        (0.46, 0.1),
        (0.3, 0.0),
        (-0.3, 0.0),
    ]
    canvas.polygon(
        smooth(
            [(x + dx * size * facing, y - dy * size) for dx, dy in body],
            closed=True,
            steps=5,
        ),
        "#f8f3e6",
    )
    canvas.limb(
        (x + 0.34 * size * facing, y - size * 0.16),
        (x + 0.4 * size * facing, y - size * 0.5),
        size * 0.16,
        size * 0.18,
        "#f8f3e6",
    )
    canvas.limb(
        (x + 0.48 * size * facing, y - size * 0.5),
        (x + 0.62 * size * facing, y - size * 0.46),
        size * 0.09,
        size * 0.05,
        "#e09a3c",
    )
