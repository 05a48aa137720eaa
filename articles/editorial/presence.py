"""Who else has an article's form open: so that two people talk before they collide."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import permissions
from articles.editorial.people import name_of
from articles.models import Article, Presence

# Forms say every half minute that they are open; a bad connection may miss a few.
FORGOTTEN_AFTER = timedelta(minutes=3)


@dataclass(frozen=True)
class Other:
    """A colleague at the same article; `minutes` since the form last said so."""

    name: str
    minutes: int
    has_typed: bool

    def __str__(self):
        said = {"name": self.name}
        if not self.has_typed:
            return _("%(name)s has this bulletin open") % said
        if not self.minutes:
            return _("%(name)s is editing this bulletin now") % said
        said["minutes"] = self.minutes
        return _("%(name)s is editing, %(minutes)s min ago") % said


def seen(
    user, article: Article, *, has_typed: bool, at: datetime | None = None
) -> None:
    """Note that the user has the form open. Raises PermissionDenied."""
    if not permissions.can_edit(user, article):
        raise PermissionDenied(_("You may not change this bulletin."))
    here = Presence(
        article=article, user=user, has_typed=has_typed, seen_at=at or timezone.now()
    )
    Presence.objects.bulk_create(
        [here],
        update_conflicts=True,
        unique_fields=["article", "user"],
        update_fields=["seen_at", "has_typed"],
    )


def others(article: Article, user, at: datetime | None = None) -> list[Other]:
    """Who else is at the article, whoever wrote something first; one query."""
    at = at or timezone.now()
    there = (
        article.presences.filter(seen_at__gt=at - FORGOTTEN_AFTER)
        .exclude(user=user)
        .select_related("user")
        .order_by("-has_typed", "-seen_at")
    )
    return [
        Other(
            name_of(each.user),
            int((at - each.seen_at).total_seconds() // 60),
            each.has_typed,
        )
        for each in there
    ]
