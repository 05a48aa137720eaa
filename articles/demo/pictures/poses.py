"""How a body stands, works or sits: angles of its parts, and where they put its joints.

Angles are degrees. A limb's angle is 0 when it hangs and grows towards the side the person
faces; the trunk's lean is 0 upright. Lengths are shares of the standing height.
"""

from dataclasses import dataclass
from math import cos, radians, sin

from articles.demo.pictures.curves import Point

TRUNK, THIGH, SHIN, UPPER_ARM, FOREARM = 0.31, 0.24, 0.24, 0.165, 0.155
Pair = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """`arms` and `legs` hold (upper, lower) for the far one and the near one."""

    view: str = "front"  # front, side or back
    lean: float = 0.0
    nod: float = 0.0  # of the head, beyond the lean
    arms: tuple[Pair, Pair] = ((-9, -3), (9, 3))
    legs: tuple[Pair, Pair] = ((-3, -1), (3, 1))
    thigh: float = 1.0  # less when it points at the viewer or away, as when sitting


@dataclass(frozen=True)
class Joints:
    """Points in canvas units; pairs are (far, near)."""

    pelvis: Point
    neck: Point
    head: Point
    shoulders: tuple[Point, Point]
    elbows: tuple[Point, Point]
    hands: tuple[Point, Point]
    hips: tuple[Point, Point]
    knees: tuple[Point, Point]
    feet: tuple[Point, Point]


STAND = Pose()
STAND_BACK = Pose(view="back")
STAND_SIDE = Pose(view="side", arms=((4, 10), (-4, 8)), legs=((-4, -4), (4, 2)))
TALK = Pose(arms=((-10, -4), (22, 118)))
CLAP = Pose(arms=((-24, 62), (24, -62)))
HOLD = Pose(arms=((-18, 40), (18, -40)))
POINT = Pose(view="side", arms=((4, 12), (100, 112)), legs=((-5, -5), (5, 3)))
GIVE = Pose(view="side", lean=6, arms=((48, 82), (40, 76)), legs=((-8, -8), (6, 4)))
BOW = Pose(
    view="side", lean=22, nod=12, arms=((40, 96), (34, 90)), legs=((-4, -4), (4, 2))
)
WALK = Pose(view="side", lean=3, arms=((26, 42), (-24, -4)), legs=((-24, -34), (24, 8)))
STROLL = Pose(
    view="side", lean=2, arms=((-14, -2), (16, 34)), legs=((16, 6), (-16, -26))
)
REAP = Pose(
    view="side", lean=78, nod=-8, arms=((14, 32), (34, 6)), legs=((-12, -12), (18, -14))
)
PLANT = Pose(
    view="side", lean=86, nod=-4, arms=((8, 2), (-10, 8)), legs=((-10, -8), (14, -10))
)
DIG = Pose(
    view="side", lean=32, nod=6, arms=((58, 44), (20, 58)), legs=((-26, -22), (30, 2))
)
POUR = Pose(
    view="side", lean=28, nod=8, arms=((34, 58), (22, 50)), legs=((-14, -12), (16, 0))
)
CARRY = Pose(
    view="side", lean=6, arms=((60, 112), (-14, 2)), legs=((-22, -30), (22, 8))
)
LIFT = Pose(
    view="side", lean=14, arms=((48, 100), (42, 96)), legs=((-14, -22), (24, 4))
)
REACH = Pose(
    view="side",
    lean=-4,
    nod=-14,
    arms=((142, 160), (128, 150)),
    legs=((-5, -5), (5, 3)),
)
SQUAT = Pose(
    view="side", lean=26, arms=((48, 74), (40, 66)), legs=((112, -34), (102, -40))
)
SIT = Pose(view="side", lean=2, arms=((18, 72), (24, 78)), legs=((86, 4), (90, -2)))
SIT_READ = Pose(
    view="side", lean=10, nod=16, arms=((30, 92), (26, 86)), legs=((86, 2), (90, -4))
)
SIT_FRONT = Pose(arms=((-16, 34), (16, -34)), legs=((-9, -2), (9, 2)), thigh=0.22)
SIT_BACK = Pose(
    view="back", arms=((-16, 24), (16, -24)), legs=((-9, -2), (9, 2)), thigh=0.22
)
RAISE_HAND = Pose(
    view="back", arms=((-16, 24), (160, 176)), legs=((-9, -2), (9, 2)), thigh=0.22
)
RIDE = Pose(
    view="side", lean=16, nod=-10, arms=((52, 74), (50, 72)), legs=((62, -6), (86, 12))
)
ROW = Pose(view="side", lean=18, arms=((70, 84), (52, 70)), legs=((-16, -14), (20, 4)))
RUN = Pose(
    view="side", lean=16, arms=((52, 128), (-48, 30)), legs=((-30, -88), (54, 2))
)
DASH = Pose(
    view="side", lean=20, arms=((-52, 22), (46, 126)), legs=((62, 14), (-34, -74))
)
KICK = Pose(
    view="side", lean=-12, arms=((58, 80), (-52, -30)), legs=((-8, -10), (56, 44))
)
JUMP = Pose(
    view="side", lean=4, arms=((70, 96), (158, 176)), legs=((-18, -64), (12, -40))
)
DIG_BALL = Pose(
    view="side", lean=26, arms=((56, 62), (52, 60)), legs=((-20, -44), (46, -12))
)
BLOCK = Pose(arms=((-168, -178), (168, 178)), legs=((-8, -24), (8, 16)))
SMASH = Pose(
    view="back", lean=-4, arms=((-120, -150), (172, 186)), legs=((-14, -40), (10, 26))
)
READY = Pose(arms=((-34, 30), (34, -30)), legs=((-15, 4), (15, -4)))
READY_BACK = Pose(view="back", arms=((-34, 20), (34, -20)), legs=((-15, 4), (15, -4)))
CHEER = Pose(arms=((-140, -160), (140, 160)), legs=((-7, -3), (7, 3)))
DRUM = Pose(
    view="side", lean=8, arms=((76, 112), (108, 140)), legs=((-14, -12), (14, 6))
)
DANCE = Pose(arms=((-96, -130), (70, 118)), legs=((-6, -2), (10, 2)))


