from datetime import date, time

import pytest

from articles.imports import headers, lines
from articles.imports.bylines import BylineLine, Credit
from articles.imports.datelines import DateLine

pytestmark = pytest.mark.usefixtures("english")


def read(*text):
    return headers.read(lines.split("\n".join(text)))


def texts(found):
    return [line.text for line in found]


def test_the_date_line_may_stand_before_the_title():
    header = read("Ngày 04/08/2020 17:29:33", "Tiêu đề", "Sapô.")
    assert header.title == "Tiêu đề"
    assert header.dateline.date == date(2020, 8, 4)
    assert texts(header.rest) == ["Sapô."]


def test_todays_date_above_the_title_gives_way_to_the_date_below_it():
    header = read("Thứ năm, 03/10/2019", "Tiêu đề", "Đăng lúc: 30/11/2018", "Sapô.")
    assert header.dateline.date == date(2018, 11, 30)
    assert texts(header.dropped) == ["Thứ năm, 03/10/2019"]
    assert header.warnings == [
        "Several date lines stand near the title: “Đăng lúc: 30/11/2018” was taken."
    ]


def test_a_publication_goes_before_an_update():
    header = read("Tiêu đề", "Cập nhật: 02/12/2018", "Đăng lúc: 30/11/2018", "Sapô.")
    assert header.dateline.date == date(2018, 11, 30)


def test_an_update_alone_is_taken_and_remarked():
    header = read("Tiêu đề", "Cập nhật lúc: 09:33 |31/07/2015", "Sapô.")
    assert header.dateline.is_update
    assert header.warnings == ["The date line says when the text was updated."]


def test_the_date_line_may_follow_the_lead():
    header = read("Tiêu đề", "Sapô.", "30/11/2018", "Đoạn.")
    assert header.dateline.date == date(2018, 11, 30)
    assert texts(header.rest) == ["Sapô.", "Đoạn."]


def test_a_date_as_heading_inside_the_text_stays_there():
    header = read("Tiêu đề", "30/11/2018", "Sapô.", "Ngày 01/12/2018", "Đoạn.")
    assert texts(header.rest) == ["Sapô.", "Ngày 01/12/2018", "Đoạn."]
    header = read("Tiêu đề", "Sapô.", "Đoạn.", "Ngày 01/12/2018", "Đoạn.")
    assert header.dateline is None
    assert header.warnings == ["No date line was found."]


def test_an_author_in_the_date_line_becomes_the_byline():
    line = "Văn Anh - 05:32, 24/11/2023"
    header = read("Tiêu đề", line, "Sapô.")
    assert header.dateline == DateLine(date(2023, 11, 24), time(5, 32), line)
    assert header.byline == BylineLine(
        (Credit("Văn Anh"),), written=(line,), confidence="likely"
    )


def test_a_date_line_glued_to_the_title_is_taken_off():
    header = read("Lịch tiếp dân (tháng 3)01/03/2017 15:02:43", "Sapô.")
    assert header.title == "Lịch tiếp dân (tháng 3)"
    assert header.dateline.time == time(15, 2, 43)
    assert header.warnings == ["The date line stood at the end of the title."]


def test_a_title_in_capitals_is_kept_and_remarked():
    header = read("LỄ HỘI XUÂN", "30/11/2018", "Sapô.")
    assert header.title == "LỄ HỘI XUÂN"
    assert header.warnings == ["The title is written in capitals."]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Chiều ngày 30/11/2023, UBND huyện họp.", []),
        ("Không có ngày nào.", []),
        (
            "Ngày 01/12/2023, UBND huyện họp.",
            ["The date line is earlier than a date in the lead."],
        ),
        (
            "Ngày 30/10/2023, UBND huyện họp.",
            ["The date line is more than 30 days after a date in the lead."],
        ),
    ],
)
def test_a_date_that_does_not_fit_the_lead_is_remarked(lead, expected):
    dateline = DateLine(date(2023, 11, 30), None, "30/11/2023")
    assert headers.lead_remarks(dateline, lead) == expected
    assert headers.lead_remarks(None, lead) == []
