"""Finding live editions by words."""

from articles.models import Edition
from articles.models.edition import EditionQuerySet
from articles.text import vietnamese

MAX_WORDS = 12


def find(query: str) -> EditionQuerySet:
    """Live editions that hold every word of the query, newest first.

    Marks and case don't matter. A query without a word finds nothing.
    """
    words = vietnamese.fold(vietnamese.one_line(query)).split()[:MAX_WORDS]
    if not words:
        return Edition.objects.none()
    editions = Edition.objects.live()
    for word in words:
        editions = editions.filter(search_text__contains=word)
    return editions.newest_first()
