"""PDF: whole, unlocked, without scripts or files inside."""

import re
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.attachments.refusal import AttachmentRefused, damaged, locked

HEADER = b"%PDF-"
TAIL = 1024  # bytes at the end, in which readers look for the end mark
ARCHIVE_TAIL = 65_557  # in which unpackers look for theirs
MOST_INFLATED = 16 * 1024 * 1024
MOST_OBJECT_STREAMS = 5_000
LONGEST_DICTIONARY = 64 * 1024
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
MARKUP = re.compile(rb"<(?:html|script|!doctype\s+html)[\s>]", re.IGNORECASE)
STREAM = re.compile(rb"stream\r?\n")
END_STREAM = b"endstream"
SCRIPT, FILES, LOCK = "script", "files", "lock"
FORBIDDEN = {
    b"JavaScript": SCRIPT,
    b"Launch": SCRIPT,
    b"EmbeddedFile": FILES,
    b"EmbeddedFiles": FILES,
    b"Encrypt": LOCK,
}


def _named(*names: bytes) -> re.Pattern[bytes]:
    """Any of the names, whose letters may be written as numbers, too: /J#53 is /JS."""
    spelt = (
        b"".join(rb"(?:%c|#(?i:%02x))" % (letter, letter) for letter in name)
        for name in names
    )
    return re.compile(rb"/(%s)(?![A-Za-z0-9#])" % b"|".join(spelt))


# A file may hold millions of names: one search for those that count, not a look at each.
FORBIDDEN_NAME = _named(*FORBIDDEN)
OBJECT_STREAM = _named(b"ObjStm")
PACKING = _named(b"Filter", b"F")
PREDICTOR = _named(b"Predictor")


def check(content) -> str:
    """ "pdf" if it is whole and holds nothing but pages."""
    _check_frame(content)
    _check_names(content)
    room = MOST_INFLATED
    for dictionary, packed in _object_streams(content):
        inner = _inflated(dictionary, packed, room)
        room -= len(inner)
        _check_names(inner)
    return "pdf"


def _check_frame(content) -> None:
    """The content ends as a PDF does, and as nothing else does."""
    end = content[-TAIL:].rstrip(b"\0\t\n\f\r ")
    if not end.endswith(b"%%EOF") or b"startxref" not in end:
        raise damaged()
    is_archive = content.find(b"PK\5\6", max(0, len(content) - ARCHIVE_TAIL)) >= 0
    if is_archive or MARKUP.search(content):
        raise AttachmentRefused(
            _(
                "The PDF is at the same time a file of another kind. Please print it to"
                " PDF again and send the copy."
            )
        )


def _check_names(content) -> None:
    if found := FORBIDDEN_NAME.search(content):
        name = ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), found[1])
        raise _refusal(FORBIDDEN[name])


def _object_streams(content) -> Iterator[tuple[bytes, bytes]]:
    """The dictionary and the packed bytes of every stream that holds objects.

    None begins within another: it would be passed over. Where there are too many, or
    where one has no end or a dictionary that is too long, AttachmentRefused is raised.
    """
    behind = number = 0
    while found := OBJECT_STREAM.search(content, behind):
        number += 1
        earliest = max(behind, found.start() - LONGEST_DICTIONARY)
        begins = content.rfind(b"obj", earliest, found.start())
        stream = STREAM.search(content, found.end(), begins + LONGEST_DICTIONARY)
        if number > MOST_OBJECT_STREAMS or begins < 0 or stream is None:
            raise _unusual()
        end = content.find(END_STREAM, stream.end())
        if end < 0 or OBJECT_STREAM.search(content, stream.end(), end):
            raise _unusual()
        yield content[begins : stream.start()], content[stream.end() : end]
        behind = end + len(END_STREAM)


def _inflated(dictionary: bytes, packed: bytes, room: int) -> bytes:
    """The objects of a stream, of at most `room` bytes.

    Names could hide behind any other packing than the usual one, so there is no other.
    """
    if not PACKING.search(dictionary):
        return b""  # not packed: seen already
    if room < 1:  # to zlib, 0 bytes at most are as many as there are
        raise _unusual()
    unpacker = zlib.decompressobj()
    try:
        inner = unpacker.decompress(packed, room)
    except zlib.error as error:
        raise _unusual() from error
    if PREDICTOR.search(dictionary) or unpacker.unconsumed_tail or not unpacker.eof:
        raise _unusual()
    return inner


def _refusal(reason: str) -> AttachmentRefused:
    if reason == LOCK:
        return locked()
    if reason == FILES:
        return AttachmentRefused(
            _("The PDF has other files inside. Please attach each file by itself.")
        )
    return AttachmentRefused(
        _(
            "The PDF contains a script or starts a program. Please print it to PDF again"
            " and send the copy."
        )
    )


def _unusual() -> AttachmentRefused:
    return AttachmentRefused(
        _(
            "The PDF is packed in a way that cannot be looked into. Please print it to PDF"
            " again and send the copy."
        )
    )
