"""The paper: shapes in units of a thousandth of the shorter side, lit by one light."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import hypot
from random import Random

from PIL import Image, ImageDraw

from articles.demo.pictures.colour import Colour, mix, rgb
from articles.demo.pictures.curves import Point, box
from articles.demo.pictures.light import Light

OVERSAMPLING = 2  # edges are drawn this much larger and averaged down: smooth outlines


class Canvas:
    """Everything drawn passes through `ink`, so the hour and the distance colour it alike."""

    def __init__(self, size: tuple[int, int], *, light: Light, dice: Random):
        self.size = size
        self.light = light
        self.dice = dice
        pixels = (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING)
        self.image = Image.new("RGB", pixels, rgb(light.haze))
        self.scale = min(pixels) / 1000
        self.width = pixels[0] / self.scale
        self.height = pixels[1] / self.scale
        self._origin = (0.0, 0.0)
        self._solid = ImageDraw.Draw(self.image)
        self._glaze = ImageDraw.Draw(self.image, "RGBA")
        self._haze = 0.0
        self._lit = True

    def frame(self, zoom: float, across: float, down: float) -> None:
        """Show only a part of the scene, `zoom` times larger; 0 to 1 say where it lies."""
        self.scale *= zoom
        hidden = 1 - 1 / zoom
        self._origin = (self.width * hidden * across, self.height * hidden * down)

    @contextmanager
    def depth(self, haze: float) -> Iterator[None]:
        """What is drawn inside lies behind this much haze, 0 to 1."""
        before, self._haze = self._haze, haze
        try:
            yield
        finally:
            self._haze = before

    @contextmanager
    def glowing(self) -> Iterator[None]:
        """What is drawn inside shines by itself: neither hour nor distance changes it."""
        before, self._lit = self._lit, False
        try:
            yield
        finally:
            self._lit = before

    def ink(self, colour: str | Colour) -> Colour:
        return self.light.on(colour, self._haze) if self._lit else rgb(colour)

    def x(self, low: float, high: float | None = None) -> float:
        """A share of the width in units; with two shares, a place between them."""
        return self.width * (low if high is None else self.dice.uniform(low, high))

    def y(self, low: float, high: float | None = None) -> float:
        return self.height * (low if high is None else self.dice.uniform(low, high))

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        left, top = self._origin
        return [((x - left) * self.scale, (y - top) * self.scale) for x, y in points]

    def polygon(
        self, points: Sequence[Point], colour: str | Colour, alpha: float = 1.0
    ) -> None:
        if alpha >= 1:
            self._solid.polygon(self._pixels(points), fill=self.ink(colour))
        else:
            self._glaze.polygon(
                self._pixels(points), fill=(*self.ink(colour), round(alpha * 255))
            )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str | Colour,
        alpha: float = 1.0,
    ) -> None:
        """A rectangle from its upper left corner."""
        self.polygon(box(x, y, width, height), colour, alpha)

    def ellipse(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        colour: str | Colour,
        alpha: float = 1.0,
    ) -> None:
        corners = self._pixels([(x - rx, y - ry), (x + rx, y + ry)])
        if alpha >= 1:
            self._solid.ellipse(corners, fill=self.ink(colour))
        else:
            self._glaze.ellipse(corners, fill=(*self.ink(colour), round(alpha * 255)))

    def line(
        self,
        points: Sequence[Point],
        width: float,
        colour: str | Colour,
        alpha: float = 1.0,
    ) -> None:
        pen = max(1, round(width * self.scale))
        draw = self._solid if alpha >= 1 else self._glaze
        ink = (
            self.ink(colour) if alpha >= 1 else (*self.ink(colour), round(alpha * 255))
        )
        draw.line(self._pixels(points), fill=ink, width=pen, joint="curve")

    def limb(
        self, start: Point, end: Point, first: float, last: float, colour: str | Colour
    ) -> None:
        """A rounded bar that is `first` wide where it starts and `last` wide where it ends."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = hypot(dx, dy) or 1.0
        nx, ny = -dy / length / 2, dx / length / 2
        self.polygon(
            [
                (start[0] + nx * first, start[1] + ny * first),
                (end[0] + nx * last, end[1] + ny * last),
                (end[0] - nx * last, end[1] - ny * last),
                (start[0] - nx * first, start[1] - ny * first),
            ],
            colour,
        )
        self.ellipse(*start, first / 2, first / 2, colour)
        self.ellipse(*end, last / 2, last / 2, colour)

    def gradient(self, points: Sequence[Point], *colours: str | Colour) -> None:
        """The shape filled with colours that flow evenly from its top to its bottom."""
        pixels = self._pixels(points)
        left, right = min(p[0] for p in pixels), max(p[0] for p in pixels)
        top, bottom = min(p[1] for p in pixels), max(p[1] for p in pixels)
        x0, x1 = max(0, int(left)), min(self.image.width, int(right) + 2)
        y0, y1 = max(0, int(top)), min(self.image.height, int(bottom) + 2)
        if x1 <= x0 or y1 <= y0:
            return
        mask = Image.new("L", (x1 - x0, y1 - y0))
        ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in pixels], fill=255)
        inks = [self.ink(colour) for colour in colours]
        span = max(1.0, bottom - top)
        shares = [
            min(1.0, max(0.0, (y0 + (y1 - y0) * row / 95 - top) / span))
            for row in range(96)
        ]
        strip = Image.new("RGB", (1, 96))
        strip.putdata([_flow(inks, share) for share in shares])
        self.image.paste(
            strip.resize(mask.size, Image.Resampling.BILINEAR), (x0, y0), mask
        )

    def veil(
        self, mask: Image.Image, corner: Point, size: Point, colour: str | Colour
    ) -> None:
        """Lay colour on through a small grey mask, stretched to `size` units at the corner."""
        pixels = (
            max(1, round(size[0] * self.scale)),
            max(1, round(size[1] * self.scale)),
        )
        stretched = mask.resize(pixels, Image.Resampling.BILINEAR)
        left, top = self._pixels([corner])[0]
        self.image.paste(self.ink(colour), (round(left), round(top)), stretched)

    def glow(
        self,
        x: float,
        y: float,
        radius: float,
        colour: str | Colour,
        alpha: float = 0.6,
    ) -> None:
        """A soft round shine, strongest in the middle."""
        mask = Image.radial_gradient("L").point(
            lambda far: alpha * 255 * max(0.0, 1 - far / 180) ** 2
        )
        with self.glowing():
            self.veil(mask, (x - radius, y - radius), (2 * radius, 2 * radius), colour)

    def shadow(
        self, x: float, y: float, rx: float, ry: float, alpha: float = 0.2
    ) -> None:
        """The soft dark patch under something that stands on the ground."""
        for share in (1.0, 0.8, 0.6):
            self.ellipse(x, y, rx * share, ry * share, "#1c2440", alpha * 0.45)


def _flow(inks: list[Colour], share: float) -> Colour:
    place = share * (len(inks) - 1)
    index = min(int(place), len(inks) - 2)
    return mix(inks[index], inks[index + 1], place - index)
