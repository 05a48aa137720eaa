from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editorial import desk, editing, publishing, remarks, workflow
from articles.models import Autosave, Edition, Status
from tests.factories import make_article, make_unit, make_user, publish

pytestmark = pytest.mark.django_db

PILES = [
    "returned", "to_approve", "to_edit", "drafts", "unsaved", "mentions", "asked",
    "reports", "due", "stuck",
]  # fmt: skip


def waiting(user, at=None):
    """The titles in each of the user's piles that is not empty."""
    found = desk.desk(user, at=at)
    return {
        name: [title_of(row) for row in getattr(found, name).rows]
        for name in PILES
        if getattr(found, name)
    }


def title_of(row):
    return row.article.title if hasattr(row, "article_id") and not isinstance(
        row, Edition
    ) else row.title  # fmt: skip


def step(transition, article, *, actor=None, note=""):
    return workflow.perform(transition, article, actor=actor, note=note)


@pytest.fixture
def writer():
    return make_user(role="Cộng tác viên")


@pytest.fixture
def editor():
    return make_user(role="Biên tập viên", last_name="Tạ Minh", first_name="Ánh")


@pytest.fixture
def head():
    return make_user(role="Trưởng ban biên tập")


def test_an_empty_newsroom_has_a_clear_desk(head):
    assert desk.desk(head).is_clear


def test_everybody_finishes_their_own_drafts(writer, editor):
    make_article(actor=writer, title="Của tôi")
    make_article(actor=editor, title="Của biên tập")
    assert waiting(writer) == {"drafts": ["Của tôi"]}
    assert waiting(editor) == {"drafts": ["Của biên tập"]}


def test_a_live_bulletin_under_change_waits_for_whoever_changes_it(editor):
    article = publish(title="Đang hiển thị").article
    article.refresh_from_db()
    article.title = "Đang sửa"
    editing.save_edit(article, actor=editor, changed=["title"])
    assert waiting(editor) == {"drafts": ["Đang sửa"]}


def test_what_is_returned_comes_with_its_reason(writer, editor):
    article = make_article(actor=writer, title="Trả về")
    step(workflow.SUBMIT, article)
    step(workflow.RETURN, article, note="Lần đầu.")
    step(workflow.SUBMIT, article)
    step(workflow.RETURN, article, actor=editor, note="Thiếu số liệu.")
    [row] = desk.desk(writer).returned.rows
    assert (row.reason, row.returner_last_name, row.returner_first_name) == (
        "Thiếu số liệu.", "Tạ Minh", "Ánh",
    )  # fmt: skip
    assert waiting(editor) == {}


def test_submitted_texts_wait_for_reviewers_longest_first(writer, editor):
    late, early = make_article(title="Sau"), make_article(title="Trước")
    step(workflow.SUBMIT, early)
    step(workflow.SUBMIT, late)
    assert waiting(editor) == {"to_edit": ["Trước", "Sau"]}
    assert waiting(writer) == {}


def test_edited_texts_wait_for_those_who_publish(editor, head):
    article = make_article(title="Chờ duyệt")
    step(workflow.SUBMIT, article)
    step(workflow.ACCEPT, article)
    assert waiting(head) == {"to_approve": ["Chờ duyệt"]}
    assert waiting(editor) == {}


def test_what_one_worked_on_is_marked_as_somebody_elses_to_approve(head):
    mine, other = make_article(actor=head), make_article()
    for article in (mine, other):
        step(workflow.SUBMIT, article)
        step(workflow.ACCEPT, article)
    found = desk.desk(head)
    assert found.needs_somebody_else == {mine.pk}
    assert found.to_approve.counted == "2"


