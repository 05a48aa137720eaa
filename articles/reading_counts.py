"""How often bulletins are read: numbers by bulletin and day, and nothing of who reads.

Reads are gathered in memory and written together with the first one that comes
`FLUSH_EVERY` seconds after the last writing, and by `flush()` when the server stops. A
process that is killed loses what it has gathered, and nothing else.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from threading import Lock
from time import monotonic

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import Case, F, Sum, When
from django.utils import timezone

from articles.models import DailyReads, Edition

FLUSH_EVERY = 30  # seconds
MOST_A_MINUTE = 120  # reads of one bulletin that one process believes
DAYS = 7  # today and those before it that "most read" looks back
RANKED = 50  # bulletins that the ranking remembers
RANKED_FOR = 300  # seconds

logger = logging.getLogger(__name__)


class Gathering:
    """The reads of one process that are not yet written."""

    def __init__(self):
        self._lock = Lock()
        self._waiting: Counter[tuple[date, int]] = Counter()
        self._flushed_at = monotonic()
        self._minute = 0
        self._this_minute: Counter[int] = Counter()

    def count(self, article_id: int) -> None:
        """One more read of the bulletin if it is live and this is no flood."""
        if self._is_flooded(article_id):
            return
        if not Edition.objects.live().filter(article_id=article_id).exists():
            return
        with self._lock:
            self._this_minute[article_id] += 1
            self._waiting[timezone.localdate(), article_id] += 1
            is_due = monotonic() - self._flushed_at >= FLUSH_EVERY
        if is_due:
            self.flush()

    def flush(self) -> None:
        """Write what waits; what cannot be written waits for the next time."""
        with self._lock:
            taken, self._waiting = self._waiting, Counter()
            self._flushed_at = monotonic()
        by_day: dict[date, dict[int, int]] = defaultdict(dict)
        for (day, article_id), number in taken.items():
            by_day[day][article_id] = number
        for day, numbers in by_day.items():
            try:
                _add(day, numbers)
            except DatabaseError as error:
                logger.warning("The reads of %s wait for another time: %s", day, error)
                self._take_back(day, numbers)

    def _is_flooded(self, article_id: int) -> bool:
        minute = int(monotonic() // 60)
        with self._lock:
            if minute != self._minute:
                self._minute, self._this_minute = minute, Counter()
            return self._this_minute[article_id] >= MOST_A_MINUTE

    def _take_back(self, day: date, numbers: Mapping[int, int]) -> None:
        with self._lock:
            for article_id, number in numbers.items():
                self._waiting[day, article_id] += number


_gathering = Gathering()
count, flush = _gathering.count, _gathering.flush


@transaction.atomic
def _add(day: date, numbers: Mapping[int, int]) -> None:
    """Add to the day's rows, in three queries for as many bulletins as half a minute has.

    Django's upsert can replace a number but not add to it. Rows are locked in one
    order, so that processes wait for each other and not in a circle; if another one
    inserts the same row first, IntegrityError, and nothing was added.
    """
    rows = DailyReads.objects.filter(day=day, article_id__in=list(numbers))
    locked = rows.select_for_update().order_by("article_id")
    known = set(locked.values_list("article_id", flat=True))
    if known:
        rows.filter(article_id__in=known).update(count=F("count") + _each(numbers))
    DailyReads.objects.bulk_create(
        DailyReads(day=day, article_id=article_id, count=number)
        for article_id, number in numbers.items()
        if article_id not in known
    )


def _each(numbers: Mapping[int, int]) -> Case:
    """The number of each row's bulletin; few numbers, each of many bulletins."""
    by_number: dict[int, list[int]] = defaultdict(list)
    for article_id, number in numbers.items():
        by_number[number].append(article_id)
    return Case(
        *(When(article_id__in=keys, then=number) for number, keys in by_number.items())
    )


def most_read(number: int, *, without: Collection[int] = ()) -> list[Edition]:
    """The live bulletins read most in the last days, as cards, most read first.

    What is no longer live is left out at once, and so are the articles `without`.
    """
    ranking = cache.get_or_set("most-read", _ranking, RANKED_FOR)
    wanted = [key for key in ranking if key not in without]
    if not wanted:
        return []
    editions = Edition.objects.live().filter(article_id__in=wanted).for_cards()
    by_article = {edition.article_id: edition for edition in editions}
    return [by_article[key] for key in wanted if key in by_article][:number]


def _ranking() -> list[int]:
    """Keys of articles, read most first; every row of the days is added up."""
    since = timezone.localdate() - timedelta(days=DAYS - 1)
    reads = DailyReads.objects.filter(day__gte=since).values("article_id")
    sums = reads.annotate(reads=Sum("count")).order_by("-reads", "-article_id")
    return list(sums.values_list("article_id", flat=True)[:RANKED])
