import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from articles.editorial import autosaving
from articles.models import Article, Autosave, Status
from tests.factories import make_article, make_unit, make_user

pytestmark = pytest.mark.django_db

ADD = "admin:articles_article_add"
PASSWORD = "mat-khau-thu-nghiem"


@pytest.fixture
def editor():
    return make_user(role="Biên tập viên", password=PASSWORD)


@pytest.fixture
def browser(editor):
    """One that checks tokens as a real one has to, logged in."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    return client


def change_page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def fill_in(browser, url, **fields):
    """Open the form and type: what a browser without scripts would post."""
    html = browser.get(url).content.decode()
    hidden = {
        name: re.search(f'name="{name}" value="([^"]+)"', html)[1]
        for name in ("csrfmiddlewaretoken", "form_key", "writer")
    }
    counts = {
        f"{prefix}-{which}_FORMS": 0
        for prefix in ("bylines", "photo_places")
        for which in ("TOTAL", "INITIAL")
    }
    return hidden | counts | {"_continue": ""} | fields


def log_in(browser, user, to):
    page = browser.get(to, follow=True)
    token = page.context["csrf_token"]
    data = {"username": user.username, "password": PASSWORD, "next": to}
    data["csrfmiddlewaretoken"] = str(token)
    return browser.post(reverse("admin:login"), data, follow=True)


def test_a_form_posted_after_the_session_ended_is_offered_after_the_login(
    browser, editor
):
    article = make_article(title="Cũ")
    url = change_page(article)
    typed = fill_in(browser, url, title="Gõ cả buổi", unit=article.unit_id)
    Session.objects.all().delete()

    answer = browser.post(url, typed)
    assert answer.url == f"{reverse('admin:login')}?next={url}"
    article.refresh_from_db()
    assert article.title == "Cũ"
    login = browser.get(answer.url).content.decode()
    assert "messagelist" in login
    assert "Gõ cả buổi" not in login

    page = log_in(browser, editor, url)
    [offer] = page.context["typed"]["offers"]
    assert {each.name: each.after for each in offer.differences}[
        "title"
    ] == "Gõ cả buổi"
    restored = browser.get(f"{url}?restore={offer.form_key}")
    assert 'value="Gõ cả buổi"' in restored.content.decode()


def test_a_new_bulletin_too(browser, editor):
    url = reverse(ADD)
    typed = fill_in(browser, url, title="Tin chưa lưu", unit=make_unit().pk)
    Session.objects.all().delete()
    browser.post(url, typed)
    assert not Article.objects.exists()
    page = log_in(browser, editor, url)
    [offer] = page.context["typed"]["offers"]
    assert offer.form_key == typed["form_key"]


def test_nobody_else_sees_it(browser, editor):
    article = make_article()
    url = change_page(article)
    typed = fill_in(browser, url, title="Của tôi", unit=article.unit_id)
    Session.objects.all().delete()
    browser.post(url, typed)
    other = make_user(role="Trưởng ban biên tập", password=PASSWORD)
    page = log_in(browser, other, url)
    assert page.context["typed"]["offers"] == []
    page = browser.get(url, {"restore": typed["form_key"]})
    assert "Của tôi" not in page.content.decode()
    assert Autosave.objects.get().user == editor


@pytest.mark.parametrize("mark", [None, "", "1:abc:def", "giả"])
def test_a_visitor_without_a_mark_fills_no_database(client, mark):
    fields = {"title": "Rác", "form_key": "bieu-mau-1"}
    if mark is not None:
        fields["writer"] = mark
    for url in (reverse(ADD), change_page(make_article()), reverse("admin:index")):
        answer = client.post(url, fields)
        assert answer.url.startswith(reverse("admin:login"))
    assert not Autosave.objects.exists()
    assert not Session.objects.exists()


def test_an_old_mark_opens_nothing(browser, monkeypatch):
    url = reverse(ADD)
    typed = fill_in(browser, url, title="Gõ")
    Session.objects.all().delete()
    monkeypatch.setattr("articles.admin.lost_session.LONGEST_OPEN", -1)
    browser.post(url, typed)
    assert not Autosave.objects.exists()


def test_somebody_who_left_the_newsroom_keeps_nothing(browser, editor):
    url = reverse(ADD)
    typed = fill_in(browser, url, title="Gõ")
    Session.objects.all().delete()
    editor.is_active = False
    editor.save()
    browser.post(url, typed)
    assert not Autosave.objects.exists()


def test_the_token_and_the_mark_are_not_kept(browser):
    url = reverse(ADD)
    typed = fill_in(browser, url, title="Gõ")
    Session.objects.all().delete()
    browser.post(url, typed)
    kept = Autosave.objects.get().data
    assert kept["title"] == "Gõ"
    assert not {"csrfmiddlewaretoken", "writer", "_continue"} & set(kept)


def test_where_another_text_waits_already_both_stay(browser, editor):
    article = make_article()
    url = change_page(article)
    typed = fill_in(browser, url, title="Không kịch bản", unit=article.unit_id)
    autosaving.keep(editor, article, form_key="may-tinh-khac", data={"title": "Kia"})
    Session.objects.all().delete()
    browser.post(url, typed)
    assert autosaving.find(editor, article).data == {"title": "Kia"}
    [(kept, _why)] = autosaving.waiting(editor, None)
    assert kept.data["title"] == "Không kịch bản"


def test_a_text_that_was_submitted_meanwhile_is_not_lost_either(browser):
    writer = make_user(role="Cộng tác viên", password=PASSWORD)
    article = make_article(actor=writer)
    browser.force_login(writer)
    typed = fill_in(browser, change_page(article), title="Thêm", unit=article.unit_id)
    article.status = Status.SUBMITTED
    article.save()
    Session.objects.all().delete()
    browser.post(change_page(article), typed)
    assert autosaving.waiting(writer, None)[0][0].data["title"] == "Thêm"


def test_a_form_from_before_the_last_login_shows_its_text_again(browser, editor):
    article = make_article(title="Cũ")
    url = change_page(article)
    typed = fill_in(browser, url, title="Gõ lâu", unit=article.unit_id)
    browser.logout()
    log_in(browser, editor, url)  # in another tab: the token is another one now
    answer = browser.post(url, typed, follow=True)
    assert answer.redirect_chain == [(f"{url}?restore={typed['form_key']}", 302)]
    assert 'value="Gõ lâu"' in answer.content.decode()
    article.refresh_from_db()
    assert article.title == "Cũ"


def test_a_forged_form_is_refused_as_ever(browser, editor):
    url = reverse(ADD)
    forged = {"title": "Giả mạo", "form_key": "bieu-mau-1", "writer": "x"}
    assert browser.post(url, forged).status_code == 403
    theirs = Client()
    theirs.force_login(make_user(role="Biên tập viên"))
    mark = fill_in(theirs, url)["writer"]
    assert browser.post(url, forged | {"writer": mark}).status_code == 403
    assert not Autosave.objects.filter(user=editor).exists()
