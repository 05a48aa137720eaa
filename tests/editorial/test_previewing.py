from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editorial import composing, editing, previewing, publishing
from articles.models import Correction, Edition
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

PRINTED = [*composing.CONTENT, "number", "slug", "body_html", "cover", "search_text"]


@pytest.fixture
def whole_article():
    article = make_article(
        title="Đường làng nở hoa",
        body='<p>Trước.</p><img data-photo="1"><p>Sau.</p>',
        category=make_category(),
        authors=[make_author()],
        dateline_date=date(2026, 7, 3),
    )
    place_photo(article, make_photo(), caption="Con đường", credit="Lan")
    place_photo(article, file_name="thieu.jpg")
    return article


def test_the_preview_is_what_publishing_makes(whole_article):
    shown = previewing.preview(whole_article)
    printed = publish(whole_article)
    assert [getattr(shown, name) for name in PRINTED] == [
        getattr(printed, name) for name in PRINTED
    ]
    assert shown.body_html.count("<figure") == 1  # readers see no gap, nor does this


def test_the_preview_of_a_change_is_the_next_edition(whole_article):
    publish(whole_article)
    whole_article.title = "Tên mới"
    editing.save_edit(whole_article, actor=None, changed=["title"])
    shown = previewing.preview(whole_article)
    assert (shown.number, shown.title) == (2, "Tên mới")


def test_nothing_is_written(whole_article):
    before = timezone.now()
    with CaptureQueriesContext(connection) as queries:
        previewing.preview(whole_article)
    assert [q["sql"] for q in queries if not q["sql"].startswith("SELECT")] == []
    assert not Edition.objects.exists()
    assert whole_article.updated_at < before


def test_what_cannot_be_published_can_be_looked_at():
    article = make_article(lead="", body="")
    with pytest.raises(publishing.NotPublishable):
        publish(article)
    assert previewing.preview(article).body_html == ""


def test_without_a_date_of_its_own_the_preview_is_dated_now():
    at = timezone.now() + timedelta(days=1)
    shown = previewing.preview(make_article(), at)
    assert (shown.dateline_at, shown.live_from) == (at, at)


def test_where_an_edition_waits_the_preview_is_what_a_new_time_would_make():
    at = timezone.now() + timedelta(days=3)
    article = make_article()
    publish(article, at=at)
    shown = previewing.preview(article)
    assert (shown.live_from, shown.dateline_at) == (at, at)
    assert Edition.objects.scheduled().count() == 1


def test_a_public_note_that_waits_is_in_the_preview_once():
    article = publish().article
    article.lead = "Đã sửa."
    editing.save_edit(article, actor=None, changed=["lead"])
    publishing.publish(
        article,
        actor=None,
        at=timezone.now() + timedelta(days=1),
        correction=Correction("correction", "Tên sai."),
    )
    assert [note.text for note in previewing.preview(article).public_notes] == [
        "Tên sai."
    ]
