"""The preview beside the form, links for outsiders, and the calendar of what is due."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext
from playwright.sync_api import expect

from articles.editorial import preview_links
from articles.models import Article, PreviewLink
from tests.factories import (
    make_article,
    make_photo,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)

BAND_COLOUR = "rgb(143, 42, 12)"


@pytest.fixture
def article():
    article = make_article(title="Đường làng nở hoa")
    place_photo(article, make_photo(), alt_text="Con đường")
    return article


def open_change_page(page, live_server, article, query=""):
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/{query}")
    page.wait_for_selector(".cke_wysiwyg_div")


def inside(page):
    return page.frame_locator(".preview-stage iframe")


def test_the_preview_stands_beside_the_form_at_both_widths(
    page, live_server, log_in, article, complaints
):
    log_in("Biên tập viên")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    open_change_page(page, live_server, article)
    assert not [url for url in asked if "/preview/" in url]

    page.click(".preview-panel summary")
    expect(inside(page).locator("h1")).to_have_text("Đường làng nở hoa")
    expect(inside(page).locator(".preview-band")).to_have_css(
        "background-color", BAND_COLOUR
    )
    frame = page.locator(".preview-stage iframe")
    width = "element => element.contentWindow.innerWidth"
    assert frame.evaluate(width) == 390
    form, panel = page.locator("#article_form"), page.locator(".preview-panel")
    assert (
        form.bounding_box()["x"] + form.bounding_box()["width"]
        <= panel.bounding_box()["x"]
    )

    page.click("[data-width='1280']")
    assert frame.evaluate(width) == 1280
    box, stage = frame.bounding_box(), page.locator(".preview-stage").bounding_box()
    assert box["width"] <= stage["width"] + 1  # made smaller, not cut off
    assert page.get_attribute("[data-width='1280']", "aria-pressed") == "true"
    assert complaints == []


def test_save_and_preview_shows_the_new_title(page, live_server, log_in, article):
    log_in("Biên tập viên")
    open_change_page(page, live_server, article)
    page.fill("#id_title", "Tên mới")
    page.click(".preview-panel summary")
    expect(inside(page).locator("h1")).to_have_text("Đường làng nở hoa")
    page.click("[name=_preview]")
    page.wait_for_selector(".messagelist .success")
    expect(inside(page).locator("h1")).to_have_text("Tên mới")
    assert Article.objects.get().title == "Tên mới"


def test_a_link_in_the_preview_opens_a_tab_of_its_own(
    page, live_server, log_in, article
):
    log_in("Biên tập viên")
    open_change_page(page, live_server, article, "?preview=1")
    with page.context.expect_page() as opened:
        inside(page).locator(".breadcrumb a").first.click()
    assert opened.value.url == f"{live_server.url}/"
    expect(inside(page).locator("h1")).to_have_text("Đường làng nở hoa")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_preview_and_links_are_accessible(
    page, live_server, log_in, violations, article, width, scheme
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    user = log_in("Trưởng ban biên tập")
    preview_links.create(article, reader="Ông Tám", days=7, actor=user)
    below = f"{live_server.url}/admin/articles/article/{article.pk}"
    page.goto(f"{below}/preview/")
    assert violations() == []
    page.goto(f"{below}/preview-links/add/")
    assert violations() == []
    page.fill("#id_reader", "Bà Hai")
    page.click(".submit-row [type=submit]")
    page.wait_for_selector("#preview-address")
    assert violations() == []
    page.goto(f"{live_server.url}/xem-truoc/khong-co/")
    assert violations() == []


def test_a_link_works_without_account_until_it_is_taken_back(
    page, live_server, log_in, article, browser, browser_context_args
):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    log_in("Biên tập viên")
    open_change_page(page, live_server, article)
    page.click("#preview-links summary")
    page.click("#preview-links p a")
    page.fill("#id_reader", "Ông Tám")
    page.click(".submit-row [type=submit]")
    page.click(".preview-copy")
    expect(page.locator(".preview-copied")).to_have_text(gettext("Copied"))
    address = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(rf"{live_server.url}/xem-truoc/[\w-]{{43}}/", address)

    outside = browser.new_context(**browser_context_args)
    try:
        reader = outside.new_page()
        assert reader.goto(address).status == 200
        expect(reader.locator("h1")).to_have_text("Đường làng nở hoa")
        picture = reader.locator("article figure picture img")
        picture.scroll_into_view_if_needed()
        reader.wait_for_function(
            "document.querySelector('article figure img').naturalWidth > 0"
        )
        expect(reader.locator(".preview-band")).to_be_in_viewport()
        assert outside.cookies() == []

        open_change_page(page, live_server, article)
        page.click("#preview-links summary")
        page.click("#preview-links form button")
        page.wait_for_selector(".messagelist .success")
        assert PreviewLink.objects.get().opened == 1
        assert reader.goto(address).status == 404
        assert "Đường làng nở hoa" not in reader.inner_text("main")
    finally:
        outside.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_due_is_a_calendar_that_becomes_a_list(
    page, live_server, log_in, violations, width, scheme
):
    moment = timezone.localtime() + timedelta(days=35)
    publish(title="Tin hẹn giờ", at=moment)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    log_in("Trưởng ban biên tập")
    page.goto(f"{live_server.url}/admin/articles/article/scheduled/")
    assert page.locator(".schedule-list li").count() == 1
    page.goto(
        f"{live_server.url}/admin/articles/article/scheduled/?thang={moment:%Y-%m}"
    )
    page.focus(".schedule-calendar summary")
    page.keyboard.press("Enter")
    calendar = page.locator(".schedule-calendar")
    expect(calendar.locator(".schedule-steps a")).to_have_count(2)
    expect(calendar.locator(".schedule-steps a").first).to_be_visible()
    visible = calendar.locator("td:visible").count()
    assert visible == 1 if width == 390 else visible >= 28
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    assert violations() == []
    calendar.locator(".schedule-steps a").first.click()
    assert page.is_checked("input[name=when][value=later]")
    assert page.input_value("#id_day") == f"{moment:%d/%m/%Y}"


def test_the_preview_without_scripts_is_a_link(
    live_server, browser, browser_context_args, article, client
):
    client.force_login(make_user(role="Biên tập viên"))
    cookie = client.cookies["sessionid"]
    plain = browser.new_context(**browser_context_args, java_script_enabled=False)
    try:
        plain.add_cookies(
            [{"name": "sessionid", "value": cookie.value, "url": live_server.url}]
        )
        page = plain.new_page()
        page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
        page.click(".preview-panel summary")
        expect(page.locator(".preview-stage")).to_be_hidden()
        with plain.expect_page() as opened:
            page.click(".preview-tools a")
        expect(opened.value.locator("h1")).to_have_text("Đường làng nở hoa")
    finally:
        plain.close()
