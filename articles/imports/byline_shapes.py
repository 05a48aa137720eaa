"""One line of a byline: the shapes it can have, from the plainest label to a bare name."""

import re

from articles.imports import labels, people
from articles.imports.credits import BylineLine, Confidence, Credit, join
from articles.imports.lines import ends_sentence

LONGEST_LINE = 200
MOST_WORDS = 30
LONGEST_SOURCE = 20  # words

OWN_NEWSROOM = {"bbt", "ban biên tập", "pv"}
ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+(?:vn|com|net|org)(?:/\S*)?", re.I)
NOBODY = re.compile(r"internet|sưu tầm|minh hoạ|minh họa|tư liệu", re.I)
BRACKETED = re.compile(r"\(\s*([^()]*?)\s*\)\.?")
ENDS_IN_BRACKETS = re.compile(r"(.*\S)\s*\(\s*([^()]+?)\s*\)\.?")
TAKEN_FROM = re.compile(r"theo\s*:?\s+(.+)", re.I)
NAME_AND_UNIT = re.compile(r"([^:]+?)\s*:\s*([^:]+)")
COMPILED = re.compile(r"tổng hợp|t/?h|sưu tầm|s/?t", re.I)
DASH = re.compile("[-–—]")
BETWEEN_NAMES = re.compile(r"\s*(?:\s[-–—]|[-–—]\s|[–—,;&/+]|\bvà\b|(?=\())\s*")


def read(line: str) -> BylineLine | None:
    """Read one tidied line by itself; None where it is no part of a byline."""
    if len(line) > LONGEST_LINE or len(line.split()) > MOST_WORDS:
        return None
    shapes = (bracketed, labelled, taken_from, with_brackets, name_and_unit, bare)
    return next((found for shape in shapes if (found := shape(line))), None)


def bracketed(line: str) -> BylineLine | None:
    """`( Trung tâm … )`, `(Theo X)`, `(Nguồn: X)`; a photo's credit belongs to it."""
    match = BRACKETED.fullmatch(line)
    if match is None:
        return None
    inner = match[1]
    if source := in_brackets(inner):
        return source
    if people.may_be_unit(inner):
        return BylineLine(
            unit=inner, confidence="sure" if people.is_unit(inner) else "unsure"
        )
    return None


def labelled(line: str) -> BylineLine | None:
    """`Tin, ảnh: X`, `Tác giả: X - Nguồn: Y`: every label must make sense."""
    found = None
    for part in labels.split(line):
        read_part = labelled_source if part.is_source else labelled_people
        reading = read_part(part)
        found = join(found, reading) if found and reading else reading
        if found is None:
            return None
    return found


def labelled_people(part: labels.Labelled) -> BylineLine | None:
    if people.is_clause(part.value) or NOBODY.search(part.value):
        return None
    names, rest = leading_names(part.value)
    unit, is_understood = unit_after_name(rest)
    if names and is_understood:
        authors = tuple(Credit(name, part.roles) for name in names)
        is_plain = not rest and not DASH.search(part.value)
        return BylineLine(authors, unit, confidence="sure" if is_plain else "likely")
    if not names and people.is_unit(part.value):
        return BylineLine(unit=part.value, confidence="likely")
    return None


def labelled_source(part: labels.Labelled) -> BylineLine | None:
    """A source; or a person with a unit, whom some pages call a source."""
    names, rest = leading_names(part.value)
    if names and people.may_be_unit(rest):
        authors = tuple(Credit(name) for name in names)
        return BylineLine(authors, rest, confidence="unsure")
    return source_named(part.value)


def source_named(name: str) -> BylineLine | None:
    if ADDRESS.fullmatch(name):
        return BylineLine(source=name, is_republished=True)
    if not name or people.is_clause(name) or len(name.split()) > LONGEST_SOURCE:
        return None
    if name.lower() in OWN_NEWSROOM:
        return BylineLine(source=name)
    may_be_person = people.is_person(name) and not people.may_be_unit(name)
    return BylineLine(
        source=name,
        is_republished=True,
        confidence="unsure" if may_be_person else "sure",
    )


