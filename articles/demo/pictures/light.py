"""The light of an hour: sky, sun, and what they do to the colour of a thing."""

from dataclasses import dataclass, replace
from random import Random

from articles.demo.pictures.colour import Colour, mix, rgb


@dataclass(frozen=True)
class Light:
    """`sky` runs from the zenith to the horizon; `tint` multiplies every lit colour."""

    hour: str
    sky: tuple[str, ...]
    sun: str
    haze: str
    tint: tuple[float, float, float]
    sun_height: float  # above the horizon, as a share of the sky
    lamps: bool = False

    def on(self, colour: str | Colour, haze: float = 0.0) -> Colour:
        """The local colour as this light shows it; `haze` 1 is lost in the distance."""
        pairs = zip(rgb(colour), self.tint, strict=True)
        lit = tuple(min(255, round(value * factor)) for value, factor in pairs)
        return mix(lit, self.haze, haze) if haze else lit

    def indoors(self) -> "Light":
        """The same hour in a room: only a breath of its tint is left."""
        tint = tuple(0.25 * factor + 0.75 for factor in self.tint)
        return replace(self, tint=tint, lamps=self.hour in ("dusk", "night"))


DAWN = (
    Light(
        "dawn",
        ("#7fa6c4", "#b9c9cf", "#f3d9c0", "#fbe7cf"),
        "#fff3d8",
        "#f1dcc8",
        (0.99, 0.94, 0.93),
        0.3,
    ),
    Light(
        "dawn",
        ("#8c9ec9", "#c9bcd2", "#f4c9bd", "#fde0c6"),
        "#fff0df",
        "#efd0c6",
        (0.97, 0.92, 0.96),
        0.22,
    ),
)
NOON = (
    Light(
        "noon",
        ("#4f9fcb", "#86c3dc", "#bfe0e2", "#e3f0e2"),
        "#fffbea",
        "#d3e7e2",
        (1.0, 1.0, 0.98),
        0.78,
    ),
    Light(
        "noon",
        ("#5aa9bf", "#93cbcf", "#c9e3d6", "#eef1dc"),
        "#fffbea",
        "#dbe8d8",
        (1.0, 1.0, 0.96),
        0.7,
    ),
)
GOLDEN = (
    Light(
        "golden",
        ("#7fa9b0", "#d9c79a", "#f6c67c", "#fbdc9f"),
        "#fff2c4",
        "#f3cf98",
        (1.04, 0.94, 0.80),
        0.34,
    ),
    Light(
        "golden",
        ("#b48f86", "#e6a873", "#f8c377", "#fde0a0"),
        "#fff0bd",
        "#f2c48b",
        (1.05, 0.91, 0.78),
        0.22,
    ),
)
DUSK = (
    Light(
        "dusk",
        ("#3d4a78", "#7a6796", "#d68a83", "#f6b98a"),
        "#ffd9a6",
        "#d59a96",
        (0.86, 0.77, 0.84),
        0.12,
        True,
    ),
    Light(
        "dusk",
        ("#2f5073", "#5f7a94", "#c79a92", "#f3c79b"),
        "#ffe0b0",
        "#c0a3a2",
        (0.82, 0.80, 0.86),
        0.14,
        True,
    ),
)
NIGHT = (
    Light(
        "night",
        ("#131c3f", "#22305f", "#41507f", "#7d7397"),
        "#f4efd6",
        "#4b537f",
        (0.42, 0.46, 0.66),
        0.7,
        True,
    ),
    Light(
        "night",
        ("#102038", "#1c3a58", "#3c5c78", "#7f8796"),
        "#f4efd6",
        "#46607a",
        (0.40, 0.49, 0.62),
        0.6,
        True,
    ),
)
DAY = (DAWN, NOON, NOON, NOON, GOLDEN, GOLDEN, DUSK)
DAYLIGHT = (DAWN, NOON, NOON, NOON, GOLDEN)
EVENING = (DUSK, NIGHT)
GREY_DAYS = (DAWN, NOON, NOON)


def choose(dice: Random, hours: tuple[tuple[Light, ...], ...] = DAY) -> Light:
    return dice.choice(dice.choice(hours))
