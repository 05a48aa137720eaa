"""What machines read of a page in its head: search engines, messengers, networks."""

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django import template
from django.utils import timezone
from django.utils.html import strip_tags

from articles.models import Edition
from articles.photos import markup, specs
from articles.text.vietnamese import one_line

register = template.Library()

SUMMARY_LENGTH = 200  # characters: more is cut by whoever shows it
READ_OF_BODY = 4000  # characters of HTML, enough for a summary
BLOCK_END = re.compile("</(?:p|h[1-6]|li|th|td|caption|figcaption)>|<br>")
# Where lists go on, by views.paging. What such an address shows changes with every new
# bulletin, so it is nobody's to keep.
CURSORS = {"truoc", "sau"}


@dataclass(frozen=True)
class SharedPicture:
    """`address` is absolute; width and height in pixels."""

    address: str
    width: int
    height: int
    alt: str


@register.simple_tag(takes_context=True)
def canonical_address(context) -> str:
    """The one absolute address of the page, without campaign marks and the like; empty
    for a page of a list further on.
    """
    request = context["request"]
    if CURSORS & set(request.GET):
        return ""
    return request.build_absolute_uri(request.path)


@register.simple_tag(takes_context=True)
def shared_picture(context, edition: Edition) -> SharedPicture | None:
    """The picture that stands for the bulletin in messengers and networks."""
    photo = edition.cover
    if photo is None:
        return None
    width, height = specs.sizes("share", photo["width"], photo["height"])[-1]
    address = context["request"].build_absolute_uri(markup.share_url(photo))
    return SharedPicture(address, width, height, photo["alt_text"] or photo["caption"])


@register.filter
def summary(text: str) -> str:
    """The text on one line, cut between words."""
    return cut(one_line(text), SUMMARY_LENGTH)


@register.filter
def edition_summary(edition: Edition) -> str:
    """The lead; where there is none, how the body begins."""
    if edition.lead:
        return summary(edition.lead)
    whole_tags = re.sub(r"<[^<>]*$", "", edition.body_html[:READ_OF_BODY])
    return summary(unescape(strip_tags(BLOCK_END.sub(" ", whole_tags))))


def cut(text: str, length: int) -> str:
    """At most so many characters: whole words, and an ellipsis where it goes on."""
    if len(text) <= length:
        return text
    words, space, _rest = text[:length].rpartition(" ")
    return f"{words.rstrip(' ,.;:–-') if space else text[: length - 1]}…"


@register.filter
def date_published(edition: Edition) -> str:
    """The date line: a bare date where the time of day is unknown."""
    if edition.dateline_has_time:
        return iso_moment(edition.dateline_at)
    return local(edition.dateline_at).date().isoformat()


@register.filter
def date_modified(edition: Edition) -> str:
    """As the page says: the first edition was not changed."""
    if edition.number == 1:
        return date_published(edition)
    return iso_moment(edition.live_from)


def iso_moment(value: datetime) -> str:
    """With the zone of the readers: 2023-11-30T09:21:00+07:00."""
    return local(value).isoformat(timespec="seconds")


def local(value: datetime) -> datetime:
    return timezone.localtime(value, timezone.get_default_timezone())
