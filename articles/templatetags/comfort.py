"""What makes a bulletin easier to read, before any script runs."""

import re

from django import template
from django.utils.html import strip_tags

from articles.attachments.addresses import address
from articles.models import Attachment, Edition

register = template.Library()

WORDS_A_MINUTE = 200
WORD = re.compile(r"\w+")


@register.filter
def reading_minutes(edition: Edition) -> int:
    """How long the lead and the body take, in whole minutes; never less than one."""
    text = f"{edition.lead} {strip_tags(edition.body_html)}"
    return max(1, round(len(WORD.findall(text)) / WORDS_A_MINUTE))


@register.simple_tag
def recorded_reading(edition: Edition) -> str:
    """The address of the recording that reads the bulletin; empty without one.

    A draft's recordings stand under its text alone: they have addresses of their own.
    """
    if edition.pk is None:
        return ""
    for row in edition.attachments:
        if row["kind"] == Attachment.Kind.AUDIO and row.get("is_reading"):
            return address(edition.article_id, row)
    return ""
