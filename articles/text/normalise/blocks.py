"""The canonical form: the blocks an article's text is made of.

Each block writes itself as HTML, `html()`, and gives its text line by line, `lines()`. Blocks are
only made with something in them; whoever builds them leaves the empty ones out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from articles.text.normalise.addresses import youtube_address
from articles.text.normalise.runs import Image, Run, attributes, escape, plain, render
from articles.text.normalise.word import ListPlace


class Block(Protocol):
    def html(self) -> str: ...

    def lines(self) -> Iterator[str]: ...


def blocks_html(blocks: list[Block]) -> str:
    return "".join(block.html() for block in blocks)


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

    def html(self) -> str:
        if self.tag is None:
            return render(self.runs)
        classes = attributes({"class": _class(self.align) if self.tag == "p" else None})
        return f"<{self.tag}{classes}>{render(self.runs)}</{self.tag}>"

    def lines(self) -> Iterator[str]:
        if text := plain(self.runs).strip():
            yield text


@dataclass(slots=True)
class Picture:
    image: Image

    def html(self) -> str:
        return self.image.html()

    def lines(self) -> Iterator[str]:
        return iter(())


@dataclass(slots=True)
class Video:
    """A reference to a YouTube video; its address is no text of the article."""

    video: str

    def html(self) -> str:
        address = escape(youtube_address(self.video))
        return f'<figure class="video"><a href="{address}">{address}</a></figure>'

    def lines(self) -> Iterator[str]:
        return iter(())


@dataclass(slots=True)
class Rule:
    def html(self) -> str:
        return "<hr>"

    def lines(self) -> Iterator[str]:
        return iter(())


@dataclass(slots=True)
class Figure:
    images: list[Image]
    caption: list[Run]

    def html(self) -> str:
        images = "".join(image.html() for image in self.images)
        caption = (
            f"<figcaption>{render(self.caption)}</figcaption>" if self.caption else ""
        )
        return f"<figure>{images}{caption}</figure>"

    def lines(self) -> Iterator[str]:
        if self.caption:
            yield plain(self.caption)


@dataclass(slots=True)
class Quote:
    blocks: list[Block]

    def html(self) -> str:
        return f"<blockquote>{blocks_html(self.blocks)}</blockquote>"

    def lines(self) -> Iterator[str]:
        return blocks_lines(self.blocks)


@dataclass(slots=True)
class List:
    tag: str
    items: list[list[Block]]
    start: str | None = None
    type: str | None = None

    def html(self) -> str:
        numbering = attributes({"start": self.start, "type": self.type})
        items = "".join(f"<li>{blocks_html(item)}</li>" for item in self.items)
        return f"<{self.tag}{numbering}>{items}</{self.tag}>"

    def lines(self) -> Iterator[str]:
        for item in self.items:
            yield from blocks_lines(item)


@dataclass(slots=True)
class Cell:
    tag: str
    blocks: list[Block]
    align: str = ""
    spans: dict[str, str | None] = field(default_factory=dict)

    def html(self) -> str:
        values = attributes({"class": _class(self.align), **self.spans})
        return f"<{self.tag}{values}>{blocks_html(self.blocks)}</{self.tag}>"

    def line(self) -> str:
        return " ".join(blocks_lines(self.blocks))


@dataclass(slots=True)
class Table:
    caption: list[Run]
    sections: list[tuple[str, list[list[Cell]]]]

    def html(self) -> str:
        caption = f"<caption>{render(self.caption)}</caption>" if self.caption else ""
        return f"<table>{caption}{''.join(map(self._section, self.sections))}</table>"

    @staticmethod
    def _section(section: tuple[str, list[list[Cell]]]) -> str:
        tag, rows = section
        cells = ("".join(cell.html() for cell in row) for row in rows)
        return f"<{tag}>{''.join(f'<tr>{row}</tr>' for row in cells)}</{tag}>"

    def lines(self) -> Iterator[str]:
        """A line a row, the cells parted by tabs."""
        if self.caption:
            yield plain(self.caption)
        for _tag, rows in self.sections:
            for row in rows:
                if line := "\t".join(cell.line() for cell in row).strip():
                    yield line
