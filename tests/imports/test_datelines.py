from datetime import date, time

import pytest

from articles.imports import datelines
from articles.imports.datelines import DateLine, ImpossibleDate
from articles.imports.refusals import UnreadableBulletin

pytestmark = pytest.mark.usefixtures("english")

SHAPES = [
    ("Đăng lúc: 30/11/2023 (GMT+7)", date(2023, 11, 30), None),
    ("Đăng lúc: 09:21:39 28/03/2024 (GMT+7)", date(2024, 3, 28), time(9, 21, 39)),
    ("Đăng lúc: 26/01/2020 08:00 (GMT+7)", date(2020, 1, 26), time(8)),
    ("Đăng ngày 11 - 11 - 2023", date(2023, 11, 11), None),
    ("Đăng ngày 08/04/2019", date(2019, 4, 8), None),
    ("Ngày 04/08/2020 17:29:33", date(2020, 8, 4), time(17, 29, 33)),
    (
        "Ngày đăng 24/01/2019 | 15:21  | Lượt xem: 230",
        date(2019, 1, 24),
        time(15, 21),
    ),
    ("Ngày đăng: 21/01/2021 - Lượt xem: 87", date(2021, 1, 21), None),
    ("Thứ tư - 23/03/2022 10:44", date(2022, 3, 23), time(10, 44)),
    ("Thứ ba - 15/03/2016 14:28 2.704 0", date(2016, 3, 15), time(14, 28)),
    ("(10/06/2024). Số lượt xem:42", date(2024, 6, 10), None),
    ("Thứ năm, 03/10/2019", date(2019, 10, 3), None),
    ("THỨ BA, 07/07/2020 09:35:13", date(2020, 7, 7), time(9, 35, 13)),
    (
        "Thứ ba, ngày 24 tháng 1 năm 2023 | 10:31",
        date(2023, 1, 24),
        time(10, 31),
    ),
    (
        "Thứ Sáu, ngày 23 tháng 08 năm 2019, 09:25:27",
        date(2019, 8, 23),
        time(9, 25, 27),
    ),
    (
        "Chủ nhật, ngày 29 tháng 11 năm 2020 | 8:20:45",
        date(2020, 11, 29),
        time(8, 20, 45),
    ),
    ("Thứ Năm, 11/7/2024 8:0'(GMT+7)", date(2024, 7, 11), time(8)),
    ("02/10/2020 08:20 SA", date(2020, 10, 2), time(8, 20)),
    ("09/12/2022", date(2022, 12, 9), None),
    ("17/09/2021 09:40:37", date(2021, 9, 17), time(9, 40, 37)),
    ("13:39 - 01/08/2022", date(2022, 8, 1), time(13, 39)),
    ("28-08-2025, 19:45 (GMT+7)", date(2025, 8, 28), time(19, 45)),
    # The same parts in other orders and spellings.
    ("\xa0 Đăng lúc:\xa030/11/2023\t(GMT+7) ", date(2023, 11, 30), None),
    ("Đa\u0306ng lu\u0301c: 30/11/2023", date(2023, 11, 30), None),
    ("02/10/2020 08:20 CH", date(2020, 10, 2), time(20, 20)),
    ("02/10/2020 12:05 SA", date(2020, 10, 2), time(0, 5)),
    ("02/10/2020 12:05 PM", date(2020, 10, 2), time(12, 5)),
    ("09h30 ngày 5.9.2022", date(2022, 9, 5), time(9, 30)),
    ("9 giờ 30 phút, ngày 05/09/2022", date(2022, 9, 5), time(9, 30)),
    ("24 Tháng Mười Hai, 2023 lúc 07:15", date(2023, 12, 24), time(7, 15)),
    ("Thứ 2, 05/09/2022 | 120 lượt xem | 3 bình luận", date(2022, 9, 5), None),
    ("Được viết ngày T2, 05 tháng 9, 2022", date(2022, 9, 5), None),
    ("CN, 04/09/2022 (UTC+07:00)", date(2022, 9, 4), None),
]

