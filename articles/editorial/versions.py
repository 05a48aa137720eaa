"""Every version of an article, whole: text, bylines and photos in one snapshot."""

import hashlib
import json
import zlib
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from articles.editorial import photo_texts
from articles.models import Article, PhotoPlace, Revision

FIELDS = [
    "title", "lead", "body", "unit_id", "category_id", "genre_id",
    "dateline_date", "dateline_time", "cover_number", "source", "source_url",
]  # fmt: skip
PLACE_FIELDS = [
    "number",
    "order",
    "photo_id",
    "file_name",
    "caption",
    "alt_text",
    "is_decorative",
    "credit",
]
ATTACHMENT_FIELDS = [
    "number",
    "order",
    "attachment_id",
    "name",
    "title",
    "is_reading",
]

Snapshot = dict[str, Any]


def snapshot(article: Article) -> Snapshot:
    """What the article says now, as plain data: FIELDS, "bylines", "photos", "attachments".

    Dates and times are ISO 8601 strings; rows stand in printed order. A photo's
    "library" is what the library says of it: readers get that where the place itself
    says nothing, so an approval is for those words as well. So it is for what is in
    "printed", from which nothing is restored: the authors' names, and the focus of each
    photo in percent from the left and from the top.
    """
    content = fields_of(article)
    lines = article.bylines.select_related("author").order_by("order", "pk")
    content["bylines"] = [
        {"author_id": line.author_id, "role": line.role} for line in lines
    ]
    places = article.photo_places.select_related("photo__author")
    content["photos"] = [place_row(place) for place in places]
    content["printed"] = {
        "names": [line.author.name for line in lines],
        "focus": [list(place.photo.focus) for place in places if place.photo],
    }
    content["attachments"] = list(
        article.attachment_places.order_by("order", "number").values(*ATTACHMENT_FIELDS)
    )
    return content


def place_row(place: PhotoPlace) -> dict:
    """A photo's place as a snapshot holds it."""
    row = {name: getattr(place, name) for name in PLACE_FIELDS}
    library = {name: place.said_in_library(name) for name in photo_texts.TEXTS}
    is_decorative = place.photo is not None and place.photo.is_decorative
    return row | {"library": library | {"is_decorative": is_decorative}}


def fields_of(article: Article) -> Snapshot:
    """FIELDS as a snapshot holds them, saved or not."""
    content: Snapshot = {name: getattr(article, name) for name in FIELDS}
    for name in ("dateline_date", "dateline_time"):
        content[name] = content[name].isoformat() if content[name] else None
    return content


def digest(content: Snapshot) -> str:
    """What tells one content from another; hexadecimal SHA-256."""
    return hashlib.sha256(_canonical(content)).hexdigest()


def take(article: Article, *, actor, note: str = "") -> Revision | None:
    """Keep the article as its next version; None if it says the same as the last one.

    The caller holds the article's row, inside the transaction that changed it.
    """
    content = snapshot(article)
    last = latest(article)
    if last is not None and last.digest == digest(content):
        return None
    return Revision.objects.create(
        article=article,
        number=last.number + 1 if last else 1,
        digest=digest(content),
        snapshot=zlib.compress(_canonical(content), 6),
        actor=actor,
        taken_at=timezone.now(),
        note=note,
    )


def latest(article: Article) -> Revision | None:
    """The newest version, without its snapshot."""
    return article.revisions.order_by("-number").defer("snapshot").first()


def numbered(articles):
    """Annotate `version`, the number of the newest: read in one query with the text.

    A text and a number that were read one after the other might not belong together.
    """
    newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    return articles.annotate(version=Subquery(newest.values("number")[:1]))


def current_digest(article: Article) -> str:
    """The digest of what the article says now, whether or not it was kept as a version."""
    return digest(snapshot(article))


def content_of(revision: Revision) -> Snapshot:
    """What the article said in that version.

    Versions from before the photo library lack what it brought, and attachments under
    the file's own name lack theirs: that is empty here.
    """
    content = json.loads(zlib.decompress(revision.snapshot))
    blank = {"cover_number": None, "source": "", "source_url": "", "attachments": []}
    content = blank | content
    for place in content["photos"]:
        place.setdefault("is_decorative", False)
        place.setdefault("library", {})
    for row in content["attachments"]:
        row.setdefault("name", "")
    return content


def _canonical(content: Snapshot) -> bytes:
    """An empty name of an attachment is left out, as in versions from before there were
    any: their digests, and the approvals that hold them, stay true.
    """
    rows = [
        {name: value for name, value in row.items() if value or name != "name"}
        for row in content["attachments"]
    ]
    text = json.dumps(
        content | {"attachments": rows},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return text.encode()
