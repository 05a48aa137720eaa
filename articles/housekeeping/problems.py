import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.housekeeping.files import Unreadable

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Kind(TextChoices):
    ROW = "row", gettext_lazy("row that cannot be right")
    ORIGINAL_MISSING = "original_missing", gettext_lazy("original missing")
    ORIGINAL_EMPTY = "original_empty", gettext_lazy("original empty")
    RENDITION_MISSING = "rendition_missing", gettext_lazy("rendition missing")
    RENDITION_EMPTY = "rendition_empty", gettext_lazy("rendition empty")
    ATTACHMENT_MISSING = "attachment_missing", gettext_lazy("attachment missing")
    ATTACHMENT_SIZE = "attachment_size", gettext_lazy("attachment of another size")
    ATTACHMENT_CONTENT = "attachment_content", gettext_lazy("attachment altered")
    UNNEEDED = "unneeded", gettext_lazy("file that nothing needs")
    ABANDONED = "abandoned", gettext_lazy("upload that nobody finished")
    UNREADABLE = "unreadable", gettext_lazy("file that cannot be read")
    HELD_BACK = "held_back", gettext_lazy("nothing was removed")


@dataclass(frozen=True)
class Problem:
    """One thing that does not agree; `what` is a path in the storage or names a row."""

    kind: Kind
    what: str
    detail: str = ""
    repaired: bool = False

    @property
    def line(self) -> str:
        """For the terminal: nothing in a file's name can steer it."""
        line = f"{self.kind.label}: {self.what}"
        if self.detail:
            line += f" ({self.detail})"
        if self.repaired:
            gone = self.kind in (Kind.UNNEEDED, Kind.ABANDONED)
            line += " – " + (_("removed") if gone else _("made anew"))
        return CONTROL.sub("\N{REPLACEMENT CHARACTER}", _encodable(line))

    @property
    def row(self) -> dict[str, str | bool]:
        return {
            "kind": self.kind.value,
            "what": _encodable(self.what),
            "detail": _encodable(self.detail),
            "repaired": self.repaired,
        }


def judged(judge: Callable[..., Problem | None], path: str, **options):
    """What `judge` says of one file: a list of one problem, or of none."""
    try:
        problem = judge(path, **options)
    except Unreadable as error:
        problem = unreadable(error)
    return [problem] if problem else []


def collected(problems: Iterator[Problem]) -> list[Problem]:
    """All of them; a folder that cannot be read ends the list and is its last."""
    found = []
    try:
        for problem in problems:
            found.append(problem)
    except Unreadable as error:
        found.append(unreadable(error))
    return found


def unreadable(error: Unreadable) -> Problem:
    return Problem(Kind.UNREADABLE, error.path, str(error))


def _encodable(text: str) -> str:
    """Names of files on a disk can hold bytes that are no text."""
    return text.encode("utf-8", "backslashreplace").decode()
