"""Texts taken apart for comparing: words of plain text, blocks and words of bodies."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from django.utils.translation import gettext

# Dates, times and amounts stay whole; a change from 1.250 to 1.350 is one word's.
_TOKEN = re.compile(r"(\d+(?:[.,/:]\d+)*|\w+|[^\w\s]|(?=\s))(\s*)")
_MARKS = {"strong", "em", "u", "s", "sub", "sup", "a"}
_HEADINGS = {"h2", "h3", "h4", "th", "caption"}
_LINES = {"p", "li", "tr", "caption", "figcaption"}


class Token(NamedTuple):
    """A word or a sign, the space after it, and the formatting it stands in."""

    text: str
    space: str = ""
    marks: tuple[str, ...] = ()


def tokens(text: str, marks: tuple[str, ...] = ()) -> list[Token]:
    """Nothing is lost: texts and spaces of the tokens joined are the text.

    >>> tokens("Họp 7:30.")
    [Token(text='Họp', space=' ', marks=()), Token(text='7:30', space='', marks=()), Token(text='.', space='', marks=())]
    """
    return [Token(*found, marks) for found in _TOKEN.findall(text)]


def blocks(body: str) -> list[str]:
    """The top-level blocks of a sanitised body; `text.html` writes one a line."""
    return [block for block in body.split("\n") if block]


def tokens_of_block(block: str) -> list[Token]:
    """What a reader sees of a block, as words; list items and table rows are lines.

    A photo is its number, a link is followed by its address: changes of either show.
    """
    reader = _Reader()
    reader.feed(block)
    reader.close()
    return reader.tokens


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []
        self._marks: list[str] = []
        self._targets: list[str] = []

    def handle_starttag(self, tag, attrs):
        if (tag in _LINES and self.tokens) or tag == "br":
            self._add("\n")
        if tag in _MARKS or tag in _HEADINGS:
            self._marks.append("strong" if tag in _HEADINGS else tag)
        if tag == "a":
            self._targets.append(dict(attrs).get("href") or "")
        self._show(tag, dict(attrs))

    def _show(self, tag, attributes):
        """What stands for a tag that has no text of its own."""
        if tag == "li":
            self._add("• ")
        elif tag == "hr":
            self._add("———")
        elif tag == "img":
            number = attributes.get("data-photo") or attributes.get("src") or ""
            self._add(gettext("Photo %(number)s") % {"number": number})

    def handle_endtag(self, tag):
        if tag == "a" and self._targets:
            self._add(f" ⟨{self._targets.pop()}⟩")
        if tag in ("td", "th"):
            self._add(" | ")
        mark = "strong" if tag in _HEADINGS else tag
        if mark in self._marks:
            self._marks.reverse()
            self._marks.remove(mark)
            self._marks.reverse()

    def handle_data(self, data):
        self.tokens += tokens(data, tuple(sorted(set(self._marks))))

    def _add(self, text):
        self.tokens.append(Token(text, marks=tuple(sorted(set(self._marks)))))
