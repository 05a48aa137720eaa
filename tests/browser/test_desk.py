"""The desk in a real browser: writing, photographing, publishing, reading."""

import pytest
from django.utils.translation import gettext

from articles.models import Article, Edition, Unit
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_unit,
    picture_file,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)


def editor(page):
    page.wait_for_selector(".cke_wysiwyg_div")
    return page.locator(".cke_wysiwyg_div")


def take_the_step(page, name):
    page.click(f"[name=_step][value={name}]")
    page.wait_for_selector(".step-page")
    page.click(".submit-row [type=submit]")
    page.wait_for_selector(".messagelist .success")


def save(page):
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")


def test_a_bulletin_from_the_first_letter_to_its_reader(
    page, live_server, log_in, complaints
):
    make_unit(name="Phòng Kinh tế")
    log_in("Phóng viên")
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.fill("#id_title", "Đường mới ở thôn Trại Cau")
    page.fill("#id_lead", "Sáng nay, đường trục thôn đã thông xe.")
    editor(page).click()
    page.keyboard.type("Đường dài 780 mét. ")
    page.keyboard.press("Control+B")
    page.keyboard.type("Nhân dân góp công.")
    page.select_option("#id_unit", label="Phòng Kinh tế")
    page.fill("#id_dateline_date", "03/07/2026")
    page.set_input_files(
        ".drop-zone-files",
        {
            "name": "duong.jpg",
            "mimeType": "image/jpeg",
            "buffer": picture_file().read(),
        },
    )
    page.wait_for_selector("#photo_places-0.has-photo")
    page.fill("#id_photo_places-0-alt_text", "Con đường bê tông")
    save(page)

    article = Article.objects.get()
    assert (
        article.body == "<p>Đường dài 780 mét. <strong>Nhân dân góp công.</strong></p>"
    )

    editor(page)
    page.click(".photo-insert")
    take_the_step(page, "submit")

    page.context.clear_cookies()  # a second pair of eyes
    log_in("Trưởng ban biên tập")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    editor(page)
    take_the_step(page, "publish")

    edition = Edition.objects.live().get()
    page.goto(f"{live_server.url}{edition.get_absolute_url()}")
    text = page.inner_text("article")
    assert "Đăng lúc: 03/07/2026 (GMT+7)" in text
    assert "Nhân dân góp công." in text
    photo = page.locator("article figure picture img")
    assert photo.get_attribute("alt") == "Con đường bê tông"
    photo.scroll_into_view_if_needed()
    page.wait_for_function(
        "document.querySelector('article figure picture img').naturalWidth > 0"
    )
    # The data blocks for search engines are no scripts: the policy lets them stand.
    assert page.locator('script[type="application/ld+json"]').count() == 2
    assert complaints == []


def test_what_the_head_wrote_goes_out_alone_only_as_urgent(
    page, live_server, log_in, violations
):
    head = log_in("Trưởng ban biên tập")
    article = make_article(actor=head)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/step/publish/")
    assert page.locator(".step-warning").count() == 1
    assert violations() == []
    page.click(".submit-row [type=submit]")
    page.wait_for_selector(".errorlist")
    assert violations() == []
    page.fill("#id_urgent_reason", "Lũ về trong đêm.")
    page.check("#id_urgent_confirmed")
    page.click(".submit-row [type=submit]")
    page.wait_for_selector(".messagelist .success")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/history/")
    assert page.locator(".record .urgent-mark").count() == 1
    assert "Lũ về trong đêm" in page.inner_text(".record")
    assert violations() == []


def test_a_correction_is_read_on_the_page_and_in_the_list(
    page, live_server, log_in, violations, complaints
):
    article = make_article(title="Vụ lúa xuân")
    publish(article)
    log_in("Trưởng ban biên tập")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/step/publish/")
    page.select_option("#id_correction_kind", "correction")
    page.fill("#id_correction_text", "Số đúng là 68,5 tạ/ha.")
    page.click(".submit-row [type=submit]")
    page.wait_for_selector(".messagelist .success")
    for address in (Edition.objects.live().get().get_absolute_url(), "/dinh-chinh/"):
        page.goto(f"{live_server.url}{address}")
        assert "Số đúng là 68,5 tạ/ha." in page.inner_text("main")
        assert violations() == [], address
    assert complaints == []


def test_the_editor_shows_the_gap_of_a_missing_photo(page, live_server, log_in):
    article = make_article(body='<p>Chữ.</p><img data-photo="1" alt="">')
    place_photo(article, file_name="a1.jpg")
    log_in("Biên tập viên")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    gap = editor(page).locator("figure img")
    assert gap.get_attribute("src").endswith("missing.svg")
    assert page.inner_text(".photo-gap").endswith("a1.jpg")


def test_what_is_pasted_from_word_becomes_clean(page, live_server, log_in):
    article = make_article(body="<p>Chữ.</p>")
    log_in("Biên tập viên")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    editor(page).click()
    page.evaluate(
        """html => CKEDITOR.instances.id_body.fire("paste", {
            dataValue: html, type: "html", method: "paste",
            dataTransfer: new CKEDITOR.plugins.clipboard.dataTransfer()})""",
        '<p class="MsoNormal" style="mso-margin-top-alt:auto"><b>Đậm</b><o:p></o:p></p>'
        '<img src="x" onerror="window.stolen = true"><script>window.stolen = true</script>',
    )
    page.wait_for_timeout(300)
    save(page)
    article.refresh_from_db()
    assert "<strong>Đậm</strong>" in article.body
    assert "Mso" not in article.body
    assert "onerror" not in article.body


def test_a_slug_keeps_d_in_the_admin(page, live_server, log_in):
    log_in("Quản trị")
    page.goto(f"{live_server.url}/admin/articles/unit/add/")
    page.locator("#id_name").press_sequentially("Đội Đường sắt Thống Nhất")
    assert page.input_value("#id_slug") == "doi-duong-sat-thong-nhat"
    page.click("[name=_save]")
    page.wait_for_selector(".messagelist .success")
    assert Unit.objects.get().slug == "doi-duong-sat-thong-nhat"


def test_the_calendar_begins_on_monday_and_writes_day_first(page, live_server, log_in):
    article = make_article()
    log_in("Trưởng ban biên tập")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/step/publish/")
    page.fill("#id_day", "03/07/2026")
    page.click("#calendarlink0")
    heads = page.locator("#calendarin0 th").all_inner_texts()
    assert heads == ["2", "3", "4", "5", "6", "7", "CN"]
    assert page.inner_text("#calendarin0 caption").endswith("2026")
    page.locator("#calendarin0 td", has_text="4").first.click()
    assert page.input_value("#id_day") == "04/07/2026"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_accessible(page, live_server, log_in, violations, width, scheme):
    article = make_article(authors=[make_author()])
    place_photo(article, make_photo(), alt_text="Ảnh")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}/admin/")
    assert violations() == []
    log_in("Trưởng ban biên tập")
    for address in [
        "",
        "articles/article/",
        f"articles/article/{article.pk}/step/publish/",
    ]:
        page.goto(f"{live_server.url}/admin/{address}")
        assert violations() == [], address


def test_the_desk_speaks_english_when_asked(page, live_server, log_in):
    log_in("Trưởng ban biên tập")
    page.click(".language-form button[value=en]")
    page.wait_for_selector("html[lang=en]")
    assert "Bulletins" in page.inner_text("#content")
    page.click(".language-form button[value=vi]")
    page.wait_for_selector("html[lang=vi]")
    assert gettext("bulletins").capitalize() in page.inner_text("#content")
