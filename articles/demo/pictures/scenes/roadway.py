"""A village road that runs away from the viewer: its surface, its edges, its lanes."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Point


class Roadway:
    """The road meets the horizon at `vanish` units across."""

    def __init__(self, canvas: Canvas, horizon: float, vanish: float):
        self.canvas, self.horizon, self.vanish = canvas, horizon, vanish

    def edge(self, level: float, side: int) -> float:
        """Where the road ends to one side, -1 or 1, at this level."""
        share = (level - self.horizon) / (self.canvas.height - self.horizon)
        middle = self.vanish + (self.canvas.x(0.5) - self.vanish) * share
        return middle + side * (8 + self.canvas.width * 0.25 * share)

    def lane(self, level: float, share: float) -> float:
        """A place across the road: 0 is its left edge, 1 its right."""
        left, right = self.edge(level, -1), self.edge(level, 1)
        return left + (right - left) * share

    def _corner(self, level: float, side: int) -> Point:
        return (self.edge(level, side), level)

    def paint(self, colour: str) -> None:
        canvas, low, top = self.canvas, self.canvas.height, self.horizon + 4
        far, close = (
            [self._corner(level, side) for side in (-1, 1)] for level in (top, low)
        )
        canvas.gradient([*far, *reversed(close)], colour, darker(colour, 0.1))
        for (ax, ay), (bx, by), side in zip(far, close, (-1, 1), strict=True):
            verge = [(ax, ay), (bx, by), (bx + side * 26, by), (ax + side * 2, ay)]
            canvas.polygon(verge, "#b5a07a")
        joint = self.horizon + (top - self.horizon) * 1.32 + 3
        while joint < low:
            ends = [self._corner(joint, -1), self._corner(joint, 1)]
            thick = 1 + 3 * (joint - self.horizon) / (low - self.horizon)
            canvas.line(ends, thick, darker(colour, 0.25), 0.6)
            joint = self.horizon + (joint - self.horizon) * 1.32 + 3
