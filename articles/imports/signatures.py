"""The byline's place: the last lines of a text, or the line under the title."""

from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports import bylines
from articles.imports.bylines import BylineLine
from articles.imports.captions import is_photo_credit
from articles.imports.lines import Line, ends_sentence, is_image_marker

LONGEST_DOUBT = 12  # words


@dataclass(frozen=True)
class Signature:
    """The byline and the lines of the text without it."""

    byline: BylineLine | None
    rest: list[Line]
    warnings: list[str]


def read(lines: list[Line]) -> Signature:
    """Part the byline from the text; the first paragraph is never taken for one."""
    start, end = tail(lines)
    if byline := bylines.parse([line.raw for line in lines[start:end]]):
        rest = lines[: end - len(byline.written)] + lines[end:]
        return Signature(byline, rest, remarks(byline))
    is_text_left = any(not is_image_marker(line.text) for line in lines[1:])
    top = bylines.parse([lines[0].raw]) if is_text_left else None
    if top and top.confidence == "sure":
        return Signature(top, lines[1:], [])
    return Signature(None, lines, doubts(lines[start:end]))


def tail(lines: list[Line]) -> tuple[int, int]:
    """Where the last run of text lines begins and ends, after the first paragraph.

    Photos may stand below the byline. A photo's credit in brackets right after the
    photo is its caption and ends the run upwards.
    """
    end = len(lines)
    while end and is_image_marker(lines[end - 1].text):
        end -= 1
    start = end
    while start and not is_image_marker(lines[start - 1].text):
        start -= 1
    if start and start < end and is_photo_credit(lines[start].text):
        start += 1
    has_paragraph_above = any(not is_image_marker(line.text) for line in lines[:start])
    return (start if has_paragraph_above else min(start + 1, end)), end


def remarks(byline: BylineLine) -> list[str]:
    if byline.confidence == "sure":
        return []
    written = " / ".join(line.strip() for line in byline.written)
    sentence = _("The byline “{line}” was read by its spelling and may be wrong.")
    return [format_lazy(sentence, line=written)]


def doubts(tail_lines: list[Line]) -> list[str]:
    """A short last line that is no sentence may be a byline nobody could read."""
    if not tail_lines:
        return []
    text = tail_lines[-1].text
    if ends_sentence(text) or len(text.split()) > LONGEST_DOUBT:
        return []
    sentence = _("The last line “{line}” may be a byline; it stays in the text.")
    return [format_lazy(sentence, line=text)]
