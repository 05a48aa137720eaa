import pytest

from articles.text.personal_numbers import (
    identity_numbers,
    perhaps_identity_numbers,
    phone_numbers,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Số 038085001234.", ["038085001234"]),
        ("038 085 001 234 và 0380.8500.1234", ["038 085 001 234", "0380.8500.1234"]),
        ("Căn cước công dân: 999999999999", ["999999999999"]),
        ("chứng minh nhân dân 171 234 567", ["171 234 567"]),
        ("CMND 171234567, CCCD 038085001234", ["038085001234", "171234567"]),
    ],
)
def test_identity_numbers_are_found_as_written(text, found):
    assert identity_numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Số tài khoản 038085001234 tại Agribank",
        "STK: 171234567",
        "kinh phí 120.000.000.000 đồng",
        "làm CCCD hết 120.000.000.000 đồng, 171 234 567 đồng",
        "0912345678 0987654321",
        "mã vạch 893456789012",
        "số 0380850012345",
        "CCCD 0380850*****",
        "Quyết định 1234/2026/QĐ-UBND ngày 12/03/2026",
        "099085001234",
        "038985001234",
    ],
)
def test_other_numbers_are_none(text):
    assert identity_numbers(text) == []


def test_an_account_before_does_not_hide_the_card_behind():
    text = "Số tài khoản 1234567; CCCD 038085001234"
    assert identity_numbers(text) == ["038085001234"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bà B (171234567)", ["171234567"]),
        ("CMND 171234567", []),
        ("STK 171234567", []),
        ("1.712.345.678 và 171.234.567 đồng", []),
    ],
)
def test_nine_bare_digits_are_perhaps_a_card(text, found):
    assert perhaps_identity_numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0912345678", ["0912345678"]),
        ("0912.345.678 – 0378 123 456", ["0912.345.678", "0378 123 456"]),
        ("+84 912 345 678", ["+84 912 345 678"]),
        ("(0237) 3852 158", ["(0237) 3852 158"]),
        ("02373852158", ["02373852158"]),
        ("19001234 và 18001567", []),
        ("ngày 03/07/2026, 1.234.567 đồng", []),
        ("038085001234", []),
    ],
)
def test_phone_numbers_are_found_as_written(text, found):
    assert phone_numbers(text) == found
