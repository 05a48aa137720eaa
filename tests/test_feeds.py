from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories import bulk_publish, make_article, make_category, publish

pytestmark = pytest.mark.django_db


def channel(client):
    content = client.get("/rss.xml").content
    return ElementTree.fromstring(content).find("channel")  # noqa: S314 — our own XML


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_the_feed_costs_one_query(number, client, django_assert_num_queries):
    bulk_publish(number)

    with django_assert_num_queries(1):
        items = channel(client).findall("item")

    assert len(items) == min(number, 20)


def test_an_item_says_what_a_card_says(client):
    edition = publish(
        title="Lễ hội & chợ quê",
        lead="Bà con <dự> lễ.",
        category=make_category(name="Văn hóa"),
        dateline_date=date(2023, 11, 30),
    )

    item = channel(client).find("item")

    assert {child.tag: child.text for child in item} == {
        "title": "Lễ hội & chợ quê",
        "link": f"http://testserver{edition.get_absolute_url()}",
        "description": "Bà con <dự> lễ.",
        "pubDate": "Wed, 29 Nov 2023 17:00:00 +0000",
        "guid": f"bulletin-{edition.article_id}",
        "category": "Văn hóa",
    }
    assert item.find("guid").attrib == {"isPermaLink": "false"}


def test_the_feed_is_of_the_site_and_the_same_in_every_language(client, settings):
    publish()
    settings.MANAGING_BODY = "UBND xã Vân Trà"
    vietnamese = client.get("/rss.xml")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    feed = channel(client)

    assert feed.findtext("title") == settings.SITE_NAME
    assert feed.findtext("description") == "UBND xã Vân Trà"
    assert feed.findtext("language") == "vi"
    assert client.get("/rss.xml").content == vietnamese.content
    assert vietnamese["Vary"] == "Accept-Encoding"


def test_drafts_stay_out(client):
    make_article()
    assert channel(client).findall("item") == []
