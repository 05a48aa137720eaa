"""JSON Feed 1.1."""

import json
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles.feeds import full_text
from articles.feeds.channels import Channel
from articles.models import Edition

CONTENT_TYPE = "application/feed+json; charset=utf-8"
VERSION = "https://jsonfeed.org/version/1.1"


def write(
    request: HttpRequest,
    channel: Channel,
    editions: list[Edition],
    changed_at: datetime | None,
) -> str:
    """The channel with the editions, newest first; addresses are of the request's host."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "description": channel.description,
        "home_page_url": request.build_absolute_uri(channel.page),
        "feed_url": request.build_absolute_uri(request.path),
        "language": "vi",
        "items": [_item(request, edition) for edition in editions],
    }
    return json.dumps(feed, ensure_ascii=False)


def _item(request: HttpRequest, edition: Edition) -> dict:
    site = request.build_absolute_uri("/")
    item = {
        # The same for every edition, and the same as in the RSS feed.
        "id": f"bulletin-{edition.article_id}",
        "url": request.build_absolute_uri(edition.get_absolute_url()),
        "external_url": edition.source_url,
        "title": edition.title,
        "summary": full_text.summary(edition),
        "content_html": full_text.full_text(edition, site),
        "image": full_text.picture_address(edition, site),
        "date_published": _moment(edition.dateline_at),
        "date_modified": _moment(edition.live_from) if edition.number > 1 else "",
        "authors": [_author(request, person) for person in edition.bylines],
        "tags": [edition.category_name] if edition.category_name else [],
        "language": "vi",
        "attachments": [
            _attachment(row, address) for row, address in full_text.files(edition, site)
        ],
    }
    return {name: value for name, value in item.items() if value}


def _author(request: HttpRequest, person: dict) -> dict:
    page = reverse("articles:author", args=[person["slug"]])
    return {"name": person["name"], "url": request.build_absolute_uri(page)}


def _attachment(row: dict, address: str) -> dict:
    return {
        "url": address,
        "mime_type": row["content_type"],
        "title": row["title"] or row["name"],
        "size_in_bytes": row["size"],
    }


def _moment(value: datetime) -> str:
    local = timezone.localtime(value, timezone.get_default_timezone())
    return local.isoformat(timespec="seconds")