OTHER_LINES = [
    "",
    "Thứ tư",
    "10:44",
    "Lượt xem: 230",
    "Ngày 30/11/2023, UBND huyện tổ chức hội nghị.",
    "Chiều ngày 30/11/2023",
    "Kế hoạch từ ngày 20/01 - 19/02/2017",
    "Từ 20/01/2017 đến 19/02/2017",
    "20/01/2017 - 19/02/2017",
    "Ngày 15 tháng Giêng năm Quý Mão",
    "Ngày 10/3/2023 (âm lịch)",
    "Ngày 30/11",
    "30/11/23",
    "2023-11-30",
    "Ngày đăng: 01/01/2023 - Cập nhật: 02/01/2023",
    "Yên Hà, ngày 02 tháng 01 năm 2023",
    "/2022-12-19/",
    "30/11/2023 09:00 10:00",
    "30/11/2023 5",
    "30/11/2023 09:00 (GMT+9)",
    "Điện thoại: 0237.3833.024",
    "Thứ năm, thứ sáu 30/11/2023",
    "30/11/2023 " * 30,
]


@pytest.mark.parametrize(("line", "day", "clock"), SHAPES)
def test_date_lines_are_read_whatever_the_order_of_their_parts(line, day, clock):
    assert datelines.parse(line) == DateLine(day, clock, line)


def test_an_update_is_told_from_a_publication():
    line = "Cập nhật lúc: 09:33 |31/07/2015"
    expected = DateLine(date(2015, 7, 31), time(9, 33), line, is_update=True)
    assert datelines.parse(line) == expected


@pytest.mark.parametrize("line", OTHER_LINES)
def test_a_line_that_says_anything_else_is_no_date_line(line):
    assert datelines.parse(line) is None


@pytest.mark.parametrize(
    "line", ["00:00 17/09/2018", "17/09/2018 00:00:00", "17/09/2018 12:00 SA"]
)
def test_midnight_is_a_time_unknown(line):
    remark = f"The time 00:00 of the date line “{line}” was read as unknown."
    expected = DateLine(date(2018, 9, 17), None, line, warnings=(remark,))
    assert datelines.parse(line) == expected


@pytest.mark.parametrize("clock", ["25:61", "14:20 SA", "10:20:75"])
def test_an_impossible_time_is_unknown_and_remarked(clock):
    line = f"Đăng lúc: 17/09/2018 {clock}"
    remark = f"The date line “{line}” names a time that does not exist."
    expected = DateLine(date(2018, 9, 17), None, line, warnings=(remark,))
    assert datelines.parse(line) == expected


def test_a_wrong_weekday_is_remarked():
    line = "Thứ hai, 30/11/2023"
    remark = f"The date line “{line}” names the wrong weekday."
    expected = DateLine(date(2023, 11, 30), None, line, warnings=(remark,))
    assert datelines.parse(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Đăng lúc: 31/02/2023 (GMT+7)",
        "30/13/2023",
        "Ngày 0 tháng 1 năm 2023",
        "01/01/0000",
    ],
)
def test_a_day_that_does_not_exist_is_refused(line):
    with pytest.raises(ImpossibleDate) as refusal:
        datelines.parse(line)
    sentence = f"The date line “{line}” names a day that does not exist."
    assert str(refusal.value) == sentence
    assert isinstance(refusal.value, UnreadableBulletin)


def test_an_author_before_the_time_is_split_off():
    line = "Văn Anh - 05:32, 24/11/2023"
    dateline = DateLine(date(2023, 11, 24), time(5, 32), line)
    assert datelines.parse(line) is None
    assert datelines.split_author(line) == ("Văn Anh", dateline)


def test_a_date_line_glued_to_the_title_is_split_off():
    title = "Lịch tiếp công dân (từ ngày 20/01 -19/02/2017)"
    line = "01/03/2017 15:02:43"
    dateline = DateLine(date(2017, 3, 1), time(15, 2, 43), line)
    assert datelines.split_title(title + line) == (title, dateline)


@pytest.mark.parametrize(
    "title",
    [
        "Lịch tiếp công dân ngày 01/03/2017",
        "Lịch cắt điện 01/03/2017 15:02",
        "Lịch cắt điện 01/03/2017 15:02:43",
    ],
)
def test_a_title_keeps_the_date_it_names(title):
    assert datelines.split_title(title) is None


def test_dates_in_a_text_pass_over_those_that_do_not_exist():
    text = "Từ 1/2/2023 đến 31.12.2023, không kể 31/02/2023 và 12/2023."
    assert datelines.dates_in(text) == [date(2023, 2, 1), date(2023, 12, 31)]
