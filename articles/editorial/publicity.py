"""What readers see of an article at a moment, and what a person may do next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles.editorial import workflow
from articles.models import Article, Edition


@dataclass(frozen=True)
class Publicity:
    """The edition readers see, and the one that waits for its time; either may be None."""

    live: Edition | None
    scheduled: Edition | None


def publicity(article: Article, at: datetime | None = None) -> Publicity:
    at = at or timezone.now()
    return Publicity(
        live=article.editions.live(at).first(),
        scheduled=article.editions.scheduled(at).first(),
    )


def available_steps(
    article: Article, user, shown: Publicity
) -> list[workflow.Transition]:
    """What the user may do next, in the order the buttons appear.

    Reopening is not a button: it happens by changing the text.
    """
    return [
        step
        for step in workflow.TRANSITIONS
        if step is not workflow.REOPEN
        and article.status in step.sources
        and step.is_allowed(user, article)
        and _makes_sense(step, shown)
    ]


def _makes_sense(step, shown: Publicity) -> bool:
    if step is workflow.CANCEL:
        return shown.scheduled is not None
    if step is workflow.WITHDRAW:
        return shown.live is not None or shown.scheduled is not None
    return True
