from datetime import date

import pytest

from articles.editorial import unit_changes
from articles.models import UnitSuccession
from articles.views import unit_today
from tests.factories import make_unit

pytestmark = pytest.mark.django_db
MERGED, SPLIT, RENAMED = UnitSuccession.Kind.values
DAY = date(2026, 1, 1)


def today(unit, day=date(2026, 6, 1)):
    unit.refresh_from_db()
    found = unit_today.of(unit, day)
    return [heir.name for heir in found.units], found.is_renamed


def test_a_unit_at_work_costs_no_query(django_assert_num_queries):
    unit = make_unit()
    with django_assert_num_queries(0):
        assert unit_today.of(unit) == unit_today.UnitToday()


def test_who_holds_its_work_at_the_end_of_the_chain(django_assert_num_queries):
    village, commune, ward = (make_unit(name=n) for n in ("Thôn", "Xã", "Phường"))
    unit_changes.succeed(village, commune, kind=RENAMED, on=date(2020, 1, 1))
    assert today(village) == (["Xã"], True)
    unit_changes.succeed(commune, ward, kind=MERGED, on=DAY)
    assert today(village) == (["Phường"], False)
    assert today(commune) == (["Phường"], False)
    with django_assert_num_queries(1):
        unit_today.of(village, DAY)


def test_a_split_names_all_in_vietnamese_order():
    office = make_unit(name="Văn phòng")
    for name in ("Phòng Ước", "Phòng Ăn", "Phòng Đê"):
        unit_changes.succeed(office, make_unit(name=name), kind=SPLIT, on=DAY)
    assert today(office) == (["Phòng Ăn", "Phòng Đê", "Phòng Ước"], False)


def test_what_is_to_come_has_not_happened():
    unit = make_unit(name="Xã")
    unit_changes.succeed(unit, make_unit(name="Phường"), kind=MERGED, on=DAY)
    assert today(unit, date(2025, 12, 31)) == ([], False)
    assert today(unit, DAY) == (["Phường"], False)


def test_a_circle_in_the_record_does_no_harm():
    one, two = make_unit(name="Một"), make_unit(name="Hai")
    unit_changes.succeed(one, two, kind=RENAMED, on=DAY)
    unit_changes.succeed(two, one, kind=RENAMED, on=DAY)
    assert today(one)[0] == []


def test_a_unit_that_closed_without_heirs_has_none():
    assert today(make_unit(closed_on=DAY)) == ([], False)
