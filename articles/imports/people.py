"""Who a short piece of text names: a person, a unit, an office.

Spelling decides, not a list of names: a person's name is a few words that all begin
with a capital, a unit's name begins with a word for an institution and mostly goes on
in small letters. `Đoàn`, `Trang`, `Đài` and `Hội` begin both.
"""

import re

LETTER = r"[^\W\d_]"
INITIALS = re.compile(rf"(?:{LETTER}\.\s?){{1,3}}{LETTER}?\.?|[A-ZĐ]{{2,4}}")
PERSON = re.compile(rf"{LETTER}+(?: {LETTER}+){{0,4}}(?: {LETTER}\.)?")
SMALL_NAME_WORDS = {"văn", "thị"}
NEWSROOM = {"bbt", "pv", "ctv", "btv", "ban biên tập"}
REPORTER = re.compile(r"(?:pv|ctv|btv|phóng viên|cộng tác viên|nhà báo)\.?\s+", re.I)

OFFICE = re.compile(
    r"(?:nguyên |quyền |q\. ?)?(?:phó|trưởng|chánh|chủ tịch|chủ nhiệm|bí thư|giám đốc"
    r"|hiệu trưởng|đội trưởng|tổ trưởng|cán bộ|công chức|viên chức|chuyên viên|(?:uỷ|ủy)"
    r" viên|thường trực|phóng viên|cộng tác viên|biên tập viên|phát thanh viên|giáo viên"
    r"|thư ký|bác sĩ|kỹ sư|học sinh|sinh viên|đoàn viên|hội viên)\b",
    re.I,
)

# Words that begin only names of institutions.
UNIT = re.compile(
    r"(?:trung tâm|tt|ttvh|vp|văn phòng|phòng(?!,| chống| ngừa)|ban(?= (?!biên tập$|đầu|ngày))|sở|ubnd|hđnd|ubmttq"
    r"|(?:uỷ|ủy) ban|mặt trận|mttq|(?:huyện|tỉnh|thành|thị|đảng|xã) (?:uỷ|ủy)"
    r"|(?:huyện|tỉnh|thành|thị|xã|liên|công|chi) đoàn|công an|chi cục|chi bộ|cục|vụ"
    r"|cổng|tạp chí|báo|trường (?:thpt|thcs|tiểu|mầm|mn|th|đại|cao|chính|dân)|hạt kiểm"
    r"|trạm y|bệnh viện|bảo hiểm|bhxh|toà án|tòa án|viện kiểm|kho bạc|ngân hàng|hợp tác"
    r"|htx|ban chỉ huy|ban quản lý|bch|bql|bộ chỉ huy|bộ tư lệnh|đồn biên phòng|thư viện"
    r"|bảo tàng|nhà văn hoá|nhà văn hóa)(?!\w)",
    re.I,
)
# Words that begin both kinds of names; the latter are rarely a person's.
UNIT_OR_PERSON = re.compile(r"(?:đoàn|trang|trường|đài|hội|trạm|tổ|viện|đội)\b", re.I)
UNIT_RATHER = re.compile(r"(?:đài|hội|trạm|tổ|viện|đội)\b", re.I)

CONTACT = re.compile(r"@|\d{5}|\d{4}[. ]\d{3}")  # an address, a telephone

# Verbs and small words of clauses. Names of units spell them with a capital, if at all.
CLAUSE = re.compile(
    r"\b(?:đã|đang|sẽ|được|là|có|tại|cho|với|khi|(?<![Bb]an )tổ chức|trao|tặng|thăm"
    r"|ra quân|khai mạc|bế mạc|phối hợp|tham gia|tham dự|triển khai|kiểm tra|phát động"
    r"|chúc mừng|biểu diễn|làm việc|đón|dâng|ký kết|bàn giao|khánh thành|tập huấn"
    r"|hướng dẫn|thông báo|kêu gọi|đề nghị|yêu cầu)\b"
)


def is_person(text: str) -> bool:
    """Whether the text is spelt like one person's name, pen name or initials."""
    if text.lower() in NEWSROOM:
        return True
    if is_unit(text) or OFFICE.match(text):
        return False
    if INITIALS.fullmatch(text) and text.isupper():
        return True
    words = text.split()
    return (
        bool(PERSON.fullmatch(text))
        and not has_acronym(text)
        and all(
            word[0].isupper() or (index and word in SMALL_NAME_WORDS)
            for index, word in enumerate(words)
        )
    )


def is_unit(text: str) -> bool:
    """Whether the text names an institution, and says nothing more."""
    if CLAUSE.search(text) or OFFICE.match(text) or CONTACT.search(text):
        return False
    goes_on_small = any(word[0].islower() for word in text.split()[1:])
    is_no_person = goes_on_small or has_acronym(text)
    return bool(UNIT.match(text) or (UNIT_OR_PERSON.match(text) and is_no_person))


def has_acronym(text: str) -> bool:
    """Whether a word of the text is an acronym, as in "Đoàn TNCS"."""
    capitals = [word for word in text.split() if len(word) > 1 and word.isupper()]
    return bool(capitals) and not text.isupper()


def may_be_unit(text: str) -> bool:
    """Whether the text names an institution, or could by its first word."""
    return is_unit(text) or bool(UNIT_RATHER.match(text) and not CLAUSE.search(text))


def is_office(text: str) -> bool:
    """Whether the text begins with what a person is, as "Phó Bí thư" does."""
    return bool(OFFICE.match(text))


def is_clause(text: str) -> bool:
    """Whether somebody does something in the text: a sentence, not a name."""
    return bool(CLAUSE.search(text))


def without_title(text: str) -> str:
    """The name without "PV", "CTV" and the like before it."""
    rest = REPORTER.sub("", text, count=1)
    return rest if is_person(rest) else text
