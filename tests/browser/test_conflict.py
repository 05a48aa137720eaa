"""Two people in two browsers write on one bulletin at the same time."""

import pytest

from articles.editorial import editing
from articles.models import Article
from tests.browser.conftest import PASSWORD
from tests.factories import make_article, make_photo, make_user, place_photo

pytestmark = pytest.mark.django_db(transaction=True)

BODY = "<p>Một. Hai.</p>\n<p>Ba.</p>\n<p>Bốn.</p>"


@pytest.fixture
def article():
    article = make_article(title="Tin chung", lead="Sapô.", body=BODY)

    def save_parts():
        place_photo(article, make_photo(), alt_text="Cầu", caption="Cầu.")

    return editing.save_edit(article, actor=None, changed=[], save_parts=save_parts)


@pytest.fixture
def desk_of(browser, browser_context_args, live_server):
    """A browser of its own, in which an editor of that name is logged in."""
    contexts = []

    def open_desk(name, **options):
        user = make_user(role="Biên tập viên", password=PASSWORD, last_name=name)
        context = browser.new_context(**browser_context_args | options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{live_server.url}/admin/")
        page.fill("#id_username", user.username)
        page.fill("#id_password", PASSWORD)
        page.click("[type=submit]")
        page.wait_for_selector("#user-tools")
        return page

    yield open_desk
    for context in contexts:
        context.close()


def open_form(page, live_server, article):
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")


def write(page, paragraph, text):
    """Type at the end of a paragraph, as people do."""
    page.wait_for_selector(".cke_wysiwyg_div")
    page.locator(".cke_wysiwyg_div > p").nth(paragraph).click()
    page.keyboard.press("End")
    page.keyboard.type(text)


def save(page):
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")


def test_what_does_not_touch_is_saved_with_one_press(live_server, desk_of, article):
    lan, minh = desk_of("Lan"), desk_of("Minh")
    open_form(lan, live_server, article)
    open_form(minh, live_server, article)
    write(lan, 0, " Lan viết.")
    lan.fill("#id_photo_places-0-caption", "Cầu của Lan.")
    save(lan)

    write(minh, 2, " Minh viết.")
    minh.fill("#id_title", "Tin của Minh")
    minh.click("[name=_continue]")
    minh.wait_for_selector(".conflict-form")
    assert "Lan" in minh.inner_text(".conflict-story")
    minh.wait_for_selector(".cke_wysiwyg_div")
    minh.click(".conflict-story [type=submit]")
    minh.wait_for_selector(".messagelist .success")

    article = Article.objects.get()
    assert article.title == "Tin của Minh"
    assert article.body == (
        "<p>Một. Hai. Lan viết.</p>\n<p>Ba.</p>\n<p>Bốn. Minh viết.</p>"
    )
    assert article.photo_places.get().said("caption") == "Cầu của Lan."
    assert minh.url.endswith(f"/{article.pk}/change/")


def test_a_contested_paragraph_shows_both_and_loses_neither(
    live_server, desk_of, article
):
    lan, minh = desk_of("Lan"), desk_of("Minh")
    open_form(lan, live_server, article)
    open_form(minh, live_server, article)
    write(lan, 1, " Lan viết.")
    save(lan)
    write(minh, 1, " Minh viết.")
    minh.click("[name=_continue]")

    minh.wait_for_selector(".clash")
    minh.click(".conflict-form [type=submit]")  # nothing chosen: it stays
    write(minh, 1, " Cả hai.")
    assert minh.is_checked("[name=settle-body][value=both]")
    minh.click(".conflict-form [type=submit]")
    minh.wait_for_selector(".messagelist .success")
    assert Article.objects.get().body == (
        "<p>Một. Hai.</p>\n<p>Ba. Lan viết. Minh viết. Cả hai.</p>\n<p>Bốn.</p>"
    )


def test_it_works_without_scripts(live_server, desk_of, article):
    lan, minh = desk_of("Lan"), desk_of("Minh", java_script_enabled=False)
    open_form(minh, live_server, article)
    open_form(lan, live_server, article)
    lan.fill("#id_lead", "Sapô của Lan.")
    write(lan, 1, " Lan viết.")
    save(lan)
    minh.fill("#id_title", "Tin của Minh")
    minh.fill("#id_body", BODY.replace("Bốn.", "Bốn. Minh viết."))
    minh.click("[name=_continue]")
    minh.click(".conflict-form [type=submit]")
    minh.wait_for_selector(".messagelist .success")
    article = Article.objects.get()
    assert (article.title, article.lead) == ("Tin của Minh", "Sapô của Lan.")
    assert "Lan viết." in article.body
    assert "Minh viết." in article.body


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(
    page, live_server, log_in, complaints, violations, article, width, scheme
):
    log_in("Biên tập viên")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    other = page.context.new_page()
    open_form(page, live_server, article)
    open_form(other, live_server, article)
    other.fill("#id_title", "Tin mới")
    write(other, 1, " Khác.")
    save(other)
    other.close()
    page.fill("#id_title", "Tin khác")
    write(page, 1, " Nữa.")
    page.click("[name=_continue]")
    page.wait_for_selector(".conflict-form .cke_wysiwyg_div")
    assert ([*complaints], violations()) == ([], [])
    complaints.clear()  # the examiner's own styles, which the page refuses
    base = f"{live_server.url}/admin/articles/article/{article.pk}/versions/"
    for address in ["", "compare/?old=1&new=3", "1/restore/"]:
        page.goto(base + address)
        assert ([*complaints], violations()) == ([], []), address
        complaints.clear()
        width_of_text = page.evaluate("document.documentElement.scrollWidth")
        assert width_of_text <= width, address
