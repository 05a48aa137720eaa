"""Changing an article's content: cleaned on the way in, one version and one event a save."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial import audit, permissions, versions, workflow
from articles.editorial.refusal import Refused
from articles.models import Article, Status, Unit
from articles.text import html

# Only this is written by an edit; whatever else a form or a script brings is not.
CONTENT = [name.removesuffix("_id") for name in versions.FIELDS]


RELATIONS = [
    "unit",
    "category",
    "genre",
    "created_by",
]  # theirs is the database's check


class Conflict(Refused):
    """Somebody else saved the article since this text was begun.

    `latest` is the number of the version that stands now.
    """

    def __init__(self, message: str, *, latest: int):
        super().__init__(message)
        self.latest = latest


class Unfit(Refused):
    """A field holds what it cannot hold."""


def nothing_more() -> None:
    """The article has no bylines or photos to save with it."""


@transaction.atomic
def save_new(
    article: Article,
    *,
    actor,
    action: str = "create",
    save_parts: Callable[[], None] = nothing_more,
) -> Article:
    """Keep a new draft of the actor's. `actor=None`: the system (imports, the demo).

    `action` is what the history says of it. `save_parts` saves bylines and photos; it
    is called once the article has its key.
    """
    if actor is not None:
        if not permissions.can_add(actor):
            raise PermissionDenied(_("You may not write bulletins."))
        _check_unit(actor, article.unit)
    article.created_by = actor if article.created_by_id is None else article.created_by
    _clean(article)
    article.save(force_insert=True)
    save_parts()
    versions.take(article, actor=actor)
    audit.record(article, action=action, actor=actor)
    return article


@transaction.atomic
def save_edit(
    article: Article,
    *,
    actor,
    changed: list[str],
    based_on: int | None = None,
    note: str = "",
    save_parts: Callable[[], None] = nothing_more,
) -> Article:
    """Keep changed content as the next version; `changed` names fields and parts.

    `based_on` is the number of the version that the editor began from: if another one
    stands by now, Conflict is raised and nothing is written. A save that changes nothing
    leaves no version and no event. A bulletin that was published or withdrawn becomes a
    draft again: its working copy is no longer what readers were given. Raises
    PermissionDenied.
    """
    standing = workflow.locked(article)
    _check_edit(standing, article, actor=actor, based_on=based_on)
    _clean(article)
    article.save(update_fields=[*CONTENT, "search_key", "updated_at"])
    save_parts()
    revision = versions.take(article, actor=actor, note=note)
    if revision is None:
        article.refresh_from_db(fields=["status"])
        return article
    details = {"changed": changed, "version": revision.number}
    audit.record(article, action="edit", actor=actor, note=note, details=details)
    if standing.status in (Status.PUBLISHED, Status.WITHDRAWN):
        workflow.perform(workflow.REOPEN, article, actor=actor)
    article.refresh_from_db(fields=["status"])
    return article


def _clean(article: Article) -> None:
    """Sanitise the body and hold the other fields to their limits."""
    article.body = html.sanitise(article.body)
    try:
        article.clean_fields(exclude=RELATIONS)
    except ValidationError as error:
        raise Unfit(" ".join(error.messages)) from error


def _check_edit(standing: Article, article: Article, *, actor, based_on) -> None:
    if actor is not None:
        if not permissions.can_edit(actor, standing):
            raise PermissionDenied(_("You may not change this bulletin."))
        if article.unit_id != standing.unit_id:
            _check_unit(actor, article.unit)
    if based_on is None:
        return
    last = versions.latest(standing)
    if last is not None and last.number != based_on:
        raise Conflict(
            _("Somebody else has saved this bulletin in the meantime."),
            latest=last.number,
        )


def _check_unit(actor, unit: Unit) -> None:
    if not permissions.can_write_for(actor, unit):
        raise PermissionDenied(
            _("You do not write for this unit: %(unit)s.") % {"unit": unit}
        )
