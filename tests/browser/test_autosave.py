"""Nothing typed is lost: killed tabs, ended sessions, lost connections, other machines.

A server that is stopped looks to the browser like a connection that is gone: requests
fail without an answer. So the tests take the connection away and give it back.
"""

import contextlib
import re
import time

import pytest
from django.contrib.sessions.models import Session
from django.utils.translation import gettext
from playwright.sync_api import Error, expect

from articles.models import Article, Autosave
from tests.browser.conftest import PASSWORD
from tests.factories import (
    make_article,
    make_author,
    make_unit,
    make_user,
    place_photo,
)

pytestmark = pytest.mark.django_db(transaction=True)

ARTICLE = "/admin/articles/article/"
KEPT_HERE = (
    "Object.keys(localStorage).filter(key => key.startsWith('newsroom.typed')).length"
)


@pytest.fixture
def open_form(page, live_server):
    """Open the form for a bulletin, or for a new one, and wait for the editor."""

    def open_it(article=None, page=page, search=""):
        end = f"{article.pk}/change/" if article else "add/"
        page.goto(f"{live_server.url}{ARTICLE}{end}{search}")
        editor(page)
        return page

    return open_it


@pytest.fixture
def machine(browser, browser_context_args, live_server):
    """Another browser, with nothing of the first one's; logged in as the user."""
    opened = []

    def log_in(user):
        opened.append(browser.new_context(**browser_context_args))
        page = opened[-1].new_page()
        page.goto(f"{live_server.url}/admin/")
        fill_in_login(page, user)
        return page

    yield log_in
    for context in opened:
        context.close()


def fill_in_login(page, user):
    page.fill("#id_username", user.username)
    page.fill("#id_password", PASSWORD)
    page.click("#login-form [type=submit]")
    page.wait_for_selector("#user-tools")


def editor(page):
    page.wait_for_selector(".cke_wysiwyg_div")
    return page.locator(".cke_wysiwyg_div")


