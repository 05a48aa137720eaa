"""The front page: what the desk chose, the newest, the most read, the newest by section."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial import publishing
from articles.models import DailyReads, FrontStory
from tests.factories import (
    bulk_publish,
    make_article,
    make_category,
    make_photo,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db


def lead_with(*editions):
    for position, edition in enumerate(editions, start=1):
        FrontStory.objects.create(article=edition.article, position=position)


def read(edition, count=1):
    today = timezone.localdate()
    DailyReads.objects.create(article=edition.article, day=today, count=count)


def hide(edition):
    publishing.withdraw(edition.article, actor=None, reason="Nhầm.")


def of_day(number, **fields):
    """A live bulletin of some days ago."""
    day = timezone.localdate() - timedelta(days=number)
    return publish(dateline_date=day, **fields)


def on_page(context) -> list:
    sections = [each.editions for each in context["sections"]]
    return [
        *context["leads"], *context["newest"].editions, *context["most_read"],
        *(edition for editions in sections for edition in editions),
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_it_costs_the_same_however_much_there_is(
    number, client, django_assert_num_queries
):
    bulk_publish(12)
    bulk_publish(number, category=make_category())
    # Older than a thousand hours: neither is among the newest.
    lead_with(of_day(60))
    read(of_day(61))
    client.get("/")  # the ranking is remembered for a while

    with django_assert_num_queries(5):
        response = client.get("/")

    assert len(response.context["newest"].editions) == 6
    assert len(response.context["sections"]) >= 1
    assert len(response.context["leads"] + response.context["most_read"]) == 2


def test_the_ranking_costs_one_query_more_where_it_is_not_remembered(
    client, django_assert_num_queries
):
    bulk_publish(12)
    lead_with(of_day(60))
    read(of_day(61))
    with django_assert_num_queries(6):
        client.get("/")


def test_an_empty_site_says_so(client):
    page = client.get("/").content.decode()
    assert 'class="empty"' in page
    assert 'class="most-read"' not in page


def test_without_lead_stories_the_newest_leads(client):
    older, newer = of_day(2), of_day(1)

    response = client.get("/")

    assert response.context["leads"] == []
    assert response.context["newest"].editions == [newer, older]
    assert response.content.decode().count("card-first") == 1


def test_lead_stories_stand_in_the_desks_order_before_newer_ones(client):
    oldest, middle, newest = of_day(3), of_day(2), of_day(1)
    lead_with(middle, oldest)

    context = client.get("/").context

    assert context["leads"] == [middle, oldest]
    assert context["newest"].editions == [newest]


def test_a_lead_story_that_is_not_live_is_not_shown(client):
    shown, gone = of_day(1), of_day(2)
    draft = make_article()
    later = publish(at=timezone.now() + timedelta(hours=1))
    lead_with(gone, shown, later)
    FrontStory.objects.create(article=draft, position=9)
    hide(gone)

    assert client.get("/").context["leads"] == [shown]


def test_a_corrected_lead_story_shows_its_newest_edition(client):
    edition = of_day(1, title="Trước")
    lead_with(edition)
    edition.article.title = "Sau"
    edition.article.save()
    after = publish(edition.article)
    assert client.get("/").context["leads"] == [after]


def test_no_bulletin_stands_there_twice(client):
    category = make_category()
    editions = [of_day(number, category=category) for number in range(16)]
    lead_with(editions[0], editions[9])
    for edition in editions[:12]:
        read(edition)

    response = client.get("/")

    shown = on_page(response.context)
    assert len(shown) == len(set(shown)) == 2 + 6 + 4 + 4
    addresses = re.findall(r'href="(/tin/[^"]+)"', response.content.decode())
    assert len(addresses) == len(set(addresses)) == 16


def test_a_section_names_its_newest_and_leads_to_the_rest(client):
    bulk_publish(7)
    first, second = make_category(position=1, slug="mot"), make_category(position=2)
    of_second = [of_day(number, category=second) for number in (50, 51)]
    of_first = [of_day(number, category=first) for number in range(50, 56)]
    make_category(position=3)

    response = client.get("/")

    sections = response.context["sections"]
    assert [each.category for each in sections[-2:]] == [first, second]
    assert [each.editions for each in sections[-2:]] == [of_first[:4], of_second]
    assert f'<a href="/chuyen-muc/mot/">{first.name}</a>' in response.content.decode()


def test_nothing_that_is_not_live_stands_in_a_section(client):
    bulk_publish(7)
    category = make_category()
    edition = of_day(50, category=category)
    make_article(category=category)
    publish(category=category, at=timezone.now() + timedelta(hours=1))
    hide(of_day(51, category=category))

    [section] = [
        s for s in client.get("/").context["sections"] if s.category == category
    ]

    assert section.editions == [edition]


def test_what_is_read_most_leaves_out_what_was_withdrawn(client):
    bulk_publish(7)
    first, gone, last = of_day(50), of_day(51), of_day(52)
    read(last, 1), read(gone, 9), read(first, 5)
    client.get("/")
    hide(gone)

    response = client.get("/")

    assert response.context["most_read"] == [first, last]
    assert 'href="/doc-nhieu/"' in response.content.decode()


def test_it_leads_on_where_the_newest_end(client):
    bulk_publish(20)
    front = client.get("/")

    address = f"/luu-tru/?truoc={front.context['newest'].older}"

    assert f'href="{address}"' in front.content.decode()
    assert len(client.get(address).context["page"].editions) == 13


def test_only_the_first_picture_is_hurried(client):
    photo = make_photo()
    for _ in range(3):
        article = make_article()
        place_photo(article, photo)
        publish(article)
    lead_with(publish(article=None))

    page = client.get("/").content.decode()

    # The lead story has no picture; those below are not hurried.
    assert page.count('fetchpriority="high"') == 0
    assert page.count('loading="lazy"') == 3


def test_headings_skip_no_level_whether_or_not_there_are_lead_stories(client):
    category = make_category()
    editions = [of_day(number, category=category) for number in range(12)]
    read(editions[11])

    def levels():
        return re.findall(r"<h([1-6])", client.get("/").content.decode())

    without = "".join(levels())
    lead_with(editions[3])
    with_leads = "".join(levels())

    assert without.startswith("12222222")
    assert with_leads.startswith("12" + "2" + "333333")
    assert "13" not in without + with_leads
