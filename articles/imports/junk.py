"""Lines of the old page that are not part of the text: controls, counters, link lists.

Only whole lines are taken, and only near the title or the end; "100%" inside a sentence
or in the middle of the text stays. The heading of a list of links takes what follows
it along, unless text follows it.
"""

import re

from articles.imports.lines import Line, ends_sentence
from articles.text.vietnamese import fold

NEAR_TITLE = 8  # lines
NEAR_END = 6
SHORTEST_PARAGRAPH = 200  # characters; a link's title is shorter

CONTROL = re.compile(
    r"""(?: \d{2,3}\s*% | a\s*[-+](?:\s*a\s*[-+]?)*
        | in\ (?:bai\ viet|trang|bai|tin) | xem\ voi\ co\ chu.{0,30}
        | (?:so\ )?(?:luot|nguoi)\ (?:xem|doc|truy\ cap)\s*:?\s*[\d.,]*
        | \d[\d.,]*\s+(?:luot\ xem|luot\ doc|binh\ luan)
        | (?:\d+\ )?(?:binh\ luan|y\ kien\ ban\ doc)\s*:?\s*(?:\(?\d+\)?)?
        | \[\s*(?:tro\ ve|quay\ lai|(?:ve|len)\ dau\ trang|in\ bai\ viet)\s*\]
        | ve\ trang\ truoc | (?:ve|len)\ dau\ trang
        | chia\ se | gui\ email | gui\ bai\ viet | tweet )""",
    re.VERBOSE,
)
LINK_LIST = re.compile(
    r"(?:(?:cac|nhung) )?(?:tin|bai|bai viet)(?: tuc| bai)?"
    r" (?:lien quan|khac|cung chuyen muc|da dua|moi hon|cu hon)\s*:?"
)


def is_control(line: Line) -> bool:
    return bool(CONTROL.fullmatch(fold(line.text)))


def drop(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Part the lines into those of the text and those of the page."""
    end = start_of_links(lines)
    kept, dropped = [], []
    for index, line in enumerate(lines[:end]):
        is_near = index < NEAR_TITLE or index >= end - NEAR_END
        (dropped if is_near and is_control(line) else kept).append(line)
    return kept, dropped + lines[end:]


def start_of_links(lines: list[Line]) -> int:
    """Where a list of links begins that goes on to the end, or the number of lines."""
    for index, line in enumerate(lines):
        if index >= 2 and LINK_LIST.fullmatch(fold(line.text)):
            return len(lines) if any(map(is_paragraph, lines[index:])) else index
    return len(lines)


def is_paragraph(line: Line) -> bool:
    return len(line.text) >= SHORTEST_PARAGRAPH and ends_sentence(line.text)
