"""Dates are day/month/year in both languages, weeks begin on Monday, times are GMT+7."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.template import Context, Template
from django.utils import formats, timezone, translation
from django.utils.timesince import timesince

BOTH = pytest.mark.parametrize("language", ["vi", "en"])


@BOTH
@pytest.mark.parametrize(
    "typed", ["03/07/2026", "3/7/2026", "03-07-2026", "2026-07-03"]
)
def test_day_comes_before_month_in_every_form(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == date(2026, 7, 3)
        assert forms.DateField(widget=AdminDateWidget).clean(typed) == date(2026, 7, 3)


@BOTH
def test_a_day_that_only_month_first_would_allow_is_refused(language):
    with translation.override(language), pytest.raises(forms.ValidationError):
        forms.DateField().clean("07/25/2026")


@BOTH
def test_a_date_is_shown_as_it_is_typed(language):
    with translation.override(language):
        field = forms.DateField(initial=date(2026, 7, 3))
        assert field.widget.format_value(date(2026, 7, 3)) == "03/07/2026"
        assert formats.date_format(date(2026, 7, 3)) == "03/07/2026"
        assert (
            formats.date_format(date(2026, 7, 3), "SHORT_DATE_FORMAT") == "03/07/2026"
        )


@BOTH
def test_a_moment_is_typed_and_shown_in_the_newsrooms_time(language):
    with translation.override(language):
        moment = forms.DateTimeField().clean("03/07/2026 07:30")
        assert moment == datetime(2026, 7, 3, 0, 30, tzinfo=UTC)
        assert (
            Template("{{ moment }}").render(Context({"moment": moment}))
            == "03/07/2026 07:30"
        )


@BOTH
def test_weeks_begin_on_monday(language):
    with translation.override(language):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


def test_vietnamese_numbers_have_vietnamese_separators():
    with translation.override("vi"):
        assert formats.number_format(1234567.5, 1, force_grouping=True) == "1.234.567,5"


def test_time_since_speaks_vietnamese():
    now = timezone.now()
    assert timesince(now - timedelta(days=2, hours=3), now) == "2\xa0ngày, 3\xa0giờ"
