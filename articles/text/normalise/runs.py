"""The text of one paragraph: a list of runs, each a piece of text and the marks it carries.

Marks are kept in the order in which the source nests them, `("strong", "")` or `("a", address)`.
Written out, neighbours share what their marks begin with, so equal marks join and empty ones
cannot exist.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import combining

from articles.text.vietnamese import composed, nfc

Mark = tuple[str, str]
BREAK = "\n"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture among the text: one of the article's photos by its number, or a media file."""

    number: str | None
    src: str | None
    alt: str | None

    def html(self) -> str:
        values = {
            "data-photo": self.number or None,
            "src": self.src or None,
            "alt": self.alt,
        }
        return "<img" + attributes(values) + ">"


@dataclass(slots=True)
class Run:
    content: str | Image
    marks: tuple[Mark, ...] = ()

    @property
    def is_text(self) -> bool:
        return isinstance(self.content, str) and self.content != BREAK

    @property
    def is_photo(self) -> bool:
        """One of the article's photos: a block to readers, also within a line of text."""
        return isinstance(self.content, Image) and self.content.number is not None


def escape(text: str) -> str:
    return html.escape(text, quote=False)


def attributes(values: dict[str, str | None]) -> str:
    """The attributes that have a value, in the order given."""
    return "".join(
        f' {name}="{html.escape(value)}"'
        for name, value in values.items()
        if value is not None
    )


def spaced(text: str) -> str:
    """Visible text with each run of white space, no-break spaces too, as one space."""
    return _SPACES.sub(" ", nfc(text))


def tidy(runs: Iterable[Run]) -> list[Run]:
    """The runs as they are kept: NFC, white space collapsed, no break at an end or doubled."""
    runs = _joined(runs)
    if len(runs) == 1 and runs[0].is_text:
        return _tidy_alone(runs[0])
    return _joined(_loosen_spaces(_collapsed(_composed(runs))))


def _tidy_alone(run: Run) -> list[Run]:
    """What `tidy` does, for the one run that most paragraphs are: in a third of the time."""
    text = _SPACES.sub(" ", composed(run.content)).rstrip()
    text = _from_first_letter(text, _may_not_open)
    return [Run(text, run.marks)] if text else []


def _may_not_open(character: str) -> bool:
    return character == " " or combining(character) > 0


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbouring text with the same marks in one run."""
    out: list[Run] = []
    for (is_text, marks), group in groupby(
        runs, key=lambda run: (run.is_text, run.marks)
    ):
        if is_text:
            out.append(Run("".join(run.content for run in group), marks))
        else:
            out.extend(group)
    return out


def _composed(runs: list[Run]) -> list[Run]:
    """Each text in NFC; a mark parted from its letter by a tag goes back to it.

    No text may open with a combining mark: behind a tag's ">" some would compose with it.
    """
    out: list[Run] = []
    strays: list[str] = []  # marks that belong to the last run in `out`
    for run in runs:
        rest = run.content
        if run.is_text:
            text = composed(run.content)
            rest = _from_first_letter(text, combining)
            strays.append(text[: len(text) - len(rest)])
        if rest:
            _put_back(out, strays)
            strays = []
            out.append(Run(rest, run.marks))
    _put_back(out, strays)
    return out


def _put_back(runs: list[Run], strays: list[str]) -> None:
    """Give the marks to the last letter; those without a letter go."""
    if runs and runs[-1].is_text and not _ends_in_space(runs[-1]) and any(strays):
        last = runs[-1]
        runs[-1] = Run(composed("".join([last.content, *strays])), last.marks)


def _from_first_letter(text: str, is_skipped: Callable[[str], object]) -> str:
    if text and not is_skipped(text[0]):
        return text
    start = next((at for at, c in enumerate(text) if not is_skipped(c)), len(text))
    return text[start:]


def _collapsed(runs: list[Run]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        before = out[-1] if out else None
        if run.is_text:
            run = _collapsed_text(run, before)
        elif run.content == BREAK or run.is_photo:
            _trim_end(out)
        if run.content and not (run.content == BREAK and _opens_line(out)):
            out.append(run)
    _trim_end(out)
    if out and out[-1].content == BREAK:
        out.pop()
    return out


def _opens_line(before: list[Run]) -> bool:
    return not before or before[-1].content == BREAK


def _collapsed_text(run: Run, before: Run | None) -> Run:
    text = _SPACES.sub(" ", run.content)
    if before is None or _needs_no_space_behind(before):
        text = _from_first_letter(text, _may_not_open)
    return Run(text, run.marks)


def _needs_no_space_behind(run: Run) -> bool:
    return run.content == BREAK or run.is_photo or _ends_in_space(run)


def _ends_in_space(run: Run) -> bool:
    return run.is_text and run.content.endswith(" ")


def _trim_end(runs: list[Run]) -> None:
    if runs and _ends_in_space(runs[-1]):
        last = runs.pop()
        if text := last.content.rstrip():
            runs.append(Run(text, last.marks))


def _loosen_spaces(runs: list[Run]) -> list[Run]:
    """Lone spaces and breaks carry only such marks as reach them from a neighbour."""
    out: list[Run] = []
    for before, run, after in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        if run.marks and run.content in (BREAK, " "):
            shared = [
                _shared(run.marks, other.marks) for other in (before, after) if other
            ]
            run = Run(run.content, max(shared, key=len, default=()))
        out.append(run)
    return out


def _shared(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> tuple[Mark, ...]:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def render(runs: list[Run]) -> Iterator[str]:
    """The runs as HTML, piece by piece."""
    open_marks: tuple[Mark, ...] = ()
    for run in runs:
        if run.marks != open_marks:
            shared = len(_shared(open_marks, run.marks))
            yield from map(_closing, reversed(open_marks[shared:]))
            yield from map(_opening, run.marks[shared:])
            open_marks = run.marks
        yield _content_html(run.content)
    yield from map(_closing, reversed(open_marks))


def _opening(mark: Mark) -> str:
    tag, address = mark
    return f"<{tag}{attributes({'href': address or None})}>"


def _closing(mark: Mark) -> str:
    return f"</{mark[0]}>"


def _content_html(content: str | Image) -> str:
    if isinstance(content, Image):
        return content.html()
    return "<br>" if content == BREAK else escape(content)


def plain(runs: list[Run]) -> str:
    """The text alone; breaks are line feeds, and a photo parts the words beside it."""
    return "".join(
        run.content if isinstance(run.content, str) else " " if run.is_photo else ""
        for run in runs
    )


def without_prefix(runs: list[Run], length: int) -> list[Run]:
    """Tidy runs without their first `length` characters of text."""
    out: list[Run] = []
    for run in runs:
        if run.is_text and length:
            taken = min(length, len(run.content))
            length -= taken
            run = Run(run.content[taken:], run.marks)
        out.append(run)
    return tidy(out)


def paragraphs(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs parted wherever two breaks follow each other with nothing but space between."""
    parts: list[list[Run]] = [[]]
    breaks = 0
    for run in runs:
        if run.content == BREAK:
            breaks += 1
        elif not (run.is_text and not run.content.strip()):
            if breaks > 1:
                parts.append([])
            breaks = 0
        parts[-1].append(run)
    return parts
