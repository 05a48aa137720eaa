"""Nothing reaches a reader before its time, after its time, or without being published.

Every text here carries a word of its own in title, lead, body, caption and byline; every
public address is asked for every word, at the microseconds where something changes.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.editorial import editing, publishing, workflow
from articles.models import Correction, CorrectionKind, Edition
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

TICK = timedelta(microseconds=1)


class Desk:
    """One unit, one category, one clock; texts that are told apart by one word each."""

    def __init__(self):
        self.unit, self.category = (
            make_unit(slug="don-vi"),
            make_category(slug="chuyen-muc"),
        )

    def write(self, word):
        article = make_article(
            title=f"Tin {word}",
            lead=f"Sapô {word}",
            body=f"<p>Nội dung {word}</p>",
            unit=self.unit,
            category=self.category,
            authors=[make_author(name=f"Bút {word}")],
        )
        place_photo(article, make_photo(colour="red"), caption=f"Chú thích {word}")
        return article

    def addresses(self, article):
        return [
            reverse("articles:front"),
            reverse("articles:archive"),
            reverse("articles:category", args=["chuyen-muc"]),
            reverse("articles:categories"),
            reverse("articles:unit", args=["don-vi"]),
            reverse("articles:units"),
            reverse("articles:search") + "?q=tin",
            reverse("articles:corrections"),
            reverse("articles:feed"),
            reverse("articles:bulletin", args=["tin", article.pk]),
        ]


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def clock(monkeypatch):
    """Set what time it is for everything that asks Django."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


def seen(client, desk, article, word):
    """The public addresses at which the word can be read."""
    found = []
    for address in desk.addresses(article):
        response = client.get(address, follow=True)
        if word in response.content.decode():
            found.append(address)
    return found


def everywhere(desk, article):
    """Where a live text is read: everywhere but in lists of what are not bulletins."""
    lists = {
        reverse("articles:categories"),
        reverse("articles:units"),
        reverse("articles:corrections"),
    }
    return [each for each in desk.addresses(article) if each not in lists]


def test_a_live_text_is_read_everywhere(client, desk):
    """The counterpart: every address could show a text that leaked."""
    article = desk.write("thanhlong")
    publish(article)
    assert seen(client, desk, article, "thanhlong") == everywhere(desk, article)


@pytest.mark.parametrize("step", [None, workflow.SUBMIT])
def test_what_is_not_published_is_read_nowhere(client, desk, step):
    publish(desk.write("thanhlong"))
    article = desk.write("sapoche")
    if step:
        workflow.perform(step, article, actor=None)
    assert seen(client, desk, article, "sapoche") == []


def test_a_returned_text_is_read_nowhere(client, desk):
    article = desk.write("sapoche")
    workflow.perform(workflow.SUBMIT, article, actor=None)
    workflow.perform(workflow.RETURN, article, actor=None, note="sapoche: vì sao")
    assert seen(client, desk, article, "sapoche") == []


def test_a_change_to_a_live_text_is_read_nowhere(client, desk):
    article = desk.write("thanhlong")
    publish(article)
    article.title, article.lead, article.body = (
        "Tin sapoche",
        "sapoche",
        "<p>sapoche</p>",
    )
    editing.save_edit(article, actor=None, changed=["title"])
    assert seen(client, desk, article, "sapoche") == []
    assert seen(client, desk, article, "thanhlong") == everywhere(desk, article)


def test_a_scheduled_text_appears_at_its_microsecond_and_no_job_runs(
    client, desk, clock
):
    article, at = desk.write("sapoche"), timezone.now() + timedelta(days=1)
    publish(article, at=at)
    clock(at - TICK)
    assert seen(client, desk, article, "sapoche") == []
    clock(at)
    assert seen(client, desk, article, "sapoche") == everywhere(desk, article)


def test_a_cancelled_text_does_not_appear_at_its_time(client, desk, clock):
    article, at = desk.write("sapoche"), timezone.now() + timedelta(days=1)
    publish(article, at=at)
    publishing.cancel(article, actor=None)
    for moment in (at - TICK, at, at + TICK):
        clock(moment)
        assert seen(client, desk, article, "sapoche") == []


