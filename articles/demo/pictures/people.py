"""Faceless people: limbs and trunk. A person is drawn from the far side to the near."""

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.clothes import details, hem
from articles.demo.pictures.colour import darker
from articles.demo.pictures.curves import Point, between, smooth
from articles.demo.pictures.figure import Figure
from articles.demo.pictures.heads import draw_hair_behind, draw_head
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.poses import STAND, Joints, Pose, joints

# Outlines of the trunk in its own frame, as shares of the person's height.
HALF = (
    (-0.03, 0.34),
    (-0.088, 0.318),
    (-0.108, 0.28),
    (-0.09, 0.16),
    (-0.086, 0.05),
    (-0.092, -0.04),
)
FRONT = (*HALF, *((-across, along) for across, along in reversed(HALF)))
BACK_LINE = ((-0.02, 0.34), (-0.07, 0.28), (-0.066, 0.14), (-0.07, -0.04))
SIDE = (*BACK_LINE, (0.066, -0.04), (0.062, 0.1), (0.068, 0.24), (0.03, 0.335))


def person(
    canvas: Canvas,
    x: float,
    ground: float,
    height: float,
    pose: Pose = STAND,
    outfit: Outfit | None = None,
    *,
    facing: int = 1,
) -> Joints:
    """Draw one person; the joints returned are where tools and burdens go."""
    spots = joints(pose, x, ground, height, facing)
    figure = Figure(canvas, spots, height, outfit or Outfit(), pose, facing)
    _arm(figure, 0, 0.22 if figure.side else 0.13)
    _leg(figure, 0)
    _leg(figure, 1)
    draw_hair_behind(figure)
    _trunk(figure)
    draw_head(figure)
    _arm(figure, 1, 0.15 if figure.side else 0.07)
    return spots


def _arm(figure: Figure, index: int, shade: float) -> None:
    spots, outfit, cloth = figure.spots, figure.outfit, darker(figure.outfit.top, shade)
    shoulder, elbow, hand = (
        spots.shoulders[index],
        spots.elbows[index],
        spots.hands[index],
    )
    if outfit.sleeves:
        figure.limb(elbow, hand, 0.05, 0.04, cloth)
    else:
        figure.limb(elbow, hand, 0.044, 0.04, outfit.skin)
    figure.limb(shoulder, elbow, 0.062, 0.05, cloth)
    size = 0.022 * figure.height
    figure.canvas.ellipse(*hand, size, size, outfit.skin)


def _leg(figure: Figure, index: int) -> None:
    spots, outfit = figure.spots, figure.outfit
    hip, knee, foot = spots.hips[index], spots.knees[index], spots.feet[index]
    _shoe(figure, foot, index)
    if outfit.cut == "skirt":
        figure.limb(hip, knee, 0.07, 0.055, outfit.skin)
    if outfit.cut == "skirt" or outfit.shorts:
        figure.limb(knee, foot, 0.056, 0.042, outfit.skin)
    if outfit.cut == "skirt":
        return
    thick, thin = (0.1, 0.078) if outfit.cut in ("tunic", "blouse") else (0.09, 0.056)
    if outfit.shorts:
        foot, thin = between(knee, foot, 0.4 if outfit.cut == "blouse" else 0.14), 0.07
    cloth = outfit.bottom if index else darker(outfit.bottom, 0.12)
    figure.limb(knee, foot, thick * 0.82, thin, cloth)
    figure.limb(hip, knee, thick, thick * 0.82, cloth)


def _shoe(figure: Figure, foot: Point, index: int) -> None:
    out = 0.055 if figure.side else (0.02 if index else -0.02)
    lift = 0.004 * figure.height
    toe = (foot[0] + out * figure.facing * figure.height, foot[1] + lift)
    figure.limb((foot[0], foot[1] - lift), toe, 0.04, 0.032, figure.outfit.shoes)


def _trunk(figure: Figure) -> None:
    canvas, outfit = figure.canvas, figure.outfit
    outline = SIDE if figure.side else FRONT
    hem(figure, behind=True)
    figure.limb(
        figure.at(0, 0.3), figure.spots.head, 0.06, 0.055, darker(outfit.skin, 0.12)
    )
    shape = [figure.at(*point) for point in outline]
    canvas.polygon(smooth(shape, closed=True, steps=5), outfit.top)
    if figure.side:
        shaded = [figure.at(u if u < 0 else u * 0.1 - 0.02, v) for u, v in outline]
    else:
        shaded = [figure.at(u if u > 0.02 else 0.045, v) for u, v in outline]
    canvas.polygon(smooth(shaded, closed=True, steps=5), darker(outfit.top, 0.5), 0.2)
    hem(figure, behind=False)
    details(figure)
