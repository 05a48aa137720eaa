import re
from datetime import date, time

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

from articles.editorial import editing, publishing
from articles.models import Correction
from articles.photos import markup
from articles.templatetags import structured_data
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)
from tests.formats.schema_org import blocks, complaints

HOST = "http://testserver"


def of_page(client, edition) -> dict[str, dict]:
    return blocks(client.get(edition.get_absolute_url()).content.decode())


def included(address, **variables) -> dict[str, dict]:
    """What includes/metadata.html says on a page of that address."""
    context = Context({"request": RequestFactory().get(address), **variables})
    return blocks(Template('{% include "includes/metadata.html" %}').render(context))


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]> & \u2028 “Đ”"],
)
def test_no_text_breaks_out_of_the_block(text):
    block = structured_data.script({"@type": "WebSite", "name": text})
    assert re.fullmatch('<script type="application/ld\\+json">[^<>&]*</script>', block)
    assert blocks(block)["WebSite"]["name"] == text


@pytest.mark.django_db
def test_a_bulletin_says_what_its_page_says(client, settings):
    settings.MANAGING_BODY = "UBND xã Vân Trà"
    edition = publish(
        title="Lúa xuân </script> được mùa",
        lead="Sapô.",
        unit=make_unit(name="Phòng Kinh tế", slug="phong-kinh-te"),
        category=make_category(name="Kinh tế", slug="kinh-te"),
        dateline_date=date(2026, 6, 5),
        authors=[make_author(name="Bùi Quốc Đạt", slug="bui-quoc-dat")],
    )
    address = f"{HOST}{edition.get_absolute_url()}"
    unit = {
        "@type": "Organization",
        "name": "Phòng Kinh tế",
        "url": f"{HOST}/don-vi/phong-kinh-te/",
    }

    data = of_page(client, edition)["NewsArticle"]

    assert complaints(data) == []
    assert data == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Lúa xuân </script> được mùa",
        "description": "Sapô.",
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "articleSection": "Kinh tế",
        "datePublished": "2026-06-05",
        "dateModified": "2026-06-05",
        "author": [
            {
                "@type": "Person",
                "name": "Bùi Quốc Đạt",
                "url": f"{HOST}/tac-gia/bui-quoc-dat/",
            }
        ],
        "sourceOrganization": unit,
        "publisher": {
            "@type": "Organization",
            "name": "UBND xã Vân Trà",
            "url": f"{HOST}/",
            "logo": {
                "@type": "ImageObject",
                "url": f"{HOST}/static/{structured_data.LOGO}",
            },
        },
        "isPartOf": {"@type": "WebSite", "name": "Trang tin xã Vân Trà"},
    }


@pytest.mark.django_db
def test_where_the_time_is_known_it_has_its_zone(client):
    edition = publish(dateline_date=date(2026, 6, 5), dateline_time=time(9, 21))
    data = of_page(client, edition)["NewsArticle"]
    assert data["datePublished"] == "2026-06-05T09:21:00+07:00"


@pytest.mark.django_db
def test_a_corrected_bulletin_says_so(client):
    article = make_article()
    publish(article)
    article.title = "Đã sửa"
    editing.save_edit(article, actor=None, changed=["title"])
    note = Correction("correction", "Số đúng là 68,5 tạ/ha.")
    edition = publishing.publish(article, actor=None, correction=note)

    data = of_page(client, edition)["NewsArticle"]

    [comment] = data["correction"]
    assert complaints(data) == []
    assert comment["@type"] == "CorrectionComment"
    assert comment["text"] == "Số đúng là 68,5 tạ/ha."
    assert comment["datePublished"] == data["dateModified"]
    assert comment["datePublished"].endswith("+07:00")
    assert data["author"] == [data["sourceOrganization"]]


@pytest.mark.django_db
def test_a_long_title_is_cut_between_words(client):
    title = "Hội nghị giao ban khối Văn hóa - Xã hội " * 4
    edition = publish(title=title.strip())
    headline = of_page(client, edition)["NewsArticle"]["headline"]
    assert 100 < len(headline) <= 110
    assert headline.endswith("…")
    assert title.startswith(headline[:-1] + " ")


