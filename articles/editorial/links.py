"""Links in a body that lead nowhere, as far as this site can tell by itself.

Nothing is fetched: no request leaves the host. Addresses elsewhere are only read.
"""

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve

from articles.models import Category, Edition, Unit

MALFORMED, DEAD, STAFF_ONLY = "malformed", "dead", "staff only"

_HREF = re.compile(r'<a href="([^"]*)"')
_HOST = re.compile(r"(?:[^\W_]|[-.])*(?:[^\W_])\.[^\W\d_]{2,}|\d{1,3}(?:\.\d{1,3}){3}")
# Pages that stand for one row: where its key stands in the address, and who has it.
_PAGES = {
    "articles:category": ("slug", Category.objects.values_list("slug")),
    "articles:unit": ("slug", Unit.objects.values_list("slug")),
}


def troubles(body: str) -> list[tuple[str, str]]:
    """Each address in the sanitised body that has a trouble, with its name, in order."""
    addresses = dict.fromkeys(unescape(each) for each in _HREF.findall(body))
    paths = {address: _path_here(address) for address in addresses}
    matches = {
        address: _match(path) for address, path in paths.items() if path is not None
    }
    gone = _gone([match for match in matches.values() if match])
    found = []
    for address, path in paths.items():
        trouble = (
            _trouble_here(matches[address], gone)
            if path is not None
            else _trouble_elsewhere(address)
        )
        if trouble:
            found.append((address, trouble))
    return found


def _path_here(address: str) -> str | None:
    """The path on this site that the address means; None if it leads elsewhere."""
    try:
        parts = urlsplit(address)
        own = [host.lower() for host in settings.ALLOWED_HOSTS]
        is_here = address.startswith("/") or (parts.hostname or "") in own
    except ValueError:
        return None
    return unquote(parts.path or "/") if is_here else None


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _trouble_here(match: ResolverMatch | None, gone: set[tuple]) -> str | None:
    if match is None or _key(match) in gone:
        return DEAD
    return STAFF_ONLY if match.app_name == "admin" else None


def _trouble_elsewhere(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https"):
            return None  # mailto and tel: sanitised, and nothing to look up
        host = parts.hostname or ""
    except ValueError:
        return MALFORMED
    return None if _HOST.fullmatch(host) else MALFORMED


def _key(match: ResolverMatch) -> tuple:
    if match.view_name == "articles:bulletin":
        return match.view_name, int(match.kwargs["article_id"])
    return match.view_name, match.kwargs.get("slug")


def _gone(matches: list[ResolverMatch]) -> set[tuple]:
    """Which of the pages have nothing to show; a query for each kind of page linked."""
    asked = {_key(match) for match in matches}
    bulletins = {key for name, key in asked if name == "articles:bulletin"}
    gone = set()
    if bulletins:
        live = Edition.objects.live().filter(article_id__in=bulletins)
        gone |= {
            ("articles:bulletin", key)
            for key in bulletins - set(live.values_list("article_id", flat=True))
        }
    for page, (column, rows) in _PAGES.items():
        if slugs := {key for name, key in asked if name == page}:
            standing = rows.filter(**{f"{column}__in": slugs})
            gone |= {(page, slug) for slug in slugs - {row[0] for row in standing}}
    return gone
