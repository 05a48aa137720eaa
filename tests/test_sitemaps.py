import tracemalloc
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from articles import sitemaps
from articles.editorial import publishing
from articles.photos import markup
from tests.factories import (
    bulk_publish,
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)
from tests.formats.sitemaps import addresses, complaints

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
NEWS = "/sitemap-tin-moi.xml"


def content(client, address) -> bytes:
    response = client.get(address)
    assert response.status_code == 200
    return response.getvalue()


def paths(client, address) -> list[str]:
    found = addresses(content(client, address))
    assert all(place.startswith(f"{HOST}/") for place in found)
    return [urlsplit(place).path for place in found]


def part_of(edition, size=None) -> str:
    size = size or sitemaps.PART_SIZE
    return f"/sitemap-{(edition.article_id - 1) // size + 1}.xml"


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(sitemaps, "PART_SIZE", 2)


def test_every_file_keeps_the_rules_of_the_protocol(client, small_parts):
    article = make_article(title="Lễ hội & <chợ>", authors=[make_author()])
    place_photo(article, make_photo())
    publish(article)
    publish(category=make_category())
    publish()

    index = content(client, "/sitemap.xml")
    files = [urlsplit(place).path for place in addresses(index)]

    assert complaints(index) == []
    assert len(files) >= 4
    for address in files:
        assert complaints(content(client, address)) == [], address


def test_an_empty_newsroom_keeps_them_too(client):
    assert complaints(content(client, "/sitemap.xml")) == []
    assert paths(client, "/sitemap.xml") == ["/sitemap-0.xml"]
    assert complaints(content(client, "/sitemap-0.xml")) == []


def test_the_checker_sees_what_is_wrong(client):
    edition = publish()
    for address, there, instead in [
        (part_of(edition), "<loc>http://testserver", "<loc>"),
        (part_of(edition), "+07:00", ""),
        (part_of(edition), "<url>", "<url><priority>9</priority>"),
        (NEWS, "<news:language>vi</news:language>", ""),
        (NEWS, "sitemap-news/0.9", "sitemap-news/1.0"),
        ("/sitemap.xml", "sitemapindex", "urlset"),
    ]:
        good = content(client, address).decode()
        assert complaints(good.encode()) == []
        assert there in good
        assert complaints(good.replace(there, instead).encode()), there


def test_the_parts_hold_every_live_bulletin_once_and_nothing_else(client, small_parts):
    articles = [make_article() for _ in range(7)]
    editions = [publish(article) for article in articles[:5]]
    publish(articles[5], at=timezone.now() + timedelta(hours=1))
    publishing.withdraw(articles[2], actor=None, reason="Nhầm.")
    live = [edition for edition in editions if edition.article_id != articles[2].pk]

    parts = [
        address
        for address in paths(client, "/sitemap.xml")
        if address not in ("/sitemap-0.xml", NEWS)
    ]
    found = [place for address in parts for place in paths(client, address)]

    assert parts == list(dict.fromkeys(part_of(edition, 2) for edition in live))
    assert found == [edition.get_absolute_url() for edition in live]


def test_a_part_says_when_each_bulletin_changed_with_the_zone(client):
    edition = publish()
    moment = timezone.localtime(edition.live_from).isoformat(timespec="seconds")
    assert moment.endswith("+07:00")
    assert f"<lastmod>{moment}</lastmod>" in content(client, part_of(edition)).decode()


@pytest.mark.parametrize(
    "address",
    ["/sitemap-999999999.xml", "/sitemap-1000000000.xml", "/sitemap-01.xml", "/sitemap-x.xml"],
)  # fmt: skip
def test_a_part_without_a_bulletin_is_not_there(address, client):
    publish()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_a_part_costs_one_query(number, client, django_assert_num_queries):
    bulk_publish(number)
    edition = publish()
    with django_assert_num_queries(1):
        assert len(paths(client, part_of(edition))) >= 1


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_the_index_costs_a_query_a_part_and_two(
    number, client, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr(sitemaps, "PART_SIZE", 1_000_000_000)
    bulk_publish(number)
    with django_assert_num_queries(3):
        assert len(paths(client, "/sitemap.xml")) == 3


def test_the_other_pages_are_in_part_0(client, django_assert_num_queries):
    make_category(slug="van-hoa")
    make_unit(slug="trung-tam")
    make_author(slug="chua-viet-gi")
    publish(
        unit=make_unit(slug="dai"),
        category=make_category(slug="kinh-te"),
        authors=[make_author(slug="le-van")],
    )
    with django_assert_num_queries(3):
        found = paths(client, "/sitemap-0.xml")
    assert found == [
        "/",
        "/luu-tru/",
        "/chuyen-muc/",
        "/don-vi/",
        "/tac-gia/",
        "/doc-nhieu/",
        "/dinh-chinh/",
        "/tro-nang/",
        "/chuyen-muc/van-hoa/",
        "/chuyen-muc/kinh-te/",
        "/don-vi/trung-tam/",
        "/don-vi/dai/",
        "/tac-gia/le-van/",
    ]


def test_every_page_that_part_0_lists_is_there(client):
    publish(category=make_category(), authors=[make_author()])
    for address in paths(client, "/sitemap-0.xml"):
        assert client.get(address).status_code == 200, address


def test_news_is_what_two_days_brought_newest_first(client, django_assert_num_queries):
    now = timezone.now()
    old = timezone.localdate(now - timedelta(days=3))
    publish(title="Tin cũ", dateline_date=old)
    article = make_article(title="Lũ & <bão>")
    place_photo(article, make_photo())
    first = publish(article)
    second = publish()

    with django_assert_num_queries(1):
        xml = content(client, NEWS).decode()

    assert addresses(xml.encode()) == [
        f"{HOST}{second.get_absolute_url()}",
        f"{HOST}{first.get_absolute_url()}",
    ]
    assert "<news:title>Lũ &amp; &lt;bão&gt;</news:title>" in xml
    assert f"<image:loc>{HOST}{markup.share_url(first.cover)}</image:loc>" in xml
    assert xml.count("<image:image>") == 1


def test_news_ends_at_a_thousand(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "NEWS_LENGTH", 2)
    bulk_publish(3)
    assert len(paths(client, NEWS)) == 2


def test_where_there_is_no_news_the_index_lists_none(client):
    publish(dateline_date=timezone.localdate() - timedelta(days=9))
    assert NEWS not in paths(client, "/sitemap.xml")
    assert paths(client, NEWS) == []


def test_a_part_is_never_in_memory_as_a_whole(client, monkeypatch):
    """Four times the bulletins, the same peak: a piece is sent and forgotten."""

    def peak() -> int:
        tracemalloc.start()
        response = client.get("/sitemap-1.xml", headers={"accept-encoding": "gzip"})
        size = sum(len(piece) for piece in response.streaming_content)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert size > 0
        return most

    monkeypatch.setattr(sitemaps, "ROWS_AT_ONCE", 100)
    bulk_publish(500)
    peak()  # what is loaded once, however many there are
    smaller = peak()
    bulk_publish(1500)
    assert peak() < smaller * 1.3


def test_sitemaps_may_be_kept_for_a_while_by_everybody(client):
    response = client.get("/sitemap.xml")
    assert response["Cache-Control"] == "public, max-age=600"
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert "Cookie" not in response.get("Vary", "")
