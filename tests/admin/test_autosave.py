import json
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext

from articles.editorial import autosaving, presence
from articles.models import Article, Autosave, Presence
from tests.factories import make_article, make_author, make_unit, make_user

pytestmark = pytest.mark.django_db

KEY, OTHER = "bieu-mau-1", "bieu-mau-2"


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên")
    client.force_login(user)
    return user


def address(name, article=None):
    if article is None:
        return reverse(f"admin:articles_article_add_{name}")
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def change_page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def send(client, url, **said):
    return client.post(
        url, said, content_type="application/json", headers={"Accept": "application/json"}
    )  # fmt: skip


def save(client, article, form_key, **fields):
    """Send the whole form as the browser would."""
    data = {
        "title": article.title, "lead": article.lead, "body": article.body,
        "unit": article.unit_id, "form_key": form_key, "_continue": "",
        "attachment_places-TOTAL_FORMS": 0, "attachment_places-INITIAL_FORMS": 0,
        "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0,
        "photo_places-TOTAL_FORMS": 0, "photo_places-INITIAL_FORMS": 0,
    }  # fmt: skip
    return client.post(change_page(article), data | fields)


# --- keeping ------------------------------------------------------------------


def test_what_is_typed_is_kept_for_its_writer(client, editor):
    article = make_article()
    answer = send(
        client, address("autosave", article), form_key=KEY, fields={"title": "Gõ"}
    )
    assert answer.status_code == 200
    assert len(answer.json()["kept_at"]) == len("10:32")
    kept = Autosave.objects.get()
    assert (kept.user, kept.article, kept.data) == (editor, article, {"title": "Gõ"})
    assert not article.revisions.filter(number__gt=1).exists()


def test_a_new_bulletin_is_kept_too(client, editor):
    send(client, address("autosave"), form_key=KEY, fields={"title": "Gõ"})
    assert Autosave.objects.get().article is None
    page = client.get(reverse("admin:articles_article_add"))
    assert [offer.form_key for offer in page.context["typed"]["offers"]] == [KEY]


@pytest.mark.parametrize("name", ["autosave", "autosave_compare", "presence"])
def test_somebody_logged_out_is_told_so_in_json(client, name):
    answer = send(client, address(name, make_article()), form_key=KEY, fields={})
    assert (answer.status_code, answer.json()) == (403, {"logged_out": True})


@pytest.mark.parametrize(
    "name", ["autosave", "autosave_compare", "autosave_discard", "presence"]
)
def test_what_cannot_be_seen_cannot_be_asked_about(client, name):
    client.force_login(make_user(role="Phóng viên"))
    assert send(client, address(name, make_article()), fields={}).status_code == 404


def test_whoever_may_not_change_it_is_refused_with_a_sentence(client):
    client.force_login(make_user(role="Quản trị"))
    article = make_article()
    answer = send(client, address("autosave", article), form_key=KEY, fields={})
    said = gettext("You may not change this bulletin.")
    assert (answer.status_code, answer.json()) == (422, {"refusal": said})


def test_a_second_window_is_told_to_wait(client, editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Một"})
    url = address("autosave", article)
    answer = send(client, url, form_key=OTHER, fields={"title": "Hai"})
    assert answer.status_code == 409
    answer = send(client, url, form_key=OTHER, fields={"title": "Hai"}, replacing=True)
    assert answer.status_code == 200
    assert Autosave.objects.get().data == {"title": "Hai"}


@pytest.mark.parametrize("body", ["", "[]", '"x"', '{"fields": 3}', "{", "[" * 100_000])
def test_nonsense_is_refused(client, editor, body):
    url = address("autosave", make_article())
    answer = client.post(url, body, content_type="application/json")
    assert answer.status_code == 422
    assert not Autosave.objects.exists()


def test_posting_needs_the_token_that_asking_gives():
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make_user(role="Biên tập viên"))
    url = address("autosave", make_article())
    said = json.dumps({"form_key": KEY, "fields": {"title": "Gõ"}})
    kind = "application/json"
    assert browser.post(url, said, content_type=kind).status_code == 403
    token = browser.get(url).json()["token"]
    headers = {"X-CSRFToken": token}
    answer = browser.post(url, said, content_type=kind, headers=headers)
    assert answer.status_code == 200


