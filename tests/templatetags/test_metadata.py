import re
from datetime import date, time
from html import unescape

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from articles.photos import markup
from articles.templatetags import metadata
from articles.views import paging
from tests.factories import (
    make_article,
    make_category,
    make_photo,
    place_photo,
    publish,
)

HOST = "http://testserver"
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"')
LINK = re.compile(r'<link rel="(\w+)"[^>]*? href="([^"]*)"')


def facts(html) -> dict[str, str]:
    """What the head says: meta by name, links by relation."""
    pairs = [*META.findall(html), *LINK.findall(html)]
    return {name: unescape(value) for name, value in pairs}


def included(address="/luu-tru/", **variables) -> dict[str, str]:
    request = RequestFactory().get(address)
    context = {"request": request, "SITE_NAME": "Trang tin", "title": "Lưu trữ"}
    template = Template('{% include "includes/metadata.html" %}')
    return facts(template.render(Context(context | variables)))


def of_bulletin(client, edition) -> dict[str, str]:
    html = client.get(edition.get_absolute_url()).content.decode()
    return facts(html.partition("</head>")[0])


@pytest.mark.django_db
def test_a_bulletin_with_a_picture_is_a_large_card(client):
    article = make_article(
        title='Lễ hội & "chợ" <quê>',
        lead="Sapô\ncó hai dòng.",
        category=make_category(name="Văn hóa"),
        dateline_date=date(2026, 6, 5),
        dateline_time=time(9, 21),
    )
    place_photo(article, make_photo(size=(2000, 1500)), alt_text='Cổng "làng"')
    edition = publish(article)
    address = f"{HOST}{edition.get_absolute_url()}"

    said = of_bulletin(client, edition)

    expected = {
        "canonical": address,
        "description": "Sapô có hai dòng.",
        "og:type": "article",
        "og:site_name": "Trang tin xã Vân Trà",
        "og:locale": "vi_VN",
        "og:url": address,
        "og:title": 'Lễ hội & "chợ" <quê>',
        "og:description": "Sapô có hai dòng.",
        "og:image": f"{HOST}{markup.share_url(edition.cover)}",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": 'Cổng "làng"',
        "article:published_time": "2026-06-05T09:21:00+07:00",
        "article:modified_time": "2026-06-05T09:21:00+07:00",
        "article:section": "Văn hóa",
        "twitter:card": "summary_large_image",
    }
    assert {name: said[name] for name in expected} == expected


@pytest.mark.django_db
def test_the_shared_picture_is_there(client):
    article = make_article()
    place_photo(article, make_photo(size=(2000, 1500)))
    said = of_bulletin(client, publish(article))
    response = client.get(said["og:image"].removeprefix(HOST))
    assert response.getvalue().startswith(b"\xff\xd8")
    assert response["Content-Type"] == said["og:image:type"]


@pytest.mark.django_db
def test_without_a_picture_it_is_a_small_card(client):
    said = of_bulletin(client, publish())
    assert said["twitter:card"] == "summary"
    assert "og:image" not in said


@pytest.mark.django_db
def test_without_a_lead_the_body_speaks(client):
    body = "<h2>Thông báo</h2><p>Mất điện &amp; nước <strong>ngày mai</strong>.</p>"
    said = of_bulletin(client, publish(lead="", body=body))
    assert said["description"] == "Thông báo Mất điện & nước ngày mai."


@pytest.mark.django_db
def test_a_long_body_is_read_no_further_than_needed(client):
    body = f"<p>{'từ ' * 3000}</p>"
    said = of_bulletin(client, publish(lead="", body=body))
    assert said["description"] == "từ " * 65 + "từ…"


@pytest.mark.parametrize(
    "address",
    ["/luu-tru/", "/luu-tru/?utm_source=zalo&fbclid=1"],
)
def test_the_address_is_the_page_s_own_whatever_hangs_on_it(address):
    said = included(address)
    assert said["canonical"] == said["og:url"] == f"{HOST}/luu-tru/"
    assert "robots" not in said


@pytest.mark.parametrize("cursor", [paging.OLDER, paging.NEWER])
def test_a_page_further_on_has_no_address_of_its_own(cursor):
    said = included(f"/luu-tru/?{cursor}=20231130T022100.000000-17")
    assert said["robots"] == "noindex, follow"
    assert "canonical" not in said
    assert "og:url" not in said


def test_a_list_is_a_page_of_the_site():
    said = included(description="Mọi tin bài.\n" * 40)
    assert said["og:type"] == "website"
    assert said["og:title"] == "Lưu trữ"
    assert len(said["description"]) <= 200
    assert said["description"] == said["og:description"]
    assert "alternate" not in said


def test_a_section_names_its_feeds():
    html = Template('{% include "includes/metadata.html" %}').render(
        Context(
            {
                "request": RequestFactory().get("/"),
                "SITE_NAME": "Trang tin",
                "title": "Văn hóa",
                "rss": "/chuyen-muc/van-hoa/rss.xml",
                "json_feed": "/chuyen-muc/van-hoa/feed.json",
            }
        )
    )
    assert (
        '<link rel="alternate" type="application/rss+xml" title="Văn hóa – Trang tin"'
        ' href="/chuyen-muc/van-hoa/rss.xml">'
    ) in html
    assert (
        '<link rel="alternate" type="application/feed+json" title="Văn hóa – Trang tin"'
        ' href="/chuyen-muc/van-hoa/feed.json">'
    ) in html


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Hội nghị", 8, "Hội nghị"),
        ("Hội nghị giao ban", 12, "Hội nghị…"),
        ("Hội nghị, giao ban", 13, "Hội nghị…"),
        ("a" * 20, 10, "a" * 9 + "…"),
        ("", 10, ""),
    ],
)
def test_text_is_cut_between_words_where_it_has_any(text, length, expected):
    assert metadata.cut(text, length) == expected
