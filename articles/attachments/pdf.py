"""PDF: whole, unlocked, without scripts or files inside."""

import re
import zlib

from django.utils.translation import gettext as _

from articles.attachments.refusal import AttachmentRefused, damaged, locked

HEADER = b"%PDF-"
TAIL = 1024  # bytes at the end, in which readers look for the end mark
ARCHIVE_TAIL = 65_557  # in which unpackers look for theirs
MOST_INFLATED = 64 * 1024 * 1024
NAME = re.compile(rb"/([A-Za-z0-9#]+)")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
MARKUP = re.compile(rb"<(?:html|script|!doctype\s+html)[\s>]", re.IGNORECASE)
STREAM = re.compile(rb"stream\r?\n")
SCRIPT, FILES, LOCK = "script", "files", "lock"
FORBIDDEN = {
    b"JavaScript": SCRIPT,
    b"Launch": SCRIPT,
    b"EmbeddedFile": FILES,
    b"EmbeddedFiles": FILES,
    b"Encrypt": LOCK,
}
OBJECT_STREAM = b"ObjStm"


def check(content) -> str:
    """ "pdf" if it is whole and holds nothing but pages."""
    _check_frame(content)
    room = MOST_INFLATED
    for name, position in _names(content):
        _check_name(name)
        if name == OBJECT_STREAM:
            inner = _inflated(content, position, room)
            room -= len(inner)
            for inner_name, _position in _names(inner):
                _check_name(inner_name)
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


def _check_name(name: bytes) -> None:
    if name in FORBIDDEN:
        raise _refusal(FORBIDDEN[name])


def _names(content):
    """Every name with the position behind it, escapes undone: /J#53 is /JS."""
    for found in NAME.finditer(content):
        name = found[1]
        if b"#" in name:
            name = ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), name)
        yield name, found.end()


def _inflated(content, position: int, room: int) -> bytes:
    """The objects packed in the stream whose dictionary names its type there.

    Names could hide behind any other packing than the usual one, so there is no other.
    """
    begins = content.rfind(b"obj", 0, position)
    stream = STREAM.search(content, position)
    if begins < 0 or stream is None:
        raise damaged()
    dictionary = {name for name, _position in _names(content[begins : stream.start()])}
    if b"Filter" not in dictionary and b"F" not in dictionary:
        return b""  # not packed: seen already
    end = content.find(b"endstream", stream.end())
    unpacker = zlib.decompressobj()
    try:
        inner = unpacker.decompress(content[stream.end() : max(end, 0)], room)
    except zlib.error as error:
        raise _unusual() from error
    if b"Predictor" in dictionary or unpacker.unconsumed_tail or not unpacker.eof:
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