def _step(start: Point, angle: float, length: float, facing: int) -> Point:
    return (
        start[0] + facing * length * sin(radians(angle)),
        start[1] + length * cos(radians(angle)),
    )


def joints(
    pose: Pose, x: float, ground: float, height: float, facing: int = 1
) -> Joints:
    """The joints of a person of this height whose lowest foot touches the ground at x."""
    half_hip, half_shoulder = (0.012, 0.025) if pose.view == "side" else (0.05, 0.1)
    bones = (THIGH * pose.thigh, SHIN)
    hips = [(sign * half_hip * height * facing, 0.0) for sign in (-1, 1)]
    legs = [
        _chain(hip, angles, bones, height, facing)
        for hip, angles in zip(hips, pose.legs, strict=True)
    ]
    drop = ground - max(leg[2][1] for leg in legs) - 0.015 * height
    legs = [[(x + px, drop + py) for px, py in leg] for leg in legs]
    pelvis, upright = (x, drop), 180 - pose.lean
    neck = _step(pelvis, upright, TRUNK * height, facing)
    head = _step(neck, upright - pose.nod, 0.105 * height, facing)
    base = _step(pelvis, upright, (TRUNK - 0.025) * height, facing)
    shoulders = [
        _step(base, 90 - pose.lean, sign * half_shoulder * height, facing)
        for sign in (-1, 1)
    ]
    bones = (UPPER_ARM, FOREARM)
    arms = [
        _chain(start, angles, bones, height, facing)
        for start, angles in zip(shoulders, pose.arms, strict=True)
    ]
    parts = [
        tuple(pair) for pair in (*zip(*arms, strict=True), *zip(*legs, strict=True))
    ]
    return Joints(pelvis, neck, head, *parts)


def _chain(
    start: Point, angles: Pair, lengths: Pair, height: float, facing: int
) -> list[Point]:
    middle = _step(start, angles[0], lengths[0] * height, facing)
    return [start, middle, _step(middle, angles[1], lengths[1] * height, facing)]