def write(page, text):
    editor(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def status(page):
    return page.locator(".typing-status")


def expect_kept(page):
    pattern = gettext("Kept at {time}").replace("{time}", r"\d\d:\d\d")
    expect(status(page)).to_have_text(re.compile(pattern), timeout=10_000)


def eventually(check, seconds=8):
    """Wait for what the server writes after the page has gone its way."""
    end = time.monotonic() + seconds
    while not check() and time.monotonic() < end:
        time.sleep(0.1)
    return check()


def kill(page):
    """Crash the tab: no event reaches the page, no last word leaves it."""
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    page.close()


def restore(page):
    button = page.locator(".kept-offer:visible .button", has_text=gettext("Restore"))
    with page.expect_navigation():
        button.click()
    page.wait_for_selector(".kept-restored")
    editor(page)


def save(page):
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")


def test_a_killed_tab_comes_back_whole(context, page, open_form, log_in, complaints):
    article = make_article(title="Cũ", body="<p>Mở đầu.</p>")
    place_photo(article, file_name="a1.jpg")
    author = make_author(name="Trần Thị Lan")
    log_in("Biên tập viên")
    open_form(article)
    page.fill("#id_title", "Tiêu đề gõ lại")
    write(page, " Viết thêm.")
    page.fill("#id_photo_places-0-caption", "Chú thích mới")
    page.click("#bylines-group .add-row a")
    choice = "#bylines-1-author, #id_bylines-1-author"
    page.locator(choice).locator("xpath=../span").first.click()
    page.fill(".select2-search__field", "Lan")
    page.click(".select2-results__option:has-text('Trần Thị Lan')")
    expect_kept(page)
    kill(page)

    page = open_form(article, page=context.new_page())
    page.click(".kept-offer summary")
    assert "Tiêu đề gõ lại" in page.inner_text(".kept-offer ins >> nth=0")
    restore(page)
    assert page.input_value("#id_title") == "Tiêu đề gõ lại"
    assert editor(page).inner_text().strip() == "Mở đầu. Viết thêm."
    assert page.input_value("#id_photo_places-0-caption") == "Chú thích mới"
    article.refresh_from_db()
    assert article.title == "Cũ"
    save(page)
    article.refresh_from_db()
    assert (article.title, article.body) == (
        "Tiêu đề gõ lại",
        "<p>Mở đầu. Viết thêm.</p>",
    )
    assert article.bylines.get().author == author
    assert not Autosave.objects.exists()
    assert page.locator(".kept-offer").count() == 0
    assert complaints == []


def test_a_tab_killed_before_the_server_heard_of_it(context, page, open_form, log_in):
    article = make_article(body="<p>Mở đầu.</p>")
    log_in("Biên tập viên")
    open_form(article)
    page.route("**/autosave/", lambda route: route.abort())
    write(page, " Vừa gõ.")
    page.wait_for_timeout(700)
    kill(page)
    assert not Autosave.objects.exists()

    page = open_form(article, page=context.new_page())
    expect(page.locator(".kept-offer[data-in-browser]")).to_have_count(1)
    restore(page)
    assert editor(page).inner_text().strip() == "Mở đầu. Vừa gõ."
    save(page)
    page.reload()
    page.wait_for_timeout(500)
    assert page.locator(".kept-offer").count() == 0


def test_a_new_bulletin_survives_too(context, page, open_form, log_in):
    make_unit(name="Phòng Kinh tế")
    log_in("Phóng viên")
    open_form()
    page.fill("#id_title", "Tin chưa lưu")
    page.select_option("#id_unit", label="Phòng Kinh tế")
    expect_kept(page)
    kill(page)

    page = open_form(page=context.new_page())
    restore(page)
    assert page.input_value("#id_title") == "Tin chưa lưu"
    save(page)
    assert Article.objects.get().unit.name == "Phòng Kinh tế"
    assert not Autosave.objects.exists()


def test_a_session_that_ends_while_typing(page, open_form, log_in):
    article = make_article(body="<p>Mở đầu.</p>")
    user = log_in("Biên tập viên")
    open_form(article)
    Session.objects.all().delete()
    write(page, " Viết khi phiên đã hết.")
    said = gettext("Your session has ended – your text is still here.")
    expect(status(page)).to_have_text(said, timeout=10_000)
    expect(page.locator(".typing-log-in")).to_be_visible()

    page.reload()  # to the login, without a warning: the text is kept
    fill_in_login(page, user)
    restore(page)
    assert editor(page).inner_text().strip() == "Mở đầu. Viết khi phiên đã hết."
    save(page)
    article.refresh_from_db()
    assert "phiên đã hết" in article.body


def test_logging_in_again_in_another_tab_is_enough(context, page, open_form, log_in):
    article = make_article()
    user = log_in("Biên tập viên")
    open_form(article)
    Session.objects.all().delete()
    page.fill("#id_title", "Gõ tiếp")
    expect(page.locator(".typing-log-in")).to_be_visible(timeout=10_000)
    with context.expect_page() as opening:
        page.click(".typing-log-in")
    fill_in_login(opening.value, user)
    opening.value.close(run_before_unload=False)
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect_kept(page)
    save(page)
    article.refresh_from_db()
    assert article.title == "Gõ tiếp"


def test_saving_after_the_session_ended_loses_nothing(page, open_form, log_in):
    article = make_article()
    user = log_in("Biên tập viên")
    open_form(article)
    Session.objects.all().delete()
    page.fill("#id_title", "Bấm lưu khi phiên đã hết")
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .warning")
    fill_in_login(page, user)
    page.wait_for_timeout(500)
    assert page.locator(".kept-offer").count() == 1  # not once more from the browser
    restore(page)
    assert page.input_value("#id_title") == "Bấm lưu khi phiên đã hết"


def test_without_a_script_an_ended_session_loses_nothing(
    browser, browser_context_args, live_server, open_form, log_in
):
    article, user = make_article(), log_in("Biên tập viên")
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{ARTICLE}{article.pk}/change/")
    fill_in_login(page, user)
    page.fill("#id_title", "Không có kịch bản")
    Session.objects.all().delete()
    page.click("[name=_continue]")
    fill_in_login(page, user)
    page.click(".kept-buttons a")
    assert page.input_value("#id_title") == "Không có kịch bản"
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    article.refresh_from_db()
    assert article.title == "Không có kịch bản"
    context.close()


def test_the_server_goes_and_comes_back(context, page, open_form, log_in):
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    context.set_offline(True)
    page.fill("#id_title", "Gõ khi mất mạng")
    offline = gettext("No connection – kept on this machine")
    expect(status(page)).to_have_text(offline, timeout=10_000)
    assert not Autosave.objects.exists()
    context.set_offline(False)
    expect_kept(page)
    assert Autosave.objects.get().data["title"] == "Gõ khi mất mạng"
    assert eventually(lambda: page.evaluate(KEPT_HERE) == 0)


def test_another_machine_offers_what_the_first_one_kept(
    page, open_form, log_in, machine
):
    article = make_article()
    user = log_in("Biên tập viên")
    open_form(article)
    page.fill("#id_title", "Gõ ở cơ quan")
    expect_kept(page)
    at_home = open_form(article, page=machine(user))
    assert gettext("It is kept on the server.") in at_home.inner_text(".kept-offer")
    restore(at_home)
    assert at_home.input_value("#id_title") == "Gõ ở cơ quan"


def test_typing_beside_an_offer_overwrites_nothing(page, open_form, log_in, machine):
    article = make_article(title="Cũ")
    user = log_in("Biên tập viên")
    open_form(article)
    page.fill("#id_title", "Chữ thứ nhất")
    expect_kept(page)
    other = open_form(article, page=machine(user))
    other.fill("#id_title", "Chữ thứ hai")
    undecided = gettext(
        "Kept on this machine – the unsaved text at the top is waiting: restore or discard it."
    )
    expect(status(other)).to_have_text(undecided, timeout=10_000)
    assert Autosave.objects.get().data["title"] == "Chữ thứ nhất"
    restore(other)
    assert other.input_value("#id_title") == "Chữ thứ nhất"
    expect(other.locator(".kept-offer[data-in-browser]")).to_contain_text(
        gettext("It is kept in this browser.")
    )
    restore(other)
    assert other.input_value("#id_title") == "Chữ thứ hai"
    expect(other.locator(".kept-offer[data-in-browser]")).to_have_count(1)  # the first


def test_discarding_is_asked_about_and_makes_room(page, open_form, log_in, machine):
    article = make_article()
    user = log_in("Biên tập viên")
    open_form(article)
    page.fill("#id_title", "Bỏ đi")
    expect_kept(page)
    other = open_form(article, page=machine(user))
    questions = []
    other.once(
        "dialog", lambda dialog: (questions.append(dialog.message), dialog.accept())
    )
    other.click(".kept-discard")
    expect(other.locator(".kept-offer")).to_have_count(0)
    assert questions == [gettext("Discard this text for good?")]
    assert not Autosave.objects.exists()
    other.fill("#id_title", "Gõ mới")
    expect_kept(other)


def test_a_colleague_is_seen_at_work(page, open_form, log_in, machine):
    article = make_article()
    lan = make_user(role="Biên tập viên", password=PASSWORD, first_name="Lan")
    log_in("Biên tập viên")
    hers = open_form(article, page=machine(lan))
    hers.fill("#id_title", "Lan gõ")
    hers.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    sentence = gettext("%(name)s is editing this bulletin now") % {"name": "Lan"}
    assert eventually(lambda: article.presences.filter(has_typed=True).exists())
    open_form(article)
    expect(page.locator(".others li")).to_have_text(sentence)


# --- comfort ----------------------------------------------------------------------


def test_leaving_warns_only_when_something_would_be_lost(page, open_form, log_in):
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    warnings = []
    page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.accept()))
    page.fill("#id_title", "Được giữ")
    page.goto("about:blank")
    assert warnings == []
    open_form(article)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }"
    )
    page.route("**/autosave/", lambda route: route.abort())
    page.locator("#id_title").press_sequentially(" sẽ mất")
    lost = gettext("This browser keeps nothing: save before you leave the page.")
    expect(status(page)).to_have_text(lost, timeout=10_000)
    page.goto("about:blank")
    assert warnings == ["beforeunload"]


