"""The bulletins by the date that readers see: all, a year, a month, a day.

Lists, neighbours and days walk the index of date lines no further than they reach. What
would have to count more is counted once in a while: how many a month of a year has.
"""

from collections import Counter
from datetime import datetime

from django.core.cache import cache
from django.db.models import Count
from django.http import Http404
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.models.edition import EditionQuerySet
from articles.views.lists import render_list
from articles.views.periods import Period, local_date

COUNTED_FOR = 600  # seconds
FIRST, LAST = Period(1900), Period(2099)  # that have an address


@require_safe
def archive(request):
    """All bulletins, newest first, and the years they are from."""
    years = cache.get_or_set("archive-years", _years, COUNTED_FOR)
    context = {"years": years, "months": months_of(years[0]) if years else []}
    return render_list(
        request, "articles/archive.html", Edition.objects.live(), **context
    )


@require_safe
def year(request, year):
    period = _period(year)
    return _render(request, "year", period, months=months_of(period))


@require_safe
def month(request, year, month):
    period = _period(year, month)
    return _render(request, "month", period, **_calendar(period))


@require_safe
def day(request, year, month, day):
    period = _period(year, month, day)
    return _render(request, "day", period, **_calendar(Period(*_read(year, month))))


def _render(request, kind: str, period: Period, **context):
    earlier, later = _neighbours(period)
    return render_list(
        request,
        f"articles/archive_{kind}.html",
        Edition.objects.live().filter(period.holds()),
        period=period,
        earlier=earlier,
        later=later,
        **context,
    )


def _read(*written: str) -> list[int]:
    return [int(number) for number in written]


def _period(*written: str) -> Period:
    try:
        return Period(*_read(*written))
    except ValueError as error:
        raise Http404 from error


def _neighbours(period: Period) -> tuple[Period | None, Period | None]:
    """The nearest periods of the same kind, before and after, that hold a bulletin."""
    live = Edition.objects.live().order_by("dateline_at", "article_id")
    before = live.filter(dateline_at__lt=period.begins_at).reverse()
    after = live.filter(dateline_at__gte=period.ends_at)
    earlier, later = _first_moment(before), _first_moment(after)
    return earlier and period.around(earlier), later and period.around(later)


def _first_moment(editions) -> datetime | None:
    return editions.values_list("dateline_at", flat=True).first()


def _years() -> list[Period]:
    """From the newest bulletin's year to the oldest's, without those that hold none."""
    # The bounds change nothing but SQLite's mind, which would sort all there is.
    live = Edition.objects.live().filter(
        dateline_at__gte=FIRST.begins_at, dateline_at__lt=LAST.ends_at
    )
    live = live.order_by("dateline_at", "article_id")
    oldest, newest = _first_moment(live), _first_moment(live.reverse())
    if oldest is None:
        return []
    span = range(local_date(newest).year, local_date(oldest).year - 1, -1)
    first, *others = [_one_of(Period(number)) for number in span]
    moments = first.union(*others, all=True).values_list("dateline_at", flat=True)
    held = {local_date(moment).year for moment in moments}
    return [Period(number) for number in span if number in held]


def _one_of(period: Period) -> EditionQuerySet:
    """Any live edition of the period: a part of a union, so the slice is inside."""
    found = Edition.objects.live().filter(period.holds()).order_by("dateline_at")
    keys = found.values("pk")[:1]
    return Edition.objects.filter(pk__in=keys).only("dateline_at").order_by()


def months_of(year: Period) -> list[tuple[Period, int]]:
    """The months, and how many bulletins each has: known a few minutes late."""
    counts = cache.get_or_set(
        f"archive-{year.year}", lambda: _counted(year), COUNTED_FOR
    )
    return list(zip(year.months, counts, strict=True))


def _counted(year: Period) -> list[int]:
    """One pass over the year's part of the index."""
    counts = (
        Edition.objects.live()
        .filter(year.holds())
        .aggregate(
            **{
                f"month_{month.month}": Count("pk", filter=month.holds())
                for month in year.months
            }
        )
    )
    return list(counts.values())


def _calendar(month: Period) -> dict:
    """The month's weeks as `[(day or None, bulletins)]`, and the names of their days."""
    live = Edition.objects.live().filter(month.holds())
    moments = live.order_by().values_list("dateline_at", flat=True)
    counts = Counter(local_date(moment).day for moment in moments)
    weeks = [
        [
            (
                Period(month.year, month.month, number) if number else None,
                counts[number],
            )
            for number in week
        ]
        for week in month.weeks
    ]
    weekdays = list(zip(WEEKDAYS.values(), WEEKDAYS_ABBR.values(), strict=True))
    return {"month": month, "weeks": weeks, "weekdays": weekdays}