def test_a_superseded_text_goes_at_the_microsecond_the_next_one_comes(
    client, desk, clock
):
    article, at = desk.write("thanhlong"), timezone.now() + timedelta(days=1)
    publish(article)
    other = desk.write("sapoche")
    article.title, article.lead, article.body = other.title, other.lead, other.body
    editing.save_edit(article, actor=None, changed=["title"])
    article.bylines.all().delete()
    article.photo_places.update(caption="sapoche")
    publish(article, at=at)
    clock(at - TICK)
    before = [seen(client, desk, article, word) for word in ("thanhlong", "sapoche")]
    clock(at)
    after = [seen(client, desk, article, word) for word in ("thanhlong", "sapoche")]
    assert before == [everywhere(desk, article), []]
    assert after == [[], everywhere(desk, article)]


def test_a_withdrawn_text_goes_at_once_and_its_page_gives_the_reason_alone(
    client, desk, clock
):
    article = desk.write("sapoche")
    edition = publish(article)
    publishing.withdraw(article, actor=None, reason="Số liệu chưa đúng.")
    edition.refresh_from_db()
    clock(edition.live_until - TICK)
    assert seen(client, desk, article, "sapoche") == everywhere(desk, article)
    for moment in (edition.live_until, edition.live_until + timedelta(days=400)):
        clock(moment)
        assert seen(client, desk, article, "sapoche") == []
        page = client.get(reverse("articles:bulletin", args=[edition.slug, article.pk]))
        assert page.status_code == 410
        assert "Số liệu chưa đúng." in page.content.decode()


def test_the_address_of_a_hidden_text_gives_nothing_away(client, desk):
    """A slug is made from the title: redirecting to it would tell the title."""
    article = desk.write("sapoche")
    publish(article, at=timezone.now() + timedelta(days=1))
    response = client.get(reverse("articles:bulletin", args=["tin", article.pk]))
    assert response.status_code == 404
    assert Edition.objects.filter(article=article).count() == 1


def correct(article, text, *, at=None):
    editing.save_edit(article, actor=None, changed=["title"])
    note = Correction(CorrectionKind.CORRECTION, text)
    return publishing.publish(article, actor=None, at=at, correction=note)


def test_a_correction_is_read_from_its_microsecond_on(client, desk, clock):
    article, at = desk.write("thanhlong"), timezone.now() + timedelta(days=1)
    publish(article)
    article.title = "Tin đã sửa"
    correct(article, "Bản trước ghi sapoche.", at=at)
    clock(at - TICK)
    assert seen(client, desk, article, "sapoche") == []
    clock(at)
    assert seen(client, desk, article, "sapoche") == [
        reverse("articles:corrections"),
        reverse("articles:feed"),
        reverse("articles:bulletin", args=["tin", article.pk]),
    ]


def test_a_cancelled_correction_is_read_nowhere(client, desk, clock):
    article, at = desk.write("thanhlong"), timezone.now() + timedelta(days=1)
    publish(article)
    article.title = "Tin đã sửa"
    correct(article, "Bản trước ghi sapoche.", at=at)
    publishing.cancel(article, actor=None)
    article.refresh_from_db()
    article.title = "Tin sửa cách khác"
    editing.save_edit(article, actor=None, changed=["title"])
    publish(article)
    for moment in (at - TICK, at, at + TICK):
        clock(moment)
        assert seen(client, desk, article, "sapoche") == []


def test_a_withdrawn_bulletin_takes_title_and_corrections_with_it(client, desk):
    article = desk.write("sapoche")
    publish(article)
    article.title = "Tin sapoche đã sửa"
    correct(article, "Bản trước ghi sapoche.")
    publishing.withdraw(article, actor=None, reason="Số liệu chưa đúng.")
    page = client.get(reverse("articles:corrections")).content.decode()
    assert seen(client, desk, article, "sapoche") == []
    assert "Số liệu chưa đúng." in page
    assert article.unit.name in page
