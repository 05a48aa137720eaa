"""Small real files of every accepted kind, made byte by byte."""

import io
import struct
import zipfile
import zlib

# --- sound --------------------------------------------------------------------

MP3_FRAME = b"\xff\xfb\x90\x00" + bytes(413)  # MPEG 1, 128 kbit/s, 44.1 kHz: 417 bytes
ID3 = b"ID3\x03\0\0\0\0\0\x0a" + bytes(10)


def mp3(*, tag: bytes = ID3, frames: int = 40, end: bytes = b"") -> bytes:
    return tag + MP3_FRAME * frames + end


def ogg_page(body: bytes, *, kind: int = 0, number: int = 0) -> bytes:
    segments = bytes([255] * (len(body) // 255) + [len(body) % 255])
    head = struct.pack("<4sBBqIII", b"OggS", 0, kind, 0, 1, number, 0)
    return head + bytes([len(segments)]) + segments + body


def ogg(first: bytes = b"OpusHead\x01\x01") -> bytes:
    pages = [ogg_page(bytes(700), number=number) for number in range(1, 9)]
    return ogg_page(first, kind=2) + b"".join(pages)


# --- film ---------------------------------------------------------------------


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def descriptor(tag: int, body: bytes) -> bytes:
    return bytes([tag, 0x80, 0x80, 0x80, len(body)]) + body


def sound_entry(object_type: int = 0x40) -> bytes:
    """A `mp4a` entry whose descriptor names the codec; 0x40 is AAC."""
    config = descriptor(4, bytes([object_type]) + bytes(12))
    esds = box(b"esds", bytes(4), descriptor(3, bytes(3) + config))
    return box(b"mp4a", bytes(28), esds)


def picture_entry(codec: bytes = b"avc1") -> bytes:
    return box(codec, bytes(78))


def duration_box(kind: bytes, seconds: int) -> bytes:
    return box(kind, bytes(12), struct.pack(">II", 1000, seconds * 1000), bytes(80))


def track(
    handler: bytes, entry: bytes, *, seconds: int = 5, more: bytes = b""
) -> bytes:
    table = box(b"stsd", bytes(4), struct.pack(">I", 1), entry)
    media = box(
        b"mdia",
        duration_box(b"mdhd", seconds),
        box(b"hdlr", bytes(8), handler, bytes(13)),
        box(b"minf", box(b"stbl", table)),
    )
    return box(b"trak", box(b"tkhd", bytes(84)), media, more)


def mp4(
    *tracks: bytes,
    brand: bytes = b"isom",
    seconds: int = 5,
    in_movie: bytes = b"",
    end: bytes = b"",
) -> bytes:
    """A video with sound, unless other tracks are given."""
    tracks = tracks or (
        track(b"vide", picture_entry(), seconds=seconds),
        track(b"soun", sound_entry(), seconds=seconds),
    )
    movie = box(b"moov", duration_box(b"mvhd", seconds), *tracks, in_movie)
    return (
        box(b"ftyp", brand, bytes(4), brand) + movie + box(b"mdat", bytes(5000)) + end
    )


def m4a(brand: bytes = b"M4A ") -> bytes:
    return mp4(track(b"soun", sound_entry(), seconds=3600), brand=brand, seconds=3600)


# --- PDF ----------------------------------------------------------------------


def pdf(*objects: bytes, trailer: bytes = b"", end: bytes = b"") -> bytes:
    """One page and the objects given, as viewers read it."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        *objects,
    )
    text, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    count, start = len(objects) + 1, len(text)
    text += b"xref\n0 %d\n0000000000 65535 f \n" % count
    text += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    text += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (count, trailer)
    return text + b"startxref\n%d\n%%%%EOF\n" % start + end


def packed_objects(text: bytes, *, more: bytes = b"") -> bytes:
    packed = zlib.compress(text)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d %s >>"
    return head % (len(packed), more) + b"\nstream\n" + packed + b"\nendstream"


# --- office -------------------------------------------------------------------

OFFICE_PARTS = {
    "docx": ("word/document.xml", "wordprocessingml.document"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation"),
}
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.{}.main+xml"
OPEN_DOCUMENTS = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}


def archive(parts: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            opened.writestr(name, text, compress_type=how)
    return buffer.getvalue()


def office(
    extension: str = "docx", *, content_type: str = "", before: str = "", **more: bytes
) -> bytes:
    """`more` are other parts, "__" in their names standing for a slash."""
    main, said = OFFICE_PARTS[extension]
    content_type = content_type or OFFICE_TYPE.format(said)
    types = (
        f'{before}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    )
    parts = {"[Content_Types].xml": types, main: "<x/>" * 50}
    return archive(
        parts | {name.replace("__", "/"): text for name, text in more.items()}
    )


def open_document(extension: str = "odt", **more: bytes) -> bytes:
    said = f"application/vnd.oasis.opendocument.{OPEN_DOCUMENTS[extension]}"
    parts = {"mimetype": said, "content.xml": "<x/>" * 50}
    return archive(
        parts | {name.replace("__", "/"): text for name, text in more.items()}
    )


END, FREE, NONE, IS_TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFD
SECTOR = 512


def _line(name: str, *, child: int = NONE, right: int = NONE, kind: int = 2) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    tree = struct.pack("<HBBIII", len(raw), kind, 1, NONE, right, child)
    return raw.ljust(64, b"\0") + tree + bytes(36) + struct.pack("<III", 2, 4096, 0)


def compound(*names: str, inside: tuple[str, ...] = ()) -> bytes:
    """The streams named lie at the top; `inside`, in a storage of its own there."""
    lines = [_line("Root Entry", child=1, kind=5)]
    top = [*names, "ObjectPool"] if inside else list(names)
    for number, name in enumerate(top, start=1):
        is_storage = name == "ObjectPool"
        lines.append(
            _line(
                name,
                right=number + 1 if number < len(top) else NONE,
                child=len(top) + 1 if is_storage else NONE,
                kind=1 if is_storage else 2,
            )
        )
    for number, name in enumerate(inside, start=len(top) + 1):
        is_last = number == len(top) + len(inside)
        lines.append(_line(name, right=NONE if is_last else number + 1))
    directory = b"".join(lines).ljust(SECTOR * 2, b"\0")
    # Sectors: the table, a stream of eight, then the directory in two.
    table = [IS_TABLE, *range(2, 9), END, 10, END]
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIII4xI", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 9, 4096)
    header += struct.pack("<IIII", END, 0, END, 0) + struct.pack("<I", 0)
    header = header.ljust(SECTOR, b"\xff")
    allocation = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return header + allocation + bytes(SECTOR * 8) + directory


WHOLE = {
    "mp3": mp3(),
    "m4a": m4a(),
    "ogg": ogg(),
    "mp4": mp4(),
    "pdf": pdf(),
    **{extension: office(extension) for extension in OFFICE_PARTS},
    **{extension: open_document(extension) for extension in OPEN_DOCUMENTS},
    "doc": compound("WordDocument", "1Table"),
    "xls": compound("Workbook"),
    "ppt": compound("PowerPoint Document", "Current User"),
}
