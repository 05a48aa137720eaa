from django import template
from django.utils.text import capfirst

from articles.models import Author, Edition
from articles.templatetags.bylines import LABELS

register = template.Library()


@register.filter
def parts_by(edition: Edition, author: Author) -> str:
    """What the author did for the bulletin: `Bài`, `Bài, ảnh`, `Video`.

    Empty where the edition names them by an address that they no longer have.
    """
    roles = {
        role
        for person in edition.bylines
        if person["slug"] == author.slug
        for role in person["roles"]
    }
    return capfirst(", ".join(str(LABELS[role]) for role in LABELS if role in roles))
