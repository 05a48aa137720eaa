"""Who did what to which article, when and why."""

from django.utils import timezone

from articles.models import Article, Event


def record(
    article: Article, *, action: str, actor, note: str = "", details=None
) -> Event:
    """Write one line of the audit; `actor=None` where the system acts."""
    return Event.objects.create(
        article=article,
        actor=actor,
        action=action,
        at=timezone.now(),
        note=note,
        details=details or {},
    )


def history(article: Article):
    """The article's events, newest first, with who did them."""
    return article.events.select_related("actor")
