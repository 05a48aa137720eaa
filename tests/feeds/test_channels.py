from datetime import date

import pytest
from lxml import etree

from articles.editorial import unit_changes
from tests.factories import make_article, make_unit, publish

pytestmark = pytest.mark.django_db


def titles(client, address):
    root = etree.fromstring(client.get(address).content)
    return [item.findtext("title") for item in root.iter("item")]


@pytest.mark.parametrize("kind", ["chuyen-muc", "don-vi"])
@pytest.mark.parametrize("name", ["rss.xml", "feed.json"])
def test_a_section_that_is_not_there_has_no_feed(kind, name, client):
    assert client.get(f"/{kind}/khong-co/{name}").status_code == 404


def test_a_unit_brings_the_work_that_passed_to_it(client):
    old = make_unit(name="Đài", slug="dai")
    new = make_unit(name="Trung tâm", slug="trung-tam")
    publish(unit=old, title="Của đài", dateline_date=date(2024, 1, 1))
    publish(unit=new, title="Của trung tâm")
    unit_changes.succeed(old, new, kind="merged", on=date(2025, 1, 1))

    assert titles(client, "/don-vi/trung-tam/rss.xml") == ["Của trung tâm", "Của đài"]
    assert titles(client, "/don-vi/dai/rss.xml") == ["Của đài"]


def test_drafts_stay_out(client):
    make_article()
    assert titles(client, "/rss.xml") == []


def test_a_feed_is_the_same_in_every_language(client, settings):
    publish()
    vietnamese = client.get("/rss.xml")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    english = client.get("/rss.xml")
    assert english.content == vietnamese.content
    assert english["ETag"] == vietnamese["ETag"]


@pytest.mark.parametrize("name", ["/rss.xml", "/feed.json"])
def test_nobody_posts_to_a_feed(name, client):
    assert client.post(name).status_code == 405
