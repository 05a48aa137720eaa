"""A head's own frame, wherever its owner looks or bends."""

from math import hypot

from articles.demo.pictures.curves import Point, arc, outline_pairs
from articles.demo.pictures.figure import Figure


class Skull:
    """Points in head radii from the middle of the head: across forwards, along upwards."""

    def __init__(self, figure: Figure):
        self.x, self.y = figure.spots.head
        self.radius = figure.height * (0.082 if figure.outfit.child else 0.068)
        self.facing = figure.facing
        dx, dy = self.x - figure.spots.neck[0], self.y - figure.spots.neck[1]
        length = hypot(dx, dy) or 1.0
        self._up = (dx / length, dy / length)

    def at(self, across: float, along: float) -> Point:
        ux, uy = self._up
        reach, rise = across * self.radius * self.facing, along * self.radius
        return (self.x + ux * rise - uy * reach, self.y + uy * rise + ux * reach)

    def path(self, outline: str, *, mirrored: bool = False) -> list[Point]:
        """The points of an outline written as `across,along across,along …`."""
        sign = -1 if mirrored else 1
        return [
            self.at(sign * across, along) for across, along in outline_pairs(outline)
        ]

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
        turned = arc(0, 0, rx, ry, -start, -end, steps=22)
        return [self.at(across + px, along - py) for px, py in turned]
