"""Whether the line after a photo is its caption."""

import re
from typing import Literal

from articles.imports.lines import Line, ends_sentence, is_image_marker

LONGEST_CAPTION = 25  # words
LONGEST_DOUBT = 40

PHOTO_CREDIT = re.compile(
    r"[(\[]\s*(?:ảnh|hình ảnh|nguồn ảnh)\b[^()\[\]]*[)\]]\.?", re.I
)
CAPTION_LABEL = re.compile(
    r"(?:ảnh|hình)(?: \d+| minh ho[aạ]| minh họa)?\s*[:\-–]", re.I
)
LIST_ITEM = re.compile(r"(?:[-+*•–]|\d+[.)]|[IVX]+\.|[a-zđ]\))\s*", re.I)

Verdict = Literal["caption", "doubt", "text"]


def is_photo_credit(text: str) -> bool:
    """Whether the whole line is a credit or caption in brackets, as `(Ảnh: X)`."""
    return bool(PHOTO_CREDIT.fullmatch(text))


def judge(line: Line) -> Verdict:
    """Judge the line that follows a photo's marker.

    A caption stands right below its photo and is short without ending as a sentence.
    A blank line between the two, or a sentence's end, leaves it a paragraph.
    """
    if is_image_marker(line.text):
        return "text"
    if is_photo_credit(line.text) or CAPTION_LABEL.match(line.text):
        return "caption"
    words = len(line.text.split())
    if LIST_ITEM.match(line.text) or words > LONGEST_DOUBT:
        return "text"
    if words <= LONGEST_CAPTION and not ends_sentence(line.text):
        return "caption" if line.is_adjacent else "doubt"
    return "doubt" if line.is_adjacent else "text"
