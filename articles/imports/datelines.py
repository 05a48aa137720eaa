"""What a date line says: a grammar of small parts, in any order.

    line   = part+            exactly one date; at most one time and one weekday
    part   = label | weekday | date | time | zone | views | separator
    count  = a bare number    views or comments, only after a date and a time

Days stand before months, months before years. A line that holds anything else is not
a date line, so that a sentence that opens with a date stays a sentence.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports.refusals import ImpossibleDate
from articles.text.vietnamese import fold, one_line

LONGEST_LINE = 200

MONTHS = ["mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"]  # fmt: skip
WEEKDAYS = ["hai", "ba", "tu", "nam", "sau", "bay"]

# Matched against the folded line; earlier parts win where two could match.
PARTS = {
    "views": r"""(?: (?:so\ )? (?:da\ )? (?:luot\ |nguoi\ )? (?:xem|doc|truy\ cap|views?)
                   (?:\ (?:tin|bai))? \s*:\s* (?:\d[\d.,]*)?
                 | (?:binh\ luan|y\ kien)\s*:\s*\d[\d.,]*
                 | (?:so\ )? (?:luot\ |nguoi\ )(?:xem|doc|truy\ cap)\ \d[\d.,]*
                 | \d[\d.,]*\s+(?:luot\ )?
                   (?:xem|doc|truy\ cap|binh\ luan|y\ kien|views?)\b )""",
    "worded": r"(?:ngay\ )?(?P<worded_day>\d{1,2})\s+thang\s+(?P<worded_month>\d{1,2}|"
    + "|".join(name.replace(" ", r"\ ") for name in reversed(MONTHS))
    + r")(?:\s*,\s*|\s+)(?:nam\ )?(?P<worded_year>\d{4})\b",
    "figures": r"""(?P<day>\d{1,2}) \s*(?P<mark>[-/.])\s* (?P<month>\d{1,2})
                   \s*(?P=mark)\s* (?P<year>\d{4})(?![\d/])""",
    "time": r"""(?P<hour>\d{1,2}) (?: (?:\s*:\s*|h|g|\ gio\ ) (?P<minute>\d{2})(?!\d)
                                    (?: :(?P<second>\d{2})(?!\d) )?
                                    (?:\s*['′’]|\ phut\b)?
                                | :(?P<primed>\d)['′’] )
                (?:\s*(?P<half>sa|ch|am|pm)\b)?""",
    "zone": r"(?:gmt|utc)\s*\+\s*0?7(?::?00)?\b",
    "weekday": rf"(?:thu\ (?P<named>{'|'.join(WEEKDAYS)}|[2-7])|t(?P<short>[2-7])"
    r"|(?P<sunday>chu\ nhat|cn))\b",
    "update": r"""(?:(?:ngay|thoi\ gian)\ )?(?:duoc\ )?cap\ nhat
                  (?:\ lan)?(?:\ cuoi)?(?:\ (?:ngay|luc|vao))*\b""",
    "label": r"""(?:(?:(?:ngay|thoi\ gian|gio|tin|bai|da|duoc)\ )*
                    (?:dang|viet|xuat\ ban|phat\ hanh|tao|gui)(?:\ (?:tin|bai|tai))*
                    (?:\ (?:vao|ngay|luc))*
                  | ngay | (?:vao\ )?luc | thoi\ gian )\b""",
    "count": r"\d{1,3}(?:\.\d{3})+\b|\d+\b",
    "separator": r"[\s\-–—|,;:./()\[\]•·]+",
}
TOKEN = re.compile(
    "|".join(f"(?P<{name}>{part})" for name, part in PARTS.items()), re.VERBOSE
)
DATES = ("worded", "figures")
ONCE = ("weekday", "date", "time", "zone")

AFTER_AUTHOR = re.compile(r"\s+[-–—|]\s+(?=\d)")
GLUED_TO_TITLE = re.compile(
    r"(?P<title>.*\S)(?P<line>\d{2}/\d{2}/\d{4}\s+\d{1,2}:\d{2}:\d{2})"
)
ANY_DATE = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")


@dataclass(frozen=True)
class DateLine:
    """`time` is None where only the date is known; `warnings` are sentences."""

    date: dt.date
    time: dt.time | None
    written: str
    is_update: bool = False
    warnings: tuple[str, ...] = ()


def parse(line: str) -> DateLine | None:
    """Read a line that is nothing but a date line; None where it is anything else.

    Raises ImpossibleDate where the shape is right but the day does not exist.
    """
    tokens = tokenise(one_line(line))
    if not tokens or "date" not in tokens:
        return None
    date = date_from(tokens["date"], line)
    time, warnings = time_from(tokens.get("time"), line)
    weekday = tokens.get("weekday")
    if weekday and weekday_number(weekday) != date.weekday():
        warnings.append(
            remark(_("The date line “{line}” names the wrong weekday."), line)
        )
    return DateLine(date, time, line, "update" in tokens, tuple(warnings))


def split_author(line: str) -> tuple[str, DateLine] | None:
    """Split "author - time, date" into the author's part and the date line."""
    author, *rest = AFTER_AUTHOR.split(one_line(line), maxsplit=1)
    dateline = parse(rest[0]) if rest else None
    return (author, replace(dateline, written=line)) if dateline else None


def split_title(title: str) -> tuple[str, DateLine] | None:
    """Take a date line off the end of a title it is glued to.

    Only a date with a time to the second, and no space before it, is taken: no title
    ends so of its own accord.
    """
    glued = GLUED_TO_TITLE.fullmatch(title)
    dateline = parse(glued["line"]) if glued else None
    return (glued["title"], dateline) if dateline else None


def dates_in(text: str) -> list[dt.date]:
    """The dates a text names in figures; those that do not exist are passed over."""
    dates = []
    for day, month, year in ANY_DATE.findall(text):
        try:
            dates.append(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return dates


def tokenise(line: str) -> dict[str, re.Match] | None:
    """The parts of the line by kind; None as soon as something fits no part."""
    if len(line) > LONGEST_LINE:
        return None
    folded, tokens, position, counts = fold(line), {}, 0, 0
    while position < len(folded):
        match = TOKEN.match(folded, position)
        if match is None:
            return None
        kind = "date" if match.lastgroup in DATES else match.lastgroup
        counts += kind == "count"
        if kind in ONCE and kind in tokens:
            return None
        if kind == "count" and (counts > 2 or not {"date", "time"} <= tokens.keys()):
            return None
        tokens[kind] = match
        position = match.end()
    return tokens


def date_from(match: re.Match, line: str) -> dt.date:
    if match.lastgroup == "worded":
        day, month, year = match.group("worded_day", "worded_month", "worded_year")
    else:
        day, month, year = match.group("day", "month", "year")
    month = int(month) if month.isdigit() else MONTHS.index(month) + 1
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        raise ImpossibleDate(
            remark(_("The date line “{line}” names a day that does not exist."), line)
        ) from None


def time_from(match: re.Match | None, line: str) -> tuple[dt.time | None, list[str]]:
    """The time and what to remark on it; an unknown time is None, never midnight."""
    if match is None:
        return None, []
    minute, second = match["minute"] or match["primed"], match["second"] or 0
    try:
        time = dt.time(hour_of(match), int(minute), int(second))
    except ValueError:
        sentence = _("The date line “{line}” names a time that does not exist.")
        return None, [remark(sentence, line)]
    if time == dt.time(0):
        sentence = _("The time 00:00 of the date line “{line}” was read as unknown.")
        return None, [remark(sentence, line)]
    return time, []


def hour_of(match: re.Match) -> int:
    """The hour from 0 to 23; SA and AM are morning, CH and PM afternoon.

    Raises ValueError for an hour that is not before noon but says so.
    """
    hour, half = int(match["hour"]), match["half"]
    if half in ("sa", "am"):
        if hour > 12:
            raise ValueError
        return hour % 12
    return hour + 12 if half in ("ch", "pm") and hour < 12 else hour


def weekday_number(match: re.Match) -> int:
    """The weekday as `date.weekday()` counts: Monday is 0."""
    if match["sunday"]:
        return 6
    named = match["named"] or match["short"]
    return int(named) - 2 if named.isdigit() else WEEKDAYS.index(named)


def remark(sentence: str, line: str) -> str:
    return format_lazy(sentence, line=one_line(line))
