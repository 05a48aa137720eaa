import unicodedata
from itertools import pairwise

import pytest

from articles.text.vietnamese import (
    collation_key,
    composed,
    fold,
    nfc,
    one_line,
    slugify,
)

ALL_VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (unicodedata.normalize("NFD", "Thọ Xuân đổi mới"), "Thọ Xuân đổi mới"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("e\u200b\u0301", "é"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("cột\tmột\n", "cột\tmột\n"),
        ("30\u00a0km", "30\u00a0km"),
        ("a\x00b\x0bc\x7fd\x85e", "abcde"),
        ("nửa \ud83d ký tự", "nửa  ký tự"),
        ("\u202eđảo\u202c", "đảo"),
        ("", ""),
    ],
    ids=[
        "decomposed letters are composed",
        "zero-width characters vanish",
        "letter and mark meet over a zero-width space",
        "every line end is a line feed",
        "tabs and line feeds stay",
        "no-break spaces stay",
        "control characters vanish",
        "half characters vanish",
        "direction marks vanish",
        "nothing stays nothing",
    ],
)
def test_nfc(text, expected):
    assert nfc(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Ủy ban\u00a0\u202fnhân dân  ", "Ủy ban nhân dân"),
        ("Tiêu đề\r\n hai\tdòng", "Tiêu đề hai dòng"),
        ("\u00a0\u200b\n", ""),
    ],
)
def test_one_line_has_single_plain_spaces(text, expected):
    assert one_line(text) == expected


def test_fold_takes_every_mark_off_every_vietnamese_vowel():
    assert (
        fold(ALL_VOWELS)
        == "a" * 18 + "e" * 12 + "i" * 6 + "o" * 18 + "u" * 12 + "y" * 6
    )
    assert fold(ALL_VOWELS.upper()) == fold(ALL_VOWELS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng Đăng", "dong dang"),
        ("Ðà Nẵng", "da nang"),
        ("Straße", "straße"),
        ("ﬁnal", "ﬁnal"),
        ("İstanbul", "istanbul"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("한국", "한국"),
        ("Quận 1 – 50%", "quan 1 – 50%"),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected


def test_fold_keeps_offsets_for_every_character():
    for code in [*range(0xD800), *range(0xE000, 0x30000)]:
        composed = nfc(chr(code))
        assert len(fold(composed)) == len(composed)


def test_an_offset_in_folded_text_is_the_same_in_the_original():
    text = nfc("Sáng 30/11, UBND huyện tổ chức Lễ hội Lam Kinh.")
    at = fold(text).index("le hoi")
    assert text[at : at + 6] == "Lễ hội"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đại hội Đảng bộ huyện", "dai-hoi-dang-bo-huyen"),
        (unicodedata.normalize("NFD", "Việt tiến"), "viet-tien"),
        ("  “Ngày hội” -- 20/11!  ", "ngay-hoi-20-11"),
        ("Straße Ⅳ ½ ﬁ", "strasse-iv-1-2-fi"),
        ("Giai đoạn 2020–2025", "giai-doan-2020-2025"),
        ("Q\u0301uy", "quy"),
        ("…!?", ""),
        ("Привет", ""),
        ("", ""),
    ],
)
def test_slugify(text, expected):
    assert slugify(text) == expected


@pytest.mark.parametrize(
    ("max_length", "expected"),
    [
        (100, "le-hoi-lam-kinh"),
        (15, "le-hoi-lam-kinh"),
        (14, "le-hoi-lam"),
        (6, "le-hoi"),
        (1, "l"),
    ],
)
def test_slugify_cuts_between_words(max_length, expected):
    assert slugify("Lễ hội Lam Kinh", max_length=max_length) == expected


@pytest.mark.parametrize(
    "ordered",
    [
        [
            "a",
            "ă",
            "â",
            "b",
            "c",
            "d",
            "đ",
            "e",
            "ê",
            "g",
            "h",
            "i",
            "o",
            "ô",
            "ơ",
            "u",
            "ư",
            "y",
        ],
        ["ca", "cà", "cả", "cã", "cá", "cạ", "cam", "căn", "cân"],
        ["ca cao", "ca sĩ", "cà phê", "cá", "cá mè", "cam"],
        ["Đàm", "Đạm", "Đan", "Đăng", "Đầm"],
        ["Thôn 2", "Thôn 10", "Thôn Bái"],
        ["Tổ 1", "Tổ 1A", "Tổ 2"],
        ["xã", "xã Xuân Bái", "xã Xuân Lập", "Xuân"],
        ["Nguyễn Văn An", "Nguyễn Văn Ân", "Nguyễn Văn Bình", "Nguyễn Vân An"],
        ["zê-rô", "Привет", "中文"],
    ],
    ids=lambda ordered: ordered[0],
)
def test_collation_key_sorts_as_a_dictionary(ordered):
    keys = [collation_key(word) for word in ordered]
    assert all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HUYỆN", "huyện"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa, Vũng Tàu"),
        ("Đắk R'lấp", "Đắk Rlấp"),
        ("Thôn 02", "Thôn 2"),
        (unicodedata.normalize("NFD", "Thọ"), "Thọ"),
    ],
)
def test_collation_key_ignores(one, other):
    assert collation_key(one) == collation_key(other)


def test_collation_key_is_digits_whatever_it_is_given():
    assert collation_key("Café № 7 – ñ ü ß 中 😀 ²").isdecimal()
    assert collation_key("…") == collation_key("") == ""


def test_collation_key_of_a_long_number_stays_short():
    assert len(collation_key("9" * 100_000)) < 200


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" + "\u0323" * 8, "ạ" + "\u0323" * 7),
        ("ba" + "\u0323" * 9 + "b", "bạ" + "\u0323" * 7 + "b"),
        ("a" + "\u0344" * 8, "ä\u0301" + "\u0308\u0301" * 3 + "\u0308"),
        ("a" + "\u0f73" * 8, "a" + "\u0f71" * 8),
        ("…" * 20 + "ệ", "…" * 20 + "ệ"),
    ],
    ids=["eight", "nine", "each of two", "hidden", "none"],
)
def test_of_a_stack_of_marks_eight_stay(text, expected):
    assert composed(text) == nfc(text) == expected
    assert composed(expected) == expected
    assert len(fold(text)) == len(expected)
