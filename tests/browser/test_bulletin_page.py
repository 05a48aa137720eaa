"""The page of one bulletin, and the form for errors, in a real browser."""

import pytest
from django.utils.translation import gettext

from articles.models import ReaderReport
from tests.editorial.test_reader_reports import WORDS
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)

VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"
BODY = (
    "<p>Bà con ba thôn dự hội.</p>"
    '<img data-photo="1" alt=""><p>Sau lễ là phần hội.</p><img data-photo="2" alt="">'
    f'<figure class="video"><a href="{VIDEO}">{VIDEO}</a></figure>'
)


@pytest.fixture
def edition():
    shared = {
        "unit": make_unit(name="Phòng Văn hóa"),
        "category": make_category(name="Văn hóa"),
    }
    for title in ("Ngày hội ở Bến Đò", "Ngày hội ở Đồng Khê", "Họp thôn", "Gặt lúa"):
        publish(title=title, **shared)
    article = make_article(
        title="Ngày hội Đại đoàn kết ở Trại Cau",
        body=BODY,
        authors=[make_author(name="Lê Vân")],
        source="Báo Quê hương",
        source_url="https://bao.example/",
        **shared,
    )
    for colour, caption in (("teal", "Cổng làng"), ("brown", ""), ("navy", "Múa lân")):
        photo = make_photo(size=(1200, 800), colour=colour)
        words = {"alt_text": f"Ảnh {colour}", "caption": caption, "credit": "Vũ Sơn"}
        place_photo(article, photo, **words)
    return publish(article)


@pytest.fixture
def open_page(page, live_server, edition, complaints):
    page.goto(f"{live_server.url}{edition.get_absolute_url()}")
    yield page
    assert complaints == []


def shown(page):
    return page.inner_text(".lightbox-count"), page.inner_text(".lightbox-caption")


def test_photos_open_large_and_go_on_by_buttons_and_keys(open_page):
    page = open_page
    page.click(".photo-link >> nth=0")
    assert page.evaluate("document.querySelector('.lightbox').open")
    assert shown(page) == ("1/3", "Cổng làng Ảnh: Vũ Sơn")
    page.click("[data-do=next]")
    assert shown(page) == ("2/3", "Ảnh: Vũ Sơn")
    for key, expected in [
        ("ArrowRight", "3/3"),
        ("ArrowRight", "1/3"),
        ("ArrowLeft", "3/3"),
        ("Home", "1/3"),
        ("End", "3/3"),
    ]:
        page.keyboard.press(key)
        assert shown(page)[0] == expected
    assert page.get_attribute(".lightbox-figure img", "alt") == "Ảnh navy"
    page.click("[data-do=previous]")
    assert shown(page)[0] == "2/3"


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_closing_leads_back_to_the_photo_that_was_looked_at(open_page, way):
    page = open_page
    page.focus(".photo-link >> nth=0")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape") if way == "Escape" else page.click("[data-do=close]")
    focused = (
        "[...document.querySelectorAll('.photo-link')].indexOf(document.activeElement)"
    )
    page.wait_for_function(f"{focused} === 1")
    assert not page.evaluate("document.querySelector('.lightbox').open")


def test_the_keyboard_stays_within_the_open_photo(open_page):
    page = open_page
    page.click(".photo-link >> nth=0")
    for _ in range(8):
        page.keyboard.press("Tab")
        # The browser's own bar comes round as well, and is no element of the page.
        inside = "document.activeElement.closest('.lightbox') || document.activeElement.tagName"
        assert page.evaluate(inside) != "A"


def swipe(page, start, end):
    page.evaluate(
        """([start, end]) => {
          const figure = document.querySelector(".lightbox-figure");
          const at = ([x, y]) => new Touch({identifier: 1, target: figure, clientX: x, clientY: y});
          const send = (type, touches, point) => figure.dispatchEvent(new TouchEvent(type, {
            bubbles: true, touches, changedTouches: [at(point)],
          }));
          send("touchstart", [at(start)], start);
          send("touchend", [], end);
        }""",
        [start, end],
    )


def test_a_finger_goes_on_across_and_nowhere_up_or_down(open_page):
    page = open_page
    page.click(".photo-link >> nth=0")
    for start, end, expected in [
        ((300, 200), (100, 220), "2/3"),
        ((100, 200), (300, 190), "1/3"),
        ((200, 100), (190, 400), "1/3"),
        ((200, 200), (180, 200), "1/3"),
        ((200, 100), (140, 200), "1/3"),
    ]:
        swipe(page, start, end)
        assert shown(page)[0] == expected


def test_the_large_photo_fits_the_window_on_every_screen(open_page):
    page = open_page
    for width, height in [(320, 568), (844, 390), (1440, 900)]:
        page.set_viewport_size({"width": width, "height": height})
        page.click(".photo-link >> nth=0")
        for part in (".lightbox-figure img", "[data-do=next]", "[data-do=close]"):
            box = page.locator(part).bounding_box()
            assert box["x"] >= 0, (width, part)
            assert box["y"] >= 0, (width, part)
            assert box["x"] + box["width"] <= width, (width, part)
            assert box["y"] + box["height"] <= height, (width, part)
        page.keyboard.press("Escape")


