"""PDF, the archives of today's office programs, and the files of yesterday's."""

import io
import struct
import time
import zipfile

import pytest

from articles.attachments import compound, packages, pdf
from articles.attachments.refusal import AttachmentRefused
from tests.attachments import samples
from tests.attachments.samples import archive, office, open_document, packed_objects

# --- PDF ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        samples.pdf(),
        samples.pdf(end=b"\r\n\0\0  \n"),
        samples.pdf(packed_objects(b"5 0 << /Type /Annot /A 7 0 R >>")),
        samples.pdf() + samples.pdf()[9:],  # changed and saved behind the first one
        samples.pdf(b"<< /Type /Sig /ByteRange [0 1 2 3] >>"),  # signed
    ],
)
def test_a_whole_pdf_is_accepted(content):
    assert pdf.check(content) == "pdf"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (samples.pdf(b"<< /S /JavaScript /JS (a) >>"), "đoạn mã"),
        (samples.pdf(b"<< /S /Java#53cript /JS (a) >>"), "đoạn mã"),
        (samples.pdf(packed_objects(b"5 0 << /S /JavaScript >>")), "đoạn mã"),
        (samples.pdf(packed_objects(b"5 0 << /S /#4aavaScript >>")), "đoạn mã"),
        (samples.pdf(b"<< /S /Launch /F (cmd.exe) >>"), "đoạn mã"),
        (samples.pdf(b"<< /Type /EmbeddedFile >>"), "tệp khác"),
        (samples.pdf(b"<< /Names << /EmbeddedFiles 9 0 R >> >>"), "tệp khác"),
        (samples.pdf(trailer=b"/Encrypt 5 0 R"), "mật khẩu"),
        (samples.pdf(b"(<html >)"), "loại khác"),
        (samples.pdf(b"(<SCRIPT>)"), "loại khác"),
        (samples.pdf(archive({"a": "a"})), "loại khác"),
        (samples.pdf(end=archive({"a": "a"})), "hỏng"),
        (samples.pdf(end=b"<html>"), "hỏng"),
        (b"%PDF-1.7\n%%EOF", "hỏng"),
    ],
)
def test_a_pdf_that_holds_more_than_pages_is_refused(content, said):
    with pytest.raises(AttachmentRefused, match=said):
        pdf.check(content)


@pytest.mark.parametrize(
    "packed",
    [
        packed_objects(b"a")
        .replace(b"/FlateDecode", b"/LZWDecode")
        .replace(b"x\x9c", b"yy"),
        packed_objects(b"a", more=b"/DecodeParms << /Predictor 12 >>"),
        packed_objects(b"abc")[:-14] + b"\nendstream",  # cut within
    ],
)
def test_objects_that_cannot_be_looked_into_are_refused(packed):
    with pytest.raises(AttachmentRefused, match="không xem được bên trong"):
        pdf.check(samples.pdf(packed))


def test_packed_objects_that_unpack_to_too_much_are_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_INFLATED", 10_000)
    assert pdf.check(samples.pdf(packed_objects(bytes(6_000)))) == "pdf"
    with pytest.raises(AttachmentRefused, match="không xem được bên trong"):
        pdf.check(samples.pdf(*[packed_objects(bytes(6_000))] * 2))


