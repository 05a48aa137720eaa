from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from articles.editorial import publishing
from articles.views import neighbours
from tests.factories import bulk_publish, make_category, make_unit, publish

pytestmark = pytest.mark.django_db


def on(day, **fields):
    return publish(dateline_date=date(2026, 3, day), **fields)


def titles(found):
    newer = found.newer and found.newer.title
    older = found.older and found.older.title
    return newer, older, [each.title for each in found.related]


def test_the_next_ones_are_those_of_the_category():
    culture, economy = make_category(), make_category()
    for day, category in [(1, culture), (2, economy), (4, economy), (5, culture)]:
        on(day, title=f"Ngày {day}", category=category)
    shown = on(3, category=culture)
    assert titles(neighbours.of(shown))[:2] == ("Ngày 5", "Ngày 1")


def test_without_a_category_the_next_ones_are_those_of_all():
    for day in (1, 2, 4, 5):
        on(day, title=f"Ngày {day}", category=make_category())
    shown = on(3, category=None)
    assert titles(neighbours.of(shown))[:2] == ("Ngày 4", "Ngày 2")


def test_of_one_moment_the_order_is_that_of_lists():
    category = make_category()
    first, second, third = (
        on(1, dateline_time=time(9), title=f"Tin {n}", category=category)
        for n in ("một", "hai", "ba")
    )
    assert titles(neighbours.of(second))[:2] == ("Tin ba", "Tin một")
    assert titles(neighbours.of(first))[:2] == ("Tin hai", None)
    assert titles(neighbours.of(third))[:2] == (None, "Tin hai")


def test_a_bulletin_alone_leads_nowhere():
    assert neighbours.of(publish()) == neighbours.Neighbours()


def test_nothing_leads_to_what_is_not_public():
    category, unit = make_category(), make_unit()
    shared = {"category": category, "unit": unit, "title": "Gặt lúa xuân"}
    shown = on(10, **shared)
    publish(at=timezone.now() + timedelta(hours=1), **shared)
    gone = on(9, **shared)
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")
    gone.article.refresh_from_db()
    assert neighbours.of(shown) == neighbours.Neighbours()


def test_those_like_it_come_from_category_and_unit_and_never_twice():
    category, unit = make_category(), make_unit()
    on(1, title="Gặt lúa mùa ở Trại Cau", category=category, unit=unit)
    on(2, title="Bóng chuyền", category=category)
    on(4, title="Lễ khai giảng", unit=unit)
    on(5, title="Chuyện khác hẳn")
    on(6, title="Gặt lúa mùa ở Bến Đò", category=category)
    on(7, title="Cấy lúa", category=category)
    shown = on(3, title="Gặt lúa mùa ở Đồng Khê", category=category, unit=unit)
    newer, older, related = titles(neighbours.of(shown))
    assert (newer, older) == ("Gặt lúa mùa ở Bến Đò", "Bóng chuyền")
    assert related == ["Gặt lúa mùa ở Trại Cau", "Cấy lúa", "Lễ khai giảng"]


def test_at_most_four_are_related():
    category = make_category()
    shown = [on(day, category=category) for day in range(1, 10)][4]
    assert len(neighbours.of(shown).related) == 4


@pytest.mark.parametrize("others", [1, 3, 999])
def test_two_queries_at_any_size(others, django_assert_num_queries):
    unit, category = make_unit(), make_category()
    shown = publish(unit=unit, category=category)
    bulk_publish(others, unit=unit, category=category)
    with django_assert_num_queries(2):
        neighbours.of(shown)
