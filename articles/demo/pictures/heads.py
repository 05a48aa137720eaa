"""Heads without faces: hair by view, and what is worn on it."""

from math import atan2, cos, hypot, sin

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Point, arc, smooth
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.poses import Joints, Pose


class Skull:
    """A head's own frame: `at(across, along)` in head radii, across forwards, along upwards."""

    def __init__(self, spots: Joints, height: float, outfit: Outfit, facing: int):
        self.x, self.y = spots.head
        self.radius = height * (0.082 if outfit.child else 0.068)
        dx, dy = self.x - spots.neck[0], self.y - spots.neck[1]
        length = hypot(dx, dy) or 1.0
        self.up = (dx / length, dy / length)
        self.facing = facing

    def at(self, across: float, along: float) -> Point:
        ux, uy = self.up
        reach, rise = across * self.radius * self.facing, along * self.radius
        return (self.x + ux * rise - uy * reach, self.y + uy * rise + ux * reach)

    def oval(
        self,
        across: float,
        along: float,
        rx: float,
        ry: float,
        *,
        start: float = 0,
        end: float = 360,
    ) -> list[Point]:
        """An ellipse, or part of one: 0 degrees is forwards, 90 upwards."""
        return [
            self.at(across + px, along - py)
            for px, py in arc(0, 0, rx, ry, -start, -end, steps=22)
        ]


def draw_head(
    canvas: Canvas,
    spots: Joints,
    height: float,
    outfit: Outfit,
    pose: Pose,
    facing: int,
) -> None:
    skull = Skull(spots, height, outfit, facing)
    {"front": _front, "side": _side, "back": _back}[pose.view](canvas, skull, outfit)
    if outfit.hat == "cone":
        _cone(canvas, skull, outfit, pose)
    elif outfit.hat == "cap":
        _cap(canvas, skull, outfit, pose)
    elif outfit.hat == "turban":
        _turban(canvas, skull, outfit)


def draw_hair_behind(
    canvas: Canvas,
    spots: Joints,
    height: float,
    outfit: Outfit,
    pose: Pose,
    facing: int,
) -> None:
    """Long hair that falls behind the shoulders; drawn before the trunk."""
    if pose.view != "front" or outfit.style not in ("long", "tail"):
        return
    skull = Skull(spots, height, outfit, facing)
    low = -2.1 if outfit.style == "long" else -1.2
    ends = [
        skull.at(-1.0, 0.4),
        skull.at(0, 1.0),
        skull.at(1.0, 0.4),
        skull.at(1.12, low),
        skull.at(-1.12, low),
    ]
    canvas.polygon(smooth(ends, closed=True), outfit.hair)


def _front(canvas: Canvas, skull: Skull, outfit: Outfit) -> None:
    if outfit.style == "bun":
        canvas.polygon(skull.oval(0, 1.15, 0.45, 0.42), outfit.hair)
    canvas.polygon(skull.oval(0, 0.12, 0.98, 1.08), outfit.hair)
    if outfit.style == "long":
        for side in (-1, 1):
            lock = [
                skull.at(0.98 * side, 0.3),
                skull.at(1.06 * side, -1.5),
                skull.at(0.72 * side, -1.9),
                skull.at(0.66 * side, -0.2),
            ]
            canvas.polygon(smooth(lock, closed=True, steps=5), outfit.hair)
    canvas.polygon(skull.oval(-0.9, -0.1, 0.2, 0.26), outfit.skin)
    canvas.polygon(skull.oval(0.9, -0.1, 0.2, 0.26), outfit.skin)
    canvas.polygon(skull.oval(0, -0.12, 0.88, 1.02), outfit.skin)
    fringe = [
        skull.at(-0.94, 0.1),
        skull.at(-0.72, 0.95),
        skull.at(0, 1.22),
        skull.at(0.72, 0.95),
        skull.at(0.94, 0.1),
        skull.at(0.6, 0.55),
        skull.at(-0.25, 0.68),
    ]
    canvas.polygon(smooth(fringe, closed=True, steps=5), outfit.hair)
    canvas.polygon(
        [
            skull.at(-0.1, 0.95),
            skull.at(0.5, 0.88),
            skull.at(0.6, 0.7),
            skull.at(0.1, 0.8),
        ],
        lighter(outfit.hair, 0.3),
        0.4,
    )


