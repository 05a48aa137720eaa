"""What waits for one person: the desk that they sit down to."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone

from articles.editorial import approval, permissions, reader_reports
from articles.models import (
    Article,
    Autosave,
    Edition,
    Event,
    Remark,
    Revision,
    Status,
)

SHOWN = 10  # rows of a pile
COUNTED = 99  # beyond that a pile is simply large
STUCK_AFTER = timedelta(days=2)
AHEAD = timedelta(days=7)
IN_REVIEW = (Status.SUBMITTED, Status.EDITED)
TEXTS = ["body", "lead", "search_key"]  # long, and nothing that a desk prints


@dataclass(frozen=True)
class Pile:
    """The first few of the things that wait, and how many there are in all."""

    rows: list[Any] = field(default_factory=list)
    counted: str = "0"

    has_more: bool = False

    def __bool__(self):
        return bool(self.rows)


@dataclass(frozen=True)
class Desk:
    """One person's piles; those that are not their job are empty.

    Rows are articles, but editions in `due`, autosaves in `unsaved`, remarks in
    `mentions` and `asked`, and what readers report in `reports`. Articles in review carry `waiting_since`; returned ones
    `reason`, `returned_at` and who it was.
    """

    returned: Pile
    to_approve: Pile
    to_edit: Pile
    drafts: Pile
    unsaved: Pile
    mentions: Pile
    asked: Pile
    reports: Pile
    due: Pile
    stuck: Pile
    # Keys of articles in `to_approve` that this person worked on.
    needs_somebody_else: frozenset[int]

    @property
    def is_clear(self) -> bool:
        return not any(getattr(self, name) for name in self.__annotations__)


def desk(user, at: datetime | None = None) -> Desk:
    """Everything that waits for the user, in a constant number of queries."""
    at = at or timezone.now()
    visible = permissions.visible_articles(user)
    to_approve = _pile(_to_approve(user))
    touched = approval.touched_by_each(to_approve.rows)
    return Desk(
        returned=_pile(_returned(user)),
        to_approve=to_approve,
        to_edit=_pile(_to_edit(user)),
        drafts=_pile(_drafts(user)),
        unsaved=_pile(_unsaved(user, visible)),
        mentions=_pile(_open_remarks(visible).filter(mentions=user.pk)),
        asked=_pile(_open_remarks(visible).filter(author=user.pk)),
        reports=_pile(_reports(user)),
        due=_pile(_due(visible, at)),
        stuck=_pile(_stuck(user, at)),
        needs_somebody_else=frozenset(
            key for key, people in touched.items() if user.pk in people
        ),
    )


def _pile(rows: QuerySet) -> Pile:
    found = list(rows[: COUNTED + 1])
    counted = f"{COUNTED}+" if len(found) > COUNTED else str(len(found))
    return Pile(found[:SHOWN], counted, has_more=len(found) > SHOWN)


def _articles(user) -> QuerySet:
    return permissions.visible_articles(user).with_names().defer(*TEXTS)


def _in_review(user, *statuses: Status) -> QuerySet:
    """Articles in the statuses, longest waiting first."""
    entered = Event.objects.filter(
        article=OuterRef("pk"), action__in=["submit", "accept"]
    ).order_by("-number")
    return (
        _articles(user)
        .filter(status__in=statuses)
        .annotate(waiting_since=Subquery(entered.values("at")[:1]))
        .order_by(F("waiting_since").asc(nulls_last=True), "pk")
    )


def _returned(user) -> QuerySet:
    returns = Event.objects.filter(article=OuterRef("pk"), action="return")
    returns = returns.order_by("-number")
    return (
        _articles(user)
        .filter(status=Status.RETURNED, created_by=user.pk)
        .annotate(
            reason=Subquery(returns.values("note")[:1]),
            returned_at=Subquery(returns.values("at")[:1]),
            returner_last_name=Subquery(returns.values("actor__last_name")[:1]),
            returner_first_name=Subquery(returns.values("actor__first_name")[:1]),
        )
    )


def _to_edit(user) -> QuerySet:
    if not user.has_perm("articles.review_article"):
        return Article.objects.none()
    return _in_review(user, Status.SUBMITTED)


def _to_approve(user) -> QuerySet:
    if not user.has_perm("articles.publish_article"):
        return Article.objects.none()
    return _in_review(user, Status.EDITED)


def _drafts(user) -> QuerySet:
    """Drafts that the user began, or was the last to work on: live ones under change."""
    last = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    return (
        _articles(user)
        .annotate(last_hand=Subquery(last.values("actor")[:1]))
        .filter(Q(created_by=user.pk) | Q(last_hand=user.pk), status=Status.DRAFT)
    )


def _stuck(user, at: datetime) -> QuerySet:
    """What has waited too long in one review state: reviewers see all, others their own."""
    waiting = _in_review(user, *IN_REVIEW).filter(waiting_since__lt=at - STUCK_AFTER)
    if user.has_perm("articles.review_article"):
        return waiting
    return waiting.filter(created_by=user.pk)


def _due(visible: QuerySet, at: datetime) -> QuerySet:
    return (
        Edition.objects.scheduled(at)
        .filter(live_from__lt=at + AHEAD, article__in=visible)
        .only("article_id", "title", "live_from", "unit_name")
        .order_by("live_from", "pk")
    )


def _unsaved(user, visible: QuerySet) -> QuerySet:
    """What the user typed and never saved: newer than the article, or of none yet."""
    newer = Q(saved_at__gt=F("article__updated_at"), article__in=visible)
    return (
        Autosave.objects.filter(Q(article=None) | newer, user=user.pk)
        .select_related("article")
        .annotate(typed_title=KeyTextTransform("title", "data"))
        .defer("data", *(f"article__{name}" for name in TEXTS))
    )


def _open_remarks(visible: QuerySet) -> QuerySet:
    return (
        Remark.objects.filter(resolved_at=None, article__in=visible)
        .select_related("article", "author")
        .defer(*(f"article__{name}" for name in TEXTS))
        .order_by("-created_at", "-pk")
    )


def _reports(user) -> QuerySet:
    longs = (f"article__{name}" for name in TEXTS)
    return reader_reports.waiting(user).defer(*longs)
