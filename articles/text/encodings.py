"""Bytes from a file to text, or a refusal that says what to do."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from articles.text.vietnamese import composed

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A form feed ends a page and Ctrl-Z ends a file in texts of the DOS years; no other control
# character stands in a text.
_BINARY = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")


class UnreadableText(ValueError):
    """The bytes are not text in an encoding that can be read without guessing."""


def decode(data: bytes) -> str:
    """The text in NFC, read as UTF-8 (a byte order mark is dropped) or as UTF-16 with its mark.

    Every character stays, also the odd ones: those of a text once read in a wrong encoding are
    what it takes to repair it. Only of absurd stacks of marks the upper ones go (`composed`).
    Raises UnreadableText.

    >>> decode(b"\\xef\\xbb\\xbfTin m\\xe1\\xbb\\x9bi")
    'Tin mới'
    """
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig"
    if encoding != "utf-16" and _BINARY.search(data.decode("latin-1")):
        raise UnreadableText(_("The file is not text: it holds binary data."))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableText(
            _("The file is not in UTF-8. Save it again with the encoding UTF-8.")
        ) from error
    if not text.strip():
        raise UnreadableText(_("The file is empty."))
    if _BINARY.search(text):
        raise UnreadableText(_("The file is not text: it holds binary data."))
    return composed(text)
