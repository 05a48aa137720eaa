from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial import corrections, editing, publishing
from articles.models import Correction, Edition
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

NOTE = Correction("correction", "Số đúng là 68,5.")


def in_an_hour():
    return timezone.now() + timedelta(hours=1)


def edit(article, **fields):
    article.refresh_from_db()
    for name, value in fields.items():
        setattr(article, name, value)
    editing.save_edit(article, actor=None, changed=sorted(fields))


def notes(article):
    return Edition.objects.live().get(article=article).public_notes


@pytest.fixture
def article():
    """A bulletin that readers know and that has changed since."""
    article = make_article()
    publish(article)
    edit(article, title="Đã sửa")
    return article


def test_a_note_goes_out_with_the_next_edition_and_stays(article):
    edition = publishing.publish(article, actor=None, correction=NOTE)
    edit(article, title="Sửa nữa")
    publishing.publish(
        article, actor=None, correction=Correction("update", "Thêm số liệu.")
    )
    edit(article, title="Sửa lần cuối")
    publish(article)
    assert [(note.kind, note.text) for note in notes(article)] == [
        ("correction", "Số đúng là 68,5."),
        ("update", "Thêm số liệu."),
    ]
    assert notes(article)[0].at == edition.live_from
    published = article.events.filter(action="publish").order_by("number")
    assert [event.details.get("correction") for event in published] == [
        None,
        {"kind": "correction", "text": "Số đúng là 68,5."},
        {"kind": "update", "text": "Thêm số liệu."},
        None,
    ]


def test_a_text_that_says_the_same_may_be_clarified():
    article = make_article()
    publish(article)
    note = Correction("clarification", "Số liệu tính đến ngày 30/6.")
    publishing.publish(article, actor=None, correction=note)
    assert [each.text for each in notes(article)] == ["Số liệu tính đến ngày 30/6."]
    with pytest.raises(publishing.NotPublishable):
        publish(article)


def test_the_note_is_plain_text_in_nfc(article):
    text = "  Tho\u0302n <b>Đông</b>\u200b\r\nKhê "
    publishing.publish(article, actor=None, correction=Correction("correction", text))
    assert notes(article)[0].text == "Thôn <b>Đông</b>\nKhê"


@pytest.mark.parametrize(
    "note", [Correction("correction", " \u200b "), Correction("lie", "Không sao.")]
)
def test_a_note_says_what_it_is_and_what_was_wrong(article, note):
    with pytest.raises(corrections.BadCorrection):
        publishing.publish(article, actor=None, correction=note)
    assert notes(article) == []


@pytest.mark.parametrize("is_scheduled", [False, True])
def test_there_is_nothing_to_correct_before_readers_saw_it(is_scheduled):
    article = make_article()
    if is_scheduled:
        publish(article, at=in_an_hour())
        edit(article, title="Đã sửa")
    with pytest.raises(corrections.BadCorrection):
        publishing.publish(article, actor=None, correction=NOTE)
    assert not Edition.objects.live().exists()


def test_what_was_withdrawn_can_come_back_with_a_note(article):
    publishing.withdraw(article, actor=None, reason="Số liệu sai.")
    publishing.publish(article, actor=None, correction=NOTE)
    assert [note.text for note in notes(article)] == [NOTE.text]


def test_a_new_time_keeps_the_note_and_moves_it(article):
    early, late = in_an_hour(), in_an_hour() + timedelta(hours=1)
    publishing.publish(article, actor=None, at=early, correction=NOTE)
    assert corrections.waiting(article).text == NOTE.text
    publish(article, at=late)
    [note] = Edition.objects.live(late).get().public_notes
    assert (note.text, note.at) == (NOTE.text, late)
    publish(article)  # now
    [note] = notes(article)
    assert note.at <= timezone.now()


def test_another_note_takes_the_place_of_the_one_that_waits(article):
    publishing.publish(article, actor=None, at=in_an_hour(), correction=NOTE)
    better = Correction("correction", "Số đúng là 68,5 tạ/ha.")
    publishing.publish(article, actor=None, correction=better)
    assert [note.text for note in notes(article)] == [better.text]


def test_cancelling_the_schedule_drops_the_note(article):
    publishing.publish(article, actor=None, at=in_an_hour(), correction=NOTE)
    publishing.cancel(article, actor=None)
    assert corrections.waiting(article) is None
    publish(article)
    assert notes(article) == []


def test_the_date_line_of_a_new_time_is_the_new_time():
    article = make_article()
    early, late = in_an_hour(), in_an_hour() + timedelta(hours=1)
    publish(article, at=early)
    assert publish(article, at=late).dateline_at == late
