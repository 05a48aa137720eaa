"""What people send that cannot be attached, by its first bytes: each told by its name."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.attachments.refusal import AttachmentRefused

PICTURE = gettext_noop("a picture")
PROGRAM = gettext_noop("a program")
SCRIPT = gettext_noop("a script")
ARCHIVE = gettext_noop("an archive")
WEB_PAGE = gettext_noop("a web page")
DRAWING = gettext_noop("an SVG drawing")
RECORDING = gettext_noop("a recording in another format")

# First bytes → what it is. The longer of two that begin alike comes first.
SIGNS = {
    b"\xff\xd8\xff": PICTURE,
    b"\x89PNG": PICTURE,
    b"GIF8": PICTURE,
    b"II*\0": PICTURE,
    b"MM\0*": PICTURE,
    b"MZ": PROGRAM,
    b"\x7fELF": PROGRAM,
    b"\xca\xfe\xba\xbe": PROGRAM,
    b"\xcf\xfa\xed\xfe": PROGRAM,
    b"#!AMR": RECORDING,
    b"#!": SCRIPT,
    b"@echo": SCRIPT,
    b"<?php": SCRIPT,
    b"PK": ARCHIVE,
    b"Rar!": ARCHIVE,
    b"7z\xbc\xaf\x27\x1c": ARCHIVE,
    b"\x1f\x8b": ARCHIVE,
    b"BZh": ARCHIVE,
    b"\xfd7zXZ": ARCHIVE,
    b"fLaC": RECORDING,
    b"\x1a\x45\xdf\xa3": RECORDING,  # WebM, Matroska
    b"\x30\x26\xb2\x75": RECORDING,  # WMA, WMV
    b"FLV": RECORDING,
    b"<!doctype html": WEB_PAGE,
    b"<html": WEB_PAGE,
    b"<head": WEB_PAGE,
    b"<body": WEB_PAGE,
    b"<script": WEB_PAGE,
    b"<!--": WEB_PAGE,
    b"<svg": DRAWING,
}
RIFF = {b"WEBP": PICTURE, b"WAVE": RECORDING, b"AVI ": RECORDING}


def refusal(head: bytes) -> AttachmentRefused:
    """Why a file that begins like this cannot be attached."""
    what = _recognised(head)
    if what is None:
        sentence = _("This kind of file cannot be attached.")
        return AttachmentRefused(f"{sentence} {_accepted()}")
    if what == PICTURE:
        return AttachmentRefused(
            _("This is a picture. Please add it among the photos.")
        )
    return other(what)


def other(what: str) -> AttachmentRefused:
    """`what` is one of the names above, in English."""
    sentence = _("This is %(what)s, which cannot be attached.") % {"what": _(what)}
    return AttachmentRefused(f"{sentence} {_accepted()}")


def _accepted() -> str:
    return _(
        "Please send sound as MP3, M4A or Ogg, a short video as MP4, a document as PDF,"
        " Word, Excel, PowerPoint or OpenDocument."
    )


def _recognised(head: bytes) -> str | None:
    for sign, what in SIGNS.items():
        if head.startswith(sign):
            return what
    if head.startswith(b"RIFF"):
        return RIFF.get(head[8:12])
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"<svg" in text:
        return DRAWING
    if b"<html" in text or b"<script" in text:
        return WEB_PAGE
    signs = (what for sign, what in SIGNS.items() if text.startswith(sign))
    return next(signs, None)
