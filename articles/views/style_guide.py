"""What the design is made of, on one page, for whoever works on it."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

TOKENS = "articles/site/tokens.css"
SCHEMES = {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}
# A colour and the ground it is seen on: --mark is the ground of what is being read aloud.
PAIRS = [
    ("ink", "paper"),
    ("ink", "tint"),
    ("muted", "paper"),
    ("muted", "tint"),
    ("link", "paper"),
    ("link", "tint"),
    ("visited", "paper"),
    ("brick", "paper"),
    ("brick", "tint"),
    ("on-river", "river"),
    ("sun", "river"),
    ("on-mark", "mark"),
    ("edge", "paper"),
    ("focus", "paper"),
]
DECLARATION = re.compile(r"--([\w-]+):\s*([^;]+);")


@dataclass(frozen=True)
class Pair:
    """Two colours of a scheme; `ratio` as WCAG 2 measures contrast, from 1 to 21."""

    colour: str
    ground: str
    value: str
    ratio: float


@require_safe
def style_guide(request):
    """Only where the site is being worked on (NEWSROOM_DEBUG): nothing here is for readers."""
    if not settings.DEBUG:
        raise Http404
    declared = tokens()
    context = {
        "sizes": _named(declared["root"], ("text", "title")),
        "spaces": _named(declared["root"], ("space",)),
        "schemes": [
            {"code": code, "name": name, "pairs": pairs(declared[code])}
            for code, name in SCHEMES.items()
        ],
    }
    return render(request, "style_guide.html", context)


def tokens() -> dict[str, dict[str, str]]:
    """Name and value of every token: what never changes under "root", then by scheme."""
    text = Path(finders.find(TOKENS)).read_text(encoding="utf-8")
    found = {"root": declarations(text, ":root {")}
    return found | {
        code: declarations(text, f'[data-theme="{code}"] {{') for code in SCHEMES
    }


def declarations(text: str, start: str) -> dict[str, str]:
    """The custom properties of the first block that begins so."""
    return dict(DECLARATION.findall(text.partition(start)[2].partition("\n}")[0]))


def pairs(colours: dict[str, str]) -> list[Pair]:
    """Every colour on the grounds it is used on."""
    return [
        Pair(colour, ground, colours[colour], ratio(colours[colour], colours[ground]))
        for colour, ground in PAIRS
    ]


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, rounded down: 6.99 is not 7.

    >>> ratio("#000", "#fff"), ratio("#777777", "#fff")
    (21.0, 4.4)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return int((lighter + 0.05) / (darker + 0.05) * 10) / 10


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _named(declared: dict[str, str], beginnings: tuple[str, ...]) -> dict[str, str]:
    return {
        name: value
        for name, value in declared.items()
        if name.split("-")[0] in beginnings
    }
