"""A bulletin as the beginning of another one."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.editorial import editing, permissions, versions
from articles.models import Article

TAKEN_OVER = [
    "title",
    "lead",
    "body",
    "unit_id",
    "category_id",
    "genre_id",
    "cover_number",
    "source",
    "source_url",
]


def duplicate(article: Article, *, actor) -> Article:
    """A new draft of the actor's with the same text, bylines, photos and attachments, without a date.

    The photos themselves are shared. Raises PermissionDenied.
    """
    if not permissions.can_view(actor, article):
        raise PermissionDenied(_("You may not see this bulletin."))
    copy = Article(**{name: getattr(article, name) for name in TAKEN_OVER})

    def save_parts():
        for byline in article.bylines.all():
            copy.bylines.create(
                author_id=byline.author_id, role=byline.role, order=byline.order
            )
        for place in article.photo_places.values(*versions.PLACE_FIELDS):
            copy.photo_places.create(**place)
        for place in article.attachment_places.values(*versions.ATTACHMENT_FIELDS):
            copy.attachment_places.create(**place)

    return editing.save_new(
        copy, actor=actor, action="duplicate", save_parts=save_parts
    )
