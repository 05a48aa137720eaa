"""Every version of an article, whole: text, bylines and photos in one snapshot."""

import hashlib
import json
import zlib
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from articles.models import Article, Revision

FIELDS = [
    "title", "lead", "body", "unit_id", "category_id", "genre_id",
    "dateline_date", "dateline_time",
]  # fmt: skip
PLACE_FIELDS = [
    "number",
    "order",
    "photo_id",
    "file_name",
    "caption",
    "alt_text",
    "credit",
]

Snapshot = dict[str, Any]


def snapshot(article: Article) -> Snapshot:
    """What the article says now, as plain data: FIELDS, "bylines" and "photos".

    Dates and times are ISO 8601 strings; bylines and photos stand in printed order.
    """
    content = fields_of(article)
    content["bylines"] = list(
        article.bylines.order_by("order", "pk").values("author_id", "role")
    )
    content["photos"] = list(
        article.photo_places.order_by("order", "number").values(*PLACE_FIELDS)
    )
    return content


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
    """What the article said in that version."""
    return json.loads(zlib.decompress(revision.snapshot))


def _canonical(content: Snapshot) -> bytes:
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode()
