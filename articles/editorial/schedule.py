"""What is due: the editions that wait for their time, as the newsroom plans its days."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import permissions, workflow
from articles.editorial.people import name_of
from articles.models import Article, Edition

# Long, and of no use to a plan.
UNPLANNED = [
    "lead", "body", "body_html", "search_text", "photos", "bylines", "corrections",
    "article__lead", "article__body",
]  # fmt: skip


@dataclass(frozen=True)
class Due:
    """One edition that waits for its time, and what the user may do about it."""

    edition: Edition
    scheduled_by: str
    may_reschedule: bool
    may_cancel: bool

    @property
    def moment(self) -> datetime:
        """When readers get it, in the newsroom's time zone."""
        return timezone.localtime(self.edition.live_from)


def due(user, at: datetime | None = None) -> list[Due]:
    """Everything that waits at the moment and that the user may see, soonest first."""
    waiting = (
        Edition.objects.scheduled(at)
        .filter(article__in=permissions.visible_articles(user))
        .select_related("article__unit", "approval__actor")
        .defer(*UNPLANNED)
        .order_by("live_from", "pk")
    )
    return [
        Due(
            edition,
            scheduled_by=_scheduled_by(edition),
            may_reschedule=_may(user, workflow.PUBLISH, edition.article),
            may_cancel=_may(user, workflow.CANCEL, edition.article),
        )
        for edition in waiting
    ]


def standing_time(article: Article, at: datetime | None = None) -> datetime | None:
    """When the article's waiting edition begins, in the newsroom's time zone."""
    times = article.editions.scheduled(at).values_list("live_from", flat=True)
    begins = times.first()
    return timezone.localtime(begins) if begins else None


def _scheduled_by(edition: Edition) -> str:
    approval = getattr(edition, "approval", None)
    if approval is None or approval.actor is None:
        return _("The system")
    return name_of(approval.actor)


def _may(user, step: workflow.Transition, article: Article) -> bool:
    return article.status in step.sources and step.is_allowed(user, article)
