"""What the pages about versions print: people, small pictures, text in two versions."""

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.editorial.people import name_of
from articles.models import Photo
from articles.photos import markup
from articles.text import diff
from articles.text.diff import Segment

register = template.Library()

ELEMENTS = {diff.DELETE: "del", diff.INSERT: "ins"}


@register.filter
def who(actor) -> str:
    """The person's name; the system has none."""
    return name_of(actor) if actor else _("The system")


@register.simple_tag
def thumbnail(photo: Photo) -> SafeString:
    address = markup.thumbnail_url(photo.digest, photo.width)
    return format_html('<img class="photo-thumbnail" src="{}" alt="">', address)


@register.simple_tag
def segments(parts: list[Segment]) -> SafeString:
    """Text of two versions as one: <del> and <ins> where it differs, all escaped."""
    return format_html_join("", "{}", ((_segment(part),) for part in parts))


def _segment(part: Segment) -> SafeString:
    text = conditional_escape(part.text)
    if part.marks:
        names = " ".join(f"mark-{mark}" for mark in part.marks)
        text = format_html('<span class="{}">{}</span>', names, text)
    if element := ELEMENTS.get(part.kind):
        return format_html("<{0}>{1}</{0}>", element, text)
    return text
