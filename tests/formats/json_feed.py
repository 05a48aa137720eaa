"""JSON Feed 1.1, as jsonfeed.org writes it; no field that it doesn't know."""

import json
from datetime import datetime
from urllib.parse import urlsplit

from tests.formats.fragments import fragment_complaints

VERSION = "https://jsonfeed.org/version/1.1"
FEED = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str,
    "user_comment": str, "next_url": str, "icon": str, "favicon": str, "authors": list,
    "language": str, "expired": bool, "hubs": list, "items": list,
}  # fmt: skip
ITEM = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str,
    "content_text": str, "summary": str, "image": str, "banner_image": str,
    "date_published": str, "date_modified": str, "authors": list, "tags": list,
    "language": str, "attachments": list,
}  # fmt: skip
AUTHOR = {"name": str, "url": str, "avatar": str}
ATTACHMENT = {
    "url": str, "mime_type": str, "title": str, "size_in_bytes": int,
    "duration_in_seconds": int,
}  # fmt: skip


def complaints(text: bytes) -> list[str]:
    feed = json.loads(text)
    found = _fields(feed, FEED, required={"version", "title", "items"})
    if feed.get("version") != VERSION:
        found.append("The version is not 1.1.")
    ids = [item.get("id") for item in feed.get("items", [])]
    if len(set(ids)) != len(ids):
        found.append("An id stands twice.")
    for item in feed.get("items", []):
        found += _item(item)
    return found


def _item(item: dict) -> list[str]:
    found = _fields(item, ITEM, required={"id"})
    if not {"content_html", "content_text"} & set(item):
        found.append("An item has no content.")
    for name in ("date_published", "date_modified"):
        if name in item and datetime.fromisoformat(item[name]).tzinfo is None:
            found.append(f"{name} has no zone.")
    for author in item.get("authors", []):
        found += _fields(author, AUTHOR, required=set())
        if not author:
            found.append("An author has nothing.")
    for attachment in item.get("attachments", []):
        found += _fields(attachment, ATTACHMENT, required={"url", "mime_type"})
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        found.append("A tag is no text.")
    return found + fragment_complaints(item.get("content_html", ""))


def _fields(thing: dict, known: dict, *, required: set) -> list[str]:
    found = [f"{name} is missing." for name in sorted(required - set(thing))]
    for name, value in thing.items():
        if name not in known and not name.startswith("_"):
            found.append(f"{name} is not known.")
        elif not isinstance(value, known.get(name, object)):
            found.append(f"{name} is of the wrong type.")
        elif _is_address(name) and urlsplit(value).scheme not in ("http", "https"):
            found.append(f"{name} is not absolute: {value}.")
    return found


def _is_address(name: str) -> bool:
    return name.endswith("url") or name in ("image", "banner_image", "icon", "favicon")