def test_what_unpacks_to_just_as_much_as_is_allowed_leaves_no_room(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_INFLATED", 10_000)
    full, bomb = packed_objects(bytes(10_000)), packed_objects(bytes(20_000_000))
    with pytest.raises(AttachmentRefused, match="không xem được bên trong"):
        pdf.check(samples.pdf(full, bomb))


@pytest.mark.parametrize(
    "content",
    [
        samples.pdf(b"/ObjStm" * 100_000 + b" stream\nx\nendstream"),
        samples.pdf(*[b"/ObjStm stream\nendstream"] * (pdf.MOST_OBJECT_STREAMS + 1)),
        samples.pdf(packed_objects(b"a", more=b" " * pdf.LONGEST_DICTIONARY)),
        samples.pdf(packed_objects(b"a")[: -len("endstream")]),
        samples.pdf(  # one within another
            packed_objects(b"a")[: -len("endstream")]
            + b"5 0 obj "
            + packed_objects(b"5 0 << /S /JavaScript >>")
        ),
    ],
)
def test_streams_that_take_long_to_look_into_are_refused(content):
    began = time.process_time()
    with pytest.raises(AttachmentRefused, match="không xem được bên trong"):
        pdf.check(content)
    assert time.process_time() - began < 1


def test_millions_of_names_are_looked_through_at_once():
    names = b"/a" * (pdf.MOST_INFLATED // 2 - 100)
    began = time.process_time()
    assert pdf.check(samples.pdf(packed_objects(names))) == "pdf"
    assert time.process_time() - began < 5
    with pytest.raises(AttachmentRefused, match="đoạn mã"):
        pdf.check(samples.pdf(packed_objects(names + b"/#4aavaScrip#74 ")))


@pytest.mark.parametrize("name", [b"/JavaScripts", b"/EmbeddedFile#31", b"/ObjStms"])
def test_longer_names_are_others(name):
    assert pdf.check(samples.pdf(name)) == "pdf"


# --- archives -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (office(**{"word/vbaProject.bin": b"x"}), "macro"),
        (office("xlsx", **{"xl/VBAPROJECT.BIN": b"x"}), "macro"),
        (office(**{"../../a.xml": b"x"}), "hỏng"),
        (office(**{"/a.xml": b"x"}), "hỏng"),
        (archive({"a.txt": "a"}), "tệp nén"),
        (archive({"[Content_Types].xml": "<Types/>"}), "tệp nén"),
        (archive({"mimetype": "application/epub+zip", "content.xml": "a"}), "tệp nén"),
        (archive({"[Content_Types].xml": "<Types"}), "hỏng"),
        (archive({}), "loại khác"),
        (office(before='<!DOCTYPE a [<!ENTITY b "c">]>'), "hỏng"),
        (
            office(
                content_type="application/vnd.ms-word.document.macroEnabled.main+xml"
            ),
            "macro",
        ),
        (open_document(**{"Basic/a.xml": b"x"}), "macro"),
        (open_document(**{"Scripts/python/a.py": b"x"}), "macro"),
        (open_document(**{"META-INF/manifest.xml": b"<encryption-data/>"}), "mật khẩu"),
        (b"PK\3\4" + bytes(40) + office(), "loại khác"),
        (office() + b"<html>", "loại khác"),
    ],
)
def test_archives_with_anything_else_inside_are_refused(content, said):
    with pytest.raises(AttachmentRefused, match=said):
        packages.check(content)


def changed(content: bytes, sign: bytes, offset: int, value: bytes) -> bytes:
    """The archive with other bytes in the last head that begins with the sign."""
    at = content.rindex(sign) + offset
    return content[:at] + value + content[at + len(value) :]


def test_a_locked_part_is_refused():
    with pytest.raises(AttachmentRefused, match="mật khẩu"):
        packages.check(changed(office(), b"PK\1\2", 8, b"\1\0"))


def test_a_part_whose_bytes_changed_is_refused():
    content = office()
    at = content.index(b"word/document.xml") + 20
    with pytest.raises(AttachmentRefused, match="hỏng"):
        packages.check(content[:at] + b"\xff" + content[at + 1 :])


def test_a_part_that_says_it_is_smaller_than_it_is_is_refused():
    with pytest.raises(AttachmentRefused, match="hỏng"):
        packages.check(changed(office(), b"PK\1\2", 24, struct.pack("<I", 5)))


def test_what_unpacks_to_more_than_a_computer_holds_is_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_UNPACKED", 100_000)
    with pytest.raises(AttachmentRefused, match="giải nén"):
        packages.check(office(**{"word/media/a.bmp": bytes(100_000)}))


