"""Office Open XML and OpenDocument: ZIP archives with a known inside."""

import io
import zipfile
import zlib

from django.utils.translation import gettext as _
from lxml import etree

from articles.attachments import strangers
from articles.attachments.refusal import (
    AttachmentRefused,
    damaged,
    locked,
    with_macros,
)

SIGN = b"PK\3\4"
END = b"PK\5\6"
END_LENGTH = 22
MOST_PARTS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_READ = 1024 * 1024  # bytes of a part that is looked into
BLOCK = 64 * 1024
CONTENT_TYPES = "[Content_Types].xml"
# What the content types say of the main part, without their common beginning and end.
OFFICE = {
    "wordprocessingml.document": "docx",
    "spreadsheetml.sheet": "xlsx",
    "presentationml.presentation": "pptx",
}
OFFICE_TYPES = {
    f"application/vnd.openxmlformats-officedocument.{name}.main+xml": extension
    for name, extension in OFFICE.items()
}
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    KeyError,
    NotImplementedError,  # a packing that no office program uses
    OSError,
    RuntimeError,
    ValueError,
)
MANIFEST = "META-INF/manifest.xml"
LOCK = b"encryption-data"
ENCRYPTED = 1  # the first bit of an entry's flags
# What office programs use. The other packings unpack a block as large as it likes to be.
PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def check(content) -> str:
    """ "docx", "xlsx", "pptx", "odt", "ods" or "odp"."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_frame(content, archive)
            extension = _extension(archive)
            _check_inside(archive)
            _read_through(archive)
            return extension
    except AttachmentRefused:
        raise
    except BROKEN as error:
        raise damaged() from error


def _check_frame(content, archive: zipfile.ZipFile) -> None:
    """The archive is the whole file, and unpacks to what a computer can hold."""
    parts = archive.infolist()
    names = [part.filename for part in parts]
    starts = [part.header_offset for part in parts]
    is_whole = content[-END_LENGTH:][:4] == END and min(starts, default=1) == 0
    if not is_whole or len(set(names)) < len(names):
        raise AttachmentRefused(
            _("The file is at the same time one of another kind. Please save it anew.")
        )
    packed = sum(part.compress_size for part in parts)
    unpacked = sum(part.file_size for part in parts)
    if (
        len(parts) > MOST_PARTS
        or unpacked > MOST_UNPACKED
        or packed > len(content)  # parts that lie over each other
    ):
        raise AttachmentRefused(
            _("The document unpacks to more than a computer can hold.")
        )
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise locked()
    if any(part.compress_type not in PACKINGS for part in parts):
        raise damaged()


def _extension(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if CONTENT_TYPES in names:
        return _office_extension(archive, names)
    if archive.namelist()[0] == "mimetype" and "content.xml" in names:
        extension = OPEN_DOCUMENT.get(_read(archive, "mimetype").strip())
        if extension is not None:
            return extension
    raise strangers.other(strangers.ARCHIVE)


def _office_extension(archive: zipfile.ZipFile, names: set[str]) -> str:
    root = _parsed(_read(archive, CONTENT_TYPES))
    said = {each.get("ContentType"): each.get("PartName", "") for each in root}
    if any("macroenabled" in (content_type or "").lower() for content_type in said):
        raise with_macros()
    for content_type, extension in OFFICE_TYPES.items():
        if said.get(content_type, "").removeprefix("/") in names:
            return extension
    raise strangers.other(strangers.ARCHIVE)


def _check_inside(archive: zipfile.ZipFile) -> None:
    """No macros, no lock, no way out of the folder that somebody unpacks it to."""
    for name in archive.namelist():
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise damaged()
        if name.lower().endswith("vbaproject.bin"):
            raise with_macros()
        if name.startswith(("Basic/", "Scripts/")):  # where OpenDocument keeps them
            raise with_macros()
    if MANIFEST in archive.namelist() and LOCK in _read(archive, MANIFEST):
        raise locked()


def _read_through(archive: zipfile.ZipFile) -> None:
    """Unpack every part and let it go: one that is damaged raises."""
    for part in archive.infolist():
        with archive.open(part) as opened:
            while opened.read(BLOCK):
                pass


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        text = part.read(MOST_READ + 1)
    if len(text) > MOST_READ:
        raise damaged()
    return text


def _parsed(text: bytes):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(text, parser)
    if root.getroottree().docinfo.doctype:
        raise damaged()
    return root
