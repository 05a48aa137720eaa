from datetime import date

import pytest
from django.utils import timezone
from django.utils.feedgenerator import rfc2822_date
from lxml import etree

from tests.factories import make_article, make_category, publish
from tests.feeds.bulletins import publish_everything
from tests.formats import rss
from tests.formats.rss import ATOM, CONTENT, CREATOR

pytestmark = pytest.mark.django_db


def channel(client, address="/rss.xml"):
    return etree.fromstring(client.get(address).content)[0]


def test_every_part_of_a_bulletin_keeps_the_rules_of_the_format(client):
    publish_everything()
    publish()
    assert rss.complaints(client.get("/rss.xml").content) == []


def test_an_empty_feed_keeps_them_too(client):
    make_article()
    content = client.get("/rss.xml").content
    assert rss.complaints(content) == []
    assert etree.fromstring(content)[0].findall("item") == []


def test_the_checker_sees_what_is_wrong(client):
    """Each damage is one complaint: what the tests above find good was looked at."""
    publish()
    good = client.get("/rss.xml").content.decode()
    for there, instead in [
        ("<link>http://testserver/</link>", "<link>/</link>"),
        (' rel="self"', ' rel="via"'),
        ("<pubDate>", "<pubDate>x"),
        ("<content:encoded>", "<content:encoded>&lt;a href='/x'&gt;x&lt;/a&gt;"),
        ("<title>Tin", "<author>x</author><title>Tin"),
        ('isPermaLink="false"', 'isPermaLink="true"'),
        ("<language>vi", "<language>Vietnamese"),
    ]:
        assert there in good
        bad = good.replace(there, instead, 1).encode()
        assert len(rss.complaints(bad)) == 1, there


def test_an_item_says_what_the_page_says(client):
    edition = publish_everything()

    item = channel(client).find("item")

    assert item.findtext("title") == "Lễ hội & chợ quê <Vân Trà>!"
    assert item.findtext("link") == f"http://testserver{edition.get_absolute_url()}"
    assert item.findtext("description").startswith(
        "Bà con <dự> lễ & hội.\n\nĐính chính "
    )
    assert item.findtext("pubDate") == "Fri, 05 Jun 2026 09:21:00 +0700"
    assert item.findtext("category") == "Văn hóa"
    assert [each.text for each in item.findall(CREATOR)] == ["Lê Vân", "Trung Tuyến"]
    assert item.find("enclosure").get("type") == "audio/mpeg"
    assert "68,5 tạ/ha" in item.findtext(f"{CONTENT}encoded")


def test_the_guid_stays_when_the_title_is_corrected(client):
    edition = publish_everything()
    guid = channel(client).find("item/guid")
    assert guid.text == f"bulletin-{edition.article_id}"
    assert guid.attrib == {"isPermaLink": "false"}


def test_a_bare_date_is_the_start_of_that_day_here(client):
    publish(dateline_date=date(2023, 11, 30))
    assert channel(client).findtext("item/pubDate") == "Thu, 30 Nov 2023 00:00:00 +0700"


def test_the_build_date_is_the_last_change(client):
    edition = publish()
    moment = timezone.localtime(edition.live_from)
    assert channel(client).findtext("lastBuildDate") == rfc2822_date(moment)


def test_the_channel_names_the_site_and_itself(client, settings):
    settings.MANAGING_BODY = "UBND xã Vân Trà"
    feed = channel(client)
    assert feed.findtext("title") == settings.SITE_NAME
    assert feed.findtext("description") == "UBND xã Vân Trà"
    assert feed.find(f"{ATOM}link").get("href") == "http://testserver/rss.xml"


def test_a_section_has_its_own(client, settings):
    category = make_category(name="Văn hóa", slug="van-hoa")
    publish(category=category, title="Của chuyên mục")
    publish(title="Của chuyên mục khác", category=make_category())

    feed = channel(client, "/chuyen-muc/van-hoa/rss.xml")

    assert feed.findtext("title") == f"Văn hóa – {settings.SITE_NAME}"
    assert feed.findtext("link") == "http://testserver/chuyen-muc/van-hoa/"
    assert [item.findtext("title") for item in feed.findall("item")] == [
        "Của chuyên mục"
    ]
