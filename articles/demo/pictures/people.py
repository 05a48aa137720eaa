"""Faceless people: limbs, trunk, clothes. A person is drawn from the far side to the near."""

from math import hypot

from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.colour import Colour, darker, lighter
from articles.demo.pictures.curves import Point, smooth
from articles.demo.pictures.heads import draw_hair_behind, draw_head
from articles.demo.pictures.outfits import Outfit
from articles.demo.pictures.poses import STAND, Joints, Pose, joints

FRONT = (
    (-0.03, 0.34),
    (-0.088, 0.318),
    (-0.108, 0.28),
    (-0.09, 0.16),
    (-0.086, 0.05),
    (-0.092, -0.04),
)
SIDE_BACK = ((-0.02, 0.34), (-0.07, 0.28), (-0.066, 0.14), (-0.07, -0.04))
SIDE_FRONT = ((0.066, -0.04), (0.062, 0.1), (0.068, 0.24), (0.03, 0.335))


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
    outfit = outfit or Outfit()
    spots = joints(pose, x, ground, height, facing)
    _arm(canvas, spots, 0, height, outfit, darker(outfit.top, 0.14))
    for index in (0, 1):
        _leg(canvas, spots, index, height, outfit, pose, facing)
    draw_hair_behind(canvas, spots, height, outfit, pose, facing)
    _trunk(canvas, spots, height, outfit, pose, facing)
    draw_head(canvas, spots, height, outfit, pose, facing)
    _arm(canvas, spots, 1, height, outfit, darker(outfit.top, 0.06))
    return spots


def _leg(
    canvas: Canvas,
    spots: Joints,
    index: int,
    height: float,
    outfit: Outfit,
    pose: Pose,
    facing: int,
) -> None:
    loose = outfit.cut in ("tunic", "blouse")
    thick, thin = (0.1, 0.078) if loose else (0.09, 0.056)
    cloth = outfit.bottom if index else darker(outfit.bottom, 0.12)
    hip, knee, foot = spots.hips[index], spots.knees[index], spots.feet[index]
    toe = 0.055 if pose.view == "side" else 0.02
    out = facing if pose.view == "side" else (1 if index else -1) * facing
    canvas.limb(
        (foot[0], foot[1] - 0.004 * height),
        (foot[0] + out * toe * height, foot[1] + 0.004 * height),
        0.04 * height,
        0.032 * height,
        outfit.shoes,
    )
    if outfit.cut == "skirt":
        canvas.limb(hip, knee, 0.07 * height, 0.055 * height, outfit.skin)
        canvas.limb(knee, foot, 0.055 * height, 0.042 * height, outfit.skin)
        return
    if outfit.shorts:
        canvas.limb(knee, foot, 0.056 * height, 0.042 * height, outfit.skin)
        foot = (
            knee[0] + (foot[0] - knee[0]) * 0.35,
            knee[1] + (foot[1] - knee[1]) * 0.35,
        )
        thin = 0.07
    canvas.limb(knee, foot, thick * 0.82 * height, thin * height, cloth)
    canvas.limb(hip, knee, thick * height, thick * 0.82 * height, cloth)


def _arm(
    canvas: Canvas,
    spots: Joints,
    index: int,
    height: float,
    outfit: Outfit,
    cloth: Colour,
) -> None:
    shoulder, elbow, hand = (
        spots.shoulders[index],
        spots.elbows[index],
        spots.hands[index],
    )
    canvas.ellipse(*hand, 0.024 * height, 0.024 * height, outfit.skin)
    fore = cloth if outfit.sleeves else outfit.skin
    canvas.limb(
        elbow, hand, (0.05 if outfit.sleeves else 0.044) * height, 0.04 * height, fore
    )
    canvas.limb(shoulder, elbow, 0.062 * height, 0.05 * height, cloth)
    canvas.ellipse(*hand, 0.021 * height, 0.021 * height, outfit.skin)


def _frame(spots: Joints, facing: int):
    """From shares across and along the trunk to canvas points; across grows forwards."""
    (px, py), (nx, ny) = spots.pelvis, spots.neck
    length = hypot(nx - px, ny - py) or 1.0
    ux, uy = (nx - px) / length, (ny - py) / length

    def at(across: float, along: float, height: float) -> Point:
        forward = across * height * facing
        return (
            px + ux * along * height - uy * forward,
            py + uy * along * height + ux * forward,
        )

    return at