def test_a_bomb_that_lies_about_its_size_is_refused():
    huge = changed(office(), b"PK\1\2", 24, struct.pack("<I", 0xFFFFFFF0))
    with pytest.raises(AttachmentRefused, match="giải nén"):
        packages.check(huge)


def test_parts_that_lie_over_each_other_are_refused():
    """The trick of the best bombs: many names for the same bytes."""
    with pytest.raises(AttachmentRefused, match="giải nén"):
        packages.check(changed(office(), b"PK\1\2", 20, struct.pack("<I", 100_000)))


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_PARTS", 2)
    with pytest.raises(AttachmentRefused, match="giải nén"):
        packages.check(office(**{"a.xml": b"x"}))


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_office_programs_do_not_use_are_refused(how):
    """They unpack a megabyte for each few bytes, whatever size the part says it has."""
    buffer = io.BytesIO(office())
    with zipfile.ZipFile(buffer, "a") as opened:
        opened.writestr("word/media/a.bmp", bytes(1_000_000), how)
    lying = changed(buffer.getvalue(), b"PK\1\2", 24, struct.pack("<I", 1_000))
    with pytest.raises(AttachmentRefused, match="hỏng"):
        packages.check(lying)


def test_two_parts_of_one_name_are_refused():
    """Programs differ in which of them they open."""
    buffer = io.BytesIO(office())
    with zipfile.ZipFile(buffer, "a") as opened, pytest.warns(match="Duplicate"):
        opened.writestr("word/document.xml", "<y/>")
    with pytest.raises(AttachmentRefused, match="loại khác"):
        packages.check(buffer.getvalue())


# --- before 2007 --------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "extension"),
    [
        (["WordDocument", "1Table", "Data"], "doc"),
        (["Workbook"], "xls"),
        (["Book"], "xls"),
        (["Current User", "PowerPoint Document"], "ppt"),
    ],
)
def test_the_main_stream_tells_the_program(names, extension):
    assert compound.check(samples.compound(*names)) == extension


def test_a_workbook_inside_a_text_leaves_it_a_text():
    content = samples.compound("WordDocument", inside=("Workbook",))
    assert compound.check(content) == "doc"


@pytest.mark.parametrize("name", ["Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"])
def test_macros_are_refused_wherever_they_lie(name):
    for content in (
        samples.compound("WordDocument", name),
        samples.compound("WordDocument", inside=("a", name)),
    ):
        with pytest.raises(AttachmentRefused, match="macro"):
            compound.check(content)


@pytest.mark.parametrize("name", ["EncryptedPackage", "EncryptedSummary"])
def test_a_locked_one_is_refused(name):
    with pytest.raises(AttachmentRefused, match="mật khẩu"):
        compound.check(samples.compound(name, "EncryptionInfo"))


@pytest.mark.parametrize("name", ["VisioDocument", "__properties_version1.0", "a"])
def test_other_programs_files_are_refused(name):
    with pytest.raises(AttachmentRefused, match="tệp nén"):
        compound.check(samples.compound(name))


def test_a_table_that_turns_in_circles_does_not_trap():
    content = bytearray(samples.compound("WordDocument"))
    struct.pack_into("<I", content, 512 + 10 * 4, 9)  # the directory follows itself
    with pytest.raises(AttachmentRefused, match="hỏng"):
        compound.check(bytes(content))


@pytest.mark.parametrize("sectors", [[0, 0], [0, *range(3, 60)]])
def test_a_table_larger_than_the_file_is_refused(sectors):
    """A few bytes that name the same sector over and over would fill the memory."""
    content = bytearray(samples.compound("WordDocument"))
    struct.pack_into(f"<{len(sectors)}I", content, 76, *sectors)
    with pytest.raises(AttachmentRefused, match="hỏng"):
        compound.check(bytes(content))
