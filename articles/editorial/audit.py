"""Who did what to which article, when and why: a chain that only grows.

Every event carries the hash of the article's event before it and of its own content.
A line that was altered, taken out or put in between breaks the chain from there on;
`proof` finds where.
"""

import hashlib
import json
from datetime import UTC

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Event, Status


@transaction.atomic
def record(
    article: Article, *, action: str, actor, note: str = "", details=None
) -> Event:
    """Write one line of the audit; `actor=None` where the system acts."""
    Article.objects.select_for_update().only("pk").get(pk=article.pk)
    last = article.events.order_by("-number").first()
    event = Event(
        article=article,
        number=last.number + 1 if last else 1,
        actor=actor,
        action=action,
        at=timezone.now(),
        note=note,
        details=details or {},
        previous_hash=last.hash if last else "",
    )
    event.hash = seal(event)
    event.save(force_insert=True)
    return event


def seal(event: Event) -> str:
    """The hash of what the event says and of the hash before it; hexadecimal SHA-256."""
    said = [
        event.article_id,
        event.number,
        event.actor_id,
        event.action,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.note,
        event.details,
        event.previous_hash,
    ]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def history(article: Article):
    """The article's events, newest first, with who did them."""
    return article.events.select_related("actor").order_by("-number")


def standing_return(article: Article, events: list[Event]) -> Event | None:
    """Why the article was sent back, while it still is; `events` are newest first."""
    if article.status != Status.RETURNED:
        return None
    return next((event for event in events if event.action == "return"), None)
