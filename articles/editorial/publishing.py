"""The gate: the only way from a working copy to what readers see.

Every function here is one transaction: it locks the article, checks, changes, records.
Editions are made and closed nowhere else.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import (
    approval,
    checklist,
    composing,
    corrections,
    rendering,
    workflow,
)
from articles.editorial.refusal import Refused
from articles.models import (
    Article,
    Author,
    Correction,
    Edition,
    EditionByline,
    EditionPhoto,
    Photo,
)

CLOSING = ["live_until", "closed_as", "closing_note"]
Closing = Edition.Closing


class NotPublishable(Refused):
    """The bulletin cannot go to readers as it is, or not at that time."""


class NothingToWithdraw(Refused):
    """Readers can neither see the bulletin nor are they about to."""


@transaction.atomic
def publish(
    article: Article,
    *,
    actor,
    at: datetime | None = None,
    note: str = "",
    seen_digest: str | None = None,
    urgent_reason: str = "",
    correction: Correction | None = None,
) -> Edition:
    """Give readers the working copy as the next edition, now or at a time to come.

    Publishing is the approval: it is bound to the digest of the very text, which is
    refused if it is not the one that the approver saw (`seen_digest`), and refused to
    whoever worked on it, unless they publish alone for an `urgent_reason`.

    The edition before it stays until the new one begins. An edition that was waiting
    for its time is replaced; its public note goes on unless `correction` is another.
    Raises Refused or PermissionDenied.
    """
    article = workflow.locked(article)
    workflow.check(workflow.PUBLISH, article, actor=actor, note=note)
    digest = approval.check(
        article, actor=actor, seen_digest=seen_digest, urgent_reason=urgent_reason
    )
    now = timezone.now()
    if at is not None and at <= now:
        raise NotPublishable(
            _("That time has passed. Choose a time to come, or publish now.")
        )
    if reason := checklist.obstacle(article, actor=actor):
        raise NotPublishable(reason)
    correction = corrections.checked(article, correction, at=now)
    edition = _next_edition(article, correction, live_from=at or now, now=now)
    approval.grant(edition, actor=actor, digest=digest, urgent_reason=urgent_reason)
    details = _what_was_published(edition, urgent_reason, correction)
    workflow.perform(workflow.PUBLISH, article, actor=actor, note=note, details=details)
    return edition


def _next_edition(
    article: Article,
    correction: Correction | None,
    *,
    live_from: datetime,
    now: datetime,
) -> Edition:
    """Keep the edition, which takes over from the live one at its time."""
    standing = _clear_the_future(article, now=now)
    edition = composing.compose(article, live_from=live_from, correction=correction)
    if reason := composing.obstacle(edition):
        raise NotPublishable(reason)
    if standing is not None:
        if composing.is_same(standing, edition):
            raise NotPublishable(_("Nothing has changed since the last edition."))
        _close(standing, at=live_from, closed_as=Closing.SUPERSEDED)
    rendering.render(edition)
    edition.save(force_insert=True)
    _link_photos(edition)
    _link_authors(edition)
    return edition


def _link_photos(edition: Edition) -> None:
    """So that the library knows which photos were published."""
    digests = {photo["digest"] for photo in edition.photos}
    shown = Photo.objects.filter(digest__in=digests).order_by("pk")
    EditionPhoto.objects.bulk_create(
        EditionPhoto(edition=edition, photo=photo) for photo in shown.only("pk")
    )


def _link_authors(edition: Edition) -> None:
    """So that an author's page finds the edition by one index."""
    named = [person["slug"] for person in edition.bylines]
    EditionByline.objects.bulk_create(
        EditionByline(
            edition=edition,
            author=author,
            article_id=edition.article_id,
            dateline_at=edition.dateline_at,
        )
        for author in Author.objects.filter(slug__in=named).order_by("pk")
    )


def _what_was_published(
    edition: Edition, urgent_reason: str, correction: Correction | None
) -> dict:
    """What the audit keeps of it besides the status."""
    details = {"edition": edition.number, "live_from": edition.live_from.isoformat()}
    if urgent := urgent_reason.strip():
        details["urgent"] = urgent
    if correction is not None:
        details["correction"] = {"kind": correction.kind, "text": correction.text}
    return details


@transaction.atomic
def cancel(article: Article, *, actor, note: str = "") -> None:
    """Take back an edition that is waiting for its time; what is live stays live."""
    article = workflow.locked(article)
    workflow.check(workflow.CANCEL, article, actor=actor, note=note)
    now = timezone.now()
    if not article.editions.scheduled(now).exists():
        raise NotPublishable(_("No edition of this bulletin is waiting for its time."))
    _clear_the_future(article, now=now)
    workflow.perform(workflow.CANCEL, article, actor=actor, note=note)


@transaction.atomic
def withdraw(article: Article, *, actor, reason: str) -> None:
    """Take the bulletin off the site at once; `reason` is shown to readers."""
    article = workflow.locked(article)
    workflow.check(workflow.WITHDRAW, article, actor=actor, note=reason)
    now = timezone.now()
    waiting = article.editions.scheduled(now).exists()
    standing = _clear_the_future(article, now=now)
    if standing is None and not waiting:
        raise NothingToWithdraw(_("This bulletin is not on the site."))
    if standing is not None:
        _close(standing, at=now, closed_as=Closing.WITHDRAWN, note=reason.strip())
    workflow.perform(workflow.WITHDRAW, article, actor=actor, note=reason)


def _clear_the_future(article: Article, *, now: datetime) -> Edition | None:
    """Cancel what is waiting and let the live edition stand open; return that one."""
    for waiting in article.editions.scheduled(now):
        _close(waiting, at=waiting.live_from, closed_as=Closing.CANCELLED)
    standing = article.editions.live(now).first()
    if standing is not None and standing.live_until is not None:
        standing.live_until, standing.closed_as = None, ""
        standing.save(update_fields=CLOSING)
    return standing


def _close(
    edition: Edition, *, at: datetime, closed_as: Closing, note: str = ""
) -> None:
    edition.live_until, edition.closed_as, edition.closing_note = at, closed_as, note
    edition.save(update_fields=CLOSING)
