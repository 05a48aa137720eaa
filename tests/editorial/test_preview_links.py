import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editorial import audit, editing, preview_links, workflow
from articles.models import Edition, PreviewLink
from articles.templatetags.newsroom_admin import sentence
from tests.factories import make_article, make_photo, make_user, place_photo

pytestmark = pytest.mark.django_db

TICK = timedelta(microseconds=1)


@pytest.fixture
def editor():
    return make_user(role="Biên tập viên", last_name="Lê", first_name="Mai")


def make_link(article=None, *, actor, reader="Ông Tám", days=7):
    return preview_links.create(
        article or make_article(), reader=reader, days=days, actor=actor
    )


def test_a_link_opens_the_working_copy_as_it_is_now(editor):
    article = make_article(title="Bản đầu")
    _link, token = make_link(article, actor=editor)
    article.title = "Bản sau"
    editing.save_edit(article, actor=None, changed=["title"])
    assert preview_links.open_by(token).title == "Bản sau"
    assert not Edition.objects.exists()


def test_only_the_digest_of_the_token_is_kept(editor):
    link, token = make_link(actor=editor)
    assert len(token) >= 43
    assert link.token_digest == hashlib.sha256(token.encode()).hexdigest()
    row = PreviewLink.objects.values().get()
    assert token not in str(row)
    assert token not in str(list(link.article.events.values()))


def test_no_two_links_are_alike(editor):
    article = make_article()
    assert len({make_link(article, actor=editor)[1] for _ in range(20)}) == 20


def test_a_link_expires_at_its_microsecond(editor):
    link, token = make_link(actor=editor, days=1)
    assert link.expires_at - link.created_at == timedelta(days=1)
    assert preview_links.open_by(token, link.expires_at - TICK) is not None
    assert preview_links.open_by(token, link.expires_at) is None


def test_a_revoked_link_opens_nothing_from_then_on(editor):
    link, token = make_link(actor=editor)
    preview_links.revoke(link, actor=editor)
    assert preview_links.open_by(token) is None


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "ừ" * 500, "\0"])
def test_an_unknown_token_opens_nothing_and_writes_nothing(editor, token):
    make_link(actor=editor)
    with CaptureQueriesContext(connection) as queries:
        assert preview_links.open_by(token) is None
    assert [q["sql"].split()[0] for q in queries] == ["SELECT"]


def test_openings_are_counted_with_the_time_of_the_last(editor):
    link, token = make_link(actor=editor)
    for _ in range(3):
        preview_links.open_by(token)
    preview_links.open_by(token, counts=False)
    last = timezone.now() + timedelta(hours=1)
    preview_links.open_by(token, last)
    link.refresh_from_db()
    assert (link.opened, link.last_opened_at) == (4, last)


def test_opening_writes_the_counter_and_nothing_else(editor):
    article = make_article()
    place_photo(article, make_photo())
    _link, token = make_link(article, actor=editor)
    with CaptureQueriesContext(connection) as queries:
        preview_links.open_by(token)
    written = [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
    assert len(written) == 1
    assert written[0].startswith('UPDATE "articles_previewlink" SET "opened"')


@pytest.mark.django_db(transaction=True)
def test_openings_at_the_same_moment_are_all_counted(editor):
    link, token = make_link(actor=editor)

    def open_once(_number):
        try:
            return preview_links.open_by(token) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(open_once, range(12)))
    link.refresh_from_db()
    assert link.opened == 12


@pytest.mark.parametrize("days", [0, -1, 31])
def test_too_short_or_too_long_a_time_is_refused(editor, days):
    with pytest.raises(preview_links.LinkRefused):
        make_link(actor=editor, days=days)
    assert not PreviewLink.objects.exists()


def test_a_link_without_a_reader_is_refused(editor):
    with pytest.raises(preview_links.LinkRefused):
        make_link(actor=editor, reader=" \u200b ")


@pytest.mark.parametrize("role", ["Cộng tác viên", "Phóng viên", "Quản trị"])
def test_who_may_not_change_the_text_may_not_share_it(role):
    with pytest.raises(PermissionDenied):
        make_link(actor=make_user(role=role))
    assert not PreviewLink.objects.exists()


def test_a_contributor_can_take_back_their_link_after_handing_the_text_in():
    writer = make_user(role="Cộng tác viên")
    article = make_article(actor=writer)
    link, token = make_link(article, actor=writer)
    workflow.perform(workflow.SUBMIT, article, actor=writer)
    with pytest.raises(PermissionDenied):
        make_link(article, actor=writer)
    preview_links.revoke(link, actor=writer)
    assert preview_links.open_by(token) is None


def test_a_stranger_cannot_take_a_link_back(editor):
    link, token = make_link(actor=editor)
    with pytest.raises(PermissionDenied):
        preview_links.revoke(link, actor=make_user(role="Phóng viên"))
    assert preview_links.open_by(token) is not None


def test_links_stand_in_the_history_in_sentences(editor):
    link, _token = make_link(actor=editor, reader="Ông Tám")
    preview_links.revoke(link, actor=editor)
    preview_links.revoke(link, actor=editor)  # a second press says nothing new
    events = audit.history(link.article).filter(action__startswith="preview_link")
    said = [sentence(event) for event in events]
    assert [each.startswith("Lê Mai: ") for each in said] == [True, True]
    assert ["Ông Tám" in each for each in said] == [True, True]
    assert len(set(said)) == 2


def test_the_list_tells_open_from_closed_and_who_may_close(editor):
    article = make_article()
    revoked, _token = make_link(article, actor=editor, reader="Thu hồi")
    make_link(article, actor=editor, reader="Còn mở", days=30)
    make_link(article, actor=editor, reader="Hết hạn", days=1)
    preview_links.revoke(revoked, actor=editor)
    later = timezone.now() + timedelta(days=2)

    rows = preview_links.listed(article, editor, later)
    seen = preview_links.listed(article, make_user(role="Quản trị"), later)

    assert [(row.link.reader, row.is_open, row.created_by) for row in rows] == [
        ("Hết hạn", False, "Lê Mai"),
        ("Còn mở", True, "Lê Mai"),
        ("Thu hồi", False, "Lê Mai"),
    ]
    assert all(row.may_revoke for row in rows)
    assert not any(row.may_revoke for row in seen)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_one_query_beside_the_rights(
    editor, number, django_assert_num_queries
):
    article = make_article()
    for _ in range(number):
        make_link(article, actor=editor)
    fresh = type(editor).objects.get(pk=editor.pk)  # who knows of no rights yet
    with django_assert_num_queries(3):
        assert len(preview_links.listed(article, fresh)) == number
