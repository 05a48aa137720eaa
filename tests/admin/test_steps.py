from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.models import Edition, Status
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db


def address(article, step):
    return reverse("admin:articles_article_step", args=[article.pk, step])


def change_page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def head(client):
    user = make_user(role="Trưởng ban biên tập")
    client.force_login(user)
    return user


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_publishing_now(client, head):
    article = make_article(title="Đăng ngay")
    response = client.post(address(article, "publish"), {"when": "now"}, follow=True)
    said = gettext("“%(title)s” is on the site.") % {"title": "Đăng ngay"}
    assert messages(response) == [said]
    assert Edition.objects.live().get().article == article


def test_scheduling_reads_day_month_year(client, head):
    article = make_article()
    data = {"when": "later", "day": "03/07/2099", "time": "07:30"}
    client.post(address(article, "publish"), data)
    edition = Edition.objects.scheduled().get()
    assert (
        timezone.localtime(edition.live_from).strftime("%d/%m/%Y %H:%M")
        == "03/07/2099 07:30"
    )
    assert not Edition.objects.live().exists()


@pytest.mark.parametrize(
    "data",
    [
        {"when": "later"},
        {"when": "later", "day": "03/07/2099"},
        {"when": "later", "day": "31/02/2099", "time": "07:30"},
        {"when": "later", "day": "03/07/2020", "time": "07:30"},
        {},
    ],
    ids=["neither", "no time", "no such day", "past", "nothing"],
)
def test_a_bad_schedule_is_refused_on_the_page(client, head, data):
    article = make_article()
    response = client.post(address(article, "publish"), data)
    assert response.context["form"].errors
    assert not Edition.objects.exists()


def test_withdrawing_gives_readers_the_reason(client, head):
    edition = publish()
    client.post(address(edition.article, "withdraw"), {"note": "Số liệu sai."})
    edition.refresh_from_db()
    assert (edition.closed_as, edition.closing_note) == ("withdrawn", "Số liệu sai.")


def test_withdrawing_without_a_reason_is_refused(client, head):
    edition = publish()
    response = client.post(address(edition.article, "withdraw"), {"note": " "})
    assert list(response.context["form"].errors) == ["note"]
    assert Edition.objects.live().count() == 1


def test_cancelling_a_schedule(client, head):
    article = make_article()
    publish(article, at=timezone.now() + timedelta(hours=1))
    client.post(address(article, "cancel"), {"note": ""})
    article.refresh_from_db()
    assert (article.status, Edition.objects.scheduled().exists()) == (
        Status.DRAFT,
        False,
    )


def test_submit_edit_and_return_go_the_whole_way(client):
    writer, editor = make_user(role="Cộng tác viên"), make_user(role="Biên tập viên")
    article = make_article(actor=writer)
    client.force_login(writer)
    client.post(address(article, "submit"), {})
    client.force_login(editor)
    client.post(address(article, "return"), {"note": "Thiếu số liệu."})
    article.refresh_from_db()
    assert article.status == Status.RETURNED
    client.force_login(writer)
    page = client.get(change_page(article)).content.decode()
    assert "Thiếu số liệu." in page
    client.post(address(article, "submit"), {})
    client.force_login(editor)
    client.post(address(article, "accept"), {})
    article.refresh_from_db()
    assert article.status == Status.EDITED


def test_a_step_button_saves_first_and_goes_to_the_step(client, head):
    article = make_article()
    data = {
        "title": "Đã sửa", "lead": "", "body": "<p>Chữ.</p>", "unit": article.unit_id, "_step": "publish",
        "photo_places-TOTAL_FORMS": 0, "photo_places-INITIAL_FORMS": 0,
        "attachment_places-TOTAL_FORMS": 0, "attachment_places-INITIAL_FORMS": 0,
        "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0,
    }  # fmt: skip
    response = client.post(change_page(article), data)
    article.refresh_from_db()
    assert (response["Location"], article.title) == (
        address(article, "publish"),
        "Đã sửa",
    )


@pytest.mark.parametrize("step", ["publish", "withdraw", "return", "accept"])
def test_a_contributor_finds_no_way_round_the_desk(client, step):
    writer = make_user(role="Cộng tác viên")
    article = make_article(actor=writer)
    client.force_login(writer)
    client.post(address(article, step), {"when": "now", "note": "vì sao"})
    article.refresh_from_db()
    assert (article.status, Edition.objects.exists()) == (Status.DRAFT, False)
    assert f'value="{step}"' not in client.get(change_page(article)).content.decode()


def test_somebody_elses_draft_has_no_step_page(client):
    article = make_article()
    client.force_login(make_user(role="Cộng tác viên"))
    assert client.get(address(article, "submit")).status_code == 404


def test_an_unknown_step_is_not_found(client, head):
    assert client.get(address(make_article(), "fly")).status_code == 404


def test_a_step_that_is_not_open_leads_back_with_a_sentence(client, head):
    article = make_article()
    response = client.get(address(article, "withdraw"), follow=True)
    assert response.redirect_chain == [(change_page(article), 302)]
    assert len(messages(response)) == 1


def test_visitors_are_sent_to_the_login(client):
    response = client.get(address(make_article(), "publish"))
    assert response["Location"].startswith(reverse("admin:login"))
