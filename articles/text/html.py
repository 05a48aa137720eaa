"""The gate: the only place where HTML becomes safe, and what is read out of it afterwards."""

import re
from itertools import chain

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
from articles.text.normalise.blocks import Block, blocks_lines
from articles.text.normalise.parsing import HtmlRefused
from articles.text.normalise.styling import ALIGNMENTS
from articles.text.normalise.tags import PREFORMATTED
from articles.text.normalise.walking import read_blocks

__all__ = [
    "MAX_BYTES",
    "MAX_ELEMENTS",
    "HtmlRefused",
    "photo_numbers",
    "plain_text",
    "sanitise",
]

MAX_BYTES = 1_000_000
# Elements, and lines of preformatted text. Far more than in any article, and few enough that the
# answer comes in a second or two.
MAX_ELEMENTS = 30_000

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


_PREFORMATTED = re.compile(f"(?i)<(?:{'|'.join(sorted(PREFORMATTED))})")
_TOO_LONG = _("The text is too long: at most 1 MB, formatting included.")


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
    UTF-8 or has more than MAX_ELEMENTS, as it comes or as it would be stored, and what is nested
    too deep.

    >>> sanitise('<div align=center onclick="x()"><b>Tin</b> mới<br><br>')
    '<p class="align-center"><strong>Tin</strong> mới</p>'
    """
    safe = _pass(_within_limit(html))
    # nh3 knows malformed hosts better than the normaliser; the link it emptied goes.
    return _pass(safe) if "<a>" in safe else safe


def _pass(html: str) -> str:
    return _CLEANER.clean(_within_limit(_written(read_blocks(html))))


def _written(blocks: list[Block]) -> str:
    """The blocks as HTML, one a line, given up where it grows too long."""
    pieces: list[str] = []
    room = MAX_BYTES
    for block in blocks:
        for piece in chain(["\n"] if pieces else [], block.html()):
            room -= len(piece)
            if room < 0:
                raise HtmlRefused(_TOO_LONG)
            pieces.append(piece)
    return "".join(pieces)


def _within_limit(html: str) -> str:
    encoded = html.encode("utf-8", "ignore")  # half characters (lone surrogates) go
    if len(encoded) > MAX_BYTES:
        raise HtmlRefused(_TOO_LONG)
    elements = html.count("<") - html.count("</")
    if _PREFORMATTED.search(html):
        elements += html.count("\n")
    if elements > MAX_ELEMENTS:
        raise HtmlRefused(_("The text has too many elements."))
    return encoded.decode("utf-8")


def plain_text(html: str) -> str:
    """The text alone, a line a block or table row. Pictures and videos contribute nothing.

    >>> plain_text("<h2>Lễ hội</h2><ul><li>Rước kiệu<li>Tế &amp; lễ</ul>")
    'Lễ hội\\nRước kiệu\\nTế & lễ'
    """
    return "\n".join(blocks_lines(read_blocks(_within_limit(html))))


_PHOTO = re.compile(f'<img data-photo="({PHOTO_NUMBER.pattern})"')


def photo_numbers(html: str) -> list[int]:
    """The photo numbers in sanitised HTML, in order, each as often as it is placed.

    >>> photo_numbers('<img data-photo="2">\\n<p>Tin</p>\\n<img data-photo="1">')
    [2, 1]
    """
    return [int(number) for number in _PHOTO.findall(html)]