def test_with_ctrl_the_file_itself_opens(open_page, context):
    with context.expect_page() as opened:
        open_page.click(".photo-link >> nth=0", modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith("-w1200.jpg")
    assert not open_page.evaluate("document.querySelector('.lightbox').open")


def test_a_video_says_where_it_opens_and_asks_nothing_before(open_page):
    link = open_page.locator(".body .video a")
    assert link.inner_text() == "Xem video trên YouTube (mở trong thẻ mới)"
    assert link.get_attribute("target") == "_blank"
    assert link.get_attribute("href") == VIDEO
    assert link.bounding_box()["height"] > 100


def test_the_link_is_copied(page, live_server, edition, context, complaints):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    address = f"{live_server.url}{edition.get_absolute_url()}"
    page.goto(address)
    page.click(".share-copy")
    page.wait_for_function("document.querySelector('.share-said').textContent !== ''")
    assert page.inner_text(".share-said") == gettext("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert complaints == []


def test_where_nothing_may_be_copied_the_address_stands_ready(
    page, live_server, edition
):
    page.add_init_script("delete Navigator.prototype.clipboard")
    address = f"{live_server.url}{edition.get_absolute_url()}"
    page.goto(address)
    page.click(".share-copy")
    assert page.input_value(".share-said input") == address
    field = "document.querySelector('.share-said input')"
    chosen = page.evaluate(
        f"{field}.value.slice({field}.selectionStart, {field}.selectionEnd)"
    )
    assert chosen == address


@pytest.mark.parametrize("can_share", [True, False])
def test_the_device_shares_by_itself_where_it_can(
    page, live_server, edition, can_share
):
    page.add_init_script(
        "Object.defineProperty(navigator, 'share', {value: "
        + ("async (what) => { window.shared = what; }" if can_share else "undefined")
        + "})"
    )
    address = f"{live_server.url}{edition.get_absolute_url()}"
    page.goto(address)
    assert page.locator(".share-here").is_visible() == can_share
    if can_share:
        page.click(".share-here")
        assert page.evaluate("window.shared") == {
            "title": edition.title,
            "url": address,
        }


def test_without_javascript_links_do_it_all(browser, live_server, edition):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{edition.get_absolute_url()}")
    assert page.locator(".share-here").is_hidden()
    assert page.locator(".lightbox").is_hidden()
    assert page.locator("a.share-copy").get_attribute("href") == page.url
    page.click(".report-link a")
    page.wait_for_timeout(4500)  # as long as a person needs at the very least
    page.fill("#id_text", WORDS)
    page.click("form[action$='bao-loi/'] button")
    assert page.url.endswith("/bao-loi/cam-on/")
    assert ReaderReport.objects.get().text == WORDS
    page.goto(f"{live_server.url}{edition.get_absolute_url()}")
    page.click(".photo-link >> nth=0")
    assert page.url.endswith("-w1200.jpg")
    context.close()


def test_a_refused_report_says_why_at_its_field(page, live_server, edition, complaints):
    page.goto(f"{live_server.url}{edition.get_absolute_url()}bao-loi/")
    page.fill("#id_text", "https://example.com")
    page.fill("#id_contact", "0912 345 678")
    page.click("form[action$='bao-loi/'] button")
    described = page.get_attribute("#id_text", "aria-describedby").split()
    assert page.get_attribute("#id_text", "aria-invalid") == "true"
    for name in described:
        assert page.locator(f"#{name}").count() == 1, name
    assert page.input_value("#id_text") == "https://example.com"
    assert page.input_value("#id_contact") == "0912 345 678"
    assert page.locator("#id_website").is_hidden()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_page_photo_and_form_are_accessible(
    page, live_server, edition, violations, complaints, width, scheme
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    address = f"{live_server.url}{edition.get_absolute_url()}"
    page.goto(address)
    assert violations() == []
    page.click(".photo-link >> nth=0")
    assert violations() == []
    for path in ("bao-loi/", "bao-loi/cam-on/"):
        page.goto(f"{address}{path}")
        assert violations() == []
    page.goto(f"{address}bao-loi/")
    page.fill("#id_text", "https://example.com")
    page.click("form[action$='bao-loi/'] button")
    assert violations() == []
    assert complaints == []


def test_nothing_scrolls_sideways_on_a_small_phone(page, live_server, edition):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("", "bao-loi/", "bao-loi/cam-on/"):
        page.goto(f"{live_server.url}{edition.get_absolute_url()}{path}")
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0, path


def test_an_editor_finds_the_report_on_the_desk_and_settles_it(
    page, live_server, edition, log_in, violations
):
    page.set_viewport_size({"width": 390, "height": 900})
    report = ReaderReport.objects.create(
        article_id=edition.article_id,
        edition_number=edition.number,
        text=WORDS,
        reported_at=edition.live_from,
    )
    log_in("Biên tập viên")
    assert violations() == []
    page.click(".pile-reports li a")
    page.fill("#id_note", "Đã sửa tên thôn.")
    assert violations() == []
    page.click(".submit-row input")
    page.wait_for_selector(".messagelist .success")
    report.refresh_from_db()
    assert report.note == "Đã sửa tên thôn."
    assert violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