def _trunk(
    canvas: Canvas,
    spots: Joints,
    height: float,
    outfit: Outfit,
    pose: Pose,
    facing: int,
) -> None:
    at = _frame(spots, facing)
    side = pose.view == "side"
    if side:
        outline = [*SIDE_BACK, *SIDE_FRONT]
    else:
        outline = [*FRONT, *((-u, v) for u, v in reversed(FRONT))]
    _hem(canvas, spots, height, outfit, side, facing, behind=True)
    canvas.limb(
        at(0, 0.3, height),
        spots.head,
        0.06 * height,
        0.055 * height,
        darker(outfit.skin, 0.12),
    )
    shape = smooth([at(u, v, height) for u, v in outline], closed=True, steps=5)
    canvas.polygon(shape, outfit.top)
    shaded = (
        [(u if u < 0 else u * 0.1 - 0.02, v) for u, v in outline]
        if side
        else [(u if u > 0.02 else 0.045, v) for u, v in outline]
    )
    canvas.polygon(
        smooth([at(u, v, height) for u, v in shaded], closed=True, steps=5),
        darker(outfit.top, 0.5),
        0.2,
    )
    _hem(canvas, spots, height, outfit, side, facing, behind=False)
    _details(canvas, at, height, outfit, pose)


def _hem(
    canvas: Canvas,
    spots: Joints,
    height: float,
    outfit: Outfit,
    side: bool,
    facing: int,
    *,
    behind: bool,
) -> None:
    """The part of a dress, coat or blouse that hangs below the waist."""
    drop, flare = {
        "tunic": (0.38, 0.0),
        "coat": (0.2, 0.02),
        "skirt": (0.18, 0.07),
        "blouse": (0.07, 0.01),
    }.get(outfit.cut, (0, 0))
    if not drop or (behind and outfit.cut != "tunic"):
        return
    x, y = spots.pelvis
    half = (0.07 if side else 0.092) * height
    cloth = outfit.bottom if outfit.cut == "skirt" else outfit.top
    cloth = darker(cloth, 0.16) if behind else cloth
    foot, low, sway = half + flare * height, y + drop * height, 0.0
    if outfit.cut == "tunic":
        foot, sway = (
            (half * 0.72, _sway(spots, facing, behind)) if side else (half * 0.98, 0.0)
        )
    shape = [
        (x - half, y - 0.04 * height),
        (x + half, y - 0.04 * height),
        (x + foot + sway, low),
    ]
    canvas.polygon(
        [*shape, (x + sway, low + 0.012 * height), (x - foot + sway, low)], cloth
    )
    if not behind and not side and outfit.cut != "blouse":
        canvas.polygon(
            [
                (x + half * 0.35, y),
                (x + half, y),
                (x + foot, low),
                (x + foot * 0.4, low + 0.01 * height),
            ],
            darker(cloth, 0.5),
            0.2,
        )


def _sway(spots: Joints, facing: int, behind: bool) -> float:
    """How far a panel of a long dress swings: the back one with the trailing foot."""
    ahead = (
        max(spots.feet[0][0] * facing, spots.feet[1][0] * facing) * facing
        - spots.pelvis[0]
    )
    trail = (
        min(spots.feet[0][0] * facing, spots.feet[1][0] * facing) * facing
        - spots.pelvis[0]
    )
    return 0.55 * (trail if behind else ahead)


def _details(canvas: Canvas, at, height: float, outfit: Outfit, pose: Pose) -> None:
    front = pose.view == "front"
    if outfit.cut == "coat" and front:
        canvas.polygon(
            [at(-0.03, 0.335, height), at(0.03, 0.335, height), at(0, 0.22, height)],
            outfit.bottom,
        )
        canvas.line(
            [at(0, 0.22, height), at(0, -0.2, height)],
            0.008 * height,
            darker(outfit.top, 0.25),
        )
    if outfit.cut == "shirt" and front:
        canvas.polygon(
            [at(-0.032, 0.34, height), at(0.032, 0.34, height), at(0, 0.29, height)],
            lighter(outfit.top, 0.45),
        )
    if outfit.scarf:
        knot = at(0.03 if pose.view == "side" else 0, 0.3, height)
        canvas.limb(
            at(-0.03, 0.335, height), knot, 0.03 * height, 0.03 * height, outfit.scarf
        )
        canvas.limb(
            at(0.035, 0.335, height), knot, 0.03 * height, 0.03 * height, outfit.scarf
        )
        if front and outfit.child:
            canvas.limb(
                knot,
                (knot[0] + 0.012 * height, knot[1] + 0.07 * height),
                0.02 * height,
                0.03 * height,
                outfit.scarf,
            )
