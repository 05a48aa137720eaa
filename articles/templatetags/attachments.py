"""The files that go with a bulletin, under its text."""

from dataclasses import dataclass

from django import template
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from articles.attachments import kinds
from articles.attachments.addresses import address
from articles.attachments.kinds import Kind

register = template.Library()


@dataclass(frozen=True)
class Shown:
    """One file as the page prints it; `size` is in words, like "1,2 MB"."""

    title: str
    word: str
    size: str
    content_type: str
    address: str


@register.inclusion_tag("includes/attachments.html", takes_context=True)
def attachments(context, edition) -> dict:
    """Players for sound and video, then the documents, each in the edition's order.

    A recording that reads a published bulletin stands at its head (`listen.html`).
    """
    shown: dict[str, list[Shown]] = {kind: [] for kind in Kind.values}
    for row in edition.attachments:
        if row.get("is_reading") and row["kind"] == Kind.AUDIO and edition.pk:
            continue
        shown[row["kind"]].append(_shown(row, _address(context, edition, row)))
    return {
        "sounds": shown[Kind.AUDIO],
        "videos": shown[Kind.VIDEO],
        "documents": shown[Kind.DOCUMENT],
    }


def _shown(row: dict, address: str) -> Shown:
    return Shown(
        title=row["title"] or row["name"],
        word=kinds.word(row["content_type"]),
        size=filesizeformat(row["size"]),
        content_type=row["content_type"],
        address=address,
    )


def _address(context, edition, row: dict) -> str:
    """Readers' address, or that of the door through which this draft is being looked at."""
    if edition.pk is not None:
        return address(edition.article_id, row)
    if context.get("is_private"):
        token = context["request"].resolver_match.kwargs["token"]
        return reverse("articles:preview_attachment", args=[token, row["number"]])
    return reverse(
        "admin:articles_article_attachment", args=[edition.article_id, row["number"]]
    )
