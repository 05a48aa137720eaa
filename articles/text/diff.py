"""What changed between two texts, by word; between two bodies, by block, then by word.

>>> [(part.kind, part.text) for part in words("Họp lúc 7 giờ.", "Họp lúc 8 giờ.")]
[('equal', 'Họp lúc '), ('delete', '7'), ('insert', '8'), ('equal', ' giờ.')]
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from articles.text.reading import Token, blocks, tokens, tokens_of_block

EQUAL, DELETE, INSERT, CHANGED = "equal", "delete", "insert", "changed"

# Pairs of elements beyond which two texts count as wholly different: seconds of work.
_TOO_MANY_PAIRS = 100_000_000
# Above this many elements frequent ones are no anchors: coarser, and ten times as fast.
_LONG = 4000
_ALIKE = 0.4
_MANY_BLOCKS = 400


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that stands in both versions or in one; `marks` is its formatting."""

    kind: str
    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One block of a body in either version or in both; `kind` may also be "changed"."""

    kind: str
    segments: list[Segment]

    @property
    def old(self) -> list[Segment]:
        return [part for part in self.segments if part.kind != INSERT]

    @property
    def new(self) -> list[Segment]:
        return [part for part in self.segments if part.kind != DELETE]


def words(old: str, new: str) -> list[Segment]:
    """Two plain texts as one, what was taken out before what came in its place."""
    return _segments(tokens(old), tokens(new))


def bodies(old: str, new: str) -> list[Row]:
    """Two sanitised bodies block by block; photos are blocks of their own."""
    rows = []
    olds, news = blocks(old), blocks(new)
    for kind, i, i_end, j, j_end in opcodes(olds, news):
        if kind == "equal":
            rows += [_whole(EQUAL, block) for block in news[j:j_end]]
        else:
            rows += [
                _row(*pair) for pair in _pairs(olds[i:i_end], news[j:j_end], _likeness)
            ]
    return rows


def matches(old: Sequence, new: Sequence) -> Iterator[tuple[int, int, int]]:
    """Where runs of equal elements stand in both: (old index, new index, length)."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle, other = old[start : len(old) - end], new[start : len(new) - end]
    if start:
        yield 0, 0, start
    if len(middle) * len(other) <= _TOO_MANY_PAIRS:
        is_long = len(middle) + len(other) > _LONG
        matcher = SequenceMatcher(None, middle, other, autojunk=is_long)
        for i, j, length in matcher.get_matching_blocks()[:-1]:
            yield start + i, start + j, length
    if end:
        yield len(old) - end, len(new) - end, end


def opcodes(old: Sequence, new: Sequence):
    """As difflib's: (kind, old start, old end, new start, new end), kind equal or changed."""
    i = j = 0
    for at, other, length in [*matches(old, new), (len(old), len(new), 0)]:
        if i < at or j < other:
            yield CHANGED, i, at, j, other
        if length:
            yield EQUAL, at, at + length, other, other + length
        i, j = at + length, other + length


def _common(old: Sequence, new: Sequence) -> int:
    length = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        length += 1
    return length


Part = tuple[str, str, tuple[str, ...]]  # as a Segment: kind, text, marks


def _segments(old: list[Token], new: list[Token]) -> list[Segment]:
    parts: list[Part] = []
    # Words are compared without the space that follows them.
    keys = [[(token.text, token.marks) for token in side] for side in (old, new)]
    for kind, i, i_end, j, j_end in opcodes(*keys):
        if kind == EQUAL:
            for was, now in zip(old[i:i_end], new[j:j_end], strict=True):
                parts += [(EQUAL, now.text, now.marks), *_space(was, now)]
        else:
            parts += _exchanged(old[i:i_end], new[j:j_end])
    return _joined(parts)


def _space(was: Token, now: Token) -> list[Part]:
    if was.space == now.space:
        return [(EQUAL, now.space, now.marks)]
    return [(DELETE, was.space, was.marks), (INSERT, now.space, now.marks)]


def _exchanged(old: list[Token], new: list[Token]) -> list[Part]:
    """The old words, then the new; the space after both stays outside."""
    after: list[Part] = []
    if old and new and old[-1].space == new[-1].space:
        after = [(EQUAL, new[-1].space, ())]
        old = [*old[:-1], old[-1]._replace(space="")]
        new = [*new[:-1], new[-1]._replace(space="")]
    return [*_parts(DELETE, old), *_parts(INSERT, new), *after]


def _parts(kind: str, side: list[Token]) -> list[Part]:
    return [(kind, token.text + token.space, token.marks) for token in side]


def _joined(parts: list[Part]) -> list[Segment]:
    spoken = [part for part in parts if part[1]]
    runs = groupby(spoken, key=lambda part: (part[0], part[2]))
    return [
        Segment(kind, "".join(text for _kind, text, _marks in run), marks)
        for (kind, marks), run in runs
    ]


def _whole(kind: str, block: str) -> Row:
    return Row(kind, _joined(_parts(kind, tokens_of_block(block))))


def _row(old: str | None, new: str | None) -> Row:
    if old is None:
        return _whole(INSERT, new)
    if new is None:
        return _whole(DELETE, old)
    return Row(CHANGED, _segments(tokens_of_block(old), tokens_of_block(new)))


_WORD = re.compile(r"\w+")


def _likeness(old: str, new: str) -> float:
    """From 0 to 1: how many of their words (and tags) two blocks share."""
    one, other = Counter(_WORD.findall(old)), Counter(_WORD.findall(new))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _pairs(olds: list[str], news: list[str], likeness) -> list[tuple]:
    """The blocks in order, those that are alike side by side, the others alone."""
    if len(olds) * len(news) > _MANY_BLOCKS:
        return [(old, None) for old in olds] + [(None, new) for new in news]
    gain = _gains(olds, news, likeness)
    pairs, i, j = [], 0, 0
    while i < len(olds) and j < len(news):
        if gain[i][j] == gain[i + 1][j]:
            pairs.append((olds[i], None))
            i += 1
        elif gain[i][j] == gain[i][j + 1]:
            pairs.append((None, news[j]))
            j += 1
        else:
            pairs.append((olds[i], news[j]))
            i, j = i + 1, j + 1
    return pairs + [(old, None) for old in olds[i:]] + [(None, new) for new in news[j:]]


def _gains(olds: list[str], news: list[str], likeness) -> list[list[float]]:
    """The best total likeness that pairing olds[i:] with news[j:] in order can reach."""
    gain = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            alike = likeness(olds[i], news[j])
            paired = alike + gain[i + 1][j + 1] if alike >= _ALIKE else 0.0
            gain[i][j] = max(paired, gain[i + 1][j], gain[i][j + 1])
    return gain
