"""What search engines ask of JSON-LD: NewsArticle, BreadcrumbList, WebSite."""

import json
import re
from datetime import date, datetime
from urllib.parse import urlsplit

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
REQUIRED = {
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "url"},
    "BreadcrumbList": {"itemListElement"},
    "WebSite": {"name"},
    "Organization": {"name"},
    "Person": {"name"},
    "ImageObject": {"url"},
    "ListItem": {"position", "name", "item"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "CorrectionComment": {"text", "datePublished"},
    "CreativeWork": {"url"},
}  # fmt: skip
ADDRESSES = {"url", "mainEntityOfPage", "item"}
DATES = {"datePublished", "dateModified"}


def blocks(page: str) -> dict[str, dict]:
    """The page's data by type."""
    found = [json.loads(text) for text in BLOCK.findall(page)]
    return {data["@type"]: data for data in found}


def complaints(data: dict) -> list[str]:
    found = [] if data.get("@context") == "https://schema.org" else ["No context."]
    return [*found, *_thing(data)]


def _thing(data: dict):
    kind = data.get("@type")
    if kind not in REQUIRED:
        yield f"{kind} is not known."
        return
    for name in sorted(REQUIRED[kind] - set(data)):
        yield f"{kind} lacks {name}."
    if len(data.get("headline", "")) > 110:
        yield "The headline is too long."
    positions = [each["position"] for each in data.get("itemListElement", [])]
    if positions != [*range(1, len(positions) + 1)]:
        yield "The positions are not 1, 2, 3 …"
    for name, value in data.items():
        yield from _value(name, value)


def _value(name: str, value):
    if isinstance(value, list):
        for each in value:
            yield from _value(name, each)
    elif isinstance(value, dict):
        yield from _thing(value)
    elif name in ADDRESSES and urlsplit(value).scheme not in ("http", "https"):
        yield f"{name} is not absolute: {value}."
    elif name in DATES and not _is_dated(value):
        yield f"{name} is neither a day nor a moment with its zone: {value}."
    elif value in ("", None):
        yield f"{name} is empty."


def _is_dated(value: str) -> bool:
    if len(value) == 10:
        return bool(date.fromisoformat(value))
    return datetime.fromisoformat(value).tzinfo is not None
