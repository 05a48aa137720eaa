"""What every list keeps to: few queries, live bulletins only, newest first."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.editorial import publishing
from tests.factories import (
    bulk_publish,
    make_article,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

# Address → queries, with nothing remembered from before.
LISTS = {
    "/luu-tru/": 5,
    "/chuyen-muc/van-hoa/": 2,
    "/don-vi/trung-tam/": 2,
    "/tim-kiem/?q=tin": 1,
}


@pytest.fixture
def section():
    return {
        "category": make_category(name="Văn hóa", slug="van-hoa"),
        "unit": make_unit(name="Trung tâm", slug="trung-tam"),
    }


def listed(response) -> list:
    return response.context["page"].editions


@pytest.mark.parametrize("number", [1, 3, 1000])
@pytest.mark.parametrize(("address", "queries"), LISTS.items())
def test_a_list_costs_the_same_however_long_it_is(
    address, queries, number, client, section, django_assert_num_queries
):
    bulk_publish(number, **section)

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert len(listed(response)) == min(number, 20)


@pytest.mark.parametrize("address", LISTS)
def test_a_list_shows_live_bulletins_newest_first(address, client, section):
    older = publish(dateline_date=date(2023, 11, 29), **section)
    newer = publish(dateline_date=date(2023, 11, 30), **section)
    make_article(**section)
    publish(at=timezone.now() + timedelta(hours=1), **section)
    withdrawn = publish(**section)
    publishing.withdraw(withdrawn.article, actor=None, reason="Nhầm.")

    assert listed(client.get(address)) == [newer, older]


@pytest.mark.parametrize("address", LISTS)
def test_an_empty_list_says_where_else_to_look(address, client, section):
    response = client.get(address)

    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


@pytest.mark.parametrize("address", LISTS)
def test_a_card_prints_names_of_the_day_date_and_picture(address, client, section):
    article = make_article(
        title="Tin <mới>", dateline_date=date(2023, 11, 30), **section
    )
    place_photo(article, make_photo(), alt_text="Cổng làng")
    edition = publish(article)

    page = client.get(address).content.decode()

    assert f'<a href="{edition.get_absolute_url()}">Tin &lt;mới&gt;</a>' in page
    assert '<p class="kicker">Văn hóa</p>' in page
    assert (
        '<time datetime="2023-11-30">30/11/2023</time> <span>Trung tâm</span>' in page
    )
    assert 'alt="Cổng làng"' in page


@pytest.mark.parametrize("address", LISTS)
def test_only_the_first_picture_of_a_list_is_hurried(address, client, section):
    photo = make_photo()
    for _ in range(3):
        article = make_article(**section)
        place_photo(article, photo)
        publish(article)

    page = client.get(address).content.decode()

    assert page.count('fetchpriority="high"') == 1
    assert page.count('loading="lazy"') == 2
    assert page.index('fetchpriority="high"') < page.index('loading="lazy"')
