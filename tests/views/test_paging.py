from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from articles.models import Edition
from articles.views import paging
from tests.factories import bulk_publish, publish

pytestmark = pytest.mark.django_db

ARCHIVE = "/luu-tru/"


def titles(page) -> list[str]:
    return [edition.title for edition in page.editions]


def page_of(**query) -> paging.Page:
    return paging.page(paging.Walk([Edition.objects.live()]), query)


def all_titles() -> list[str]:
    return [edition.title for edition in Edition.objects.live().newest_first()]


def test_following_older_shows_every_bulletin_once():
    bulk_publish(2 * paging.PAGE_SIZE + 3)
    page, seen = page_of(), []
    seen += titles(page)
    while page.older:
        page = page_of(truoc=page.older)
        seen += titles(page)

    assert seen == all_titles()


def test_newer_leads_back_the_way_one_came():
    bulk_publish(3 * paging.PAGE_SIZE)
    first = page_of()
    second = page_of(truoc=first.older)
    third = page_of(truoc=second.older)

    assert (first.newer, third.older) == ("", "")
    assert titles(page_of(sau=third.newer)) == titles(second)
    assert titles(page_of(sau=second.newer)) == titles(first)
    assert page_of(sau=second.newer).newer == ""


def test_bulletins_of_one_moment_are_told_apart_by_article():
    count = paging.PAGE_SIZE + 2
    editions = [publish(dateline_date=date(2023, 11, 30)) for _ in range(count)]
    newest_first = [edition.title for edition in reversed(editions)]

    first = page_of()
    second = page_of(truoc=first.older)

    assert titles(first) + titles(second) == newest_first
    assert titles(page_of(sau=second.newer)) == titles(first)


def test_a_new_bulletin_does_not_move_what_a_reader_has_before_them():
    bulk_publish(paging.PAGE_SIZE + 5)
    older = page_of().older
    before = titles(page_of(truoc=older))

    publish()

    assert titles(page_of(truoc=older)) == before


@pytest.mark.parametrize("number", [1, paging.PAGE_SIZE])
def test_a_list_of_one_page_has_no_neighbours(number):
    bulk_publish(number)
    assert (page_of().older, page_of().newer) == ("", "")


def test_an_empty_list_is_a_page():
    assert page_of() == paging.Page([])


def test_a_cursor_is_readable_and_exact_to_the_microsecond():
    moment = datetime(2023, 11, 30, 2, 21, 0, 123, tzinfo=UTC)
    edition = Edition(dateline_at=moment, article_id=17)

    assert paging.cursor_at(edition) == "20231130T022100.000123-17"
    assert paging._read("20231130T022100.000123-17") == (moment, 17)


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "2",
        "20231130T022100.000000",
        "20231130T022100.000000-",
        "20231130T022100.000000-x",
        "20231330T022100.000000-1",
        "00000101T000000.000000-1",
        "20231130T022100.000000-1 OR 1=1",
        "20231130T022100.000000-" + "9" * 30,
        "２0231130T022100.000000-1",
        "\x00",
        "00010101T000000.000000-1",
    ],
)
@pytest.mark.parametrize("name", ["truoc", "sau"])
def test_a_cursor_that_leads_nowhere_leads_to_the_first_page(name, cursor, client):
    publish()

    response = client.get(ARCHIVE, {name: cursor})

    assert response.status_code == 302
    assert response["Location"] == ARCHIVE


def test_the_way_to_the_first_page_keeps_the_question(client):
    response = client.get(reverse("articles:search"), {"q": "lũ lụt", "truoc": "x"})
    assert response["Location"] == "/tim-kiem/?q=l%C5%A9+l%E1%BB%A5t"


def test_the_links_of_a_page_carry_their_cursors(client):
    bulk_publish(2 * paging.PAGE_SIZE + 1)
    first = client.get(ARCHIVE)
    older = first.context["page"].older
    second = client.get(ARCHIVE, {"truoc": older})
    page = second.context["page"]

    assert f'rel="next" href="?truoc={older}"' in first.content.decode()
    assert 'rel="prev"' not in first.content.decode()
    assert f'rel="prev" href="?sau={page.newer}"' in second.content.decode()
    assert f'rel="next" href="?truoc={page.older}"' in second.content.decode()
