"""What a node says about its text: which marks it adds, and how it is aligned."""

from articles.text.normalise.addresses import link_target
from articles.text.normalise.parsing import Node
from articles.text.normalise.runs import Mark

ALIGNMENTS = ("center", "right", "justify")

_MARK_TAGS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u"}
_MARK_TAGS |= {"s": "s", "strike": "s", "del": "s", "sub": "sub", "sup": "sup"}
_WEIGHTS = {"bold", "bolder", "600", "700", "800", "900"}
_RAISED = {"super": "sup", "sub": "sub"}


def declarations(node: Node) -> dict[str, str]:
    """The node's style attribute: property to value, both in lower case.

    >>> declarations(Node("p", {"style": "Text-Align: CENTER; mso-list:l0 level1 lfo1"}))
    {'text-align': 'center', 'mso-list': 'l0 level1 lfo1'}
    """
    if "style" not in node.attributes:
        return {}
    pairs = (part.partition(":") for part in node.get("style").lower().split(";"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def classes(node: Node) -> list[str]:
    return node.get("class").split() if node.attributes else []


def marks(node: Node) -> list[Mark]:
    """The marks that the node puts on its text, outermost first."""
    if node.tag == "a":
        target = link_target(node.get("href"))
        return [("a", target)] if target else []
    style = declarations(node) if "style" in node.attributes else {}
    found = _styled(style) if style else []
    tag = _MARK_TAGS.get(node.tag)
    if tag and not (tag == "strong" and style.get("font-weight") in ("normal", "400")):
        found.insert(
            0, tag
        )  # Google Docs wraps what it copies in <b style="font-weight:normal">
    return [(mark, "") for mark in found]


def added_marks(around: tuple[Mark, ...], node: Node) -> tuple[Mark, ...]:
    """The marks around with those of the node; no kind of mark stands inside itself."""
    kinds = {kind for kind, _address in around}
    return around + tuple(mark for mark in marks(node) if mark[0] not in kinds)


def _styled(style: dict[str, str]) -> list[str]:
    decoration = (
        style.get("text-decoration", "") + " " + style.get("text-decoration-line", "")
    )
    found = {
        "strong": style.get("font-weight") in _WEIGHTS,
        "em": style.get("font-style") == "italic",
        "u": "underline" in decoration,
        "s": "line-through" in decoration,
    }
    raised = _RAISED.get(style.get("vertical-align", ""))
    return [mark for mark, is_set in found.items() if is_set] + (
        [raised] if raised else []
    )


def alignment(node: Node, inherited: str) -> str:
    """One of ALIGNMENTS, or "" for the left edge, which needs no saying."""
    if node.tag == "center":
        return "center"
    if not node.attributes:
        return inherited
    said = declarations(node).get("text-align") or node.get("align").lower()
    said = said or next((c[6:] for c in classes(node) if c.startswith("align-")), "")
    if not said:
        return inherited
    said = said.split("!")[0].strip().removeprefix("-webkit-").removeprefix("-moz-")
    said = {"end": "right", "middle": "center"}.get(said, said)
    return said if said in ALIGNMENTS else ""
