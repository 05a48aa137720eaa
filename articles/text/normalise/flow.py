"""One container being filled: its finished blocks, and the paragraph still open."""

from typing import NamedTuple

from articles.text.normalise.blocks import Block, Picture, Text
from articles.text.normalise.lists import gather
from articles.text.normalise.runs import (
    BREAK,
    Image,
    Mark,
    Run,
    paragraphs,
    spaced,
    tidy,
)
from articles.text.normalise.word import ListPlace


class Context(NamedTuple):
    """What surrounds the text now being read."""

    block: str | None = (
        "p"  # the tag of the block that text opens; None for direct text
    )
    align: str = ""
    marks: tuple[Mark, ...] = ()
    place: ListPlace | None = None
    preformatted: bool = False
    nesting: int = 0  # lists, tables and quotes around
    figures: int = 0


class Flow:
    """Text opens a paragraph as its context says; a block, or the end of one, closes it.

    `direct` is the manner of list items and table cells: text may stand without a paragraph.
    `lifts` makes pictures blocks of their own, parting the paragraph they stand in.
    """

    def __init__(self, *, direct: bool = False, lifts: bool = True):
        self.direct = direct
        self._lifts = lifts
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._context = Context()

    def text(self, text: str, context: Context) -> None:
        lines = text.split("\n") if context.preformatted else [text]
        for number, line in enumerate(lines):
            if number:
                self.inline(BREAK, context)
            if (line := spaced(line)) and (self._runs or not line.isspace()):
                self._append(Run(line, context.marks), context)

    def inline(self, content: str | Image, context: Context) -> None:
        """A break or a picture. A break that opens a paragraph would be trimmed anyway."""
        if content != BREAK:
            links = tuple(mark for mark in context.marks if mark[0] == "a")
            self._append(Run(content, links), context)
        elif self._runs:
            self._append(Run(BREAK, context.marks), context)

    def _append(self, run: Run, context: Context) -> None:
        if not self._runs:
            self._context = context
        self._runs.append(run)

    def add(self, block: Block) -> None:
        self.end_paragraph()
        self._blocks.append(block)

    def end_paragraph(self) -> None:
        runs, self._runs = self._runs, []
        for part in paragraphs(runs) if self._context.block == "p" else [runs]:
            kept: list[Run] = []
            for run in part:
                if self._lifts and isinstance(run.content, Image):
                    self._keep(kept)
                    self._blocks.append(Picture(run.content))
                    kept = []
                else:
                    kept.append(run)
            self._keep(kept)

    def _keep(self, runs: list[Run]) -> None:
        if runs and (runs := tidy(runs)):
            context = self._context
            self._blocks.append(Text(context.block, runs, context.align, context.place))

    def finish(self) -> list[Block]:
        self.end_paragraph()
        return gather(self._blocks)
