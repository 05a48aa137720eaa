"""Where the page of a bulletin leads: to the newer and the older one, and to those like it.

Two queries at any size. The first reads names alone, of the bulletins that stand nearest
in time in the same category and of the same unit, each found by an index that lists walk;
the second reads the few that the page prints.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from articles.models import Edition
from articles.models.edition import EditionQuerySet
from articles.views import relating

NEAR = 60  # bulletins that are compared, on either side of either list
SHOWN = 4
READ = ["pk", "article_id", "title", "unit_id", "category_id", "dateline_at"]


class Candidate(NamedTuple):
    """What is read of a bulletin to find out whether the page leads to it."""

    pk: int
    article_id: int
    title: str
    unit_id: int
    category_id: int | None
    dateline_at: datetime

    @property
    def place(self) -> tuple[datetime, int]:
        """Where it stands in the order of lists."""
        return self.dateline_at, self.article_id


@dataclass(frozen=True)
class Neighbours:
    newer: Edition | None = None
    older: Edition | None = None
    related: list[Edition] = field(default_factory=list)


def of(edition: Edition) -> Neighbours:
    """The next ones of its category (of all, if it has none), and up to four like it.

    `related` leaves the next ones out, and begins with the one most like the edition.
    """
    own, candidates = _own(edition), _candidates(edition)
    section = [each for each in candidates if each.category_id == own.category_id]
    if own.category_id is None:
        section = candidates
    newer = min(
        (each for each in section if each.place > own.place),
        key=lambda each: each.place,
        default=None,
    )
    older = max(
        (each for each in section if each.place < own.place),
        key=lambda each: each.place,
        default=None,
    )
    others = [each for each in candidates if each not in (newer, older)]
    chosen = [newer, older, *relating.nearest(own, others)[:SHOWN]]
    cards = _cards(each.pk for each in chosen if each)
    newer, older, *related = (each and cards.get(each.pk) for each in chosen)
    return Neighbours(newer, older, list(filter(None, related)))


def _own(edition: Edition) -> Candidate:
    return Candidate(*(getattr(edition, name) for name in READ))


def _candidates(edition: Edition) -> list[Candidate]:
    """Each bulletin once, in no order."""
    same_unit = Q(unit=edition.unit_id)
    section = Q(category=edition.category_id) if edition.category_id else Q()
    first, *more = (
        _nearest(Edition.objects.live().filter(shared), edition, is_newer=is_newer)
        for shared in (section, same_unit)
        for is_newer in (True, False)
    )
    return list({Candidate(*row) for row in first.union(*more, all=True)})


def _nearest(editions: EditionQuerySet, edition: Edition, *, is_newer: bool):
    """Names of those next to the edition, on one side of it."""
    moment, article_id = edition.dateline_at, edition.article_id
    # The condition on the date alone lets the index begin at the edition.
    if is_newer:
        beyond = Q(dateline_at__gt=moment) | Q(article_id__gt=article_id)
        side = editions.filter(beyond, dateline_at__gte=moment)
        side = side.order_by("dateline_at", "article_id")
    else:
        beyond = Q(dateline_at__lt=moment) | Q(article_id__lt=article_id)
        side = editions.filter(beyond, dateline_at__lte=moment).newest_first()
    # SQLite limits no part of a union, but what a part asks for may be limited.
    keys = side.values("pk")[:NEAR]
    return Edition.objects.order_by().filter(pk__in=keys).values_list(*READ)


def _cards(keys) -> dict[int, Edition]:
    if not (keys := list(keys)):
        return {}
    editions = Edition.objects.live().filter(pk__in=keys).for_cards()
    return {edition.pk: edition for edition in editions}
