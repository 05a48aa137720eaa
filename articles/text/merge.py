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

Region = tuple[list, list, list]  # base, mine, theirs


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
    sides = map(_sentences, (base, mine, theirs))
    merged, clashes = merge_parts(*sides)
    return Merged(_prose(merged), _clashes(clashes, _prose))


def merge_body(base: str, mine: str, theirs: str) -> Merged:
    """Sanitised HTML, block by block; the text is sanitised HTML again."""
    sides = map(blocks, (base, mine, theirs))
    merged, clashes = merge_parts(*sides, deeper=_within)
    return Merged("\n".join(merged), _clashes(clashes, "\n".join))


def merge_parts(
    base: list, mine: list, theirs: list, *, deeper: Callable | None = None
) -> tuple[list, list[Region]]:
    """The merged list, and the regions (base, mine, theirs) that are kept twice in it.

    `deeper` is asked about one part that both changed; None: it can't tell either.
    """
    merged: list = []
    clashes: list[Region] = []
    for was, my, their in _regions(base, mine, theirs):
        pieces = [([*was], [*my], [*their])]
        if len(was) == len(my) == len(their) > 1:
            pieces = [([b], [m], [t]) for b, m, t in zip(was, my, their, strict=True)]
        for piece in pieces:
            parts, found = _decide(*piece, deeper)
            merged += parts
            clashes += found
    return merged, clashes


def _decide(was, my, their, deeper) -> tuple[list, list[Region]]:
    """What stands in a region afterwards, and what of it is for a person to say."""
    if my in (was, their):
        return their, []
    if their == was:
        return my, []
    is_one = len(was) == len(my) == len(their) == 1
    if deeper and is_one and (found := deeper(was[0], my[0], their[0])):
        return found
    return their + my, [(was, my, their)]


_TAGS = "p|h[2-4]|ul|ol|li|blockquote|table|caption|thead|tbody|tfoot|tr|td|th|figure|figcaption"
_BOUNDARY = re.compile(rf"(\s*\n\s*|\s*<br>|</?(?:{_TAGS})\b[^>]*>)")
_SENTENCE_END = re.compile(r"(?<=[.!?…]) |(?<=[.!?…]</em>) |(?<=[.!?…]</strong>) ")


def _sentences(text: str) -> list[str]:
    """Sentences without the space between them; lines, items and cells part them too."""
    pieces = []
    for run in _BOUNDARY.split(text):
        is_boundary = _BOUNDARY.fullmatch(run)
        pieces += [run] if is_boundary else filter(None, _SENTENCE_END.split(run))
    # Where spaces are doubled the pieces would not give the same text back.
    return pieces if _prose(pieces) == text else [text]


def _prose(pieces: list[str]) -> str:
    """The text of sentences and what parts them."""
    text, is_apart = "", True
    for piece in pieces:
        is_boundary = bool(_BOUNDARY.fullmatch(piece))
        text += piece if is_apart or is_boundary else f" {piece}"
        is_apart = is_boundary
    return text


def _within(base: str, mine: str, theirs: str) -> tuple[list[str], list[Region]] | None:
    """One block that both changed, unless no sentence is left or a tag would be torn."""
    sides = [_sentences(block) for block in (base, mine, theirs)]
    merged, clashes = merge_parts(*sides)
    block = _prose(merged)
    left = set(sides[0]) & set(sides[1]) & set(sides[2])
    is_rewritten = clashes and all(_BOUNDARY.fullmatch(piece) for piece in left)
    if is_rewritten or html.sanitise(block) != block:
        return None
    return [block], [tuple([_prose(side)] for side in clash) for clash in clashes]


def _clashes(clashes: list[Region], joined: Callable) -> tuple[Clash, ...]:
    return tuple(Clash(*map(joined, clash)) for clash in clashes)


def _regions(base: list, mine: list, theirs: list) -> Iterator[Region]:
    """The three texts cut at what all of them share, in order."""
    i = j = k = 0
    for at, my_at, their_at, length in _shared(base, mine, theirs):
        if (i, j, k) != (at, my_at, their_at):
            yield base[i:at], mine[j:my_at], theirs[k:their_at]
        i, j, k = at + length, my_at + length, their_at + length
        if length:
            yield base[at:i], mine[my_at:j], theirs[their_at:k]


def _shared(base: list, mine: list, theirs: list):
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
