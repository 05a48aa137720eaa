"""Which addresses a text may point to, in the one way they are written."""

import re
from urllib.parse import parse_qs, urlsplit

from articles.text.vietnamese import nfc

MAX_ADDRESS = 2000
_IGNORED_BY_BROWSERS = re.compile(r"[\t\n]")
_LINK = re.compile(
    r"(?i)(?P<scheme>https?)(?P<web>://[^/?#].*)|(?P<other>mailto|tel):(?P<who>.+)"
)
_SITE_PATH = re.compile(r"/(?!/).*")
_UNSAFE = re.compile(r"[\\<>\"`]")
_MEDIA_PATH = re.compile(r"/media(/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+")
_VIDEO_HOSTS = {"youtube.com", "www.youtube.com", "m.youtube.com"}
_VIDEO_HOSTS |= {"youtube-nocookie.com", "www.youtube-nocookie.com"}
_VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}")


def link_target(address: str) -> str | None:
    """The address as a link may carry it: http, https, mailto, tel, or a path on this site."""
    address = _IGNORED_BY_BROWSERS.sub("", nfc(address)).strip().replace(" ", "%20")
    if len(address) > MAX_ADDRESS or _UNSAFE.search(address):
        return None
    if _SITE_PATH.fullmatch(address):
        return address
    if not (link := _LINK.fullmatch(address)):
        return None
    if link["scheme"]:
        return link["scheme"].lower() + link["web"]
    return f"{link['other'].lower()}:{link['who']}"


def media_path(address: str) -> str | None:
    """The path of an uploaded file: plain letters below /media/, no dots that climb."""
    address = address.strip()
    if len(address) > MAX_ADDRESS or not _MEDIA_PATH.fullmatch(address):
        return None
    return address


def youtube_id(address: str) -> str | None:
    """The eleven characters that name a YouTube video, from any of its usual addresses."""
    address = address.strip()
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    candidate = _video_in(parts.netloc.lower(), parts.path, parts.query)
    return candidate if _VIDEO_ID.fullmatch(candidate) else None


def _video_in(host: str, path: str, query: str) -> str:
    if host == "youtu.be":
        return path.removeprefix("/")
    if host not in _VIDEO_HOSTS:
        return ""
    if path == "/watch":
        return parse_qs(query).get("v", [""])[0]
    named = re.fullmatch(r"/(?:embed|live|shorts|v)/([^/&]*)(?:&.*)?", path)
    return named[1] if named else ""


def youtube_address(video: str) -> str:
    return f"https://www.youtube.com/watch?v={video}"
