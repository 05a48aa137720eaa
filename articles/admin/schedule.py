"""The page of what is due: a list by day, and a calendar of one month."""

import re
from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.views import View

from articles.editorial import schedule
from articles.forms.steps import PublishForm

MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])", re.ASCII)
MONDAY_FIRST = Calendar(firstweekday=0)


@dataclass(frozen=True)
class Month:
    year: int
    number: int

    @classmethod
    def from_text(cls, text: str) -> "Month":
        """The month that an address names, as `2026-11`; else the one it is now."""
        if match := MONTH.fullmatch(text):
            return cls(int(match[1]), int(match[2]))
        today = timezone.localdate()
        return cls(today.year, today.month)

    def __str__(self):
        return f"{self.year}-{self.number:02}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    def shifted(self, by: int) -> "Month":
        years, month = divmod(self.number - 1 + by, 12)
        return Month(self.year + years, month + 1)

    def weeks(self, by_day: dict[date, list]) -> list[list[dict]]:
        """Weeks from Monday; days of the months beside it are empty cells."""
        return [
            [
                {
                    "day": day if day.month == self.number else None,
                    "entries": by_day.get(day, []),
                }
                for day in week
            ]
            for week in MONDAY_FIRST.monthdatescalendar(self.year, self.number)
        ]


class SchedulePage(View):
    """Everything that waits for its time and that the user may see."""

    model_admin = None

    def get(self, request):
        if not self.model_admin.has_view_permission(request):
            raise PermissionDenied
        due = schedule.due(request.user)
        by_day = {
            day: list(entries)
            for day, entries in groupby(due, key=lambda entry: entry.moment.date())
        }
        month = Month.from_text(request.GET.get("thang", ""))
        context = {
            **self.model_admin.admin_site.each_context(request),
            "opts": self.model_admin.opts,
            "title": _("Due for publication"),
            "due": due,
            "by_day": by_day,
            "month": month,
            "weeks": month.weeks(by_day),
            "previous": month.shifted(-1),
            "next": month.shifted(1),
            "weekdays": list(
                zip(WEEKDAYS.values(), WEEKDAYS_ABBR.values(), strict=True)
            ),
            "today": timezone.localdate(),
        }
        return TemplateResponse(
            request, "admin/articles/article/scheduled.html", context
        )


def standing_choice(article) -> dict:
    """The publish form's first answer where a time stands already: that time again."""
    moment = schedule.standing_time(article)
    if moment is None:
        return {}
    return {"when": PublishForm.LATER, "day": moment.date(), "time": moment.time()}
