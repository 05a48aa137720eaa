"""Which bulletins are like another: by the words of their titles, category and unit."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log

# What one title shares with another counts by how rare it is among the titles at hand:
# "xã", "tổ chức" and "hội nghị" say little. Vietnamese words are mostly of two
# syllables, so neighbouring pairs are words more often than single syllables are.
SYLLABLE = 0.3
SAME_CATEGORY = SAME_UNIT = 1.0

_SYLLABLE = re.compile(r"\w+")


def nearest(own, candidates: Sequence) -> list:
    """The candidates, those most like `own` first; of equals, the nearest in time.

    All have `title`, `category_id`, `unit_id` and `dateline_at`.
    """
    features = [_features(each.title) for each in candidates]
    titles = len(candidates) + 1
    known = _features(own.title)
    rarity = Counter(known)
    for each in features:
        rarity.update(each)

    def likeness(candidate, has) -> float:
        shared = sum(
            log(titles / rarity[each]) * (1 if isinstance(each, tuple) else SYLLABLE)
            for each in known & has
        )
        in_category = candidate.category_id == own.category_id
        return (
            shared
            + SAME_CATEGORY * (in_category and own.category_id is not None)
            + SAME_UNIT * (candidate.unit_id == own.unit_id)
        )

    def order(pair):
        candidate, has = pair
        distance = abs(candidate.dateline_at - own.dateline_at)
        return -likeness(candidate, has), distance, -candidate.article_id

    pairs = sorted(zip(candidates, features, strict=True), key=order)
    return [candidate for candidate, _has in pairs]


def _features(title: str) -> set:
    """The syllables of a title, and each two that stand together."""
    syllables = _SYLLABLE.findall(title.casefold())
    return {*syllables, *pairwise(syllables)}
