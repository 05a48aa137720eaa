"""What a reader makes of one legacy file."""

from dataclasses import dataclass, field

from articles.imports.bylines import BylineLine
from articles.imports.datelines import DateLine
from articles.imports.refusals import UnreadableBulletin

__all__ = ["Bulletin", "PhotoMarker", "UnreadableBulletin"]


@dataclass(frozen=True)
class PhotoMarker:
    """The place of a photo in the text; `number` counts from 1 within the bulletin."""

    number: int
    file_name: str
    caption: str = ""


@dataclass(frozen=True)
class Bulletin:
    """One legacy bulletin, taken apart but not yet judged.

    `digest` is the SHA-256 of the normalised text: line endings, a byte order mark,
    composed or decomposed letters and trailing blanks do not change it.
    `body_html` holds `<p>` and `<img data-photo="N" alt="">` blocks, text escaped, and
    leaves out the lead. `dropped` are lines as written; `warnings` are sentences.
    """

    source: str
    digest: str
    title: str
    dateline: DateLine | None
    lead: str
    body_html: str
    photos: list[PhotoMarker] = field(default_factory=list)
    byline: BylineLine | None = None
    dropped: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
