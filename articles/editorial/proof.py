"""Proof that the audit is whole: every chain unbroken, every trace told of.

A chain shows what was altered, taken out or put in. It cannot show that its last links
were cut off; what they did can: a version, an edition or a status that no event tells of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial import audit, workflow
from articles.models import Article, Edition, Event, Revision, Status

WRONG = {
    "empty": gettext_lazy("the history is empty"),
    "number": gettext_lazy("an event before this one is missing"),
    "link": gettext_lazy("it does not follow from the event before it"),
    "content": gettext_lazy("it no longer says what was written"),
    "version": gettext_lazy("the history and the versions that are kept do not agree"),
    "edition": gettext_lazy("the history and the editions do not agree"),
    "urgent": gettext_lazy("the history and the marks of urgency do not agree"),
    "status": gettext_lazy("the status is not the one the history ends with"),
}


@dataclass(frozen=True)
class Fault:
    """What is wrong, and at which event; no event where the end of a history is cut off."""

    article: Article
    wrong: str
    number: int | None = None
    at: datetime | None = None

    @property
    def sentence(self) -> Promise | str:
        names = {
            "pk": self.article.pk,
            "title": self.article.title,
            "wrong": WRONG[self.wrong],
        }
        if self.number is None:
            return _("Bulletin %(pk)s, “%(title)s”: %(wrong)s.") % names
        names["number"] = self.number
        names["moment"] = f"{timezone.localtime(self.at):%d/%m/%Y %H:%M}"
        return (
            _(
                "Bulletin %(pk)s, “%(title)s”, event %(number)s of %(moment)s: %(wrong)s."
            )
            % names
        )


def walk() -> Iterator[tuple[int, Fault | None]]:
    """For every article: how many events it has, and the first fault in them.

    People go on working meanwhile, so what looks wrong is read again with the article's
    row held: only what is wrong then is a fault.
    """
    for article in _complete(Article.objects.order_by("pk")).iterator(chunk_size=500):
        fault = first_fault(article)
        yield len(article.events.all()), fault and _confirmed(article)


def first_fault(article: Article) -> Fault | None:
    """The first fault in the article's history; its rows as `walk` reads them."""
    events = list(article.events.all())
    if not events:
        return Fault(article, "empty")
    return next(_broken_links(article, events), None) or _cut_off(article, events)


def _confirmed(article: Article) -> Fault | None:
    with transaction.atomic():
        workflow.locked(article)
        return first_fault(_complete(Article.objects).get(pk=article.pk))


def _complete(articles):
    """With everything that leaves traces, in a fixed number of queries."""
    editions = Edition.objects.order_by("number").select_related("approval")
    return articles.only("title", "status").prefetch_related(
        Prefetch("events", Event.objects.order_by("number")),
        Prefetch("revisions", Revision.objects.only("article_id", "number")),
        Prefetch(
            "editions", editions.only("article_id", "number", "approval__is_urgent")
        ),
    )


def _broken_links(article: Article, events: list[Event]) -> Iterator[Fault]:
    number, last_hash = 0, ""
    for event in events:
        if event.number != number + 1:
            yield Fault(article, "number", event.number, event.at)
        elif event.previous_hash != last_hash:
            yield Fault(article, "link", event.number, event.at)
        elif event.hash != audit.seal(event):
            yield Fault(article, "content", event.number, event.at)
        number, last_hash = event.number, event.hash


def _cut_off(article: Article, events: list[Event]) -> Fault | None:
    """What the article's other rows tell, and its events don't; or the other way round."""
    versions = {1} | set(_told(events, "version"))
    if versions != {revision.number for revision in article.revisions.all()}:
        return Fault(article, "version")
    published = {
        event.details["edition"]: "urgent" in event.details
        for event in events
        if event.action == workflow.PUBLISH.name
    }
    editions = {each.number: _is_urgent(each) for each in article.editions.all()}
    if set(published) != set(editions):
        return Fault(article, "edition")
    if published != editions:
        return Fault(article, "urgent")
    if article.status != [Status.DRAFT.value, *_told(events, "to")][-1]:
        return Fault(article, "status")
    return None


def _told(events: list[Event], name: str) -> list:
    return [event.details[name] for event in events if name in event.details]


def _is_urgent(edition: Edition) -> bool:
    """An edition without its approval is as suspicious as one with the wrong one."""
    return getattr(edition, "approval", None) is not None and edition.approval.is_urgent
