"""A year, a month or a day of the calendar on the wall in Việt Nam."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

MONDAY_FIRST = Calendar(firstweekday=0)


@dataclass(frozen=True)
class Period:
    """What an address of the archive names. Raises ValueError for 31 February.

    Without `day` a month, without `month` a year; the years of `archive` alone.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self):
        date(self.year, self.month or 1, self.day or 1)

    def __str__(self):
        """`2026`, `11/2026` or `24/11/2026`: read in every language."""
        shown = f"{self.month:02}/{self.year}" if self.month else f"{self.year}"
        return f"{self.day:02}/{shown}" if self.day else shown

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def day_after(self) -> date:
        """The first day that is no longer in it."""
        if self.day:
            return self.first_day + timedelta(days=1)
        if self.month in (0, 12):
            return date(self.year + 1, 1, 1)
        return date(self.year, self.month + 1, 1)

    @property
    def begins_at(self) -> datetime:
        return _midnight(self.first_day)

    @property
    def ends_at(self) -> datetime:
        """The first moment after it."""
        return _midnight(self.day_after)

    @property
    def above(self) -> "list[Period]":
        """The year of a month; the year and the month of a day."""
        year, month = Period(self.year), Period(self.year, self.month)
        return [year, month] if self.day else [year] if self.month else []

    @property
    def months(self) -> "list[Period]":
        """Those of the year."""
        return [Period(self.year, number) for number in range(1, 13)]

    @property
    def weeks(self) -> list[list[int]]:
        """The days of the month by weeks from Monday; 0 for days of its neighbours."""
        return MONDAY_FIRST.monthdayscalendar(self.year, self.month)

    def holds(self) -> Q:
        """The editions whose date line is in it, as a range of the index."""
        return Q(dateline_at__gte=self.begins_at, dateline_at__lt=self.ends_at)

    def around(self, moment: datetime) -> "Period":
        """The period of the same kind that holds the moment."""
        local = local_date(moment)
        return Period(
            local.year, local.month if self.month else 0, local.day if self.day else 0
        )

    def get_absolute_url(self) -> str:
        written = [f"{self.year}", f"{self.month:02}", f"{self.day:02}"]
        parts = 1 + bool(self.month) + bool(self.day)
        name = ("year", "month", "day")[parts - 1]
        return reverse(f"articles:archive_{name}", args=written[:parts])


def local_date(moment: datetime) -> date:
    return timezone.localdate(moment, timezone.get_default_timezone())


def _midnight(day: date) -> datetime:
    return timezone.make_aware(
        datetime.combine(day, time.min), timezone.get_default_timezone()
    )
