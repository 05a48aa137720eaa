"""HTML to a tree of plain nodes, in time that grows with the length and not with its square."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from lxml import etree

MAX_DEPTH = 100
TOO_DEEP = _("The text has too many elements one inside another.")
_CHUNK = 8192  # characters parsed before the depth is looked at again


class HtmlRefused(ValueError):
    """The HTML is too large or too deep to be worked on; the message is for the editor."""


@dataclass(slots=True)
class Node:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def descendants(self) -> Iterator["Node"]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.descendants()

    def text(self) -> str:
        """All the text inside, as it stands."""
        return "".join(
            child if isinstance(child, str) else child.text() for child in self.children
        )


class _TreeBuilder:
    """What lxml's parser reports, as nodes. Comments and instructions are not asked for."""

    def __init__(self):
        self.root = Node("body")
        self.open = [self.root]
        self.pieces: list[str] = []  # of the text now being read: entities part it

    def start(self, tag: str, attributes) -> None:
        self._end_text()
        if len(self.open) > MAX_DEPTH:
            raise HtmlRefused(TOO_DEEP)
        node = Node(tag, dict(attributes))
        self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, tag: str) -> None:
        self._end_text()
        self.open.pop()

    def data(self, text: str) -> None:
        self.pieces.append(text)

    def _end_text(self) -> None:
        if self.pieces:
            self.open[-1].children.append("".join(self.pieces))
            self.pieces = []

    def close(self) -> Node:
        self._end_text()
        return self.root


def parse(html: str) -> Node:
    """The tree of a document or fragment, under one root. Raises HtmlRefused beyond MAX_DEPTH.

    Fed in chunks, because libxml2 goes on for seconds after the builder has refused; to a builder
    and not to lxml's own tree, because that takes quadratic time for an element with thousands of
    attributes and cuts off, in silence, what lies deeper than 256. html5ever (nh3) is quadratic
    for unclosed `<font>`s and for text between table rows, so it never sees what people send.
    """
    parser = etree.HTMLParser(target=_TreeBuilder(), encoding="utf-8")
    for start in range(0, len(html) or 1, _CHUNK):
        parser.feed(html[start : start + _CHUNK])
    return parser.close()
