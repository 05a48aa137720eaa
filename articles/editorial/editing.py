"""Changing an article's content: cleaned on the way in, recorded once per save."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial import audit, permissions, workflow
from articles.models import Article, Status
from articles.text import html


@transaction.atomic
def save_new(article: Article, *, actor) -> Article:
    """Keep a new draft of the actor's. `actor=None`: the system (imports, the demo)."""
    if actor is not None and not permissions.can_add(actor):
        raise PermissionDenied(_("You may not write bulletins."))
    article.created_by = actor if article.created_by_id is None else article.created_by
    article.body = html.sanitise(article.body)
    article.save(force_insert=True)
    audit.record(article, action="create", actor=actor)
    return article


@transaction.atomic
def save_edit(article: Article, *, actor, changed: list[str]) -> Article:
    """Keep changed content; `changed` names the fields and parts, for the record.

    A bulletin that was published or withdrawn becomes a draft again: its working copy
    is no longer what readers were given. Raises PermissionDenied.
    """
    standing = workflow.locked(article)
    if actor is not None and not permissions.can_edit(actor, standing):
        raise PermissionDenied(_("You may not change this bulletin."))
    article.body = html.sanitise(article.body)
    article.status = standing.status
    article.save()
    audit.record(article, action="edit", actor=actor, details={"changed": changed})
    if standing.status in (Status.PUBLISHED, Status.WITHDRAWN):
        article.status = workflow.perform(workflow.REOPEN, article, actor=actor).status
    return article
