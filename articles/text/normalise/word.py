"""What Word writes in its own way: list items, headings and review notes."""

import re
from dataclasses import dataclass
from itertools import islice

from articles.text.normalise.parsing import Node
from articles.text.normalise.runs import spaced
from articles.text.normalise.styling import classes, declarations

_LEVEL = re.compile(r"\blevel(\d)\b")
_HEADING_CLASS = re.compile(r"MsoHeading(\d)")
_NOTE_CLASSES = {"MsoCommentReference", "msocomanchor", "MsoCommentText"}
_BULLET = re.compile(r"([^\w\s]|[ovqØüwn])(?=\s)|[·•§▪\ue000-\uf8ff]")
_ORDINAL = re.compile(r"\(?(\d{1,4}|[a-z]|[A-Z]|[ivxlcdm]+|[IVXLCDM]+)[.)]")
_MARKER_DEPTH = 12  # an item begins with its marker, in a span or two
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list. `marker` is the bullet or number where Word says so."""

    level: int
    marker: str | None


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a list counts: `type` as in HTML's `<ol type>`, `value` the item's number."""

    type: str
    value: int


def heading(node: Node) -> str | None:
    """The heading tag that a paragraph deserves by its outline level or class."""
    level = declarations(node).get("mso-outline-level", "")
    for name in classes(node):
        if name == "MsoTitle":
            return "h2"
        if found := _HEADING_CLASS.fullmatch(name):
            level = found[1]
    if not re.fullmatch("[1-9]", level):
        return None
    return f"h{min(max(int(level), 2), 4)}"


def list_place(node: Node) -> ListPlace | None:
    """The place of a paragraph of the kind `mso-list:l0 level2 lfo1`."""
    level = _LEVEL.search(declarations(node).get("mso-list", ""))
    if not level:
        return None
    for inner in islice(node.descendants(), _MARKER_DEPTH):
        if declarations(inner).get("mso-list") == "ignore":
            return ListPlace(int(level[1]), spaced(inner.text()).strip())
    return ListPlace(int(level[1]), None)


def is_review_note(node: Node) -> bool:
    """A colleague's comment or its anchor: not text of the article, and not for readers."""
    if not _NOTE_CLASSES.isdisjoint(classes(node)):
        return True
    return declarations(node).get("mso-element", "").startswith("comment")


def marker_of(text: str, place: ListPlace) -> str:
    """The bullet or number that the item's text begins with, or ""."""
    if place.marker:
        return place.marker if text.startswith(place.marker) else ""
    found = _BULLET.match(text) or re.match(_ORDINAL.pattern + r"(?=\s)", text)
    return found[0] if found else ""


def is_bullet(marker: str) -> bool:
    """A sign or a single letter of a symbol font, or nothing at all."""
    return not re.search(r"\w", marker) or (len(marker) == 1 and not marker.isdigit())


def numberings(marker: str) -> list[Numbering]:
    """The ways to read a marker: "c)" is the third letter or a hundred; "1.1." is none."""
    if not (found := _ORDINAL.fullmatch(marker)):
        return []
    sign = found[1]
    if sign.isdigit():
        return [Numbering("1", int(sign))]
    letter, roman = ("a", "i") if sign.islower() else ("A", "I")
    readings = []
    if set(sign.lower()) <= _ROMAN.keys():
        readings.append(Numbering(roman, _roman_value(sign.lower())))
    if len(sign) == 1:
        readings.insert(
            0 if sign not in "iI" else 1, Numbering(letter, ord(sign.lower()) - 96)
        )
    return readings


def _roman_value(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -v if v < after else v for v, after in zip(values, following, strict=True)
    )
