"""The gate: the only place where HTML becomes safe, and what is read out of it afterwards."""

import re

import nh3
from django.utils.translation import gettext_lazy as _

from articles.text.normalise.addresses import link_target, media_path
from articles.text.normalise.attributes import (
    LIST_START,
    LIST_TYPES,
    PHOTO_NUMBER,
    SCOPES,
    SPAN,
)
from articles.text.normalise.blocks import blocks_lines
from articles.text.normalise.parsing import HtmlRefused
from articles.text.normalise.styling import ALIGNMENTS
from articles.text.normalise.walking import read_blocks
from articles.text.vietnamese import one_line

__all__ = [
    "MAX_BYTES",
    "HtmlRefused",
    "excerpt",
    "photo_numbers",
    "plain_text",
    "sanitise",
]

MAX_BYTES = 1_000_000

_TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br", "img"}
_TAGS |= {
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
}
_TAGS |= {"a", "strong", "em", "u", "s", "sub", "sup"}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"data-photo", "src", "alt"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_ALIGN_CLASSES = {f"align-{align}" for align in ALIGNMENTS}
_VALUES = {
    "href": lambda value: link_target(value) == value,
    "src": lambda value: media_path(value) == value,
    "data-photo": PHOTO_NUMBER.fullmatch,
    "colspan": SPAN.fullmatch,
    "rowspan": SPAN.fullmatch,
    "scope": SCOPES.__contains__,
    "start": LIST_START.fullmatch,
    "type": LIST_TYPES.__contains__,
}


def _checked(tag: str, name: str, value: str) -> str | None:
    is_allowed = _VALUES.get(name)
    return value if is_allowed is None or is_allowed(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes=_ATTRIBUTES,
    attribute_filter=_checked,
    allowed_classes={
        "figure": {"video"},
        "p": _ALIGN_CLASSES,
        "td": _ALIGN_CLASSES,
        "th": _ALIGN_CLASSES,
    },
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel"},
)


def sanitise(html: str) -> str:
    """The canonical, safe form of any HTML: top-level blocks, one a line. Idempotent.

    The normaliser writes the text anew from what it understands, then nh3 enforces the list of
    what is allowed without trusting it. Refuses with HtmlRefused what is larger than MAX_BYTES in
    UTF-8, as it comes or as it would be stored, and what is nested too deep.

    >>> sanitise('<div align=center onclick="x()"><b>Tin</b> mới<br><br>')
    '<p class="align-center"><strong>Tin</strong> mới</p>'
    """
    safe = _pass(_within_limit(html))
    # nh3 knows malformed hosts better than the normaliser; the link it emptied goes.
    return _pass(safe) if "<a>" in safe else safe


def _pass(html: str) -> str:
    canonical = "\n".join(block.html() for block in read_blocks(html))
    return _CLEANER.clean(_within_limit(canonical))


def _within_limit(html: str) -> str:
    encoded = html.encode("utf-8", "ignore")  # half characters (lone surrogates) go
    if len(encoded) > MAX_BYTES:
        raise HtmlRefused(_("The text is too long: at most 1 MB, formatting included."))
    return encoded.decode("utf-8")


def plain_text(html: str) -> str:
    """The text alone, a line a block or table row. Pictures and videos contribute nothing.

    >>> plain_text("<h2>Lễ hội</h2><ul><li>Rước kiệu<li>Tế &amp; lễ</ul>")
    'Lễ hội\\nRước kiệu\\nTế & lễ'
    """
    return "\n".join(blocks_lines(read_blocks(_within_limit(html))))


_LOOKS_LIKE_HTML = re.compile(r"</?[a-zA-Z][^<>]*>")


def excerpt(text_or_html: str, words: int = 40) -> str:
    """At most so many words of the text, in one line, with "…" where it was cut.

    >>> excerpt("<p>Sáng 30/11, huyện tổ chức hội nghị.</p>", words=4)
    'Sáng 30/11, huyện tổ…'
    """
    is_html = _LOOKS_LIKE_HTML.search(text_or_html)
    text = one_line(plain_text(text_or_html) if is_html else text_or_html)
    kept = text.split(" ")[:words]
    if len(kept) == len(text.split(" ")):
        return text
    return " ".join(kept).rstrip(" .,;:–-") + "…"


_PHOTO = re.compile(r'<img data-photo="(\d+)"')


def photo_numbers(html: str) -> list[int]:
    """The photo numbers in sanitised HTML, in order, each as often as it is placed.

    >>> photo_numbers('<img data-photo="2">\\n<p>Tin</p>\\n<img data-photo="1">')
    [2, 1]
    """
    return [int(number) for number in _PHOTO.findall(html)]