def test_shortcuts_and_counts(page, open_form, log_in):
    article = make_article(title="Tin", body="<p>Một hai.</p><p>Ba</p>")
    log_in("Trưởng ban biên tập")
    open_form(article)
    expect(page.locator(".count-body")).to_have_text(
        gettext("Body: {count} words").replace("{count}", "3")
    )
    advice = page.locator(".count-advice")
    expect(advice).to_have_text("")
    page.fill("#id_title", "ệ" * 111)
    expect(advice).to_have_text(
        gettext("A title of at most 110 characters reads better.")
    )
    expect(page.locator(".count-title")).to_contain_text("111")
    write(page, " bốn")
    expect(page.locator(".count-body")).to_contain_text("4")
    page.keyboard.press("Control+s")
    page.wait_for_selector(".messagelist .success")
    article.refresh_from_db()
    assert article.title == "ệ" * 111
    editor(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/step/**")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_notice_and_the_bar_are_accessible(
    page, open_form, log_in, violations, width, scheme
):
    article = make_article()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    user = log_in("Biên tập viên")
    data = {"title": "Gõ mới", "body": "<p>Chữ khác hẳn.</p>"}
    Autosave.objects.create(
        user=user, article=article, form_key="bieu-mau-1", data=data,
        saved_at=article.updated_at,
    )  # fmt: skip
    open_form(article)
    page.click(".kept-offer summary")
    keys = page.locator(".typing-keys summary")
    assert keys.is_visible() == (width > 767)  # a phone has no Ctrl
    if keys.is_visible():
        keys.click()
    parts = [".kept-text", ".typing", ".others"]
    found = [
        (rule, places)
        for rule, places in violations()
        if any(part.strip(".") in " ".join(places) for part in parts)
    ]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
