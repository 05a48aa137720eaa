"""Who stands in front of whom: things are collected, then painted from the back to the front."""

from collections.abc import Callable

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.landscape import stature
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.people import person
from articles.demo.pictures.poses import Pose


class Staging:
    """The open ground of a scene below its horizon; `tallest` is a grown-up at the lower edge."""

    def __init__(self, canvas: Canvas, horizon: float, *, tallest: float = 320):
        self.canvas, self.horizon, self.tallest = canvas, horizon, tallest
        self._acts: list[tuple[float, Callable[[], object]]] = []

    def tall(self, level: float) -> float:
        """How tall a grown-up is who stands at this level."""
        return stature(self.canvas, level, self.horizon, self.tallest)

    def level(self, share: float, upto: float | None = None) -> float:
        """A level between the horizon (0) and the lower edge (1); with two shares, one between them."""
        place = share if upto is None else self.canvas.dice.uniform(share, upto)
        return self.horizon + (self.canvas.height - self.horizon) * place

    def add(self, level: float, act: Callable[..., object], *args, **options) -> None:
        self._acts.append((level, lambda: act(*args, **options)))

    def stand(
        self,
        x: float,
        level: float,
        pose: Pose,
        outfit: Outfit,
        *,
        facing: int = 1,
        share: float = 1.0,
        lift: float = 0.0,
    ) -> None:
        """Someone on the ground; `share` below 1 is a child, `lift` a leap in body heights."""
        tall = self.tall(level) * share
        self.add(level, self.canvas.shadow, x, level, tall * 0.2, tall * 0.03)
        foot = level - lift * tall
        self.add(
            level + 0.5, person, self.canvas, x, foot, tall, pose, outfit, facing=facing
        )

    def paint(self) -> None:
        """Draw the highest level first; equal levels keep the order in which they were added.

        What was painted is forgotten: some acts hold this staging, and the ring would keep the
        canvas with its 40 MB alive until the garbage collector comes by.
        """
        acts, self._acts = sorted(self._acts, key=lambda pair: pair[0]), []
        for _, act in acts:
            act()
