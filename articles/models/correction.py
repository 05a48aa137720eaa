from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class CorrectionKind(models.TextChoices):
    """What a public note owns up to."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", _("Update")


@dataclass(frozen=True)
class Correction:
    """A public note on what was wrong, unclear or overtaken in an earlier edition.

    Editions keep it as a row of their `corrections`. `at` is the moment from which
    readers see it; None while it waits for its edition.
    """

    kind: str
    text: str
    at: datetime | None = None

    @classmethod
    def from_row(cls, row: dict) -> "Correction":
        return cls(row["kind"], row["text"], datetime.fromisoformat(row["at"]))

    def row(self) -> dict:
        """As editions keep it; `at` in UTC, so that plain text sorts by time."""
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return {"kind": self.kind, "text": self.text, "at": moment}

    @property
    def label(self) -> str:
        return CorrectionKind(self.kind).label


class NewestNoteAt(models.Func):
    """The `at` of the last row of an edition's `corrections`, as text."""

    arity = 1
    output_field = models.TextField()
    template = "%(expressions)s -> -1 ->> 'at'"

    def as_sqlite(self, compiler, connection, **context):
        template = "json_extract(%(expressions)s, '$[#-1].at')"
        return self.as_sql(compiler, connection, template=template, **context)