@pytest.mark.django_db
def test_the_pictures_are_the_crops_each_in_its_largest_size(client):
    article = make_article()
    place_photo(article, make_photo(size=(2000, 1500)))
    edition = publish(article)
    data = of_page(client, edition)["NewsArticle"]
    assert complaints(data) == []
    assert data["image"] == [
        {
            "@type": "ImageObject",
            "url": f"{HOST}{markup.url(edition.cover, width, 'jpg', spec)}",
            "width": width,
            "height": height,
        }
        for spec, width, height in [
            ("hero", 1600, 900),
            ("card", 960, 640),
            ("share", 1200, 630),
        ]
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({}, (None, None)),
        ({"source": "TTXVN"}, (None, "TTXVN")),
        (
            {"source": "Báo A", "source_url": "https://a.example.vn/1"},
            (
                {
                    "@type": "CreativeWork",
                    "url": "https://a.example.vn/1",
                    "publisher": {"@type": "Organization", "name": "Báo A"},
                },
                "Báo A, https://a.example.vn/1",
            ),
        ),
    ],
)
@pytest.mark.django_db
def test_what_was_republished_names_its_source(source, expected, client):
    data = of_page(client, publish(**source))["NewsArticle"]
    assert complaints(data) == []
    assert (data.get("isBasedOn"), data.get("citation")) == expected


@pytest.mark.django_db
def test_the_way_to_a_bulletin_leads_through_its_category(client):
    category = make_category(name="Kinh tế", slug="kinh-te")
    edition = publish(category=category, title="Được mùa")
    data = of_page(client, edition)["BreadcrumbList"]
    assert complaints(data) == []
    assert way(data) == [
        ("Trang chủ", f"{HOST}/"),
        ("Kinh tế", f"{HOST}/chuyen-muc/kinh-te/"),
        ("Được mùa", f"{HOST}{edition.get_absolute_url()}"),
    ]


@pytest.mark.django_db
def test_a_bulletin_without_category_hangs_on_the_front_page(client):
    edition = publish(title="Được mùa")
    assert [name for name, _ in way(of_page(client, edition)["BreadcrumbList"])] == [
        "Trang chủ",
        "Được mùa",
    ]


def test_the_way_to_a_section_names_what_is_given():
    address = reverse("articles:units")
    data = included(
        "/don-vi/dai/?utm_source=a",
        title="Đài",
        section="Đơn vị",
        section_address=address,
    )
    assert list(data) == ["BreadcrumbList"]
    assert complaints(data["BreadcrumbList"]) == []
    assert way(data["BreadcrumbList"]) == [
        ("Trang chủ", f"{HOST}/"),
        ("Đơn vị", f"{HOST}/don-vi/"),
        ("Đài", f"{HOST}/don-vi/dai/"),
    ]


@pytest.mark.django_db
def test_the_way_to_a_day_leads_through_year_and_month(client):
    category = make_category(name="Tháng 6", slug="thang-6")
    data = included(
        "/luu-tru/2026/06/05/",
        title="05/06/2026",
        section="Lưu trữ",
        section_address="/luu-tru/",
        above=[category],
    )
    assert way(data["BreadcrumbList"])[1:] == [
        ("Lưu trữ", f"{HOST}/luu-tru/"),
        ("Tháng 6", f"{HOST}/chuyen-muc/thang-6/"),
        ("05/06/2026", f"{HOST}/luu-tru/2026/06/05/"),
    ]


def test_the_front_page_tells_how_to_search():
    data = included("/", title="Trang tin", is_front=True)
    assert list(data) == ["WebSite"]
    assert complaints(data["WebSite"]) == []
    target = data["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{HOST}/tim-kiem/?q={{search_term_string}}"


def way(data) -> list[tuple[str, str]]:
    return [(each["name"], each["item"]) for each in data["itemListElement"]]
