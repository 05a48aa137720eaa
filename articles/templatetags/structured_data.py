"""What search engines read of a bulletin: schema.org as JSON-LD."""

import json
from datetime import datetime

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString

from articles.models import Correction, Edition

register = template.Library()

# A data block ends at the first "</script>", whatever stands around it.
ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@register.simple_tag(takes_context=True)
def news_article(
    context, edition: Edition, address: str, picture: str = ""
) -> SafeString:
    """The bulletin as a NewsArticle; `address` and `picture` are absolute."""
    unit = _organisation(
        edition.unit_name,
        context["request"].build_absolute_uri(edition.unit.get_absolute_url()),
    )
    people = [{"@type": "Person", "name": person["name"]} for person in edition.bylines]
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": edition.title,
        "description": edition.lead,
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": "vi",
        "image": picture,
        "articleSection": edition.category_name,
        "datePublished": _date_published(edition),
        "dateModified": _date_modified(edition),
        "author": people or [unit],
        "publisher": unit,
        "isPartOf": {"@type": "WebSite", "name": settings.SITE_NAME},
        "correction": [_comment(note) for note in edition.public_notes],
    }
    return script({name: value for name, value in data.items() if value})


def script(data: dict) -> SafeString:
    """The data as a block that browsers never run and no text can break out of."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


def _organisation(name: str, address: str) -> dict:
    return {"@type": "Organization", "name": name, "url": address}


def _comment(note: Correction) -> dict:
    return {
        "@type": "CorrectionComment",
        "text": note.text,
        "datePublished": _moment(note.at),
    }


def _date_published(edition: Edition) -> str:
    """The date line: a bare date where the time of day is unknown."""
    if edition.dateline_has_time:
        return _moment(edition.dateline_at)
    return _local(edition.dateline_at).date().isoformat()


def _date_modified(edition: Edition) -> str:
    """As the page says: the first edition was not changed."""
    if edition.number == 1:
        return _date_published(edition)
    return _moment(edition.live_from)


def _moment(value: datetime) -> str:
    return _local(value).isoformat(timespec="seconds")


def _local(value: datetime) -> datetime:
    return timezone.localtime(value, timezone.get_default_timezone())
