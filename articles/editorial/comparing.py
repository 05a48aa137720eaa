"""What differs between two versions of an article: text, bylines and photos."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from django.utils import formats
from django.utils.translation import gettext as _

from articles.editorial import photo_texts
from articles.editorial.versions import FIELDS, Snapshot
from articles.models import (
    Article,
    Attachment,
    Author,
    Byline,
    Category,
    Genre,
    Photo,
    PhotoPlace,
)
from articles.models import Unit as PublishingUnit
from articles.text import diff
from articles.text.diff import Row, Segment

LINES = [name for name in FIELDS if name != "body"]
PLACE_LINES = [
    "caption", "alt_text", "is_decorative", "credit", "file_name", "order",
]  # fmt: skip
REGISTERS = {"unit_id": PublishingUnit, "category_id": Category, "genre_id": Genre}


@dataclass(frozen=True)
class FieldChange:
    """One line or paragraph of plain text in two versions."""

    name: str
    label: str
    segments: list[Segment]

    @property
    def old(self) -> list[Segment]:
        return [part for part in self.segments if part.kind != diff.INSERT]

    @property
    def new(self) -> list[Segment]:
        return [part for part in self.segments if part.kind != diff.DELETE]


@dataclass(frozen=True)
class PhotoChange:
    """A photo's place in two versions; None where the version doesn't have it."""

    number: int
    kind: str  # diff.INSERT, diff.DELETE or diff.CHANGED
    old: Photo | None
    new: Photo | None
    fields: list[FieldChange]

    @property
    def is_other_picture(self) -> bool:
        return self.kind == diff.CHANGED and self.old != self.new


@dataclass(frozen=True)
class Comparison:
    fields: list[FieldChange] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    bylines: list[Segment] = field(default_factory=list)
    photos: list[PhotoChange] = field(default_factory=list)
    attachments: list[Segment] = field(default_factory=list)

    def __bool__(self):
        rows = self.bylines or self.photos or self.attachments
        return bool(self.fields or self.body or rows)


class Names:
    """What the keys in some snapshots stand for: at most six queries, however many."""

    def __init__(self, *snapshots: Snapshot):
        self._registers = {
            name: model.objects.in_bulk(
                {content[name] for content in snapshots} - {None}
            )
            for name, model in REGISTERS.items()
        }
        self._authors = Author.objects.in_bulk(
            {line["author_id"] for content in snapshots for line in content["bylines"]}
        )
        photos = {place["photo_id"] for each in snapshots for place in each["photos"]}
        self._photos = Photo.objects.in_bulk(photos - {None})
        files = {
            row["attachment_id"] for each in snapshots for row in each["attachments"]
        }
        self._attachments = Attachment.objects.in_bulk(files)

    def shown(self, name: str, value) -> str:
        """A field's value as people read it; "" for none."""
        if value is None:
            return ""
        if name in REGISTERS:
            return str(self._registers[name].get(value, _("(no longer exists)")))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if name == "dateline_date":
            return formats.date_format(date.fromisoformat(value), "DATE_FORMAT")
        if name == "dateline_time":
            return formats.time_format(time.fromisoformat(value), "TIME_FORMAT")
        return str(value)

    def byline(self, line: dict) -> str:
        author = self._authors.get(line["author_id"], _("(no longer exists)"))
        return f"{author} ({Byline.Role(line['role']).label})"

    def attachment(self, row: dict) -> str:
        file = self._attachments.get(row["attachment_id"], _("(no longer exists)"))
        return f"{row['title']} ({file})" if row["title"] else str(file)

    def photo(self, place: dict | None) -> Photo | None:
        return self._photos.get(place["photo_id"]) if place else None


def compare(old: Snapshot, new: Snapshot, names: Names | None = None) -> Comparison:
    """Every difference; `names` saves queries where many pairs are compared."""
    names = names or Names(old, new)
    return Comparison(
        fields=_line_changes(Article, LINES, old, new, names),
        body=diff.bodies(old["body"], new["body"])
        if old["body"] != new["body"]
        else [],
        bylines=_row_changes(old["bylines"], new["bylines"], names.byline),
        photos=list(_photo_changes(old["photos"], new["photos"], names)),
        attachments=_row_changes(
            old["attachments"], new["attachments"], names.attachment
        ),
    )


def changed_parts(old: Snapshot, new: Snapshot) -> list[str]:
    """Fields and parts that differ, named as the form and the audit name them."""
    parts = [name.removesuffix("_id") for name in FIELDS if old[name] != new[name]]
    if old["photos"] != new["photos"]:
        parts.append("photo_places")
    if old["bylines"] != new["bylines"]:
        parts.append("bylines")
    if old["attachments"] != new["attachments"]:
        parts.append("attachment_places")
    return parts


def labels(parts: Iterable[str]) -> list[str]:
    """Names of fields and parts as people read them."""
    named = {
        "photo_places": _("photos"),
        "bylines": _("bylines"),
        "attachment_places": _("attachments"),
        "attachments": _("attachments"),
    }
    return [named.get(name) or label(Article, name) for name in parts]


def label(model, name: str) -> str:
    return str(model._meta.get_field(name).verbose_name)


def _line_changes(model, fields, old: dict, new: dict, names: Names):
    """`old` or `new` may be {}: then all that the other says was added or taken out."""
    changes = []
    for name in fields:
        was, now = (names.shown(name, each.get(name)) for each in (old, new))
        if was != now:
            segments = _whole(was, now) if name in REGISTERS else diff.words(was, now)
            changes.append(FieldChange(name, label(model, name), segments))
    return changes


def _whole(was: str, now: str) -> list[Segment]:
    """A value that is exchanged, not edited."""
    pair = Segment(diff.DELETE, was), Segment(diff.INSERT, now)
    return [segment for segment in pair if segment.text]


def _row_changes(old: list[dict], new: list[dict], shown) -> list[Segment]:
    """Rows that were added or taken out, each as one segment of what it shows."""
    was, now = [*map(shown, old)], [*map(shown, new)]
    if was == now:
        return []
    segments = []
    for kind, i, i_end, j, j_end in diff.opcodes(was, now):
        if kind == diff.EQUAL:
            segments += [Segment(diff.EQUAL, each) for each in was[i:i_end]]
        else:
            segments += [Segment(diff.DELETE, each) for each in was[i:i_end]]
            segments += [Segment(diff.INSERT, each) for each in now[j:j_end]]
    return segments


def _said(place: dict | None) -> dict:
    """The place with the words that readers get, its own or the library's."""
    if place is None:
        return {}
    library = place.get("library", {})
    words = {name: place[name] or library.get(name, "") for name in photo_texts.TEXTS}
    return place | words


def _photo_changes(old: list[dict], new: list[dict], names: Names):
    was = {place["number"]: place for place in old}
    now = {place["number"]: place for place in new}
    for number in sorted(was.keys() | now.keys()):
        before, after = was.get(number), now.get(number)
        if before == after:
            continue
        kind = diff.CHANGED
        if before is None or after is None:
            kind = diff.INSERT if before is None else diff.DELETE
        yield PhotoChange(
            number=number,
            kind=kind,
            old=names.photo(before),
            new=names.photo(after),
            fields=_line_changes(
                PhotoPlace, PLACE_LINES, _said(before), _said(after), names
            ),
        )