def test_keeping_costs_few_queries(client, editor, django_assert_max_num_queries):
    article = make_article()
    said = {"form_key": KEY, "fields": {"title": "Gõ", "body": "<p>x</p>" * 500}}
    send(client, address("autosave", article), **said)
    with django_assert_max_num_queries(9):
        send(client, address("autosave", article), **said)


# --- offering and restoring -----------------------------------------------------


def test_the_form_offers_what_differs_and_says_how(client, editor):
    article = make_article(title="Cũ")
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Mới gõ"})
    page = client.get(change_page(article))
    [offer] = page.context["typed"]["offers"]
    assert [each.name for each in offer.differences] == ["title"]
    assert f"?restore={KEY}" in page.content.decode()
    assert "<ins>Mới gõ</ins>" in page.content.decode()


@pytest.mark.parametrize("kept", [0, 1])
def test_an_offer_costs_two_queries(
    client, editor, kept, django_assert_num_queries, django_assert_max_num_queries
):
    article = make_article()
    client.get(change_page(article))
    with django_assert_max_num_queries(60) as before:
        client.get(change_page(article))
    if kept:
        data = {"title": "Mới", "bylines-TOTAL_FORMS": "0"}
        autosaving.keep(editor, article, form_key=KEY, data=data)
    with django_assert_num_queries(len(before) + 2 * kept):
        client.get(change_page(article))


def test_what_is_saved_already_is_not_offered(client, editor):
    article = make_article(title="Tin")
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Tin "})
    assert client.get(change_page(article)).context["typed"]["offers"] == []


def test_what_was_typed_is_escaped(client, editor):
    article = make_article()
    data = {"title": "<script>alert(1)</script>", "unit": "<b>"}
    autosaving.keep(editor, article, form_key=KEY, data=data)
    for url in (change_page(article), f"{change_page(article)}?restore={KEY}"):
        assert "<script>alert" not in client.get(url).content.decode()


def test_restoring_fills_the_form_and_its_rows_and_saves_nothing(client, editor):
    article, author = make_article(title="Cũ"), make_author(name="Lan Chi")
    data = {
        "title": "Mới gõ", "body": "<p>Gõ <b>lâu</b>.</p>", "unit": str(article.unit_id),
        "bylines-TOTAL_FORMS": "1", "bylines-INITIAL_FORMS": "0",
        "bylines-0-author": str(author.pk), "bylines-0-role": "text", "bylines-0-order": "1",
    }  # fmt: skip
    autosaving.keep(editor, article, form_key=KEY, data=data)
    page = client.get(f"{change_page(article)}?restore={KEY}")
    html = page.content.decode()
    assert 'value="Mới gõ"' in html
    assert "Gõ &lt;strong&gt;lâu&lt;/strong&gt;." in html
    assert "Lan Chi</option>" in html  # the name in the choice of authors
    assert f'name="form_key" value="{KEY}"' in html
    assert page.context["typed"]["offers"] == []
    article.refresh_from_db()
    assert article.title == "Cũ"
    assert Autosave.objects.exists()


