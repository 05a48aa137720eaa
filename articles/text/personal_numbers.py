"""Numbers that belong to one person: identity cards and telephones, as people write them.

Citizen identity numbers (CCCD) have twelve digits: three for the province of birth, one
for century and sex, two for the year, six at random. The older identity cards (CMND) had
nine digits without any pattern, so they are only sure where the text says what they are.
"""

import re

from articles.text import vietnamese

# The provinces of birth before the mergers of 2025: numbers keep them for life.
_PROVINCES = """
001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033
034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066
067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096
"""
PROVINCES = frozenset(_PROVINCES.split())
BORN_SINCE_1900 = "0123"  # the fourth digit: 19th or 20th hundred, man or woman
CONTEXT = 40  # characters before a number in which the text may say what it is

# Not a part of a longer number, a date, an amount of money or the sign of a document.
_BEFORE = r"(?<![\d.,/-])(?<!\d )"
_AFTER = r"(?![\d/-]|[., ]\d|\s*(?:đồng|đ\b|VNĐ|VND))"
_TWELVE = re.compile(
    _BEFORE + r"(?:\d{12}|\d{3}([ .])\d{3}\1\d{3}\1\d{3}|\d{4}([ .])\d{4}\2\d{4}"
    r"|\d{3}([ .])\d{3}\3\d{6})" + _AFTER
)
_NINE = re.compile(_BEFORE + r"(?:\d{9}|\d{3} \d{3} \d{3})" + _AFTER)
_PHONE = re.compile(
    r"(?<![\d./-])(?:\+84[ .]?|\(?0)(?:[35789](?:[ .-]?\d){8}|2\d{1,2}\)?(?:[ .-]?\d){7,8})"
    r"(?![\d/]|[.,]\d)"
)
_CARD = re.compile(r"cccd|cmnd|cmtnd|can cuoc|chung minh|dinh danh")
_ACCOUNT = re.compile(r"tai khoan|stk|ma so thue|mst|ma van don|so seri|ma don vi")


def identity_numbers(text: str) -> list[str]:
    """Numbers of identity cards, as written: the text says so or the pattern does.

    A bare number after "số tài khoản" and the like is none.

    >>> identity_numbers("Ông A, CCCD số 038 085 001 234; bà B, CMND 171234567.")
    ['038 085 001 234', '171234567']
    >>> identity_numbers("Số tài khoản 038085001234, kinh phí 171.234.567 đồng.")
    []
    """
    return [
        number
        for pattern in (_TWELVE, _NINE)
        for number, context in _found(pattern, text)
        if _says(_CARD, context, _ACCOUNT)
        or (_has_citizen_pattern(number) and not _says(_ACCOUNT, context, _CARD))
    ]


def perhaps_identity_numbers(text: str) -> list[str]:
    """Nine digits in a row that the text doesn't explain: perhaps an old identity card.

    >>> perhaps_identity_numbers("Bà B (171234567) có mặt.")
    ['171234567']
    """
    sure = set(identity_numbers(text))
    return [
        number
        for number, context in _found(_NINE, text)
        if number.isdecimal()
        and number not in sure
        and not _says(_ACCOUNT, context, _CARD)
    ]


def phone_numbers(text: str) -> list[str]:
    """Vietnamese telephone numbers, as written; short service numbers (1900…) are none.

    >>> phone_numbers("Gọi 0912.345.678 hoặc (0237) 3852 158, tổng đài 19001234.")
    ['0912.345.678', '(0237) 3852 158']
    """
    return [match[0] for match in _PHONE.finditer(text)]


def _found(pattern: re.Pattern, text: str) -> list[tuple[str, str]]:
    """Each number with the folded text shortly before it, in the same line."""
    return [
        (
            match[0],
            vietnamese.fold(text[max(0, match.start() - CONTEXT) : match.start()])
            .rpartition("\n")[2],
        )
        for match in pattern.finditer(text)
    ]  # fmt: skip


def _says(wanted: re.Pattern, context: str, other: re.Pattern) -> bool:
    """Whether the last of both kinds of word before the number is of the wanted kind."""
    last = {
        kind: max((match.start() for match in kind.finditer(context)), default=-1)
        for kind in (wanted, other)
    }
    return last[wanted] > last[other]


def _has_citizen_pattern(number: str) -> bool:
    digits = "".join(filter(str.isdecimal, number))
    return (
        len(digits) == 12 and digits[:3] in PROVINCES and digits[3] in BORN_SINCE_1900
    )
