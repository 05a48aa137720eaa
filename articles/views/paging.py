"""Lists by cursors, so that the first page and the five-thousandth cost the same.

A cursor is the place of one bulletin in the order that readers see (date line, then
article), written as `20231130T022100.000000-17`: UTC to the microsecond, article id.
"""

import re
from collections.abc import Mapping
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


def page(editions: EditionQuerySet, query: Mapping[str, str]) -> Page:
    """The page of the list that the address asks for, in one query.

    Raises NoSuchPage for a broken cursor, for a page without a bulletin, and for one
    so close to the newest bulletin that the first page shows the same and more.
    """
    if cursor := query.get(NEWER):
        return _newer(editions, cursor)
    if cursor := query.get(OLDER):
        return _older(editions, cursor)
    return first(editions)


def first(editions: EditionQuerySet, size: int = PAGE_SIZE) -> Page:
    """The newest bulletins of the list; one more is fetched to know whether more exist."""
    found = list(editions.newest_first()[: size + 1])
    return Page(found[:size], older=_cursor_if(len(found) > size, found[:size], -1))


def _older(editions: EditionQuerySet, cursor: str) -> Page:
    moment, article_id = _read(cursor)
    # The first condition alone lets the index begin at the cursor.
    earlier = editions.filter(
        Q(dateline_at__lt=moment) | Q(article_id__lt=article_id),
        dateline_at__lte=moment,
    )
    found = list(earlier.newest_first()[: PAGE_SIZE + 1])
    if not found:
        raise NoSuchPage
    shown = found[:PAGE_SIZE]
    return Page(
        shown,
        older=_cursor_if(len(found) > PAGE_SIZE, shown, -1),
        newer=_cursor(shown[0]),
    )


def _newer(editions: EditionQuerySet, cursor: str) -> Page:
    moment, article_id = _read(cursor)
    later = editions.filter(
        Q(dateline_at__gt=moment) | Q(article_id__gt=article_id),
        dateline_at__gte=moment,
    )
    found = list(later.order_by("dateline_at", "article_id")[: PAGE_SIZE + 1])
    if len(found) < PAGE_SIZE:
        raise NoSuchPage
    shown = found[:PAGE_SIZE][::-1]
    return Page(
        shown,
        older=_cursor(shown[-1]),
        newer=_cursor_if(len(found) > PAGE_SIZE, shown, 0),
    )


def _cursor_if(there_is_more: bool, shown: list[Edition], position: int) -> str:
    return _cursor(shown[position]) if there_is_more else ""


def _cursor(edition: Edition) -> str:
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
