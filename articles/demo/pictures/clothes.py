"""What hangs from the waist and what is worn at the neck."""

from articles.demo.pictures.colour import Colour, darker, lighter
from articles.demo.pictures.curves import Place, between
from articles.demo.pictures.figure import Figure

# By cut: how far the hem falls below the hip and how much wider it is there.
HEMS = {
    "tunic": (0.38, 0.0),
    "coat": (0.2, 0.02),
    "skirt": (0.18, 0.07),
    "blouse": (0.07, 0.01),
}
LAPS = {"tunic": 0.95, "coat": 0.8, "skirt": 0.95, "blouse": 0.2}


def hem(figure: Figure, *, behind: bool) -> None:
    """The part of a dress, coat or blouse that hangs below the waist; only áo dài has a back panel."""
    outfit, spots = figure.outfit, figure.spots
    if outfit.cut not in HEMS or (behind and outfit.cut != "tunic"):
        return
    cloth = outfit.bottom if outfit.cut == "skirt" else outfit.top
    if spots.knees[1][1] - spots.pelvis[1] >= 0.12 * figure.height:
        _hanging(figure, darker(cloth, 0.16) if behind else cloth, behind=behind)
    elif figure.side and not behind:
        _lap(figure, cloth)


def _hanging(figure: Figure, cloth: str | Colour, *, behind: bool) -> None:
    drop, flare = HEMS[figure.outfit.cut]
    half = 0.07 if figure.side else 0.092
    foot, sway = half + flare, 0.0
    if figure.outfit.cut == "tunic":
        foot = half * (0.72 if figure.side else 0.98)
        sway = _sway(figure, behind=behind) if figure.side else 0.0
    hips = Place(*figure.spots.pelvis, figure.height)
    corners = [hips.at(-half, 0.04), hips.at(half, 0.04), hips.at(sway + foot, -drop)]
    corners += [hips.at(sway, -drop - 0.012), hips.at(sway - foot, -drop)]
    figure.canvas.polygon(corners, cloth)
    if not behind and not figure.side and figure.outfit.cut != "blouse":
        shaded = [hips.at(half * 0.35, 0), hips.at(half, 0), hips.at(foot, -drop)]
        shaded.append(hips.at(foot * 0.4, -drop - 0.01))
        figure.canvas.polygon(shaded, darker(cloth, 0.5), 0.2)


def _sway(figure: Figure, *, behind: bool) -> float:
    """How far a panel of a long dress swings, as a share of the height: it follows a foot."""
    x = figure.spots.pelvis[0]
    steps = sorted((foot[0] - x) * figure.facing for foot in figure.spots.feet)
    return 0.55 * (steps[0] if behind else steps[1]) * figure.facing / figure.height


def _lap(figure: Figure, cloth: str | Colour) -> None:
    """The hem of someone who sits or squats: it lies over the thighs."""
    spots, share = figure.spots, LAPS[figure.outfit.cut]
    for index, tone in enumerate((darker(cloth, 0.14), cloth)):
        hip = spots.hips[index]
        figure.limb(hip, between(hip, spots.knees[index], share), 0.115, 0.1, tone)
    if figure.outfit.cut == "tunic":
        knee = Place(*spots.knees[1], figure.height)
        figure.canvas.polygon(knee.path("-.04,0 .05,0 .045,-.13 -.035,-.13"), cloth)


def details(figure: Figure) -> None:
    canvas, outfit, at = figure.canvas, figure.outfit, figure.at
    front = figure.pose.view == "front"
    if outfit.cut == "coat" and front:
        canvas.polygon([at(-0.03, 0.335), at(0.03, 0.335), at(0, 0.22)], outfit.bottom)
        seam = [at(0, 0.22), at(0, -0.2)]
        canvas.line(seam, 0.008 * figure.height, darker(outfit.top, 0.25))
    if outfit.cut == "shirt" and front:
        collar = [at(-0.032, 0.34), at(0.032, 0.34), at(0, 0.29)]
        canvas.polygon(collar, lighter(outfit.top, 0.45))
    if outfit.scarf:
        knot = at(0.03 if figure.side else 0, 0.3)
        figure.limb(at(-0.03, 0.335), knot, 0.03, 0.03, outfit.scarf)
        figure.limb(at(0.035, 0.335), knot, 0.03, 0.03, outfit.scarf)
        if front and outfit.child:
            end = (knot[0] + 0.012 * figure.height, knot[1] + 0.07 * figure.height)
            figure.limb(knot, end, 0.02, 0.03, outfit.scarf)