def test_what_is_due_within_a_week(writer, head):
    now = timezone.now()
    mine = make_article(actor=writer, title="Của tôi")
    publish(mine, at=now + timedelta(days=2))
    publish(title="Ngày mai", at=now + timedelta(days=1))
    publish(title="Tháng sau", at=now + timedelta(days=30))
    cancelled = publish(title="Đã hủy", at=now + timedelta(days=3))
    publishing.cancel(cancelled.article, actor=None)
    assert waiting(head) == {"due": ["Ngày mai", "Của tôi"]}
    assert waiting(writer) == {"due": ["Của tôi"]}


def test_stuck_is_what_stands_in_one_review_state_for_two_days(writer, editor):
    mine, moved = make_article(actor=writer, title="Của tôi"), make_article()
    step(workflow.SUBMIT, mine)
    step(workflow.SUBMIT, moved)
    soon = timezone.now() + timedelta(days=2) - timedelta(minutes=1)
    late = soon + timedelta(minutes=2)
    assert "stuck" not in waiting(editor, at=soon)
    assert waiting(editor, at=late)["stuck"] == ["Của tôi", moved.title]
    assert waiting(writer, at=late) == {"stuck": ["Của tôi"]}
    [row, _other] = desk.desk(editor, at=late).stuck.rows
    assert row.waiting_since == mine.events.get(action="submit").at


def test_typed_text_waits_until_the_article_is_newer(writer, editor):
    article = make_article(actor=writer, title="Gõ dở")
    now = timezone.now()
    Autosave.objects.create(user=writer, article=article, data={}, saved_at=now)
    Autosave.objects.create(user=editor, article=article, data={}, saved_at=now)
    Autosave.objects.create(
        user=writer, form_key="k", data={"title": "Chưa có tin"}, saved_at=now
    )
    found = desk.desk(writer).unsaved
    assert {row.typed_title for row in found.rows} == {None, "Chưa có tin"}
    editing.save_edit(article, actor=writer, changed=["title"])
    assert desk.desk(writer).unsaved.counted == "1"


def test_open_remarks_wait_for_the_mentioned_and_for_their_writer(editor, head):
    article = make_article(title="Có góp ý")
    remark = remarks.add(article, actor=editor, text=f"@{head.username} xem giúp")
    assert waiting(head) == {"mentions": ["Có góp ý"]}
    assert waiting(editor) == {"asked": ["Có góp ý"]}
    remarks.resolve(remark, actor=head)
    assert waiting(head) == waiting(editor) == {}


def test_a_contributor_who_lost_the_unit_is_told_nothing_of_it(writer):
    article = make_article(actor=writer)
    remarks.add(article, actor=writer, text="Của tôi")
    Autosave.objects.create(
        user=writer, article=article, data={}, saved_at=timezone.now()
    )
    publish(article, at=timezone.now() + timedelta(days=1))
    writer.memberships.all().delete()
    assert waiting(writer) == {}


def test_long_piles_show_ten_and_stop_counting(editor):
    unit = make_unit()
    for _ in range(101):
        make_article(unit=unit, actor=editor)
    found = desk.desk(editor).drafts
    assert (len(found.rows), found.counted, found.has_more) == (10, "99+", True)


@pytest.mark.parametrize("number", [1, 3, 100])
def test_the_desk_asks_the_same_however_much_waits(
    head, editor, number, django_assert_num_queries
):
    unit = make_unit()
    for status in (Status.DRAFT, Status.SUBMITTED, Status.EDITED):
        for _ in range(number):
            article = make_article(unit=unit, actor=head)
            if status != Status.DRAFT:
                step(workflow.SUBMIT, article)
            if status == Status.EDITED:
                step(workflow.ACCEPT, article)
            remarks.add(article, actor=editor, text=f"@{head.username}")
    head = type(head).objects.get(pk=head.pk)
    with django_assert_num_queries(15):
        found = desk.desk(head)
        for name in PILES:
            for row in getattr(found, name).rows:
                title_of(row)
                str(getattr(row, "unit", ""))


def test_no_long_text_is_fetched(editor):
    make_article(actor=editor)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        desk.desk(editor)
    assert not any('"body"' in query["sql"] for query in queries)
