"""Two people's changes to one text, put together where neither touches the other's.

By block, and within a block by sentence: two changes to one sentence are never joined,
because "tăng 5 %" made "giảm 5 %" here and "tăng 7 %" there must not become "giảm 7 %".
What cannot be joined is kept twice, theirs first, and reported.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.text import html
from articles.text.diff import matches
from articles.text.reading import blocks

Parts = list[str]


@dataclass(frozen=True)
class Clash:
    """A place that both changed, or where both added something, each in their own way."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Merged:
    """`text` holds all that either wrote; both versions stand in it where they clash."""

    text: str
    clashes: tuple[Clash, ...] = ()


def merge_text(base: str, mine: str, theirs: str) -> Merged:
    """Plain text, sentence by sentence.

    >>> merge_text("Một. Hai. Ba.", "Một. Hai. Ba rưỡi.", "Mốt. Hai. Ba.").text
    'Mốt. Hai. Ba rưỡi.'
    """
    merged, clashes = merge_parts(*map(_sentences, (base, mine, theirs)))
    return Merged("".join(merged), _joined(clashes, ""))


def merge_body(base: str, mine: str, theirs: str) -> Merged:
    """Sanitised HTML, block by block; the text is sanitised HTML again."""
    merged, clashes = merge_parts(*map(blocks, (base, mine, theirs)), deeper=_within)
    return Merged("\n".join(merged), _joined(clashes, "\n"))


def _joined(clashes: list[tuple[Parts, Parts, Parts]], glue: str) -> tuple[Clash, ...]:
    return tuple(Clash(*map(glue.join, clash)) for clash in clashes)


# A sentence ends before a space, a line or an item of a list where its tag closes.
_SENTENCE = re.compile(
    r".+?(?:[.!?…](?:</?\w+>)*\s+|\n|<br>|</(?:p|li|tr|td|th)>|$)", re.S
)


def _sentences(text: str) -> Parts:
    return _SENTENCE.findall(text)


def _within(base: str, mine: str, theirs: str) -> str | None:
    """One block that both changed, if their sentences differ and no tag is torn."""
    merged, clashes = merge_parts(*map(_sentences, (base, mine, theirs)))
    block = "".join(merged)
    return block if not clashes and html.sanitise(block) == block else None


def merge_parts(
    base: list, mine: list, theirs: list, deeper: Callable | None = None
) -> tuple[list, list[tuple[list, list, list]]]:
    """The merged list, and the regions (base, mine, theirs) that are kept twice in it.

    `deeper` is asked about one part that both changed; None: it can't be joined.
    """
    merged: Parts = []
    clashes: list[tuple[Parts, Parts, Parts]] = []
    for was, my, their in _regions(base, mine, theirs):
        pieces = [([*was], [*my], [*their])]
        if len(was) == len(my) == len(their) > 1:
            pieces = [([b], [m], [t]) for b, m, t in zip(was, my, their, strict=True)]
        for piece in pieces:
            joined = _decide(*piece, deeper)
            merged += piece[2] + piece[1] if joined is None else joined
            if joined is None:
                clashes.append(piece)
    return merged, clashes


def _decide(was: Parts, my: Parts, their: Parts, deeper) -> Parts | None:
    """What stands in a region afterwards; None if that is for a person to say."""
    if my in (was, their):
        return their
    if their == was:
        return my
    if deeper and len(was) == len(my) == len(their) == 1:
        block = deeper(was[0], my[0], their[0])
        return None if block is None else [block]
    return None


def _regions(
    base: Parts, mine: Parts, theirs: Parts
) -> Iterator[tuple[Parts, Parts, Parts]]:
    """The three texts cut at what all of them share, in order."""
    i = j = k = 0
    for at, my_at, their_at, length in _shared(base, mine, theirs):
        if (i, j, k) != (at, my_at, their_at):
            yield base[i:at], mine[j:my_at], theirs[k:their_at]
        i, j, k = at + length, my_at + length, their_at + length
        if length:
            yield base[at:i], mine[my_at:j], theirs[their_at:k]


def _shared(base: Parts, mine: Parts, theirs: Parts):
    """Runs that stand in all three: (base, mine, theirs index, length); last an empty one."""
    ours, others = list(matches(base, mine)), list(matches(base, theirs))
    a = b = 0
    while a < len(ours) and b < len(others):
        (i, j, length), (other_i, k, other_length) = ours[a], others[b]
        start = max(i, other_i)
        end = min(i + length, other_i + other_length)
        if start < end:
            yield start, j + start - i, k + start - other_i, end - start
        if i + length <= other_i + other_length:
            a += 1
        else:
            b += 1
    yield len(base), len(mine), len(theirs), 0
