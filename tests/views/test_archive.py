"""The archive by date: what is there, what is near, and that no date breaks it."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.editorial import publishing
from articles.models import Edition
from articles.views.periods import Period
from tests.factories import bulk_publish, make_article, publish

pytestmark = pytest.mark.django_db

DAY = date(2023, 11, 30)
# Address → queries, with nothing remembered from before.
PERIODS = {"/luu-tru/2023/": 4, "/luu-tru/2023/11/": 4, "/luu-tru/2023/11/30/": 4}


def of(day, **fields):
    return publish(dateline_date=day, **fields)


def listed(response):
    return response.context["page"].editions


def hide(edition):
    publishing.withdraw(edition.article, actor=None, reason="Nhầm.")


@pytest.mark.parametrize("number", [1, 3, 1000])
@pytest.mark.parametrize(("address", "queries"), PERIODS.items())
def test_a_period_costs_the_same_however_much_it_holds(
    address, queries, number, client, monkeypatch, django_assert_num_queries
):
    noon = timezone.make_aware(timezone.datetime(2023, 11, 30, 23))
    with monkeypatch.context() as patch:
        patch.setattr(timezone, "now", lambda: noon)
        bulk_publish(number)

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert len(listed(response)) == min(number, 20)


def test_the_months_of_a_year_are_counted_once_in_a_while(
    client, django_assert_num_queries
):
    of(DAY)
    client.get("/luu-tru/2023/")
    with django_assert_num_queries(3):
        client.get("/luu-tru/2023/")


def test_the_years_are_found_once_in_a_while(client, django_assert_num_queries):
    of(DAY)
    client.get("/luu-tru/")
    with django_assert_num_queries(1):
        client.get("/luu-tru/")


def test_the_years_that_hold_something_are_named_newest_first(client):
    for year in (2019, 2023, 2025):
        of(date(year, 6, 1))
    hide(of(date(2021, 6, 1)))
    hide(of(date(2015, 6, 1)))

    context = client.get("/luu-tru/").context

    assert context["years"] == [Period(2025), Period(2023), Period(2019)]
    assert context["months"][5] == (Period(2025, 6), 1)


def test_a_year_counts_its_months(client):
    of(DAY), of(DAY), of(date(2023, 1, 1)), of(date(2022, 12, 31))
    hide(of(date(2023, 5, 5)))

    response = client.get("/luu-tru/2023/")

    counts = {str(month): number for month, number in response.context["months"]}
    assert {month: n for month, n in counts.items() if n} == {
        "01/2023": 1,
        "11/2023": 2,
    }
    page = response.content.decode()
    assert '<a href="/luu-tru/2023/11/">' in page
    assert 'href="/luu-tru/2023/05/"' not in page


@pytest.mark.parametrize("address", PERIODS)
def test_a_period_lists_what_is_live_newest_first(address, client):
    older, newer = of(DAY), of(DAY, dateline_time=time(9, 21))
    make_article(dateline_date=DAY)
    publish(at=timezone.now() + timedelta(hours=1), dateline_date=DAY)
    hide(of(DAY))
    of(date(2022, 12, 31)), of(date(2024, 1, 1))

    assert listed(client.get(address)) == [newer, older]


def test_a_day_begins_and_ends_at_midnight_in_viet_nam(client):
    first = of(DAY, dateline_time=time(0, 0))
    last = of(DAY, dateline_time=time(23, 59))
    of(DAY - timedelta(days=1), dateline_time=time(23, 59))
    of(DAY + timedelta(days=1), dateline_time=time(0, 0))
    assert listed(client.get("/luu-tru/2023/11/30/")) == [last, first]


def test_a_long_day_is_paged_by_the_cursor(client, monkeypatch):
    day = timezone.make_aware(timezone.datetime(2023, 11, 30, 12))
    with monkeypatch.context() as patch:
        patch.setattr(timezone, "now", lambda: day)
        for _ in range(25):
            bulk_publish(1)
    first = client.get("/luu-tru/2023/11/30/")
    older = first.context["page"].older
    rest = client.get("/luu-tru/2023/11/30/", {"truoc": older})
    assert [len(listed(first)), len(listed(rest))] == [20, 5]


@pytest.mark.parametrize(
    "address",
    ["2023/13/", "2023/00/", "2023/02/29/", "2023/11/31/", "2023/11/00/", "0000/", "1899/",
     "3000/", "2023/1/", "2023/11/3/", "99999/", "２０２３/", "2023/11/30/1/", "abc/"],
)  # fmt: skip
def test_an_impossible_date_is_not_found(address, client):
    of(DAY)
    assert client.get(f"/luu-tru/{address}").status_code == 404


def test_29_february_is_found_where_there_was_one(client):
    edition = of(date(2024, 2, 29))
    assert listed(client.get("/luu-tru/2024/02/29/")) == [edition]


@pytest.mark.parametrize(
    ("address", "earlier", "later"),
    [
        ("/luu-tru/2023/", "/luu-tru/2021/", "/luu-tru/2025/"),
        ("/luu-tru/2023/06/", "/luu-tru/2021/12/", "/luu-tru/2025/01/"),
        ("/luu-tru/2023/06/15/", "/luu-tru/2021/12/31/", "/luu-tru/2025/01/01/"),
    ],
)
def test_an_empty_period_leads_to_the_nearest_that_are_not(
    address, earlier, later, client
):
    (
        of(date(2021, 12, 31)),
        of(date(2025, 1, 1)),
        of(date(2019, 1, 1)),
        of(date(2025, 7, 1)),
    )
    hide(of(date(2023, 5, 31)))
    hide(of(date(2023, 7, 1)))

    page = client.get(address).content.decode()

    assert 'class="empty"' in page
    assert f'rel="prev" href="{earlier}"' in page
    assert f'rel="next" href="{later}"' in page
    assert 'content="noindex"' in page


@pytest.mark.parametrize("address", ["/luu-tru/", *PERIODS])
def test_an_empty_site_says_so_for_every_period(address, client):
    response = client.get(address)
    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


@pytest.mark.parametrize("address", ["/luu-tru/1900/", "/luu-tru/2099/12/31/"])
def test_the_first_and_the_last_dates_are_answered(address, client):
    of(DAY)
    assert client.get(address).status_code == 200


def test_the_calendar_begins_on_monday_and_says_how_many_a_day_has(client):
    of(DAY), of(DAY), of(date(2023, 11, 1))
    hide(of(date(2023, 11, 2)))

    response = client.get("/luu-tru/2023/11/")
    page = response.content.decode()

    assert response.context["weeks"][0] == [
        (None, 0),
        (None, 0),
        (Period(2023, 11, 1), 1),
        *((Period(2023, 11, day), 0) for day in range(2, 6)),
    ]
    assert page.index('title="Thứ Hai"') < page.index('title="Chủ nhật"')
    assert 'href="/luu-tru/2023/11/30/" aria-label="30/11/2023: ' in page
    assert 'href="/luu-tru/2023/11/02/"' not in page


def test_a_day_stands_marked_in_the_calendar_of_its_month(client):
    of(DAY)
    page = client.get("/luu-tru/2023/11/30/").content.decode()
    assert page.count('aria-current="date"') == 1


def test_the_way_up_leads_over_month_and_year(client):
    of(DAY)
    page = client.get("/luu-tru/2023/11/30/").content.decode()
    assert '<a href="/luu-tru/2023/">2023</a>' in page
    assert '<a href="/luu-tru/2023/11/">11/2023</a>' in page


@pytest.mark.skipif(
    "connection.vendor != 'sqlite'",
    reason="PostgreSQL scans tables as small as a test's",
)
def test_no_query_of_a_day_reads_the_archive_from_end_to_end(client):
    bulk_publish(100)
    editions = Edition.objects.live().filter(Period(2023, 11, 30).holds())
    plan = editions.newest_first().explain()
    assert connection.vendor == "sqlite"
    assert "USING INDEX edition_newest" in plan
    assert "SCAN" not in plan
