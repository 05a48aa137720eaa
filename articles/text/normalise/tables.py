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
    parts = TableParts()
    _read(node, parts, None)
    return parts


def _read(node: Node, parts: TableParts, row: Row | None) -> None:
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
            _read(child, parts, _add_row(parts, child))
        else:
            _read_other(child, parts, row)


def _read_other(node: Node, parts: TableParts, row: Row | None) -> None:
    if node.tag in _SECTIONS:
        parts.sections.append((node.tag, []))
        _read(node, parts, None)
        parts.sections.append(("tbody", []))  # rows after a section's end begin another
    elif node.tag != "table" and _holds_rows(node):
        _read(node, parts, row)
    elif node.tag not in _COLUMNS:
        parts.strays.append(node)


def _holds_rows(node: Node) -> bool:
    """Whether rows or cells of this table stand inside: a form around rows is common."""
    inner = [child for child in node.children if isinstance(child, Node)]
    return any(
        child.tag in ("tr", *_CELLS) or (child.tag != "table" and _holds_rows(child))
        for child in inner
    )


def _add_row(parts: TableParts, node: Node) -> Row:
    if not parts.sections:
        parts.sections.append(("tbody", []))
    row = Row(node)
    parts.sections[-1][1].append(row)
    return row
