import unicodedata

import pytest

from articles.text.encodings import UnreadableText, decode

TEXT = "Đăng lúc: 30/11/2023 (GMT+7)\r\nTin, ảnh: Lê Vân"
NOT_UTF8 = "The file is not in UTF-8. Save it again with the encoding UTF-8."
BINARY = "The file is not text: it holds binary data."
EMPTY = "The file is empty."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        unicodedata.normalize("NFD", TEXT).encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "decomposed"],
)
def test_decode_reads(data):
    assert decode(data) == TEXT


def test_decode_keeps_what_a_later_repair_needs():
    assert decode("TÃ¢n\u0081 \u200bPhÃº".encode()) == "TÃ¢n\u0081 \u200bPhÃº"


def test_decode_reads_texts_of_the_dos_years():
    assert decode(b"Trang 1\x0cTrang 2\r\n\x1a") == "Trang 1\x0cTrang 2\r\n\x1a"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", EMPTY),
        (b" \r\n\t", EMPTY),
        (b"\xef\xbb\xbf", EMPTY),
        (b"\xff\xfe", EMPTY),
        ("Thọ Xuân".encode("cp1258", "replace") + b"\xd2", NOT_UTF8),
        ("Café".encode("latin-1"), NOT_UTF8),
        (b"\xff\xfea", NOT_UTF8),
        (b"%PDF-1.7\n\x00\x01", BINARY),
        (b"PK\x03\x04tin.docx", BINARY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", BINARY),
        ("Tin mới".encode("utf-16-le"), BINARY),
        ("Tin mới".encode("utf-32"), BINARY),
    ],
)
def test_decode_refuses(data, sentence, english):
    with pytest.raises(UnreadableText) as refusal:
        decode(data)
    assert str(refusal.value) == sentence
