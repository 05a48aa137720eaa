"""Two people changed one article at once: what of both stands, and what a person decides.

Three snapshots: `base`, which both began from, `mine`, and `theirs`, which was saved
first. What only one of them changed is taken from that one; what both changed is put
together where `text.merge` can; the rest are clashes, and somebody has to choose.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from articles.editorial.versions import PLACE_FIELDS, Snapshot
from articles.models import Article, PhotoPlace
from articles.text import html
from articles.text.merge import merge_body, merge_parts, merge_text

MINE, THEIRS, BOTH = "mine", "theirs", "both"

Path = tuple[str | int, ...]

# Values that only make sense together are one point: a time needs a date.
GROUPS = {
    "dateline": ("dateline_date", "dateline_time"),
    "picture": ("photo_id", "file_name"),
}
FIELD_PATHS = [
    "title",
    "lead",
    "body",
    "unit_id",
    "category_id",
    "genre_id",
    "dateline",
    "cover_number",
    "source",
    "source_url",
]
PLACE_PATHS = [
    "picture", "caption", "alt_text", "is_decorative", "credit", "order",
]  # fmt: skip
SENTENCES = {"title", "lead", "source", "caption", "alt_text", "credit"}


@dataclass(frozen=True)
class Point:
    """One thing that mine and theirs say differently.

    `path` names a field, "bylines", "attachments", a photo's place ("photos", number), or one of its
    fields. A place is a dict of its fields; None: it is not there. `both` is what the
    two changes give together, where there is such a thing (`has_both`).
    """

    path: Path
    base: Any
    mine: Any
    theirs: Any
    both: Any = None
    has_both: bool = False
    is_clash: bool = False

    @property
    def name(self) -> str:
        return "-".join(map(str, self.path))

    @property
    def suggestion(self) -> str:
        """What is chosen unless somebody chooses otherwise; "" where somebody has to."""
        if self.is_clash:
            return ""
        if self.has_both:
            return BOTH
        return THEIRS if self.mine == self.base else MINE

    def value(self, choice: str) -> Any:
        return {MINE: self.mine, THEIRS: self.theirs, BOTH: self.both}[choice]

    def choices(self) -> list[str]:
        return [MINE, THEIRS, BOTH] if self.has_both else [MINE, THEIRS]


@dataclass(frozen=True)
class Merge:
    points: list[Point]
    theirs: Snapshot

    @property
    def clashes(self) -> list[Point]:
        return [point for point in self.points if point.is_clash]

    def content(
        self, choices: Mapping[str, str] | None = None, body: str | None = None
    ) -> Snapshot:
        """The snapshot that the choices make, by the names of points.

        Points that are not named follow their suggestion; clashes keep both where both
        can stand (a body), and theirs where not. `body` is put in place of the body
        that holds both, when that is what was chosen.
        """
        result = deepcopy(self.theirs)
        for point in self.points:
            fallback = BOTH if point.has_both else THEIRS
            choice = (choices or {}).get(point.name) or point.suggestion or fallback
            value = point.value(choice)
            if point.path == ("body",) and choice == BOTH and body is not None:
                value = html.sanitise(body)
            _put(result, point.path, value)
        result["photos"].sort(key=lambda place: (place["order"], place["number"]))
        return result


def merge(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> Merge:
    """Everything in which mine and theirs differ, and what is suggested for it."""
    base, mine, theirs = (_own(content) for content in (base, mine, theirs))
    mine = _renumbered(mine, base, theirs)
    points = []
    for path in _paths(base, mine, theirs):
        was, my, their = (_at(content, path) for content in (base, mine, theirs))
        if my != their:
            points.append(_point(path, was, my, their))
    return Merge(points, theirs)


def _own(content: Snapshot) -> Snapshot:
    """Without what the library says: that is settled there, not here."""
    places = [
        {name: place[name] for name in PLACE_FIELDS} for place in content["photos"]
    ]
    return content | {"photos": places}


def _paths(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> list[Path]:
    paths: list[Path] = [(name,) for name in [*FIELD_PATHS, "bylines", "attachments"]]
    everywhere = [
        {place["number"] for place in content["photos"]}
        for content in (base, mine, theirs)
    ]
    for number in sorted(set.union(*everywhere)):
        if all(number in numbers for numbers in everywhere):
            paths += [("photos", number, name) for name in PLACE_PATHS]
        else:
            paths.append(("photos", number))
    return paths


def _point(path: Path, was, my, their) -> Point:
    if was in (my, their):
        return Point(path, was, my, their)
    name = path[-1]
    if name == "body":
        merged = merge_body(was, my, their)
        return Point(path, was, my, their, merged.text, True, bool(merged.clashes))
    if name == "bylines":
        both, is_clash = _merged_bylines(was, my, their)
        return Point(path, was, my, their, both, True, is_clash)
    if name in SENTENCES:
        merged = merge_text(was, my, their)
        if not merged.clashes and len(merged.text) <= _room(path):
            return Point(path, was, my, their, merged.text, True)
    return Point(path, was, my, their, is_clash=True)


def _merged_bylines(*sides: list[dict]) -> tuple[list[dict], bool]:
    """All who are named by either, without those whom either took out."""
    base, mine, theirs = (
        [(line["author_id"], line["role"]) for line in lines] for lines in sides
    )
    clashes = []
    if mine == [line for line in base if line in mine]:  # only taken out
        lines = [line for line in theirs if line in mine or line not in base]
    elif theirs == [line for line in base if line in theirs]:
        lines = [line for line in mine if line in theirs or line not in base]
    else:
        lines, clashes = merge_parts(base, mine, theirs)
    both = [{"author_id": key, "role": role} for key, role in dict.fromkeys(lines)]
    return both, bool(clashes)


def _room(path: Path) -> int:
    model = PhotoPlace if path[0] == "photos" else Article
    return model._meta.get_field(path[-1]).max_length


def _holder(content: Snapshot, path: Path) -> dict | None:
    """The dict in which the path's last step stands; None for a place that isn't there."""
    if path[0] != "photos":
        return content
    places = (place for place in content["photos"] if place["number"] == path[1])
    return next(places, None)


def _at(content: Snapshot, path: Path):
    holder = _holder(content, path)
    if len(path) == 2:
        return holder
    if group := GROUPS.get(path[-1]):
        return {name: holder[name] for name in group}
    return holder[path[-1]]


def _put(content: Snapshot, path: Path, value) -> None:
    holder = _holder(content, path)
    if len(path) == 2:
        if holder is not None:
            content["photos"].remove(holder)
        if value is not None:
            content["photos"].append({name: value[name] for name in PLACE_FIELDS})
    elif path[-1] in GROUPS:
        holder.update(value)
    else:
        holder[path[-1]] = value


_NUMBER = re.compile(r'(?<=<img data-photo=")\d+(?=")')


def _renumbered(mine: Snapshot, base: Snapshot, theirs: Snapshot) -> Snapshot:
    """Mine, where a new photo that got the number of another new photo gets its own."""
    old, taken = _by_number(base), _by_number(theirs)
    top = max([0, *old, *taken, *_by_number(mine), *html.photo_numbers(theirs["body"])])
    moved: dict[int, int] = {}
    places = []
    for place in mine["photos"]:
        number = place["number"]
        if number not in old and place != taken.get(number, place):
            moved[number] = top + len(moved) + 1
        places.append(place | {"number": moved.get(number, number)})
    if not moved:
        return mine
    body = _NUMBER.sub(
        lambda found: str(moved.get(int(found[0]), found[0])), mine["body"]
    )
    return mine | {"photos": places, "body": body}


def _by_number(content: Snapshot) -> dict[int, dict]:
    return {place["number"]: place for place in content["photos"]}
