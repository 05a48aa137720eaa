"""Outlines as lists of points: smooth curves, ridges, rounded boxes. Units are the caller's."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin
from random import Random

Point = tuple[float, float]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """A Catmull-Rom spline from b (t = 0) to c (t = 1)."""
    return tuple(
        0.5
        * (
            2 * q
            + (r - p) * t
            + (2 * p - 5 * q + 4 * r - s) * t * t
            + (3 * q - p - 3 * r + s) * t**3
        )
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )


def smooth(
    points: Sequence[Point], *, closed: bool = False, steps: int = 8
) -> list[Point]:
    """A curve through all the points."""
    if closed:
        ring = [points[-1], *points, points[0], points[1]]
    else:
        ring = [points[0], *points, points[-1]]
    curve = [
        _between(*ring[i : i + 4], step / steps)
        for i in range(len(ring) - 3)
        for step in range(steps)
    ]
    return curve if closed else [*curve, points[-1]]


def ridge(
    dice: Random, width: float, y: float, height: float, *, waves: float = 2.0
) -> list[Point]:
    """A rolling skyline across the width whose tops reach about `height` above y."""
    shares = ((1.0, 0.55), (2.3, 0.3), (5.1, 0.15))
    parts = [
        (waves * factor, share, dice.uniform(0, 2 * pi)) for factor, share in shares
    ]
    count = 72
    line = []
    for step in range(-1, count + 2):
        along = step / count
        rise = sum(
            share * sin(along * 2 * pi * rate + start) for rate, share, start in parts
        )
        line.append((along * width, y - height * (0.5 + 0.5 * rise)))
    return line


def down_to(line: Sequence[Point], y: float) -> list[Point]:
    """The area under a skyline, closed at the level y."""
    return [*line, (line[-1][0], y), (line[0][0], y)]


def box(x: float, y: float, width: float, height: float) -> list[Point]:
    """A rectangle from its upper left corner."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def rounded_box(
    x: float, y: float, width: float, height: float, radius: float
) -> list[Point]:
    corners = (
        (x + width - radius, y + radius, -90),
        (x + width - radius, y + height - radius, 0),
        (x + radius, y + height - radius, 90),
        (x + radius, y + radius, 180),
    )
    return [
        (
            cx + radius * cos((start + turn) * pi / 180),
            cy + radius * sin((start + turn) * pi / 180),
        )
        for cx, cy, start in corners
        for turn in (0, 30, 60, 90)
    ]


def between(first: Point, second: Point, share: float) -> Point:
    """A point on the line through two points; beyond them outside 0 to 1."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
    )


def arc(
    x: float,
    y: float,
    rx: float,
    ry: float,
    start: float,
    end: float,
    *,
    steps: int = 16,
) -> list[Point]:
    """Part of an ellipse; degrees, clockwise from the right."""
    turns = [
        (start + (end - start) * step / steps) * pi / 180 for step in range(steps + 1)
    ]
    return [(x + rx * cos(turn), y + ry * sin(turn)) for turn in turns]


@lru_cache(maxsize=256)
def outline_pairs(outline: str) -> tuple[Point, ...]:
    """The points written as `across,up across,up …`: an outline is data, and reads best as such."""
    return tuple(
        tuple(float(part) for part in pair.split(",")) for pair in outline.split()
    )


class Place:
    """A thing's own frame: across and up in shares of its size, from where it stands.

    `rise` is the size upwards where it differs; `facing` -1 turns the thing to look to the left.
    """

    def __init__(
        self,
        x: float,
        y: float,
        size: float,
        *,
        rise: float | None = None,
        facing: int = 1,
    ):
        self.x, self.y, self.size, self.facing = x, y, size, facing
        self.rise = size if rise is None else rise

    def at(self, across: float, up: float) -> Point:
        return (self.x + across * self.size * self.facing, self.y - up * self.rise)

    def path(self, outline: str) -> list[Point]:
        """The points of an outline written as `across,up across,up …`."""
        return [self.at(*pair) for pair in outline_pairs(outline)]

    def block(
        self, left: float, top: float, width: float, height: float
    ) -> list[Point]:
        """A rectangle whose upper corner on the left, as the thing faces right, is (left, top)."""
        corners = ((0, 0), (width, 0), (width, -height), (0, -height))
        return [self.at(left + dx, top + dy) for dx, dy in corners]
