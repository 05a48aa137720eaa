"""Vietnamese letters: one normal form, and keys to find, to address and to sort by.

>>> fold("Đồng chí Nguyễn Thị Ánh")
'dong chi nguyen thi anh'
>>> slugify("Đường về Thọ Xuân: khởi công!")
'duong-ve-tho-xuan-khoi-cong'
>>> sorted(["cạ", "cam", "cà phê", "ca sĩ", "Đà", "da"], key=collation_key)
['ca sĩ', 'cà phê', 'cạ', 'cam', 'da', 'Đà']
"""

import re
import unicodedata

# Characters that leave no trace on paper (Unicode's Default_Ignorable_Code_Point) and the
# noncharacters. Two texts that differ in nothing but these look the same and must be the same.
_INVISIBLE_RANGES = [
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFDD0, 0xFDEF),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0xFFFE, 0xFFFF),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
]
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # all but the tab and the line feed
_SURROGATE = r"\ud800-\udfff"  # half a character: no encoding can store it
_INVISIBLE = re.compile(
    f"[{_CONTROL}{_SURROGATE}"
    + "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE_RANGES)
    + "]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_WHITE_SPACE = re.compile(r"\s+")

# No language puts more marks on one letter; texts that do are made to look broken, and the time
# that Unicode's normal forms take grows with the square of the marks in one stack.
_MOST_MARKS = 8
# All marks are among these, and so is much punctuation.
_MAYBE_STACK = re.compile(rf"[^\w\x00-\u02ff]{{{_MOST_MARKS + 1},}}")

# Letters that no decomposition opens. Icelandic eth is what old conversions put for Đ.
_BARRED_D = {"đ": "d", "ð": "d", "ɖ": "d"}


def composed(text: str) -> str:
    """The text in NFC and nothing else changed, but for stacks of more than eight marks.

    Of those the first eight stay. The only way to NFC here: it takes time that grows with the
    length of the text, whatever the text is.

    >>> composed("a" + "\\u0302" * 100) == "â" + "\\u0302" * 7
    True
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _MAYBE_STACK.sub(_lowered, text))
    return _MAYBE_STACK.sub(_lowered, text)  # some marks compose to two or three


def _lowered(stack: re.Match) -> str:
    kept: list[str] = []
    height = 0
    for character in stack[0]:
        height = height + 1 if _is_mark(character) else 0
        if height <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    """Also of the few marks that only their decomposition tells to be some."""
    return unicodedata.combining(unicodedata.normalize("NFD", character)[0]) > 0


def nfc(text: str) -> str:
    """The text in NFC, every line end a line feed, without invisible or control characters.

    Tabs, line feeds and no-break spaces stay. What is removed is what nobody can see: zero-width
    spaces and joiners, byte order marks, soft hyphens, direction marks, variation selectors. And
    of a stack of marks what `composed` takes.

    >>> nfc("Thị\\u200b xa\\u0303") == "Thị xã"
    True
    """
    return composed(_INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """`nfc(text)` for a field of one line: each run of white space is one plain space.

    No-break spaces count as white space.

    >>> one_line("  Ủy ban\\u00a0nhân dân\\r\\n huyện ")
    'Ủy ban nhân dân huyện'
    """
    return _WHITE_SPACE.sub(" ", nfc(text)).strip()


def _without_marks(character: str) -> str:
    """The letter under the marks; the character itself where it is not letter plus marks."""
    base, *marks = unicodedata.normalize("NFD", character)
    return base if all(map(unicodedata.combining, marks)) else character


class _Folding(dict):
    """A table for `str.translate` that works out each character when first met."""

    def __missing__(self, code: int) -> str:
        base = _without_marks(chr(code))
        folded = base.casefold()
        if len(folded) > 1:
            folded = base.lower() if len(base.lower()) == 1 else base
        self[code] = _BARRED_D.get(folded, folded)
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as it is searched: lower case, no marks, đ as d.

    Exactly as long as `nfc(text)`, so an offset here is the same offset there. Characters whose
    folding would take more room (ß, the ligature ﬁ) stay one character; a mark that has no
    letter to join stays too.

    >>> fold("ĐẤT Ở")
    'dat o'
    """
    return nfc(text).translate(_FOLDING)


def slugify(text: str, *, max_length: int = 80) -> str:
    """ASCII words joined by hyphens, for addresses; empty where the text has no letter or digit.

    Cut between words; only a first word longer than `max_length` is cut within.

    >>> slugify("Lễ hội Lam Kinh năm 2026", max_length=15)
    'le-hoi-lam-kinh'
    """
    # Character by character: the order of marks does not matter where none stays.
    plain = "".join(unicodedata.normalize("NFKD", c) for c in fold(text))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).replace("ß", "ss")
    slug = "-".join(re.findall("[a-z0-9]+", bare))
    if len(slug) <= max_length:
        return slug
    words, hyphen, _ = slug[: max_length + 1].rpartition("-")
    return words if hyphen else slug[:max_length]


_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_CODES = {
    letter: str(number) for number, letter in enumerate(_ALPHABET, start=11)
}
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; ngang is 0
_TONE_CODES = {ord(mark): str(number) for number, mark in enumerate(_TONES, start=1)}
_NO_TONES = dict.fromkeys(_TONE_CODES)
_OTHER = "99"
_NUMBER = "10"
_SYLLABLES = re.compile(r"[^\W_]+")
_PIECES = re.compile(r"\d+|\D")


def collation_key(text: str) -> str:
    """A key of decimal digits whose plain order is the order of Vietnamese dictionaries.

    Dictionaries compare syllable by syllable: first the letters (a ă â b c d đ e ê …), then the
    tone (ngang, huyền, hỏi, ngã, sắc, nặng); so all compounds of "ca" stand before those of "cà",
    and both before "cam". Numbers stand before letters and sort by value; other scripts come last.
    Case and punctuation do not count, and an apostrophe does not part a syllable ("Đắk R'lấp").

    Digits only, because some database collations order "ch" or "aa" as letters of their own.

    >>> sorted(["Thôn 10", "Thôn 2", "Thôn Đoài"], key=collation_key)
    ['Thôn 2', 'Thôn 10', 'Thôn Đoài']
    """
    joined = composed(re.sub("['’ʼ`´]", "", nfc(text)).casefold())
    return "".join(map(_syllable_code, _SYLLABLES.findall(joined)))


def _syllable_code(syllable: str) -> str:
    """Two digits a letter, then 0 and the tone: the end sorts before any letter."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = next((_TONE_CODES[c] for c in map(ord, decomposed) if c in _TONE_CODES), "0")
    letters = unicodedata.normalize("NFC", decomposed.translate(_NO_TONES))
    return "".join(map(_piece_code, _PIECES.findall(letters))) + "0" + tone


def _piece_code(piece: str) -> str:
    if piece.isdecimal():
        # Not int(): a line of 100,000 digits is text like any other.
        value = "".join(str(unicodedata.decimal(digit)) for digit in piece).lstrip("0")
        value = value[:99]
        return f"{_NUMBER}{len(value):02}{value}"
    plain = _without_marks(piece)
    code = _LETTER_CODES.get(piece) or _LETTER_CODES.get(plain)
    return code or f"{_OTHER}{ord(plain):07}"
