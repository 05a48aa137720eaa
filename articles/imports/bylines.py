"""Who a bulletin names below its text: people, the unit, the source it was taken from.

A byline is one line or a few: names, a unit, a source, each at most once. Lines are
read from the last one upwards, until one is something else. `confidence` says how much
of the reading rests on spelling alone:

    sure      a label, a source or a bracketed unit says what is what
    likely    the line is spelt as a byline and could hardly be anything else
    unsure    a name that may be a place, a second author that may be a unit, initials
"""

from dataclasses import replace

from articles.imports import byline_shapes
from articles.imports.credits import BylineLine, Credit, join
from articles.text.vietnamese import one_line

__all__ = ["BylineLine", "Credit", "parse"]

REACH = 6  # lines from the end


def parse(lines: list[str]) -> BylineLine | None:
    """Read the byline that ends the lines; `written` says which of them it took."""
    found = None
    for line in reversed([line for line in lines if one_line(line)][-REACH:]):
        part = byline_shapes.read(one_line(line))
        if part is None or (found is None and is_lone_word(part)):
            break
        part = replace(part, written=(line,))
        joined = join(part, found) if found else part
        if joined is None:
            break
        found = joined
    return found


def is_lone_word(part: BylineLine) -> bool:
    """Whether the part is one word that only a unit or source below it makes a name."""
    names = [credit.name for credit in part.authors]
    is_name_only = part.confidence == "unsure" and not (part.unit or part.source)
    return is_name_only and len(names) == 1 and not names[0].isupper() and " " not in names[0]  # fmt: skip
