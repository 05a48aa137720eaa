"""The readers' pages in a real browser: zoom, no script, phones, accessibility."""

import pytest
from django.urls import reverse

from tests.factories import (
    make_article,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def edition():
    article = make_article(
        title="Ngày hội Đại đoàn kết ở thôn Trại Cau",
        body='<p>Chữ.</p><img data-photo="1" alt=""><table><tbody><tr>'
        + "<td>Số liệu</td>" * 12
        + "</tr></tbody></table>",
        unit=make_unit(name="Phòng Kinh tế", slug="phong-kinh-te"),
        category=make_category(name="Kinh tế", slug="kinh-te"),
    )
    place_photo(
        article, make_photo(size=(1200, 800)), alt_text="Ảnh", caption="Chú thích"
    )
    return publish(article)


def addresses(edition):
    return [
        reverse("articles:front"),
        edition.get_absolute_url(),
        reverse("articles:archive"),
        reverse("articles:categories"),
        reverse("articles:category", args=["kinh-te"]),
        reverse("articles:units"),
        reverse("articles:unit", args=["phong-kinh-te"]),
        reverse("articles:search") + "?q=ngay+hoi",
        reverse("articles:search") + "?q=khong+co",
        "/khong-co-trang-nay/",
    ]


def text_size(page):
    script = "parseFloat(getComputedStyle(document.querySelector('article .body p')).fontSize)"
    return page.evaluate(script)


def test_text_zoom_grows_is_remembered_and_returns(
    page, live_server, edition, complaints
):
    address = f"{live_server.url}{edition.get_absolute_url()}"
    page.goto(address)
    start = text_size(page)
    page.click("text=A+")
    grown = text_size(page)
    page.goto(address)
    assert (grown > start, text_size(page)) == (True, grown)
    page.click("text=A−")
    assert text_size(page) == start
    assert complaints == []


def test_without_javascript_everything_but_the_zoom_is_there(
    browser, live_server, edition
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{edition.get_absolute_url()}")
    assert page.locator("article h1").is_visible()
    assert page.locator("article figure picture img").is_visible()
    assert page.locator("button", has_text="A+").is_hidden()
    context.close()


def test_no_page_scrolls_sideways_on_a_small_phone(page, live_server, edition):
    page.set_viewport_size({"width": 320, "height": 640})
    for address in addresses(edition):
        page.goto(f"{live_server.url}{address}")
        script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(script) == 0, address


def test_the_language_switch_keeps_the_page(page, live_server, edition):
    address = f"{live_server.url}{edition.get_absolute_url()}"
    page.goto(address)
    page.click("button[value=en]")
    page.wait_for_selector("html[lang=en]")
    assert page.url == address
    assert "Published: " in page.inner_text("article")


def test_the_first_page_is_light(page, live_server, edition):
    """HTML, CSS and JavaScript as they travel, without pictures."""
    sizes = []

    def weigh(response):
        if "image" not in response.headers.get("content-type", ""):
            sizes.append(len(response.body()))

    page.on("response", weigh)
    page.goto(f"{live_server.url}/")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) < 100_000
