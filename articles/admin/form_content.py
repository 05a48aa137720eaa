"""What a bulletin's form says, as a snapshot; and a snapshot as what a form would post."""

from datetime import date, time

from django.utils import formats

from articles.admin.vanished import BylineFormSet, PlaceFormSet
from articles.editorial.versions import FIELDS, PLACE_FIELDS, Snapshot, fields_of
from articles.models import Article
from articles.photos import intake


def content(form, formsets, *, base: Snapshot, actor) -> Snapshot:
    """What the article would say if nobody else had saved; photos sent along are kept.

    The form and its formsets have been found valid. `base` is the version that the form
    was opened with: it tells the picture of a place that the form didn't exchange.
    """
    said = fields_of(form.instance)
    for formset in formsets:
        if isinstance(formset, PlaceFormSet):
            said["photos"] = _places(formset, base, actor)
        elif isinstance(formset, BylineFormSet):
            said["bylines"] = _bylines(formset)
    return said


def _rows(formset):
    """The forms of rows that stand, in the order of the form."""
    for index, form in enumerate(formset.forms):
        is_blank = index >= formset.initial_form_count() and not form.has_changed()
        if not is_blank and form not in formset.deleted_forms:
            yield form


def _bylines(formset) -> list[dict]:
    lines = sorted(
        (form.instance for form in _rows(formset)), key=lambda row: row.order
    )
    return [{"author_id": line.author_id, "role": line.role} for line in lines]


def _places(formset, base: Snapshot, actor) -> list[dict]:
    was = {place["number"]: place for place in base["photos"]}
    number = max([formset.highest_number(), *was])
    places = []
    for form in _rows(formset):
        place = {name: getattr(form.instance, name) for name in PLACE_FIELDS}
        if place["number"] is None:
            number += 1
            place["number"] = number
        if before := was.get(place["number"]):
            place["photo_id"] = before["photo_id"]
        if form.received:
            place["photo_id"] = intake.keep(form.received, actor=actor).pk
        places.append(place)
    return sorted(places, key=lambda place: (place["order"], place["number"]))


def as_posted(content: Snapshot, article: Article) -> dict[str, str]:
    """The fields of the form that would say this about the article as it stands."""
    posted = {name.removesuffix("_id"): _plain(name, content[name]) for name in FIELDS}
    keys = {place.number: place.pk for place in article.photo_places.all()}
    places = [
        {"id": keys.get(place["number"])}
        | {name: place[name] for name in ("caption", "alt_text", "credit", "order")}
        for place in content["photos"]
    ]
    keys = {(line.author_id, line.role): line.pk for line in article.bylines.all()}
    lines = [
        {
            "id": keys.get((line["author_id"], line["role"])),
            "author": line["author_id"],
            "role": line["role"],
            "order": order,
        }
        for order, line in enumerate(content["bylines"])
    ]
    return posted | _numbered("photo_places", places) | _numbered("bylines", lines)


def _plain(name: str, value) -> str:
    if value and name == "dateline_date":
        return formats.date_format(date.fromisoformat(value), "d/m/Y")
    if value and name == "dateline_time":
        return time.fromisoformat(value).strftime("%H:%M")
    return "" if value is None else str(value)


def _numbered(prefix: str, rows: list[dict]) -> dict[str, str]:
    """Rows that stand already come first, as Django's formsets want them."""
    rows = sorted(rows, key=lambda row: row["id"] is None)
    standing = sum(row["id"] is not None for row in rows)
    posted = {
        f"{prefix}-TOTAL_FORMS": str(len(rows)),
        f"{prefix}-INITIAL_FORMS": str(standing),
    }
    for index, row in enumerate(rows):
        for name, value in row.items():
            posted[f"{prefix}-{index}-{name}"] = "" if value is None else str(value)
    return posted
