"""What lies and stands on desks and shelves. y is the board it rests on."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import darker, lighter
from articles.demo.pictures.curves import Place, box, rounded_box

SPINES = (
    "#c9573e",
    "#e0a545",
    "#4f8277",
    "#4d6f9a",
    "#8d5f84",
    "#e6dcc6",
    "#7a9e6a",
    "#a8483f",
    "#365a6b",
)
PETALS = ("#e4572e", "#f2a541", "#f6e0e4", "#e86a92")


def bookcase(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    shelves: int,
    colour: str = "#a9744a",
) -> None:
    """Shelves full of spines, here and there one leaning or a gap."""
    left, top, tall = x - width / 2, y - height, height / shelves
    canvas.box(left - 8, top - 8, width + 16, height + 8, colour)
    canvas.gradient(
        box(left, top, width, height), darker(colour, 0.42), darker(colour, 0.5)
    )
    for shelf in range(1, shelves + 1):
        board = top + tall * (shelf - 0.09)
        _row_of_books(canvas, (left + 4, left + width - 4), board, tall * 0.8)
        canvas.box(left, board, width, tall * 0.09, lighter(colour, 0.05))


def _row_of_books(
    canvas: Canvas, span: tuple[float, float], board: float, tall: float
) -> None:
    dice, (x, right) = canvas.dice, span
    while x < right - tall * 0.26:
        wide, rise = tall * dice.uniform(0.12, 0.24), tall * dice.uniform(0.72, 1.0)
        tone, chance = dice.choice(SPINES), dice.random()
        if chance < 0.07:
            lean = Place(x, board, 1, rise=rise)
            tilt = rise * 0.2
            feet = [lean.at(0, 0), lean.at(wide, 0)]
            canvas.polygon(
                [*feet, lean.at(wide + tilt, 0.95), lean.at(tilt, 0.97)], tone
            )
            x += wide + rise * 0.22
        elif chance < 0.13:
            x += tall * 0.3
        else:
            canvas.box(x, board - rise, wide - 1, rise, tone)
            canvas.box(x, board - rise * 0.8, wide - 1, rise * 0.08, lighter(tone, 0.4))
            x += wide


def monitor(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A computer screen from behind."""
    tall, metal = width * 0.62, "#6a6a74"
    canvas.box(x - width * 0.06, y - width * 0.2, width * 0.12, width * 0.2, metal)
    foot = ((x - width * 0.22, y), (x + width * 0.22, y))
    canvas.limb(*foot, width * 0.05, width * 0.05, metal)
    back = rounded_box(
        x - width / 2, y - width * 0.16 - tall, width, tall, width * 0.04
    )
    canvas.polygon(back, "#3f424d")


def open_book(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A book lying open, seen slightly from above; its lines are only lines."""
    for side, paper in ((-1, "#eee7d4"), (1, "#fbf7ea")):
        page = Place(x, y, width, facing=side)
        canvas.polygon(page.path("0,0 .5,.05 .46,.24 0,.18"), paper)
        for row in (".06,.07 .4,.105", ".06,.11 .4,.145", ".06,.15 .4,.185"):
            canvas.line(page.path(row), max(1.0, width * 0.012), "#b9b2a2", 0.7)


def book_stack(canvas: Canvas, x: float, y: float) -> None:
    for index, tone in enumerate(("#c9573e", "#4d6f9a", "#e0a545", "#4f8277")):
        left, top = x - 32 + canvas.dice.uniform(-6, 6), y - 13 * (index + 1)
        canvas.box(left, top, 64, 12, tone)
        canvas.box(left, top + 3, 64, 4, lighter(tone, 0.4))


def papers(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Two sheets, one askew over the other."""
    pile = Place(x, y, width)
    canvas.polygon(pile.path("-.5,.03 .4,-.03 .5,.2 -.38,.23"), "#e6e0d0")
    canvas.polygon(pile.path("-.5,-.02 .4,.02 .5,.2 -.38,.18"), "#fbf7ea")


def vase(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A bowl of flowers."""
    dice, bowl = canvas.dice, Place(x, y, size)
    for count, spread, low, wide, tones in (
        (16, 0.36, 0.3, 0.14, ("#4f9657",)),
        (13, 0.32, 0.4, 0.105, PETALS),
    ):
        for _ in range(count):
            across = dice.gauss(0, spread)
            place = bowl.at(across, dice.uniform(low, low + 0.57) - abs(across) * 0.3)
            canvas.ellipse(*place, size * wide, size * wide * 0.85, dice.choice(tones))
    canvas.polygon(bowl.path("-.3,.36 .3,.36 .16,0 -.16,0"), "#dfe6e8")
