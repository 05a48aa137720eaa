"""Which nodes of a table are its caption, rows and cells, however it was written."""

from dataclasses import dataclass, field

from articles.text.normalise.parsing import Node

_SECTIONS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_COLUMNS = ("col", "colgroup")


@dataclass(slots=True)
class Row:
    node: Node
    cells: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class TableParts:
    """`strays` is what stands between rows and cells; browsers show it before the table."""

    captions: list[Node] = field(default_factory=list)
    sections: list[tuple[str, list[Row]]] = field(default_factory=list)
    strays: list[Node | str] = field(default_factory=list)


def read_table(node: Node) -> TableParts:
    holders: set[int] = set()
    _find_holders(node, holders)
    parts = TableParts()
    _read(node, parts, None, holders)
    return parts


def _find_holders(node: Node, holders: set[int]) -> bool:
    """Note the ids of nodes between the table and its rows: a form around rows is common."""
    holds = False
    for child in node.children:
        if isinstance(child, str) or child.tag == "table":
            continue
        is_row = child.tag in ("tr", *_CELLS)
        if is_row or _find_holders(child, holders):
            holds = True
    if holds:
        holders.add(id(node))
    return holds


def _read(node: Node, parts: TableParts, row: Row | None, holders: set[int]) -> None:
    """Sort the node's children into the parts; `row` is the one that cells now join."""
    for child in node.children:
        if isinstance(child, str):
            parts.strays.append(child)
        elif child.tag == "caption":
            parts.captions.append(child)
        elif child.tag in _CELLS:
            row = row or _add_row(parts, node)
            row.cells.append(child)
        elif child.tag == "tr":
            row = None
            _read(child, parts, _add_row(parts, child), holders)
        else:
            _read_between(child, parts, row, holders)


def _read_between(
    node: Node, parts: TableParts, row: Row | None, holders: set[int]
) -> None:
    if node.tag in _SECTIONS:
        parts.sections.append((node.tag, []))
        _read(node, parts, None, holders)
        parts.sections.append(("tbody", []))  # rows after a section begin another
    elif id(node) in holders:
        _read(node, parts, row, holders)
    elif node.tag not in _COLUMNS:
        parts.strays.append(node)


def _add_row(parts: TableParts, node: Node) -> Row:
    if not parts.sections:
        parts.sections.append(("tbody", []))
    row = Row(node)
    parts.sections[-1][1].append(row)
    return row
