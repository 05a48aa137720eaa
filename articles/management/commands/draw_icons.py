from pathlib import Path

from django.core.management.base import BaseCommand
from PIL import Image, ImageDraw

FOLDER = Path(__file__).parents[2] / "static" / "articles" / "icons"
RIVER, SUN, FOAM = "#0f4f48", "#f2b84b", "#fdf9f1"
SIDE = 64  # of the emblem's own field, as in favicon.svg
FINE = 4  # times larger while drawing, for smooth edges

# Name, pixels, radius of the corners, share of the side that the emblem's field takes.
# Maskable icons are cut to any shape within a circle of 80 % of the side.
ICONS = [
    ("icon-192.png", 192, 14, 1.0),
    ("icon-512.png", 512, 14, 1.0),
    ("maskable-512.png", 512, 0, 0.78),
    ("touch-180.png", 180, 0, 0.9),
]


class Command(BaseCommand):
    help = "Draw the icons under which the site installs: the sun over the river."

    def handle(self, **options):
        FOLDER.mkdir(exist_ok=True)
        for name, side, corner, share in ICONS:
            icon = draw(side, corner=corner, share=share)
            icon.quantize(64, dither=Image.Dither.NONE).save(
                FOLDER / name, optimize=True
            )
            self.stdout.write(name)


def draw(side: int, *, corner: int, share: float) -> Image.Image:
    """The emblem in the middle of its ground; `corner` in the emblem's own units."""
    large = side * FINE
    scale, margin = large * share / SIDE, large * (1 - share) / 2
    image = Image.new("RGBA", (large, large))
    pen = ImageDraw.Draw(image)

    def place(x: float, y: float) -> tuple[float, float]:
        return margin + x * scale, margin + y * scale

    pen.rounded_rectangle((0, 0, large - 1, large - 1), corner * large / SIDE, RIVER)
    pen.pieslice([*place(20, 20), *place(44, 44)], 180, 360, SUN)
    for height in (39, 49):
        points = [place(*point) for point in wave(height)]
        pen.line(points, FOAM, round(4 * scale), joint="curve")
        for x, y in (points[0], points[-1]):
            pen.ellipse(
                [x - 2 * scale, y - 2 * scale, x + 2 * scale, y + 2 * scale], FOAM
            )
    return image.resize((side, side), Image.Resampling.LANCZOS)


def wave(height: float) -> list[tuple[float, float]]:
    """Four arches of 11 units, up and down in turn: what `q5.5-5 11 0t11 0 11 0 11 0` draws."""
    points = []
    for arch in range(4):
        rise = -5 if arch % 2 == 0 else 5
        for step in range(32):
            part = step / 32
            points.append(
                (10 + 11 * (arch + part), height + 2 * part * (1 - part) * rise)
            )
    return [*points, (54, height)]
