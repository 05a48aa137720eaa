"""Bulletins that say the same as another: written twice, or sent by two offices."""

import re
from itertools import pairwise

from django.db.models import BooleanField, ExpressionWrapper, Q

from articles.editorial import permissions
from articles.models import Article
from articles.text import vietnamese

NEWEST = 200  # bulletins that are compared
ALIKE = 0.8  # of the pairs of neighbouring words that title and lead have together

_WORD = re.compile(r"\w+")


def to(article: Article, *, reader) -> list[tuple[int, str]]:
    """Keys and titles of recent bulletins very like this one that the reader may see.

    Alike: the same title but for marks and case, the same body, or title and lead that
    share most of their words in order. One query; bodies stay in the database.
    """
    own_title = vietnamese.fold(article.title)
    own_words = _pairs(vietnamese.fold(f"{article.title} {article.lead}"))
    return [
        (key, title)
        for key, title, search_key, has_same_body in _candidates(article, reader)
        if has_same_body
        or vietnamese.fold(title) == own_title
        or _likeness(own_words, _pairs(search_key)) >= ALIKE
    ]


def _candidates(article: Article, reader):
    same_body = Q(body=article.body) & ~Q(body="")
    return (
        permissions.visible_articles(reader)
        .exclude(pk=article.pk)
        .annotate(
            has_same_body=ExpressionWrapper(same_body, output_field=BooleanField())
        )
        .order_by("-pk")
        .values_list("pk", "title", "search_key", "has_same_body")[:NEWEST]
    )


def _pairs(folded: str) -> set[tuple[str, str]]:
    return set(pairwise(_WORD.findall(folded)))


def _likeness(one: set, other: set) -> float:
    """Jaccard's measure: 1 for the same pairs of words, 0 for none in common."""
    return len(one & other) / len(one | other) if one and other else 0.0
