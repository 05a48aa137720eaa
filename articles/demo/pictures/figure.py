"""One person about to be drawn: everything the limbs, the clothes and the head need to know."""

from dataclasses import dataclass
from math import hypot

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour
from articles.demo.pictures.curves import Point
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.poses import Joints, Pose


@dataclass(frozen=True)
class Figure:
    canvas: Canvas
    spots: Joints
    height: float
    outfit: Outfit
    pose: Pose
    facing: int

    @property
    def side(self) -> bool:
        return self.pose.view == "side"

    def at(self, across: float, along: float) -> Point:
        """A point of the trunk's own frame: across forwards, along from pelvis to neck."""
        (px, py), (nx, ny) = self.spots.pelvis, self.spots.neck
        length = hypot(nx - px, ny - py) or 1.0
        ux, uy = (nx - px) / length, (ny - py) / length
        forward, rise = across * self.height * self.facing, along * self.height
        return (px + ux * rise - uy * forward, py + uy * rise + ux * forward)

    def limb(
        self, start: Point, end: Point, first: float, last: float, colour: str | Colour
    ) -> None:
        """A rounded bar whose widths are shares of the person's height."""
        self.canvas.limb(start, end, first * self.height, last * self.height, colour)
