"""What attributes may hold, and the nodes whose meaning lies in their attributes."""

import re

from articles.text.normalise.addresses import media_path, youtube_id
from articles.text.normalise.parsing import Node
from articles.text.normalise.runs import Image
from articles.text.normalise.styling import declarations
from articles.text.vietnamese import one_line

PHOTO_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
SPAN = re.compile(r"[2-9]|[1-9][0-9]|100")
SCOPES = ("row", "col", "rowgroup", "colgroup")
LIST_START = re.compile(r"0|[2-9]|[1-9][0-9]{1,3}")
LIST_TYPES = ("a", "A", "i", "I")

_COUNTER_STYLES = {"lower-alpha": "a", "lower-latin": "a", "lower-roman": "i"}
_COUNTER_STYLES |= {"upper-alpha": "A", "upper-latin": "A", "upper-roman": "I"}


def _matching(node: Node, name: str, pattern: re.Pattern) -> str | None:
    return node.get(name) if pattern.fullmatch(node.get(name)) else None


def read_image(node: Node) -> Image | None:
    """A picture that has a photo's number or a media file; others cannot be shown.

    A number says it all: what the editor showed for it, file and alternative text, is
    kept beside the place of the photo.
    """
    number = _matching(node, "data-photo", PHOTO_NUMBER)
    src = media_path(node.get("src"))
    if number:
        return Image(number, None, None)
    alt = one_line(node.get("alt")) if "alt" in node.attributes else None
    return Image(None, src, alt) if src else None


def framed_video(node: Node) -> str | None:
    """The YouTube video that a frame or object shows, however often its code repeats it."""
    for inner in (node, *node.children):
        if isinstance(inner, str):
            continue
        for name in ("src", "url", "data", "value"):
            if video := youtube_id(inner.get(name)):
                return video
    return None


def list_start(node: Node) -> str | None:
    return _matching(node, "start", LIST_START)


def list_type(node: Node) -> str | None:
    style = _COUNTER_STYLES.get(declarations(node).get("list-style-type", ""))
    return style or (node.get("type") if node.get("type") in LIST_TYPES else None)


def cell_spans(node: Node) -> dict[str, str | None]:
    """The cell's attributes other than its class."""
    scope = node.get("scope").lower()
    return {
        "colspan": _matching(node, "colspan", SPAN),
        "rowspan": _matching(node, "rowspan", SPAN),
        "scope": scope if node.tag == "th" and scope in SCOPES else None,
    }
