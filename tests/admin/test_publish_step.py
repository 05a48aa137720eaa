"""Publishing on the screen: four eyes, urgency, and public notes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import approval, editing, publishing, versions
from articles.models import Correction, Edition
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

ALONE = "You worked on this text yourself; somebody else has to publish it."
URGENT = {"urgent_reason": "Lũ về trong đêm.", "urgent_confirmed": "on"}


def address(article):
    return reverse("admin:articles_article_step", args=[article.pk, "publish"])


def post(client, article, **data):
    form = client.get(address(article)).context["form"]
    seen = {"when": "now", "seen_digest": form["seen_digest"].value()}
    return client.post(address(article), seen | data)


def edit(article, actor=None, **fields):
    article.refresh_from_db()
    for name, value in fields.items():
        setattr(article, name, value)
    editing.save_edit(article, actor=actor, changed=sorted(fields))


@pytest.fixture
def head(client):
    user = make_user(role="Trưởng ban biên tập")
    client.force_login(user)
    return user


def fields(response):
    return set(response.context["form"].fields)


def test_whoever_did_not_write_it_is_asked_nothing_more(client, head):
    article = make_article()
    response = client.get(address(article))
    assert fields(response) == {"when", "day", "time", "note", "seen_digest"}
    assert gettext(ALONE) not in response.content.decode()


def test_a_text_that_changed_since_the_page_was_opened_is_asked_about_again(
    client, head
):
    article = make_article()
    seen = client.get(address(article)).context["form"]["seen_digest"].value()
    edit(article, title="Sửa vội")
    data = {"when": "now", "note": "Lời nhắn", "seen_digest": seen}
    response = client.post(address(article), data)
    form = response.context["form"]
    sentence = "The text has changed since you opened it. Read it again, then publish."
    assert form.non_field_errors() == [gettext(sentence)]
    assert form["note"].value() == "Lời nhắn"
    assert form["seen_digest"].value() == versions.current_digest(article)
    assert not Edition.objects.exists()
    post(client, article)
    assert Edition.objects.live().get().title == "Sửa vội"


def test_whoever_wrote_it_is_told_why_and_may_publish_as_urgent(client, head):
    article = make_article(actor=head)
    response = client.get(address(article))
    assert gettext(ALONE) in response.content.decode()
    assert {"urgent_reason", "urgent_confirmed"} <= fields(response)
    response = post(client, article)
    assert set(response.context["form"].errors) == {"urgent_reason", "urgent_confirmed"}
    response = post(client, article, urgent_reason="Lũ về trong đêm.")
    assert set(response.context["form"].errors) == {"urgent_confirmed"}
    assert not Edition.objects.exists()
    post(client, article, **URGENT)
    given = Edition.objects.live().get().approval
    assert (given.is_urgent, given.reason) == (True, "Lũ về trong đêm.")


def test_without_the_right_to_urgency_there_is_nothing_to_press(client):
    user = make_user(
        "view_article", "view_any_article", "add_article", "publish_article",
        "write_for_any_unit",
    )  # fmt: skip
    article = make_article(actor=user)
    client.force_login(user)
    page = client.get(address(article)).content.decode()
    assert gettext(ALONE) in page
    assert 'name="urgent_reason"' not in page
    assert '<button type="submit" class="default">' not in page
    client.post(address(article), {"when": "now", **URGENT})
    assert not Edition.objects.exists()


def test_urgency_is_marked_in_the_list_and_in_the_history(client, head):
    publishing.publish(make_article(title="Thường"), actor=head)
    assert "urgent-mark" not in client.get(
        reverse("admin:articles_article_changelist")
    ).content.decode().replace("record.css", "")
    article = make_article(actor=head)
    post(client, article, **URGENT)
    list_page = client.get(reverse("admin:articles_article_changelist"))
    assert list_page.content.decode().count('class="urgent-mark"') == 1
    history = client.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert history.context["urgent_here"] == history.context["urgent_everywhere"] == 1
    assert "Lũ về trong đêm" in history.content.decode()
    assert approval.urgent_count() == 1


def test_the_first_edition_has_nothing_to_correct(client, head):
    assert "correction_kind" not in fields(client.get(address(make_article())))


def test_a_correction_is_published_with_its_note(client, head):
    article = publish().article
    edit(article, title="Đã sửa")
    post(client, article, correction_kind="correction", correction_text="Số sai.")
    [note] = Edition.objects.live().get().public_notes
    assert (note.kind, note.text) == ("correction", "Số sai.")


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"correction_kind": "correction", "correction_text": " "}, "correction_text"),
        ({"correction_kind": "", "correction_text": "Số sai."}, "correction_kind"),
        ({"correction_kind": "lie", "correction_text": "Số sai."}, "correction_kind"),
    ],
    ids=["no text", "no kind", "unknown kind"],
)
def test_half_a_note_is_refused_on_the_page(client, head, data, wrong):
    article = publish().article
    edit(article, title="Đã sửa")
    response = post(client, article, **data)
    assert wrong in response.context["form"].errors
    assert Edition.objects.count() == 1


def test_the_note_that_waits_stands_in_the_form_and_can_be_changed(client, head):
    article = publish().article
    edit(article, title="Đã sửa")
    at = timezone.now() + timedelta(days=1)
    note = Correction("update", "Đang chờ.")
    publishing.publish(article, actor=None, at=at, correction=note)
    form = client.get(address(article)).context["form"]
    assert form["correction_kind"].value() == "update"
    assert form["correction_text"].value() == "Đang chờ."
    post(client, article, correction_kind="update", correction_text="Khác đi.")
    [note] = Edition.objects.live().get().public_notes
    assert note.text == "Khác đi."