def taken_from(line: str) -> BylineLine | None:
    """`Theo X`, where X is spelt as a name; "Theo đó, …" is a sentence."""
    match = TAKEN_FROM.fullmatch(line)
    if match is None or ends_sentence(line):
        return None
    name = match[1]
    if people.is_unit(name) or ADDRESS.fullmatch(name):
        return BylineLine(source=name, is_republished=True, confidence="likely")
    if people.is_person(name):
        return BylineLine(source=name, is_republished=True, confidence="unsure")
    return None


def with_brackets(line: str) -> BylineLine | None:
    """`X ( Đài Y )`, `X (Nguồn: Y)`, `X (tổng hợp)`."""
    match = ENDS_IN_BRACKETS.fullmatch(line)
    if match is None:
        return None
    names, rest = leading_names(match[1])
    if not names or rest:
        return None
    authors = tuple(Credit(name) for name in names)
    if source := in_brackets(match[2]):
        return join(BylineLine(authors, confidence="likely"), source)
    if COMPILED.fullmatch(match[2]):
        return BylineLine(authors, confidence="unsure")
    if people.is_clause(match[2]) or match[2][0].islower() or match[2][0].isdigit():
        return None
    certain = people.may_be_unit(match[2]) and len(names) == 1
    return BylineLine(authors, match[2], confidence="sure" if certain else "unsure")


def name_and_unit(line: str) -> BylineLine | None:
    """`X: TT Văn hóa …`."""
    match = NAME_AND_UNIT.fullmatch(line)
    if match is None or ends_sentence(line):
        return None
    name, unit = people.without_title(match[1]), match[2]
    if not (people.is_person(name) and people.may_be_unit(unit)):
        return None
    return BylineLine((Credit(name),), unit, confidence="likely")


def bare(line: str) -> BylineLine | None:
    """Names without a label, `X - Phó Bí thư …`, or a unit alone."""
    names, rest = leading_names(line)
    unit, is_understood = unit_after_name(rest)
    if names and is_understood and not people.is_clause(rest):
        authors = tuple(Credit(name) for name in names)
        return BylineLine(authors, unit, confidence=bare_confidence(names, rest))
    if not ends_sentence(line) and people.is_unit(line) and " " in line:
        return BylineLine(unit=line, confidence="likely")
    return None


def bare_confidence(names: list[str], rest: str) -> Confidence:
    """A single full name is likely a person's; two may be a person and a place."""
    is_plain = len(names) == 1 and " " in names[0] and not people.may_be_unit(names[0])
    return "likely" if is_plain or people.is_office(rest) else "unsure"


def in_brackets(text: str) -> BylineLine | None:
    """A source named within brackets."""
    if match := TAKEN_FROM.fullmatch(text):
        return source_named(match[1])
    parts = labels.split(text)
    if len(parts) == 1 and parts[0].is_source:
        return source_named(parts[0].value)
    return None


def leading_names(text: str) -> tuple[list[str], str]:
    """The names a text begins with, and what follows them as written."""
    names, start = [], 0
    while start < len(text):
        joint = BETWEEN_NAMES.search(text, start)
        end = joint.start() if joint else len(text)
        name = people.without_title(text[start:end].strip())
        if not people.is_person(name) or (names and people.may_be_unit(name)):
            break
        names.append(name)
        start = joint.end() if joint else len(text)
    return names, text[start:].strip()


def unit_after_name(rest: str) -> tuple[str, bool]:
    """The unit named after a person, and whether the rest is understood at all.

    An office is understood, but it is the person's and not the unit.
    """
    if not rest or people.is_office(rest):
        return "", True
    bracketed_unit = BRACKETED.fullmatch(rest)
    unit = bracketed_unit[1] if bracketed_unit else rest
    return (unit, True) if people.may_be_unit(unit) else ("", False)
