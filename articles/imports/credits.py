"""What a byline says, whole or in part, and how two parts become one."""

from dataclasses import dataclass
from typing import Literal

Confidence = Literal["sure", "likely", "unsure"]
BY_DOUBT = ("sure", "likely", "unsure")
TEXT = frozenset({"text"})


@dataclass(frozen=True)
class Credit:
    """A person or pen name, and what they made: "text", "photo", "video"."""

    name: str
    roles: frozenset[str] = TEXT


@dataclass(frozen=True)
class BylineLine:
    """What a byline says. `written` are its lines as they were.

    `unit` and `source` are names as written, or "". A text is republished when another
    body is its source.
    """

    authors: tuple[Credit, ...] = ()
    unit: str = ""
    source: str = ""
    is_republished: bool = False
    written: tuple[str, ...] = ()
    confidence: Confidence = "sure"


def join(upper: BylineLine, lower: BylineLine) -> BylineLine | None:
    """Both as one; None where both fill the same place."""
    taken = frozenset().union(*(credit.roles for credit in upper.authors))
    if (
        any(credit.roles & taken for credit in lower.authors)
        or (upper.unit and lower.unit)
        or (upper.source and lower.source)
    ):
        return None
    return BylineLine(
        merge(upper.authors + lower.authors),
        upper.unit or lower.unit,
        upper.source or lower.source,
        upper.is_republished or lower.is_republished,
        upper.written + lower.written,
        joint_confidence(upper, lower),
    )


def merge(authors: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Each name once, with all its roles."""
    roles: dict[str, frozenset[str]] = {}
    for credit in authors:
        roles[credit.name] = roles.get(credit.name, frozenset()) | credit.roles
    return tuple(Credit(name, made) for name, made in roles.items())


def joint_confidence(upper: BylineLine, lower: BylineLine) -> Confidence:
    """The greater doubt; but one name over a sure unit is a name, however spelt."""
    is_lone_name = len(upper.authors) == 1 and not (upper.unit or upper.source)
    if is_lone_name and lower.unit and not lower.authors and lower.confidence == "sure":
        return "sure"
    return max(upper.confidence, lower.confidence, key=BY_DOUBT.index)
