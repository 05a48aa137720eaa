"""What holds for every page that readers open."""

import re
from itertools import pairwise

import pytest

from tests.factories import (
    make_article,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/tin/",
    "/luu-tru/",
    "/chuyen-muc/",
    "/chuyen-muc/van-hoa/",
    "/don-vi/",
    "/don-vi/trung-tam/",
    "/tim-kiem/",
    "/tim-kiem/?q=tin",
    "/dinh-chinh/",
    "/tac-gia/",
    "/doc-nhieu/",
    "/tro-nang/",
    "/khong-co/",
]


@pytest.fixture(autouse=True)
def newsroom_with_a_bulletin(newsroom):
    article = make_article(
        category=make_category(slug="van-hoa"), unit=make_unit(slug="trung-tam")
    )
    place_photo(article, make_photo(), caption="Cổng làng", credit="Lê Vân")
    return publish(article)


@pytest.fixture(params=PAGES)
def response(request, client, newsroom_with_a_bulletin):
    address = request.param
    if address == "/tin/":
        address = newsroom_with_a_bulletin.get_absolute_url()
    return client.get(address)


@pytest.fixture
def html(response) -> str:
    return response.content.decode()


def test_it_touches_neither_session_nor_user(response):
    assert not response.wsgi_request.session.accessed
    assert not response.cookies
    assert not hasattr(response.wsgi_request, "_cached_user")


def test_it_may_be_cached_by_language(response):
    assert response["Content-Language"] == "vi"
    assert response["Vary"] == "Cookie, Accept-Encoding"


def test_it_has_one_first_heading_and_skips_no_level(html):
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_it_runs_no_inline_code_and_asks_no_other_host(html):
    assert not re.search(
        r"<style|\sstyle=|\son[a-z]+=|<script(?! src=\"/static/| type=\"application/ld\+json\">)",
        html,
    )
    # What a reader follows on purpose is no request of the page's own.
    own = re.sub(
        r'<a [^>]*href="(?:mailto:[^"]*"|[^"]*" rel="external )[^>]*>', "", html
    )
    addresses = re.findall(r'\s(?:src|href|action)="([^"]+)"', own)
    assert all(
        re.match(r"[/#?]|http://testserver/|data:image/", each) for each in addresses
    )


def test_it_is_whole(html):
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>" in html
    assert 'href="/rss.xml"' in html
    assert '<main id="content"' in html
    assert '<a class="skip" href="#content">' in html
    assert "None" not in html


def test_the_footer_names_who_answers_for_the_site(client, settings):
    settings.MANAGING_BODY = "UBND xã Vân Trà"
    settings.RESPONSIBLE_PERSON = "Bà Lê Thị Vân"

    page = client.get("/tim-kiem/").content.decode()

    assert '<span lang="vi">UBND xã Vân Trà</span>' in page
    assert '<span lang="vi">Bà Lê Thị Vân</span>' in page


def test_the_footer_leaves_out_what_is_not_set(client, settings):
    settings.MANAGING_BODY = settings.RESPONSIBLE_PERSON = ""

    page = client.get("/tim-kiem/").content.decode()

    assert '<span lang="vi"></span>' not in page
