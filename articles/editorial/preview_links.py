"""Links that show one draft to one person who has no account, until a time.

The address carries a random token that is handed out once; only its SHA-256 is kept.
A link shows the working copy as it is when the link is opened.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import audit, permissions, previewing, workflow
from articles.editorial.people import name_of
from articles.editorial.refusal import Refused
from articles.models import Article, Edition, PreviewLink
from articles.text import vietnamese

SHORTEST, USUAL, LONGEST = 1, 7, 30  # days


class LinkRefused(Refused):
    """A link without a reader, or for too short or too long a time."""


@dataclass(frozen=True)
class Listed:
    """A link as the newsroom sees it: without its token, which nobody can see again."""

    link: PreviewLink
    created_by: str
    is_open: bool
    may_revoke: bool


def may_create(user, article: Article) -> bool:
    """Whoever may change the text may show it to somebody."""
    return permissions.can_edit(user, article)


def may_revoke(user, link: PreviewLink) -> bool:
    """Whoever could create it, and who did: also after handing the text in."""
    if permissions.can_edit(user, link.article):
        return True
    return link.created_by_id == user.pk and permissions.can_view(user, link.article)


@transaction.atomic
def create(
    article: Article, *, reader: str, days: int, actor
) -> tuple[PreviewLink, str]:
    """A link for the reader, open for so many days; returns it and its token.

    Raises Refused or PermissionDenied.
    """
    article = workflow.locked(article)
    if not may_create(actor, article):
        raise PermissionDenied(_("You may not share this bulletin."))
    if not vietnamese.one_line(reader):
        raise LinkRefused(_("Say who is to read the draft."))
    if not SHORTEST <= days <= LONGEST:
        raise LinkRefused(
            _("A link stays open from %(shortest)d to %(longest)d days.")
            % {"shortest": SHORTEST, "longest": LONGEST}
        )
    token, now = secrets.token_urlsafe(32), timezone.now()
    link = PreviewLink.objects.create(
        article=article,
        token_digest=_digest(token),
        reader=reader,
        created_by=actor,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    _record("preview_link_created", link, actor=actor)
    return link, token


@transaction.atomic
def revoke(link: PreviewLink, *, actor) -> None:
    """Close the link at once; of one that is closed already nothing is recorded.

    Raises PermissionDenied.
    """
    workflow.locked(link.article)
    link = PreviewLink.objects.select_related("article__unit").get(pk=link.pk)
    if not may_revoke(actor, link):
        raise PermissionDenied(_("You may not take this link back."))
    if link.revoked_at is not None:
        return
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    _record("preview_link_revoked", link, actor=actor)


def open_by(
    token: str, at: datetime | None = None, *, counts: bool = True
) -> Edition | None:
    """The draft that the token opens, composed as readers would see it.

    None for a token that is unknown, expired or revoked: nobody can tell them apart.
    The link is found by the token's digest, so how long the search takes says nothing
    about the token. `counts`: whether somebody reads it now.
    """
    at = at or timezone.now()
    links = PreviewLink.objects.filter(
        token_digest=_digest(token), revoked_at=None, expires_at__gt=at
    )
    link = links.select_related(
        "article__unit", "article__category", "article__genre"
    ).first()
    if link is None:
        return None
    # Counted where it is still open: a link may be revoked between the two questions.
    if counts and not links.update(opened=F("opened") + 1, last_opened_at=at):
        return None
    return previewing.preview(link.article, at)


def listed(article: Article, user, at: datetime | None = None) -> list[Listed]:
    """Every link to the article, newest first, open or not."""
    at = at or timezone.now()
    can_edit = permissions.can_edit(user, article)
    links = article.preview_links.select_related("created_by")
    return [
        Listed(
            link,
            created_by=name_of(link.created_by),
            is_open=link.revoked_at is None and at < link.expires_at,
            may_revoke=can_edit or link.created_by_id == user.pk,
        )
        for link in links
    ]


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _record(action: str, link: PreviewLink, *, actor) -> None:
    details = {
        "link": link.pk,
        "reader": link.reader,
        "until": link.expires_at.isoformat(),
    }
    audit.record(link.article, action=action, actor=actor, details=details)
