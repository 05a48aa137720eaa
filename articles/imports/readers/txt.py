"""Plain text: a line is a paragraph, the file name of an image is the image's place."""

import hashlib

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports import bodies, headers, junk, lines, signatures
from articles.imports.bulletin import Bulletin
from articles.imports.lines import Line
from articles.imports.refusals import UnreadableBulletin
from articles.text.encodings import UnreadableText, decode

LARGEST = 2  # megabytes


def read(name: str, data: bytes) -> Bulletin:
    """Read one file. Raises UnreadableBulletin with a sentence that says why not."""
    found = lines.split(text_of(data))
    if not found:
        raise UnreadableBulletin(_("The file is empty."))
    kept, dropped = junk.drop(found)
    header = headers.read(kept)
    if not header.rest:
        raise UnreadableBulletin(_("The bulletin has a title and nothing else."))
    signature = signatures.read(header.rest)
    body = bodies.read(signature.rest, title=header.title)
    if not (body.lead or body.photos):
        raise UnreadableBulletin(_("The bulletin has a title and nothing else."))
    return Bulletin(
        source=name,
        digest=digest(found),
        title=header.title,
        dateline=header.dateline,
        lead=body.lead,
        body_html=body.html,
        photos=body.photos,
        byline=signature.byline or header.byline,
        dropped=[line.raw for line in dropped + header.dropped + body.dropped],
        warnings=[
            *header.warnings,
            *headers.lead_remarks(header.dateline, body.lead),
            *signature.warnings,
            *body.warnings,
        ],
    )


def text_of(data: bytes) -> str:
    if len(data) > LARGEST * 1_000_000:
        sentence = _("The file is larger than {size} MB.")
        raise UnreadableBulletin(format_lazy(sentence, size=LARGEST))
    try:
        return decode(data)
    except UnreadableText as error:
        raise UnreadableBulletin(*error.args) from error


def digest(found: list[Line]) -> str:
    """The SHA-256 of the tidied lines: neither their ends nor blank lines count."""
    text = "\n".join(line.text for line in found)
    return hashlib.sha256(text.encode()).hexdigest()
