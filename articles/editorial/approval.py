"""Four eyes: whoever worked on a text does not let it through alone.

An approval is bound to the digest of exactly what was approved; any later change is
another text. Publishing alone is possible where the head finds it urgent; it needs a
reason and stays marked and counted for ever.
"""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import permissions, photo_record, versions
from articles.editorial.refusal import Refused
from articles.models import Approval, Article, Edition, PhotoPlace, Revision


class TextChanged(Refused):
    """The text is no longer the one that the approver saw."""


class SecondPairOfEyesNeeded(Refused):
    """The approver worked on this text."""


def touched_by(article: Article) -> set[int]:
    """Keys of those who worked on the text since it was last approved.

    So did whoever changed what the library says of its photos: readers get those words.
    """
    return touched_by_each([article])[article.pk]


def touched_by_each(articles: Iterable[Article]) -> dict[int, set[int]]:
    """`touched_by` of every article, by its key, in at most four queries."""
    since = {article.pk: article.created_at for article in articles}
    versions_of = {key: [] for key in since}
    approved = {}
    approvals = Approval.objects.filter(edition__article__in=versions_of)
    for key, digest, at in approvals.order_by("edition__number").values_list(
        "edition__article", "digest", "at"
    ):
        approved[key], since[key] = digest, at
    rows = Revision.objects.filter(article__in=versions_of).order_by("number")
    for article_id, *version in rows.values_list("article", "digest", "actor"):
        versions_of[article_id].append(version)
    described_by = _describers(since)
    return {
        key: _workers(version_list, approved.get(key)) | described_by[key]
        for key, version_list in versions_of.items()
    }


def _workers(version_list: list, approved: str | None) -> set[int]:
    """Who made the versions, (digest, actor) oldest first, behind the approved one."""
    digests = [digest for digest, _actor in version_list]
    if approved in digests and digests[-1] != approved:
        last_seen = len(digests) - digests[::-1].index(approved)
        version_list = version_list[last_seen:]
    return {actor for _digest, actor in version_list if actor is not None}


def _describers(since: dict[int, datetime]) -> dict[int, set[int]]:
    """Who changed what the library says of the articles' photos after those moments.

    What it said before a text was begun was before the eyes of whoever put it there.
    """
    places = PhotoPlace.objects.filter(article__in=since, photo__isnull=False)
    photos_of = {key: set() for key in since}
    # A photo that took another's place took over its words.
    for key, *photos in places.values_list("article", "photo", "photo__replaces"):
        photos_of[key].update(photos)
    photos = set().union(*photos_of.values()) - {None}
    if not photos:
        return {key: set() for key in since}
    lines = photo_record.describers(photos, since=min(since.values()))
    return {
        key: {
            user
            for photo, user, moment in lines
            if photo in photos_of[key] and moment > since[key]
        }
        for key in since
    }


def needs_second_pair_of_eyes(user, article: Article) -> bool:
    """Whether the user can let the text through only as urgent."""
    return user.pk in touched_by(article)


def urgent_count(article: Article | None = None) -> int:
    """How many editions were published alone: of the article, or in the whole newsroom."""
    urgent = Approval.objects.filter(is_urgent=True)
    return (urgent.filter(edition__article=article) if article else urgent).count()


def with_urgency(articles):
    """Annotate `was_urgent`, whether an edition was ever published alone."""
    urgent = Approval.objects.filter(edition__article=OuterRef("pk"), is_urgent=True)
    return articles.annotate(was_urgent=Exists(urgent))


def check(
    article: Article, *, actor, seen_digest: str | None, urgent_reason: str
) -> str:
    """The digest of what is about to be approved.

    Raises TextChanged, SecondPairOfEyesNeeded or PermissionDenied. `actor=None`: the
    system publishes what it made itself.
    """
    digest = versions.current_digest(article)
    if seen_digest is not None and seen_digest != digest:
        raise TextChanged(
            _("The text has changed since you opened it. Read it again, then publish.")
        )
    if actor is None or not needs_second_pair_of_eyes(actor, article):
        return digest
    if not urgent_reason.strip():
        raise SecondPairOfEyesNeeded(
            _("You worked on this text yourself; somebody else has to publish it.")
        )
    if not permissions.can_publish_urgently(actor, article):
        raise PermissionDenied(_("You may not publish alone."))
    return digest


def grant(edition: Edition, *, actor, digest: str, urgent_reason: str) -> Approval:
    """Record who let the edition through; publishing calls it, nobody else."""
    reason = urgent_reason.strip()
    return Approval.objects.create(
        edition=edition,
        digest=digest,
        actor=actor,
        at=timezone.now(),
        is_urgent=bool(reason),
        reason=reason,
    )
