"""What the panels beside the bulletin's form ask the newsroom for."""

from django import template

from articles.editorial import checklist, permissions, remarks
from articles.editorial.people import name_of

register = template.Library()


@register.simple_tag
def findings(article, user) -> list[checklist.Finding]:
    """What to look at before the saved text goes to readers."""
    return checklist.check(article, reader=user)


@register.simple_tag
def remarks_of(article) -> dict[str, list]:
    """The article's remarks, as "open" and "resolved"."""
    parts = {"open": [], "resolved": []}
    for remark in remarks.of(article):
        parts["resolved" if remark.resolved_at else "open"].append(remark)
    return parts


@register.filter
def may_write(user) -> bool:
    """Whether the user may begin bulletins at all."""
    return permissions.can_add(user)


@register.filter
def full_name(user) -> str:
    return name_of(user)