def _side(canvas: Canvas, skull: Skull, outfit: Outfit) -> None:
    if outfit.style == "long":
        canvas.polygon(
            smooth(
                [
                    skull.at(-0.9, 0.4),
                    skull.at(0, 0.6),
                    skull.at(0.1, -0.6),
                    skull.at(-0.35, -2.0),
                    skull.at(-1.05, -1.9),
                ],
                closed=True,
            ),
            outfit.hair,
        )
    canvas.polygon(skull.oval(-0.12, 0.12, 1.0, 1.05), outfit.hair)
    if outfit.style == "bun":
        canvas.polygon(skull.oval(-1.1, 0.1, 0.42, 0.42), outfit.hair)
    if outfit.style == "tail":
        canvas.polygon(
            smooth(
                [
                    skull.at(-0.8, 0.5),
                    skull.at(-1.4, 0.3),
                    skull.at(-1.55, -1.1),
                    skull.at(-1.15, -0.5),
                ],
                closed=True,
            ),
            outfit.hair,
        )
    canvas.polygon(skull.oval(0.2, -0.14, 0.78, 0.96), outfit.skin)
    canvas.polygon(skull.oval(0.95, -0.16, 0.13, 0.16), outfit.skin)
    fringe = [
        skull.at(-1.0, -0.5),
        skull.at(-1.05, 0.5),
        skull.at(-0.2, 1.18),
        skull.at(0.62, 0.88),
        skull.at(0.78, 0.42),
        skull.at(0.1, 0.5),
        skull.at(-0.2, -0.1),
        skull.at(-0.5, -0.7),
    ]
    canvas.polygon(smooth(fringe, closed=True, steps=5), outfit.hair)
    canvas.polygon(skull.oval(-0.12, -0.12, 0.17, 0.24), darker(outfit.skin, 0.08))


def _back(canvas: Canvas, skull: Skull, outfit: Outfit) -> None:
    canvas.polygon(skull.oval(-0.9, -0.1, 0.2, 0.26), outfit.skin)
    canvas.polygon(skull.oval(0.9, -0.1, 0.2, 0.26), outfit.skin)
    canvas.polygon(skull.oval(0, 0.05, 0.96, 1.12), outfit.hair)
    if outfit.style == "long":
        canvas.polygon(
            smooth(
                [
                    skull.at(-0.9, 0.3),
                    skull.at(0.9, 0.3),
                    skull.at(1.0, -2.2),
                    skull.at(-1.0, -2.2),
                ],
                closed=True,
            ),
            outfit.hair,
        )
    elif outfit.style == "bun":
        canvas.polygon(skull.oval(0, 0.1, 0.5, 0.48), lighter(outfit.hair, 0.12))
    elif outfit.style == "tail":
        canvas.polygon(
            smooth(
                [
                    skull.at(-0.28, 0.2),
                    skull.at(0.28, 0.2),
                    skull.at(0.36, -1.4),
                    skull.at(0, -2.1),
                    skull.at(-0.36, -1.4),
                ],
                closed=True,
            ),
            lighter(outfit.hair, 0.1),
        )


def _cone(canvas: Canvas, skull: Skull, outfit: Outfit, pose: Pose) -> None:
    """Nón lá: the brim is seen a little from below, the far half in shade."""
    lift = 0.42 if pose.view != "back" else 0.3
    apex = skull.at(0.0, lift + 1.55)
    brim = skull.oval(0, lift, 2.1, 0.42)
    canvas.polygon(brim, darker(outfit.hat_colour, 0.42))
    right, left = skull.at(2.1, lift), skull.at(-2.1, lift)
    curve = skull.oval(0, lift, 2.1, 0.26, start=180, end=360)
    canvas.polygon([apex, *curve], outfit.hat_colour)
    half = (
        curve[: len(curve) * 2 // 5]
        if right[0] > left[0]
        else curve[len(curve) * 3 // 5 :]
    )
    canvas.polygon([apex, *half], darker(outfit.hat_colour, 0.5), 0.22)
    for share in (0.4, 0.7):
        ring = [
            (apex[0] + (px - apex[0]) * share, apex[1] + (py - apex[1]) * share)
            for px, py in curve
        ]
        canvas.line(ring, skull.radius * 0.05, darker(outfit.hat_colour, 0.35), 0.45)


def _cap(canvas: Canvas, skull: Skull, outfit: Outfit, pose: Pose) -> None:
    dome = skull.oval(
        0 if pose.view != "side" else -0.08, 0.3, 1.08, 0.98, start=0, end=180
    )
    canvas.polygon(dome, outfit.hat_colour)
    ends = (
        ((0.6, 0.3), (1.65, 0.2))
        if pose.view == "side"
        else ((-0.95, 0.32), (0.95, 0.32))
    )
    if pose.view != "back":
        canvas.limb(
            skull.at(*ends[0]),
            skull.at(*ends[1]),
            skull.radius * 0.3,
            skull.radius * 0.18,
            darker(outfit.hat_colour, 0.15),
        )


def _turban(canvas: Canvas, skull: Skull, outfit: Outfit) -> None:
    turn = atan2(skull.up[1], skull.up[0])
    for step, lift in enumerate((0.42, 0.66, 0.88)):
        middle = skull.at(-0.05, lift)
        nx, ny = -sin(turn) * skull.radius, cos(turn) * skull.radius
        wide = 0.98 - 0.14 * step
        tone = outfit.hat_colour if step % 2 else darker(outfit.hat_colour, 0.2)
        canvas.limb(
            (middle[0] - nx * wide, middle[1] - ny * wide),
            (middle[0] + nx * wide, middle[1] + ny * wide),
            skull.radius * 0.36,
            skull.radius * 0.36,
            tone,
        )
