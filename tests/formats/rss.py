"""RSS 2.0 with content, dc and atom, as the RSS Advisory Board's profile reads it."""

import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

from tests.formats.fragments import fragment_complaints

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

# Which children an element may have: name to (fewest, most).
MANY = 1_000_000
CHANNEL = {
    "title": (1, 1), "link": (1, 1), "description": (1, 1), "language": (0, 1),
    "copyright": (0, 1), "lastBuildDate": (0, 1), "ttl": (0, 1), "image": (0, 1),
    f"{ATOM}link": (1, 1), "item": (0, MANY),
}  # fmt: skip
ITEM = {
    "title": (1, 1), "link": (1, 1), "description": (1, 1), "category": (0, MANY),
    "enclosure": (0, 1), "guid": (1, 1), "pubDate": (1, 1), CREATOR: (0, MANY),
    f"{CONTENT}encoded": (1, 1),
}  # fmt: skip
RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})"
)


def complaints(text: bytes) -> list[str]:
    root = etree.fromstring(text)
    if root.tag != "rss" or dict(root.attrib) != {"version": "2.0"}:
        return ["The root is not <rss version='2.0'>."]
    if [child.tag for child in root] != ["channel"]:
        return ["<rss> holds not exactly one <channel>."]
    channel = root[0]
    found = [*_counted(channel, CHANNEL), *_channel(channel)]
    guids = [item.findtext("guid") for item in channel.findall("item")]
    if len(set(guids)) != len(guids):
        found.append("A guid stands twice.")
    for item in channel.findall("item"):
        found += [*_counted(item, ITEM), *_item(item)]
    return found


def _counted(element, allowed):
    for child in element:
        if child.tag not in allowed:
            yield f"<{element.tag}> may not hold <{child.tag}>."
    for name, (fewest, most) in allowed.items():
        number = len(element.findall(name))
        if not fewest <= number <= most:
            yield f"<{element.tag}> holds <{name}> {number} times."


def _channel(channel):
    yield from _absolute(channel, "link")
    if "<" in channel.findtext("title", ""):
        yield "The channel's title holds markup."
    if not re.fullmatch("[a-z]{2}(-[a-z]{2})?", channel.findtext("language", "vi")):
        yield "The language is no code."
    link = channel.find(f"{ATOM}link")
    if link is not None:
        if link.get("rel") != "self":
            yield "The atom:link is not to itself."
        if not _is_absolute(link.get("href", "")):
            yield "The atom:link is not absolute."
    yield from _dated(channel, "lastBuildDate")


def _item(item):
    yield from _absolute(item, "link")
    yield from _dated(item, "pubDate")
    guid = item.find("guid")
    if guid is not None:
        if guid.get("isPermaLink", "true") not in ("true", "false"):
            yield "isPermaLink is neither true nor false."
        if guid.get("isPermaLink", "true") == "true" and not _is_absolute(guid.text):
            yield "The guid is a permanent link and no address."
    for enclosure in item.findall("enclosure"):
        if set(enclosure.attrib) != {"url", "length", "type"}:
            yield "The enclosure lacks an attribute or has too many."
        elif not (
            _is_absolute(enclosure.get("url")) and enclosure.get("length").isdecimal()
        ):
            yield "The enclosure's url or length is wrong."
    yield from fragment_complaints(item.findtext(f"{CONTENT}encoded", ""))


def _absolute(element, name):
    if not _is_absolute(element.findtext(name, "")):
        yield f"<{name}> is no absolute address."


def _dated(element, name):
    written = element.findtext(name)
    if written is None:
        return
    if not RFC822.fullmatch(written) or parsedate_to_datetime(written).tzinfo is None:
        yield f"<{name}> is no date of RFC 822: {written}."


def _is_absolute(address) -> bool:
    parts = urlsplit(address or "")
    return parts.scheme in ("http", "https") and bool(parts.netloc)
