from datetime import UTC, datetime

import pytest

from articles.models import Edition
from articles.templatetags import datelines

LATE = datetime(2023, 11, 29, 17, 0, tzinfo=UTC)  # midnight in Việt Nam
MORNING = datetime(2023, 11, 30, 2, 21, 39, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "has_time", "expected"),
    [
        (LATE, False, '<time datetime="2023-11-30">30/11/2023</time> (GMT+7)'),
        (
            LATE,
            True,
            '<time datetime="2023-11-30T00:00+07:00">30/11/2023 00:00</time> (GMT+7)',
        ),
        (
            MORNING,
            True,
            '<time datetime="2023-11-30T09:21+07:00">30/11/2023 09:21</time> (GMT+7)',
        ),
    ],
)
def test_a_date_line_shows_the_time_only_where_it_is_known(moment, has_time, expected):
    edition = Edition(dateline_at=moment, dateline_has_time=has_time)
    assert datelines.dateline(edition) == expected


def test_a_card_shows_the_day_as_it_was_in_vietnam():
    assert datelines.day(LATE) == '<time datetime="2023-11-30">30/11/2023</time>'
