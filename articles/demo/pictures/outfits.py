"""What people wear, by what they do."""

from dataclasses import dataclass, replace
from random import Random

SKINS = ("#e3b08a", "#d69f78", "#c98f68", "#eabd98")
HAIRS = ("#2b2530", "#33292c", "#27242e")
SILK = (
    "#d9606b",
    "#e2934f",
    "#5a8fb5",
    "#7a9e6a",
    "#a9729f",
    "#e0b04c",
    "#4fa3a0",
    "#f1e9e0",
)
SHIRTS = (
    "#5f93b5",
    "#e9dfce",
    "#d98a5f",
    "#7fa387",
    "#b86b6b",
    "#8d82ad",
    "#e3bd5d",
    "#dfe6e8",
    "#4f7f86",
)
DARKS = ("#3b4256", "#4a4450", "#2f3b4c", "#5a4d49", "#3a4a4a")
EARTH = ("#8c5b4c", "#6d5a7d", "#4f6f7d", "#7c7250", "#a0605a", "#5a7a63", "#4a5a86")


@dataclass(frozen=True)
class Outfit:
    """`cut` is shirt, blouse, tunic (áo dài), coat or skirt; `hat` is none, cone, cap or turban."""

    cut: str = "shirt"
    top: str = "#5f93b5"
    bottom: str = "#3b4256"
    skin: str = SKINS[0]
    hair: str = HAIRS[0]
    style: str = "short"  # short, long, bun, tail or grey
    hat: str = "none"
    hat_colour: str = "#ead6a4"
    scarf: str | None = None
    sleeves: bool = True
    shorts: bool = False  # bare from the knee: children, players, farmers in the mud
    shoes: str = "#3a3238"
    child: bool = False


def _body(dice: Random, **fields) -> Outfit:
    woman = dice.random() < 0.5
    style = dice.choice(("long", "bun", "tail")) if woman else "short"
    return replace(
        Outfit(
            skin=dice.choice(SKINS),
            hair=dice.choice(HAIRS),
            style=style,
            bottom=dice.choice(DARKS),
        ),
        **fields,
    )


def farmer(dice: Random) -> Outfit:
    scarf = dice.choice((None, "#d9d2c0", "#c96f5c"))
    return _body(
        dice,
        cut="blouse",
        top=dice.choice(EARTH),
        hat="cone",
        scarf=scarf,
        shorts=True,
        shoes="#b98560",
    )


def citizen(dice: Random) -> Outfit:
    return _body(dice, top=dice.choice(SHIRTS), sleeves=dice.random() < 0.5)


def passer_by(dice: Random) -> Outfit:
    """A citizen out of doors: some wear the conical hat."""
    return replace(citizen(dice), hat="cone" if dice.random() < 0.18 else "none")


def elder(dice: Random) -> Outfit:
    return _body(
        dice,
        cut="blouse",
        top=dice.choice(EARTH),
        hair="#c9c5c3",
        style=dice.choice(("short", "bun")),
    )


def officer(dice: Random) -> Outfit:
    """Office dress: a light shirt and dark trousers."""
    return _body(
        dice, top=dice.choice(("#f1efe8", "#dbe7ee", "#cfe0ea", "#f1efe8", "#e8e2d2"))
    )


def pupil(dice: Random) -> Outfit:
    girl = dice.random() < 0.5
    return _body(
        dice,
        cut="skirt" if girl else "shirt",
        top="#f7f5ef",
        bottom="#36507c",
        sleeves=False,
        shorts=True,
        child=True,
        style=dice.choice(("tail", "long")) if girl else "short",
        scarf=dice.choice((None, "#d9483b", "#d9483b")),
    )


def long_dress(dice: Random, colour: str | None = None) -> Outfit:
    """A woman in áo dài with white trousers."""
    style = dice.choice(("long", "bun", "tail"))
    return _body(
        dice,
        cut="tunic",
        top=colour or dice.choice(SILK),
        bottom="#f4efe6",
        style=style,
    )


def elder_dress(dice: Random) -> Outfit:
    """A man in the dark festival áo dài with a turban."""
    top = dice.choice(("#3d4f7d", "#7d3b3f", "#5a3f6b", "#2f5a5a"))
    return _body(
        dice,
        cut="tunic",
        top=top,
        bottom="#f4efe6",
        style="short",
        hat="turban",
        hat_colour=top,
    )


def medic(dice: Random) -> Outfit:
    return _body(
        dice, cut="coat", top="#f8f7f2", bottom=dice.choice(("#5a86a0", "#6f9a94"))
    )


def nurse(dice: Random) -> Outfit:
    top = dice.choice(("#8fbfc4", "#9cc7b2", "#a9c3df"))
    return _body(
        dice, cut="blouse", top=top, bottom=top, style=dice.choice(("bun", "tail"))
    )


def player(dice: Random, shirt: str) -> Outfit:
    return _body(
        dice,
        top=shirt,
        bottom="#f1efe8",
        style="short",
        sleeves=False,
        shorts=True,
        shoes="#2f3b4c",
    )


def rescuer(dice: Random) -> Outfit:
    """A raincoat and a helmet for work on the dyke."""
    coat = dice.choice(("#e8a63c", "#e07b39", "#e8a63c", "#5b7f5a"))
    return _body(
        dice,
        cut="blouse",
        top=coat,
        bottom="#4a5548",
        hat="cap",
        hat_colour="#f0e3c0",
        shoes="#3d4a3f",
        style="short",
    )


def volunteer(dice: Random) -> Outfit:
    hat = dice.choice(("cone", "cap", "cap", "none"))
    colour = "#ead6a4" if hat == "cone" else "#e8ecec"
    return _body(
        dice,
        top=dice.choice(("#4d86b8", "#4d86b8", "#5fa08a", "#e3bd5d")),
        hat=hat,
        hat_colour=colour,
    )
