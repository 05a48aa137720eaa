"""Lists by cursors, so that the first page and the five-thousandth cost the same.

A cursor is the place of one bulletin in the order that readers see (date line, then
article), written as `20231130T022100.000000-17`: UTC to the microsecond, article id.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q

from articles.models import Edition
from articles.models.edition import EditionQuerySet

PAGE_SIZE = 20
OLDER, NEWER = "truoc", "sau"  # as they stand in addresses
FORMAT = "%Y%m%dT%H%M%S.%f"
WRITTEN = re.compile(r"(\d{8}T\d{6}\.\d{6})-(\d{1,18})", re.ASCII)


class NoSuchPage(Exception):
    """The cursor cannot be read, or nothing is there: the first page answers better."""


@dataclass(frozen=True)
class Page:
    """`older` and `newer` are the cursors of the neighbouring pages, or empty."""

    editions: list[Edition]
    older: str = ""
    newer: str = ""


@dataclass(frozen=True)
class Walk:
    """Lists without a bulletin in common, read as one in the order that readers see.

    Each is walked along an index of its own as far as a page reaches; of the list of
    many units a database would rather sort all there is. `moment` and `key` name where
    a row keeps its place in the order, if that isn't the edition itself.
    """

    lists: Sequence[EditionQuerySet]
    moment: str = "dateline_at"
    key: str = "article_id"

    def newest(self, number: int) -> list[Edition]:
        return self._taken(self.lists, number, falling=True)

    def before(self, place: tuple[datetime, int], number: int) -> list[Edition]:
        """The newest of those that stand after the place, as readers see the list."""
        return self._taken(self._cut(place, "lt"), number, falling=True)

    def after(self, place: tuple[datetime, int], number: int) -> list[Edition]:
        """The oldest of those that stand before the place, oldest first."""
        return self._taken(self._cut(place, "gt"), number, falling=False)

    def _cut(self, place: tuple[datetime, int], side: str) -> list[EditionQuerySet]:
        moment, article_id = place
        beyond = Q((f"{self.moment}__{side}", moment))
        beyond |= Q((f"{self.key}__{side}", article_id))
        # The last condition alone lets the index begin at the cursor.
        bound = Q((f"{self.moment}__{side}e", moment))
        return [editions.filter(beyond, bound) for editions in self.lists]

    def _taken(
        self, lists: Sequence[EditionQuerySet], number: int, *, falling: bool
    ) -> list[Edition]:
        sign = "-" if falling else ""
        order = [f"{sign}{self.moment}", f"{sign}{self.key}"]
        if len(lists) == 1:
            return list(lists[0].order_by(*order)[:number])
        first, *others = [_nearest(editions, order, number) for editions in lists]
        return list(first.union(*others, all=True).order_by(*order)[:number])


def _nearest(
    editions: EditionQuerySet, order: list[str], number: int
) -> EditionQuerySet:
    """A slice in other words: SQLite takes none as a part of a union."""
    keys = editions.order_by(*order).values("pk")[:number]
    return Edition.objects.filter(pk__in=keys).for_cards().order_by()


def page(walk: Walk, query: Mapping[str, str]) -> Page:
    """The page of the list that the address asks for, in one query.

    Raises NoSuchPage for a broken cursor, for a page without a bulletin, and for one
    so close to the newest bulletin that the first page shows the same and more.
    """
    if cursor := query.get(NEWER):
        return _newer(walk, cursor)
    if cursor := query.get(OLDER):
        return _older(walk, cursor)
    return first(walk)


def first(walk: Walk, size: int = PAGE_SIZE) -> Page:
    """The newest bulletins of the list; one more is fetched to know whether more exist."""
    found = walk.newest(size + 1)
    return Page(found[:size], older=_cursor_if(len(found) > size, found[:size], -1))


def _older(walk: Walk, cursor: str) -> Page:
    found = walk.before(_read(cursor), PAGE_SIZE + 1)
    if not found:
        raise NoSuchPage
    shown = found[:PAGE_SIZE]
    return Page(
        shown,
        older=_cursor_if(len(found) > PAGE_SIZE, shown, -1),
        newer=cursor_at(shown[0]),
    )


def _newer(walk: Walk, cursor: str) -> Page:
    found = walk.after(_read(cursor), PAGE_SIZE + 1)
    if len(found) < PAGE_SIZE:
        raise NoSuchPage
    shown = found[:PAGE_SIZE][::-1]
    return Page(
        shown,
        older=cursor_at(shown[-1]),
        newer=_cursor_if(len(found) > PAGE_SIZE, shown, 0),
    )


def _cursor_if(there_is_more: bool, shown: list[Edition], position: int) -> str:
    return cursor_at(shown[position]) if there_is_more else ""


def cursor_at(edition: Edition) -> str:
    """The cursor of the page that goes on after the bulletin."""
    return f"{edition.dateline_at.astimezone(UTC):{FORMAT}}-{edition.article_id}"


def _read(cursor: str) -> tuple[datetime, int]:
    written = WRITTEN.fullmatch(cursor)
    if written is None:
        raise NoSuchPage
    try:
        moment = datetime.strptime(written[1], FORMAT).replace(tzinfo=UTC)
    except ValueError as error:
        raise NoSuchPage from error
    return moment, int(written[2])
