"""What is above the horizon: colours, sun or moon, clouds, birds, stars."""

from PIL import Image, ImageChops, ImageDraw

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import mix
from articles.demo.pictures.curves import box, smooth


def overcast(canvas: Canvas, horizon: float) -> None:
    """A low grey sky, heavy above and pale where it meets the land."""
    tones = [
        mix(tone, "#66707c", share)
        for tone, share in zip(canvas.light.sky, (0.75, 0.6, 0.45, 0.25), strict=True)
    ]
    with canvas.glowing():
        canvas.gradient(box(0, 0, canvas.width, horizon + 30), *tones)
        for index in range(14):
            x, y = canvas.x(-0.1, 1.1), horizon * canvas.dice.uniform(-0.05, 0.45)
            half, deep = canvas.dice.uniform(180, 420), canvas.dice.uniform(26, 60)
            shape = [
                (x - half, y),
                (x - half * 0.4, y - deep),
                (x + half * 0.3, y - deep * 0.8),
                (x + half, y),
            ]
            shape += [
                (x + half * 0.2, y + deep * 0.5),
                (x - half * 0.5, y + deep * 0.4),
            ]
            canvas.polygon(
                smooth(shape, closed=True), mix(tones[0], tones[2], index / 14), 0.34
            )


def sky(canvas: Canvas, horizon: float) -> None:
    """The sky down to `horizon` units, with whatever its hour hangs in it."""
    with canvas.glowing():
        canvas.gradient(box(0, 0, canvas.width, horizon + 30), *canvas.light.sky)
        if canvas.light.hour == "night":
            _stars(canvas, horizon)
        _sun(canvas, horizon)
        {"noon": _heaps, "night": _streaks}.get(canvas.light.hour, _streaks)(
            canvas, horizon
        )
    if canvas.light.hour != "night" and canvas.dice.random() < 0.7:
        _birds(canvas, horizon)


def _sun(canvas: Canvas, horizon: float) -> None:
    x = canvas.x(0.58, 0.86)
    y = horizon * (1 - canvas.light.sun_height)
    radius = 26 if canvas.light.hour in ("noon", "night") else 44
    canvas.glow(x, y, radius * 13, canvas.light.sun, 0.75)
    canvas.glow(x, y, radius * 4, canvas.light.sun, 0.6)
    canvas.ellipse(x, y, radius, radius, canvas.light.sun, 0.95)


def _stars(canvas: Canvas, horizon: float) -> None:
    for _ in range(70):
        size = canvas.dice.uniform(0.8, 2.0)
        canvas.ellipse(
            canvas.x(0, 1),
            horizon * canvas.dice.uniform(0, 0.75),
            size,
            size,
            "#fdf6e3",
            0.7,
        )


def _heaps(canvas: Canvas, horizon: float) -> None:
    """Fair-weather clouds: heaps with a flat, fading foot."""
    for _ in range(canvas.dice.randint(2, 4)):
        width = canvas.dice.uniform(190, 420)
        _heap(
            canvas,
            canvas.x(-0.1, 0.95),
            horizon * canvas.dice.uniform(0.02, 0.55),
            width,
        )


def _heap(canvas: Canvas, x: float, y: float, width: float) -> None:
    mask = Image.new("L", (400, 180))
    draw = ImageDraw.Draw(mask)
    for _ in range(11):
        middle = canvas.dice.gauss(200, 75)
        size = max(16, 68 - abs(middle - 200) * 0.34) * canvas.dice.uniform(0.7, 1.1)
        draw.ellipse(
            (middle - size, 148 - size * 1.7, middle + size, 148 + size * 0.3), fill=235
        )
    fade = Image.linear_gradient("L").point(lambda v: 255 - v * 0.95).resize(mask.size)
    canvas.veil(
        ImageChops.multiply(mask, fade), (x, y), (width, width * 0.45), "#ffffff"
    )


def _streaks(canvas: Canvas, horizon: float) -> None:
    """Long thin clouds that catch the low sun."""
    colour = (
        canvas.light.sky[3] if canvas.light.hour != "night" else canvas.light.sky[2]
    )
    for _ in range(canvas.dice.randint(4, 7)):
        width, x = canvas.dice.uniform(180, 560), canvas.x(-0.15, 0.95)
        y = horizon * canvas.dice.uniform(0.1, 0.72)
        thick = width * canvas.dice.uniform(0.02, 0.035)
        for offset, share in ((0, 1.0), (0.16, 0.7), (-0.12, 0.55)):
            half, middle = width * share / 2, x + width / 2 + offset * width
            lift = y - thick * (1 - share) * 3
            upper = [
                (middle - half, lift),
                (middle - half / 3, lift - thick),
                (middle + half / 2, lift - thick * 0.7),
            ]
            lower = [
                (middle + half, lift),
                (middle + half / 4, lift + thick * 0.5),
                (middle - half / 2, lift + thick * 0.4),
            ]
            canvas.polygon(smooth([*upper, *lower], closed=True), colour, 0.34)


def _birds(canvas: Canvas, horizon: float) -> None:
    x, y = canvas.x(0.12, 0.5), horizon * canvas.dice.uniform(0.2, 0.5)
    for _ in range(canvas.dice.randint(3, 6)):
        bx, by = x + canvas.dice.gauss(0, 55), y + canvas.dice.gauss(0, 22)
        span = canvas.dice.uniform(8, 15)
        wings = [
            (bx - span, by - span * 0.35),
            (bx - span * 0.4, by - span * 0.5),
            (bx, by),
        ]
        wings += [(bx + span * 0.4, by - span * 0.5), (bx + span, by - span * 0.3)]
        canvas.line(smooth(wings, steps=4), 2.2, "#4a5568", 0.75)
