"""Four eyes: whoever worked on a text does not let it through alone.

An approval is bound to the digest of exactly what was approved; any later change is
another text. Publishing alone is possible where the head finds it urgent; it needs a
reason and stays marked and counted for ever.
"""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import permissions, versions
from articles.editorial.refusal import Refused
from articles.models import Approval, Article, Edition


class TextChanged(Refused):
    """The text is no longer the one that the approver saw."""


class SecondPairOfEyesNeeded(Refused):
    """The approver worked on this text."""


def touched_by(article: Article) -> set[int]:
    """Keys of those who worked on the text since it was last approved."""
    approved = (
        Approval.objects.filter(edition__article=article)
        .order_by("-edition__number")
        .values_list("digest", flat=True)
        .first()
    )
    revisions = article.revisions.all()
    if approved:
        seen = revisions.filter(digest=approved).order_by("-number").first()
        if seen is not None and seen.digest != versions.latest(article).digest:
            revisions = revisions.filter(number__gt=seen.number)
    return set(
        revisions.exclude(actor=None).values_list("actor", flat=True).order_by("actor")
    )


def needs_second_pair_of_eyes(user, article: Article) -> bool:
    """Whether the user can let the text through only as urgent."""
    return user.pk in touched_by(article)


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
