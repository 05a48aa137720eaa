"""The points of a merge as questions: what each answer would put there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.editorial import comparing
from articles.editorial.comparing import Names
from articles.editorial.merging import BOTH, GROUPS, MINE, Merge, Point
from articles.models import Photo, PhotoPlace
from articles.text import diff
from articles.text.diff import Row, Segment


@dataclass(frozen=True)
class Option:
    """One answer, shown by how it differs from what both began from."""

    choice: str
    is_chosen: bool
    is_unchanged: bool
    rows: list[Row] = field(default_factory=list)
    photo: Photo | None = None


@dataclass(frozen=True)
class Question:
    point: Point
    label: str
    options: list[Option]

    @property
    def is_body(self) -> bool:
        return self.point.path == ("body",)


def questions(merge: Merge, names: Names, chosen: Mapping[str, str]) -> list[Question]:
    """`chosen` holds answers given before, by the names of points."""
    return [
        Question(
            point,
            _label(point),
            [
                _option(point, choice, names, chosen.get(point.name, point.suggestion))
                for choice in point.choices()
            ],
        )
        for point in merge.points
    ]


def _label(point: Point) -> str:
    name = point.path[-1]
    if point.path[0] != "photos":
        if name == "dateline":
            return _("Date line")
        return capfirst(comparing.labels([name])[0])
    photo = _("Photo %(number)s") % {"number": point.path[1]}
    if len(point.path) == 2:
        return photo
    if name == "picture":
        return f"{photo} – {_('picture')}"
    return f"{photo} – {comparing.label(PhotoPlace, name)}"


def _option(point: Point, choice: str, names: Names, chosen: str) -> Option:
    value = point.value(choice)
    is_unchanged = choice != BOTH and value == point.base
    holds_photo = isinstance(value, dict) and "photo_id" in value
    return Option(
        choice,
        is_chosen=choice == chosen,
        is_unchanged=is_unchanged,
        rows=_rows(point, value, names),
        photo=names.photo(value) if holds_photo else None,
    )


def _rows(point: Point, value, names: Names) -> list[Row]:
    name = point.path[-1]
    if name == "body":
        return diff.bodies(point.base, value)
    if shown := {"bylines": names.byline, "attachments": names.attachment}.get(name):
        was, now = (", ".join(map(shown, rows)) for rows in (point.base, value))
        return [Row(diff.CHANGED, diff.words(was, now))]
    if isinstance(name, int):
        return _place(point.base, value, names)
    if name in GROUPS:
        was, now = (_group(name, each, names) for each in (point.base, value))
    else:
        was, now = names.shown(name, point.base), names.shown(name, value)
    return [Row(diff.CHANGED, diff.words(was, now))]


def _group(name: str, value: dict, names: Names) -> str:
    shown = [
        names.shown(each, value[each]) for each in GROUPS[name] if each != "photo_id"
    ]
    return " ".join(filter(None, shown))


def _place(base: dict | None, value: dict | None, names: Names) -> list[Row]:
    if value is None:
        return [Row(diff.EQUAL, [Segment(diff.EQUAL, _("This photo is not there."))])]
    rows = []
    for name in comparing.PLACE_LINES:
        was, now = (names.shown(name, (each or {}).get(name)) for each in (base, value))
        if was or now:
            label = Segment(
                diff.EQUAL, f"{capfirst(comparing.label(PhotoPlace, name))}: "
            )
            rows.append(Row(diff.CHANGED, [label, *diff.words(was, now)]))
    return rows


def missing(merge: Merge, chosen: Mapping[str, str]) -> list[Point]:
    """The clashes that nobody has decided."""
    return [
        point
        for point in merge.clashes
        if chosen.get(point.name) not in point.choices()
    ]


def given(merge: Merge, posted: Mapping[str, str]) -> dict[str, str]:
    """The answers in a posted form."""
    answers = {point.name: posted.get(f"settle-{point.name}") for point in merge.points}
    return {
        point.name: answers[point.name]
        for point in merge.points
        if answers[point.name] in point.choices()
    }


def theirs_is_all(merge: Merge) -> bool:
    """Whether nothing of mine is new: what was saved has it all."""
    return all(point.suggestion not in ("", MINE, BOTH) for point in merge.points)
