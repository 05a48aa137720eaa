"""The head of a bulletin: its title, and the date line near it."""

import datetime as dt
from dataclasses import dataclass, replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports import bylines, datelines
from articles.imports.bylines import BylineLine
from articles.imports.datelines import DateLine
from articles.imports.lines import Line, is_image_marker
from articles.imports.refusals import UnreadableBulletin

LONGEST_TITLE = 300
LATEST_AFTER_EVENT = dt.timedelta(days=30)


@dataclass(frozen=True)
class DateCandidate:
    """A date line at an index, with the author some pages put before the time."""

    index: int
    dateline: DateLine
    byline: BylineLine | None = None


@dataclass(frozen=True)
class Header:
    """What stands above the text; `rest` are the lines that do not belong to it."""

    title: str
    dateline: DateLine | None
    byline: BylineLine | None
    rest: list[Line]
    dropped: list[Line]
    warnings: list[str]


def read(lines: list[Line]) -> Header:
    """Part the head from the text.

    Page headers show today's date first, so that of several date lines the one nearest
    the title counts, rather below it than above; the others are dropped. Raises
    UnreadableBulletin where there is no title, or a date that does not exist.
    """
    title_at = find_title(lines)
    dates = date_candidates(lines, title_at)
    dates.sort(key=lambda each: nearness(each, title_at))
    title, dateline = lines[title_at].text, dates[0].dateline if dates else None
    warnings = []
    if not dates and (glued := datelines.split_title(title)):
        title, dateline = glued
        warnings.append(_("The date line stood at the end of the title."))
    taken = {title_at, *(each.index for each in dates)}
    return Header(
        title,
        dateline,
        dates[0].byline if dates else None,
        rest=[line for index, line in enumerate(lines) if index not in taken],
        dropped=[lines[each.index] for each in dates[1:]],
        warnings=warnings + title_remarks(title) + date_remarks(dates, dateline),
    )


def find_title(lines: list[Line]) -> int:
    """The index of the first line that is neither a date line nor an image."""
    for index, line in enumerate(lines):
        if is_image_marker(line.text) or datelines.parse(line.raw):
            continue
        if len(line.text) > LONGEST_TITLE:
            sentence = _("The first line is too long for a title.")
            raise UnreadableBulletin(sentence)
        return index
    raise UnreadableBulletin(_("The file has no title."))


def date_candidates(lines: list[Line], title_at: int) -> list[DateCandidate]:
    """The date lines above the title, and below it before or after the first paragraph."""
    above = [date_candidate(lines, index) for index in range(title_at)]
    found = [candidate for candidate in above if candidate]
    is_below, paragraphs = False, 0
    for index in range(title_at + 1, len(lines)):
        if is_image_marker(lines[index].text):
            continue
        if candidate := date_candidate(lines, index):
            found.append(candidate)
            is_below = True
        elif is_below or paragraphs:
            break
        else:
            paragraphs += 1
    return found


def date_candidate(lines: list[Line], index: int) -> DateCandidate | None:
    line = lines[index].raw
    if dateline := datelines.parse(line):
        return DateCandidate(index, dateline)
    if parts := datelines.split_author(line):
        author, dateline = parts
        if byline := bylines.parse([author]):
            byline = replace(byline, written=(line,))
            return DateCandidate(index, dateline, byline)
    return None


def nearness(candidate: DateCandidate, title_at: int) -> tuple:
    distance = candidate.index - title_at
    return candidate.dateline.is_update, abs(distance), distance < 0


def title_remarks(title: str) -> list[str]:
    return [_("The title is written in capitals.")] if title.isupper() else []


def date_remarks(dates: list[DateCandidate], dateline: DateLine | None) -> list[str]:
    if dateline is None:
        return [_("No date line was found.")]
    remarks = list(dateline.warnings)
    if dateline.is_update:
        remarks.append(_("The date line says when the text was updated."))
    if len(dates) > 1:
        remarks.append(
            format_lazy(
                _("Several date lines stand near the title: “{line}” was taken."),
                line=dateline.written.strip(),
            )
        )
    return remarks


def lead_remarks(dateline: DateLine | None, lead: str) -> list[str]:
    """Doubts about a date line that does not fit the dates in the lead."""
    if dateline is None:
        return []
    named = datelines.dates_in(lead)
    if any(dateline.date < date for date in named):
        return [_("The date line is earlier than a date in the lead.")]
    if any(dateline.date - date > LATEST_AFTER_EVENT for date in named):
        return [_("The date line is more than 30 days after a date in the lead.")]
    return []
