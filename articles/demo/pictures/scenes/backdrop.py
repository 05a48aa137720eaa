"""What lies behind an outdoor scene: sky, hills, a far village."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.greenery import tree_line
from articles.demo.pictures.houses import farmhouse
from articles.demo.pictures.landscape import hills, mist
from articles.demo.pictures.sky import sky


def open_country(
    canvas: Canvas, horizon: float, *, ranges: int | None = None, height: float = 190
) -> None:
    """Sky and hills down to the horizon."""
    sky(canvas, horizon)
    hills(
        canvas,
        horizon,
        count=ranges or canvas.dice.randint(2, 3),
        height=height * canvas.dice.uniform(0.8, 1.25),
    )


def far_village(
    canvas: Canvas, horizon: float, *, height: float = 46, houses: int | None = None
) -> None:
    """Roofs among trees along the horizon."""
    tree_line(canvas, horizon + 6, height, haze=0.42, palms=canvas.dice.randint(4, 8))
    with canvas.depth(0.3):
        for _ in range(canvas.dice.randint(1, 3) if houses is None else houses):
            farmhouse(
                canvas,
                canvas.x(0.05, 0.95),
                horizon + 10,
                height * canvas.dice.uniform(1.6, 2.3),
            )
    mist(canvas, horizon + 8, 34, 0.35)
