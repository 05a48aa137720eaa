"""One step for several bulletins: each stands or falls by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial import publishing, versions, workflow
from articles.editorial.refusal import Refused
from articles.models import Article

MOST = 50  # bulletins at a time


class TooMany(Refused):
    """More bulletins than anybody reads before pressing a button."""


@dataclass(frozen=True)
class Outcome:
    """What became, or would become, of one bulletin; `digest` is of its text."""

    article: Article
    is_done: bool
    sentence: str
    digest: str = ""


def take_each(
    step: workflow.Transition,
    articles: Iterable[Article],
    *,
    actor,
    seen_digests: Mapping[int, str] | None = None,
) -> list[Outcome]:
    """Take the step with every bulletin, each in a transaction of its own.

    Publishing refuses a text that is not the one in `seen_digests`. Raises TooMany.
    """
    seen = seen_digests or {}
    return [
        _outcome(step, article, actor=actor, seen_digest=seen.get(article.pk))
        for article in _few(articles)
    ]


def rehearse(
    step: workflow.Transition, articles: Iterable[Article], *, actor
) -> list[Outcome]:
    """What `take_each` would answer; every bulletin stays as it is. Raises TooMany."""
    outcomes = []
    for article in _few(articles):
        with transaction.atomic():
            outcomes.append(_outcome(step, article, actor=actor, seen_digest=None))
            transaction.set_rollback(True)
    return outcomes


def _few(articles: Iterable[Article]) -> list[Article]:
    articles = list(articles)
    if len(articles) > MOST:
        raise TooMany(
            _("At most %(most)d bulletins at a time; these are %(number)d.")
            % {"most": MOST, "number": len(articles)}
        )
    return articles


def _outcome(step, article: Article, *, actor, seen_digest: str | None) -> Outcome:
    digest = versions.current_digest(article)
    try:
        with transaction.atomic():
            sentence = _take(step, article, actor=actor, seen_digest=seen_digest)
    except (Refused, PermissionDenied) as refusal:
        return Outcome(article, False, str(refusal), digest)
    return Outcome(article, True, sentence, digest)


def _take(step, article: Article, *, actor, seen_digest: str | None) -> str:
    if step is workflow.PUBLISH:
        publishing.publish(article, actor=actor, seen_digest=seen_digest)
        return _("“%(title)s” is on the site.") % {"title": article}
    article = workflow.perform(step, article, actor=actor)
    return _("“%(title)s” is now: %(status)s.") % {
        "title": article,
        "status": article.get_status_display(),
    }
