"""What is accepted: one table, from the content to what readers are told."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.models import Attachment

Kind = Attachment.Kind
MEGABYTE = 1024 * 1024
MAX_BYTES = {
    Kind.AUDIO: 50 * MEGABYTE,
    Kind.VIDEO: 100 * MEGABYTE,
    Kind.DOCUMENT: 20 * MEGABYTE,
}
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"


@dataclass(frozen=True)
class FileType:
    """`word` is what people call it; `extensions` are the endings of its name."""

    word: str
    kind: str
    content_type: str
    extensions: tuple[str, ...]  # the usual one first


def _table(*types: FileType) -> dict[str, FileType]:
    return {each.extensions[0]: each for each in types}


# Usual extension → type.
TYPES = _table(
    FileType("MP3", Kind.AUDIO, "audio/mpeg", ("mp3",)),
    FileType("M4A", Kind.AUDIO, "audio/mp4", ("m4a",)),
    FileType("Ogg", Kind.AUDIO, "audio/ogg", ("ogg", "oga", "opus")),
    FileType("MP4", Kind.VIDEO, "video/mp4", ("mp4",)),
    FileType("PDF", Kind.DOCUMENT, "application/pdf", ("pdf",)),
    FileType(
        "Word",
        Kind.DOCUMENT,
        f"{OFFICE}.wordprocessingml.document",
        ("docx",),
    ),
    FileType("Excel", Kind.DOCUMENT, f"{OFFICE}.spreadsheetml.sheet", ("xlsx",)),
    FileType(
        "PowerPoint",
        Kind.DOCUMENT,
        f"{OFFICE}.presentationml.presentation",
        ("pptx",),
    ),
    FileType("Word", Kind.DOCUMENT, "application/msword", ("doc",)),
    FileType("Excel", Kind.DOCUMENT, "application/vnd.ms-excel", ("xls",)),
    FileType("PowerPoint", Kind.DOCUMENT, "application/vnd.ms-powerpoint", ("ppt",)),
    FileType(_("OpenDocument text"), Kind.DOCUMENT, f"{OPEN_DOCUMENT}.text", ("odt",)),
    FileType(
        _("OpenDocument spreadsheet"),
        Kind.DOCUMENT,
        f"{OPEN_DOCUMENT}.spreadsheet",
        ("ods",),
    ),
    FileType(
        _("OpenDocument presentation"),
        Kind.DOCUMENT,
        f"{OPEN_DOCUMENT}.presentation",
        ("odp",),
    ),
)
BY_CONTENT_TYPE = {each.content_type: each for each in TYPES.values()}
# For the `accept` of file inputs: it only helps to choose, the content decides.
ACCEPT = ",".join(f".{name}" for each in TYPES.values() for name in each.extensions)


def word(content_type: str) -> str:
    """ "PDF", "Word", "MP3": what people call the type; "" for one that was never kept."""
    found = BY_CONTENT_TYPE.get(content_type)
    return str(found.word) if found else ""
