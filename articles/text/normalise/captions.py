"""Captions, of tables and figures: one paragraph, whatever blocks were put inside."""

from collections.abc import Iterable

from articles.text.normalise import tags
from articles.text.normalise.attributes import read_image
from articles.text.normalise.parsing import Node
from articles.text.normalise.runs import BREAK, Image, Mark, Run, spaced, tidy
from articles.text.normalise.styling import added_marks
from articles.text.normalise.word import is_review_note

_BLOCKS = tags.PARAGRAPHS | tags.LISTS | {"blockquote", "figure", "hr", "table", "br"}
_SKIPPED = tags.DROPPED | tags.FRAMES | tags.FOREIGN


def read_captions(
    nodes: Iterable[Node], marks: tuple[Mark, ...]
) -> tuple[list[Run], list[Image]]:
    """All text of the nodes as the runs of one paragraph, and the pictures found in it."""
    runs: list[Run] = []
    for node in nodes:
        _flatten(node, marks, runs)
        runs.append(Run(BREAK))
    images = [run.content for run in runs if isinstance(run.content, Image)]
    return tidy(run for run in runs if isinstance(run.content, str)), images


def _flatten(node: Node, marks: tuple[Mark, ...], runs: list[Run]) -> None:
    for child in node.children:
        if isinstance(child, str):
            runs.append(Run(spaced(child), marks))
        elif child.tag in tags.IMAGES:
            if image := read_image(child):
                runs.append(Run(image))
        elif child.tag in _BLOCKS:
            runs.append(Run(BREAK, marks))
            _flatten(child, marks, runs)
            runs.append(Run(BREAK, marks))
        elif not (child.tag in _SKIPPED or is_review_note(child)):
            _flatten(child, added_marks(marks, child), runs)