def test_a_restored_text_is_based_on_what_it_was_typed_from(client, editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Gõ"}, based_on=1)
    save(client, article, OTHER, title="Lưu trước")
    [offer] = client.get(change_page(article)).context["typed"]["offers"]
    assert offer.is_outdated
    page = client.get(f"{change_page(article)}?restore={KEY}")
    assert page.context["adminform"].form.data["based_on"] == "1"


def test_a_new_bulletin_is_restored_with_its_mistakes_marked(client, editor):
    autosaving.keep(editor, None, form_key=KEY, data={"title": "Gõ", "unit": ""})
    url = reverse("admin:articles_article_add")
    page = client.get(f"{url}?restore={KEY}")
    assert 'value="Gõ"' in page.content.decode()
    assert "unit" in page.context["adminform"].form.errors


@pytest.mark.parametrize("key", [KEY, "khong-co", "", "x" * 500])
def test_only_the_writer_can_restore(client, editor, key):
    article = make_article()
    writer = make_user(role="Biên tập viên")
    autosaving.keep(writer, article, form_key=KEY, data={"title": "Của người khác"})
    page = client.get(change_page(article), {"restore": key})
    assert "Của người khác" not in page.content.decode()


def test_the_browsers_own_text_is_compared(client, editor):
    article = make_article(title="Cũ")
    url = address("autosave_compare", article)
    said = {"form_key": KEY, "at": "2026-07-03T09:21:00+07:00"}
    html = send(client, url, **said, fields={"title": "Mới"}).json()["html"]
    assert "03/07/2026 09:21" in html
    assert "<ins>Mới</ins>" in html
    assert send(client, url, **said, fields={"title": "Cũ"}).json() == {"html": ""}
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Mới"})
    assert send(client, url, **said, fields={"title": "Mới"}).json() == {"html": ""}
    assert Autosave.objects.count() == 1


@pytest.mark.parametrize("at", [None, "hôm qua", "2026-99-99T00:00:00Z", 5])
def test_a_browser_without_a_sensible_clock_is_no_error(client, editor, at):
    url = address("autosave_compare", make_article())
    answer = send(client, url, form_key=KEY, at=at, fields={"title": "Mới"})
    assert "kept-offer" in answer.json()["html"]


# --- saving and discarding --------------------------------------------------------


def test_saving_forgets_what_the_form_kept_and_no_other(client, editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Gõ"})
    save(client, article, OTHER, title="Lưu")
    assert Autosave.objects.exists()
    save(client, article, KEY, title="Gõ")
    assert not Autosave.objects.exists()
    page = client.get(change_page(article))
    assert page.context["typed"]["saved_forms"] == f"{OTHER} {KEY}"


def test_saving_a_new_bulletin_forgets_it_too(client, editor):
    autosaving.keep(editor, None, form_key=KEY, data={"title": "Gõ"})
    draft = Article(title="Gõ", body="<p>Chữ.</p>", unit=make_unit())
    data = {
        "title": draft.title,
        "body": draft.body,
        "unit": draft.unit_id,
        "form_key": KEY,
    }
    for prefix in ("bylines", "photo_places", "attachment_places"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    client.post(reverse("admin:articles_article_add"), data)
    assert Article.objects.get().title == "Gõ"
    assert not Autosave.objects.exists()


def test_a_save_with_mistakes_keeps_the_text_and_the_forms_name(client, editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Gõ"})
    page = save(client, article, KEY, title="")
    assert page.context["typed"]["form_key"] == KEY
    assert page.context["typed"]["reposted"]
    assert Autosave.objects.exists()


def test_discarding_works_without_a_script(client, editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=KEY, data={"title": "Gõ"})
    data = {"form_key": KEY}
    answer = client.post(address("autosave_discard", article), data)
    assert answer.url == change_page(article)
    assert not Autosave.objects.exists()
    client.logout()
    answer = client.post(address("autosave_discard", article), data)
    assert answer.url.startswith(reverse("admin:login"))
    assert quote(change_page(article)) in answer.url


# --- presence -------------------------------------------------------------------


def test_a_colleague_reads_who_is_here(client, editor):
    article, lan = make_article(), make_user(role="Biên tập viên", first_name="Lan")
    presence.seen(lan, article, has_typed=True)
    sentence = gettext("%(name)s is editing this bulletin now") % {"name": "Lan"}
    answer = send(client, address("presence", article), has_typed=False)
    assert answer.json() == {"others": [sentence]}
    assert sentence in client.get(change_page(article)).content.decode()
    assert Presence.objects.get(user=editor).has_typed is False


def test_whoever_only_reads_is_told_and_not_noted(client):
    client.force_login(make_user(role="Quản trị"))
    answer = send(client, address("presence", make_article()), has_typed=True)
    assert answer.json() == {"others": []}
    assert not Presence.objects.exists()


def test_a_page_that_cannot_be_changed_keeps_nothing(client):
    client.force_login(make_user(role="Quản trị"))
    page = client.get(change_page(make_article()))
    assert "typed" not in page.context
    assert 'name="form_key"' not in page.content.decode()
