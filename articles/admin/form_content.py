"""What a bulletin's form says, as a snapshot; and a snapshot as what a form would post."""

from datetime import date, time

from django.utils import formats

from articles.admin.vanished import AttachmentFormSet, BylineFormSet, PlaceFormSet
from articles.attachments import intake as attachment_intake
from articles.editorial import photo_texts, versions
from articles.editorial.versions import (
    ATTACHMENT_FIELDS,
    FIELDS,
    PLACE_FIELDS,
    Snapshot,
    fields_of,
)
from articles.models import Article, Photo, PhotoPlace
from articles.photos import intake


def content(form, formsets, *, actor) -> Snapshot:
    """What the article would say if nobody else had saved; photos sent along are kept.

    The form and its formsets have been found valid.
    """
    said = fields_of(form.instance)
    said["attachments"] = []
    for formset in formsets:
        if isinstance(formset, PlaceFormSet):
            said["photos"] = _places(formset, actor)
        elif isinstance(formset, AttachmentFormSet):
            said["attachments"] = _files(formset, actor)
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


def _places(formset, actor) -> list[dict]:
    numbers = formset.new_numbers
    places = []
    for form in _rows(formset):
        place = form.instance
        place.number = place.number or numbers[form]
        if form.received:
            place.photo = intake.keep(form.received, actor=actor)
        photo_texts.drop_repeated(place)
        places.append(versions.place_row(place))
    return sorted(places, key=lambda place: (place["order"], place["number"]))


def _files(formset, actor) -> list[dict]:
    numbers = formset.new_numbers()
    rows = []
    for form in _rows(formset):
        if form.received:
            kept = attachment_intake.keep(form.received, actor=actor)
            form.instance.attachment = kept
        row = {name: getattr(form.instance, name) for name in ATTACHMENT_FIELDS}
        rows.append(row | {"number": row["number"] or numbers[form]})
    return sorted(rows, key=lambda row: (row["order"], row["number"]))


def as_posted(content: Snapshot, article: Article) -> dict[str, str]:
    """The fields of the form that would say this about the article as it stands."""
    posted = {name.removesuffix("_id"): _plain(name, content[name]) for name in FIELDS}
    place_keys = {place.number: place.pk for place in article.photo_places.all()}
    photos = Photo.objects.select_related("author").in_bulk(
        {place["photo_id"] for place in content["photos"]} - {None}
    )
    places = [
        {"id": place_keys.get(place["number"]), "photo": place["photo_id"]}
        | {name: place[name] for name in ("number", "order")}
        | _words(place, photos)
        for place in content["photos"]
    ]
    file_keys = {place.number: place.pk for place in article.attachment_places.all()}
    files = [
        {"id": file_keys.get(row["number"]), "attachment": row["attachment_id"]}
        | {name: row[name] for name in ("title", "order")}
        for row in content["attachments"]
    ]
    standing = article.bylines.all()
    line_keys = {(line.author_id, line.role): line.pk for line in standing}
    lines = [
        {
            "id": line_keys.get((line["author_id"], line["role"])),
            "author": line["author_id"],
            "role": line["role"],
            "order": order,
        }
        for order, line in enumerate(content["bylines"])
    ]
    return (
        posted
        | _numbered("photo_places", places)
        | _numbered("attachment_places", files)
        | _numbered("bylines", lines)
    )


def _words(row: dict, photos: dict[int, Photo]) -> dict[str, str]:
    """A place's words as the form shows them: its own, or the library's."""
    values = {name: row[name] for name in PLACE_FIELDS if name != "photo_id"}
    place = PhotoPlace(photo=photos.get(row["photo_id"]), **values)
    is_decorative = {"is_decorative": "on"} if place.is_decorative else {}
    return is_decorative | {name: place.said(name) for name in photo_texts.TEXTS}


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
