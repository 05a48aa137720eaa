"""The lines of a legacy text, and what the shape of a single line tells."""

import re
from dataclasses import dataclass

from articles.text.vietnamese import one_line

IMAGE_EXTENSIONS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif", ".bmp", ".tif", ".tiff")  # fmt: skip
SENTENCE_END = re.compile(r"[.!?…;:]/?[\"'”’»)\]]*$")
FILE_NAME = re.compile(r"[^/\\<>:\"|?*]{1,150}")


@dataclass(frozen=True)
class Line:
    """A line that is not blank, as written and tidied.

    It is adjacent where no blank line parts it from the line before.
    """

    raw: str
    text: str
    is_adjacent: bool = False


def split(text: str) -> list[Line]:
    """The lines of the text that are not blank."""
    lines: list[Line] = []
    is_adjacent = False
    for raw in text.splitlines():
        tidy = one_line(raw)
        if tidy:
            lines.append(Line(raw, tidy, is_adjacent))
        is_adjacent = bool(tidy)
    return lines


def ends_sentence(text: str) -> bool:
    return bool(SENTENCE_END.search(text))


def is_image_marker(text: str) -> bool:
    """Whether the whole line is the file name of an image."""
    is_image = text.lower().endswith(IMAGE_EXTENSIONS)
    return is_image and text[0] != "." and bool(FILE_NAME.fullmatch(text))
