"""The canonical form: the blocks an article's text is made of.

Each block writes itself as HTML, `html()`, piece by piece: whoever reads it can stop where it grows
too long, as the address of one link repeated in a thousand paragraphs does. It gives its text line
by line, `lines()`. Blocks are only made with something in them; whoever builds them leaves the
empty ones out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from articles.text.normalise.addresses import youtube_address
from articles.text.normalise.runs import Image, Run, attributes, escape, plain, render
from articles.text.normalise.word import ListPlace


class Block(Protocol):
    def html(self) -> Iterator[str]: ...

    def lines(self) -> Iterator[str]: ...


def blocks_html(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.html()


def blocks_lines(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.lines()


def _class(align: str) -> str | None:
    return f"align-{align}" if align else None


@dataclass(slots=True)
class Text:
    """A paragraph or heading; with no tag the direct text of a list item or a table cell."""

    tag: str | None
    runs: list[Run]
    align: str = ""
    place: ListPlace | None = (
        None  # where Word says that this paragraph is a list's item
    )

    def html(self) -> Iterator[str]:
        if self.tag is None:
            yield from render(self.runs)
            return
        classes = attributes({"class": _class(self.align) if self.tag == "p" else None})
        yield f"<{self.tag}{classes}>"
        yield from render(self.runs)
        yield f"</{self.tag}>"

    def lines(self) -> Iterator[str]:
        if text := plain(self.runs).strip():
            yield text


@dataclass(slots=True)
class Picture:
    image: Image

    def html(self) -> Iterator[str]:
        yield self.image.html()

    def lines(self) -> Iterator[str]:
        return iter(())


@dataclass(slots=True)
class Video:
    """A reference to a YouTube video; its address is no text of the article."""

    video: str

    def html(self) -> Iterator[str]:
        address = escape(youtube_address(self.video))
        yield f'<figure class="video"><a href="{address}">{address}</a></figure>'

    def lines(self) -> Iterator[str]:
        return iter(())


@dataclass(slots=True)
class Rule:
    def html(self) -> Iterator[str]:
        yield "<hr>"

    def lines(self) -> Iterator[str]:
        return iter(())


def _caption_html(tag: str, caption: list[Run]) -> Iterator[str]:
    if caption:
        yield f"<{tag}>"
        yield from render(caption)
        yield f"</{tag}>"


@dataclass(slots=True)
class Figure:
    images: list[Image]
    caption: list[Run]

    def html(self) -> Iterator[str]:
        yield "<figure>"
        yield from (image.html() for image in self.images)
        yield from _caption_html("figcaption", self.caption)
        yield "</figure>"

    def lines(self) -> Iterator[str]:
        if self.caption:
            yield plain(self.caption)


@dataclass(slots=True)
class Quote:
    blocks: list[Block]

    def html(self) -> Iterator[str]:
        yield "<blockquote>"
        yield from blocks_html(self.blocks)
        yield "</blockquote>"

    def lines(self) -> Iterator[str]:
        return blocks_lines(self.blocks)


@dataclass(slots=True)
class List:
    tag: str
    items: list[list[Block]]
    start: str | None = None
    type: str | None = None

    def html(self) -> Iterator[str]:
        yield f"<{self.tag}{attributes({'start': self.start, 'type': self.type})}>"
        for item in self.items:
            yield "<li>"
            yield from blocks_html(item)
            yield "</li>"
        yield f"</{self.tag}>"

    def lines(self) -> Iterator[str]:
        for item in self.items:
            yield from blocks_lines(item)


@dataclass(slots=True)
class Cell:
    tag: str
    blocks: list[Block]
    align: str = ""
    spans: dict[str, str | None] = field(default_factory=dict)

    def html(self) -> Iterator[str]:
        values = attributes({"class": _class(self.align), **self.spans})
        yield f"<{self.tag}{values}>"
        yield from blocks_html(self.blocks)
        yield f"</{self.tag}>"

    def line(self) -> str:
        return " ".join(blocks_lines(self.blocks))


@dataclass(slots=True)
class Table:
    caption: list[Run]
    sections: list[tuple[str, list[list[Cell]]]]

    def html(self) -> Iterator[str]:
        yield "<table>"
        yield from _caption_html("caption", self.caption)
        for tag, rows in self.sections:
            yield f"<{tag}>"
            for row in rows:
                yield "<tr>"
                for cell in row:
                    yield from cell.html()
                yield "</tr>"
            yield f"</{tag}>"
        yield "</table>"

    def lines(self) -> Iterator[str]:
        """A line a row, the cells parted by tabs."""
        if self.caption:
            yield plain(self.caption)
        for _tag, rows in self.sections:
            for row in rows:
                if line := "\t".join(cell.line() for cell in row).strip():
                    yield line
