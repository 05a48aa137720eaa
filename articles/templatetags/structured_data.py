"""What search engines read of a page: schema.org as JSON-LD."""

import json

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Correction, Edition
from articles.photos import markup, specs
from articles.templatetags.metadata import (
    cut,
    date_modified,
    date_published,
    edition_summary,
    iso_moment,
)

register = template.Library()

# A data block ends at the first "</script>", whatever stands around it.
ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
HEADLINE_LENGTH = 110  # characters: what search engines take
LOGO = "articles/icons/icon-512.png"
PICTURES = (
    "hero",
    "card",
    "share",
)  # the crops: three shapes, each in its largest size


@register.simple_tag(takes_context=True)
def news_article(context, edition: Edition) -> SafeString:
    """The bulletin as a NewsArticle."""
    request = context["request"]
    address = request.build_absolute_uri(edition.get_absolute_url())
    unit = {
        "@type": "Organization",
        "name": edition.unit_name,
        "url": request.build_absolute_uri(edition.unit.get_absolute_url()),
    }
    people = [_person(request, person) for person in edition.bylines]
    data = {
        "@type": "NewsArticle",
        "headline": cut(edition.title, HEADLINE_LENGTH),
        "description": edition_summary(edition),
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "image": _images(request, edition),
        "articleSection": edition.category_name,
        "datePublished": date_published(edition),
        "dateModified": date_modified(edition),
        "author": people or [unit],
        "sourceOrganization": unit,
        "publisher": _publisher(request),
        "isPartOf": {"@type": "WebSite", "name": settings.SITE_NAME},
        "correction": [_comment(note) for note in edition.public_notes],
        **_source(edition),
    }
    return script({name: value for name, value in data.items() if value})


@register.simple_tag(takes_context=True)
def breadcrumbs(context, title: str) -> SafeString:
    """The way from the front page to this one, by what includes/metadata.html was given."""
    request = context["request"]
    front = (_("Front page"), reverse("articles:front"))
    way = [front, *_pages_between(context), (title, request.path)]
    return script(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": str(name),
                    "item": request.build_absolute_uri(address),
                }
                for position, (name, address) in enumerate(way, start=1)
            ],
        }
    )


@register.simple_tag(takes_context=True)
def web_site(context) -> SafeString:
    """The site with its search, for the front page."""
    request = context["request"]
    search = request.build_absolute_uri(reverse("articles:search"))
    return script(
        {
            "@type": "WebSite",
            "name": settings.SITE_NAME,
            "url": request.build_absolute_uri(reverse("articles:front")),
            "inLanguage": "vi",
            "publisher": _publisher(request),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{search}?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    )


def script(data: dict) -> SafeString:
    """The data as a block that browsers never run and no text can break out of."""
    data = {"@context": "https://schema.org", **data}
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


def _pages_between(context) -> list[tuple[str, str]]:
    """The section, and what lies below it on the way; a bulletin's section is its category."""
    pages = [(page, page.get_absolute_url()) for page in context.get("above") or []]
    if section := context.get("section"):
        return [(section, context["section_address"]), *pages]
    edition = context.get("edition")
    if edition is not None and edition.category is not None:
        return [(edition.category_name, edition.category.get_absolute_url())]
    return pages


def _person(request, person: dict) -> dict:
    """One of an edition's bylines. Whoever is named there has a page."""
    page = reverse("articles:author", args=[person["slug"]])
    return {
        "@type": "Person",
        "name": person["name"],
        "url": request.build_absolute_uri(page),
    }


def _publisher(request) -> dict:
    """Who answers for the site; the site itself where nobody is named yet."""
    return {
        "@type": "Organization",
        "name": settings.MANAGING_BODY or settings.SITE_NAME,
        "url": request.build_absolute_uri(reverse("articles:front")),
        "logo": {
            "@type": "ImageObject",
            "url": request.build_absolute_uri(static(LOGO)),
        },
    }


def _images(request, edition: Edition) -> list[dict]:
    photo = edition.cover
    if photo is None:
        return []
    images = []
    for spec in PICTURES:
        width, height = specs.sizes(spec, photo["width"], photo["height"])[-1]
        address = markup.url(photo, width, "jpg", spec)
        images.append(
            {
                "@type": "ImageObject",
                "url": request.build_absolute_uri(address),
                "width": width,
                "height": height,
            }
        )
    return images


def _source(edition: Edition) -> dict:
    """What the bulletin was taken from, as a work where it has an address."""
    if not edition.source_url:
        return {"citation": edition.source}
    work = {
        "@type": "CreativeWork",
        "url": edition.source_url,
        "publisher": {"@type": "Organization", "name": edition.source},
    }
    return {"isBasedOn": work, "citation": f"{edition.source}, {edition.source_url}"}


def _comment(note: Correction) -> dict:
    return {
        "@type": "CorrectionComment",
        "text": note.text,
        "datePublished": iso_moment(note.at),
    }
