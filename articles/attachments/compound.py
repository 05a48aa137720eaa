"""The office formats of before 2007: a small file system in one file (OLE2)."""

import struct
from dataclasses import dataclass

from articles.attachments import strangers
from articles.attachments.refusal import damaged, locked, with_macros

SIGN = bytes.fromhex("d0cf11e0a1b11ae1")
NO_SECTOR = 0xFFFFFFFA  # this and above are marks, no numbers
FREE = 0xFFFFFFFF
HEADER_LENGTH = 512
IN_HEADER = 109  # sectors of the allocation table that the header names itself
ENTRY = 128  # bytes of one line of the directory
MAIN_STREAMS = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
}
MACROS = {"Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"}
LOCKED = {"EncryptedPackage", "EncryptedSummary"}


@dataclass(frozen=True)
class Entry:
    """A line of the directory; the numbers are of other lines."""

    name: str
    left: int
    right: int
    child: int


def check(content) -> str:
    """ "doc", "xls" or "ppt"."""
    try:
        entries = _directory(content)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise damaged() from error
    if any(entry.name in MACROS for entry in entries):
        raise with_macros()
    names = _at_the_top(entries)
    if names & LOCKED:
        raise locked()
    for name, extension in MAIN_STREAMS.items():
        if name in names:
            return extension
    raise strangers.other(strangers.ARCHIVE)


def _directory(content) -> list[Entry]:
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        raise damaged()
    size = 1 << shift
    table = _allocation(content, size)
    (sector,) = struct.unpack_from("<I", content, 48)
    entries = []
    for number in _chain(table, sector):
        start = (number + 1) * size
        for at in range(start, start + size, ENTRY):
            entries.append(_entry(content, at))
    return entries


def _allocation(content, size: int) -> list[int]:
    """For each sector the one that follows it in its stream.

    Raises AttachmentRefused if the file ends before its last sector begins, or if the
    table is larger than the file: it names a part of itself more than once.
    """
    named = list(struct.unpack_from(f"<{IN_HEADER}I", content, 76))
    (following,) = struct.unpack_from("<I", content, 68)
    seen = set()
    while following < NO_SECTOR and following not in seen:
        seen.add(following)
        start = (following + 1) * size
        *more, following = struct.unpack_from(f"<{size // 4}I", content, start)
        named += more
    real = [sector for sector in named if sector < NO_SECTOR]
    if len(set(real)) < len(real) or len(real) * size > len(content):
        raise damaged()
    table: list[int] = []
    for sector in real:
        start = (sector + 1) * size
        table += struct.unpack_from(f"<{size // 4}I", content, start)
    used = [number for number, following in enumerate(table) if following != FREE]
    if not used or (used[-1] + 1) * size >= len(content):
        raise damaged()
    return table


def _chain(table: list[int], sector: int) -> list[int]:
    chain: dict[int, None] = {}
    while sector < NO_SECTOR:
        if sector in chain:
            raise damaged()
        chain[sector] = None
        sector = table[sector]
    return list(chain)


def _entry(content, at: int) -> Entry:
    line = content[at : at + ENTRY]
    length, left, right, child = struct.unpack("<64xH2xIII48x", line)
    name = line[: max(0, min(length, 64) - 2)].decode("utf-16-le")
    return Entry(name, left, right, child)


def _at_the_top(entries: list[Entry]) -> set[str]:
    """Names below the root itself: a document inside another one does not count."""
    waiting = [entries[0].child] if entries else []
    seen = set()
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in seen:
            seen.add(number)
            waiting += [entries[number].left, entries[number].right]
    return {entries[number].name for number in seen}
