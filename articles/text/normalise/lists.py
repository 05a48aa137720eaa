"""Word's list paragraphs, each with its level and marker, to lists with items."""

from articles.text.normalise.blocks import Block, List, Text
from articles.text.normalise.runs import plain, without_prefix
from articles.text.normalise.word import Numbering, is_bullet, marker_of, numberings


def gather(blocks: list[Block]) -> list[Block]:
    """The blocks with each run of list paragraphs made lists, nested by level.

    A marker that no HTML list counts ("1.1.", "đ)") leaves its paragraph as it is, marker and
    all: a clause must not change its number.
    """
    out: list[Block] = []
    nest: list[
        tuple[int, List]
    ] = []  # the lists now open, outermost first, and their levels
    for block in blocks:
        if not (isinstance(block, Text) and block.place and _append(block, nest, out)):
            nest.clear()
            out.append(block)
    return out


def _append(paragraph: Text, nest: list[tuple[int, List]], out: list[Block]) -> bool:
    """Put the paragraph where it belongs; False where it cannot be a list's item."""
    marker = marker_of(plain(paragraph.runs), paragraph.place)
    level = paragraph.place.level
    text = without_prefix(paragraph.runs, len(marker))
    readings = numberings(marker)
    if not text or not (readings or is_bullet(marker)):
        return False
    while nest and nest[-1][0] > level:
        nest.pop()
    current = nest[-1][1] if nest and nest[-1][0] == level else None
    if not (current and _continues(current, readings)):
        if current:
            nest.pop()
        current = _new_list(readings[0] if readings else None)
        home = nest[-1][1].items[-1] if nest else out
        home.append(current)
        nest.append((level, current))
    current.items.append([Text(None, text)])
    return True


def _new_list(numbering: Numbering | None) -> List:
    if numbering is None:
        return List("ul", [])
    start = str(numbering.value) if numbering.value != 1 else None
    return List("ol", [], start, numbering.type if numbering.type != "1" else None)


def _continues(current: List, readings: list[Numbering]) -> bool:
    if current.tag == "ul":
        return not readings
    expected = Numbering(
        current.type or "1", int(current.start or 1) + len(current.items)
    )
    return expected in readings
