"""A history that somebody altered behind the newsroom's back is found and named."""

import io
from importlib import import_module

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import editing, proof, publishing, workflow
from articles.models import Article, Event
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

TRIGGERS = import_module("articles.migrations.0005_readers_side").TRIGGERS


@pytest.fixture
def article():
    """A bulletin with six events: create, submit, accept, publish, edit, reopen."""
    article = make_article(title="Đường mới")
    workflow.perform(workflow.SUBMIT, article, actor=None)
    workflow.perform(workflow.ACCEPT, article, actor=None, note="Đã đọc.")
    publishing.publish(article, actor=None)
    article.refresh_from_db()
    article.title = "Đường mới thông xe"
    editing.save_edit(article, actor=None, changed=["title"])
    return article


@pytest.fixture
def sql():
    """Run SQL as somebody would who owns the database and fears no trigger."""
    with connection.cursor() as cursor:
        for name, (table, *_) in TRIGGERS.items():
            place = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER {name}{place}")
        yield cursor.execute


def verify():
    out = io.StringIO()
    call_command("verify_audit", stdout=out)
    return out.getvalue()


def moment_of(article, number):
    at = timezone.localtime(article.events.get(number=number).at)
    return f"{at:%d/%m/%Y %H:%M}"


def test_a_whole_record_is_counted(article):
    make_article()
    said = gettext("The record is whole: %(events)s events of %(articles)s bulletins.")
    assert verify().strip() == said % {"events": 7, "articles": 2}


# What was done to the rows, the event at which it shows, and what shows.
BY_AN_EVENT = [
    ("UPDATE articles_event SET note = 'khác' WHERE number = 3", 3, "content"),
    ("UPDATE articles_event SET at = '2020-01-01' WHERE number = 2", 2, "content"),
    ("UPDATE articles_event SET action = 'edit' WHERE number = 4", 4, "content"),
    ("UPDATE articles_event SET details = '{}' WHERE number = 4", 4, "content"),
    ("UPDATE articles_event SET hash = previous_hash WHERE number = 3", 3, "content"),
    ("UPDATE articles_event SET previous_hash = '' WHERE number = 3", 3, "link"),
    ("DELETE FROM articles_event WHERE number = 1", 2, "number"),
    ("DELETE FROM articles_event WHERE number = 3", 4, "number"),
]


@pytest.mark.parametrize(
    ("statement", "number", "wrong"), BY_AN_EVENT, ids=lambda value: str(value)[:60]
)
def test_the_first_broken_event_is_named(article, sql, statement, number, wrong):
    make_article()  # the rows of others do not hide it
    moment = moment_of(article, number)
    sql(statement)
    sentence = gettext(
        "Bulletin %(pk)s, “%(title)s”, event %(number)s of %(moment)s: %(wrong)s."
    ) % {
        "pk": article.pk,
        "title": "Đường mới thông xe",
        "number": number,
        "moment": moment,
        "wrong": proof.WRONG[wrong],
    }
    if number == 2 and wrong == "content":
        sentence = sentence.replace(moment, "01/01/2020 07:00")
    with pytest.raises(CommandError) as refusal:
        verify()
    assert str(refusal.value) == sentence


# A cut-off end breaks no link; the rows that the events tell of give it away.
BY_WHAT_IS_LEFT = [
    (["DELETE FROM articles_event"], "empty"),
    (["DELETE FROM articles_event WHERE number > 5"], "status"),
    (["DELETE FROM articles_event WHERE number > 4"], "version"),
    (
        [
            "DELETE FROM articles_event WHERE number > 3",
            "DELETE FROM articles_revision WHERE number > 1",
        ],
        "edition",
    ),
    (["DELETE FROM articles_revision WHERE number = 2"], "version"),
    (
        ["UPDATE articles_approval SET is_urgent = (1 = 1), reason = 'gấp'"],
        "urgent",
    ),
    (["UPDATE articles_article SET status = 'submitted'"], "status"),
]


@pytest.mark.parametrize(
    ("statements", "wrong"), BY_WHAT_IS_LEFT, ids=lambda value: str(value)[:60]
)
def test_what_was_cut_off_leaves_traces(article, sql, statements, wrong):
    for statement in statements:
        sql(statement)
    sentence = gettext("Bulletin %(pk)s, “%(title)s”: %(wrong)s.") % {
        "pk": article.pk,
        "title": "Đường mới thông xe",
        "wrong": proof.WRONG[wrong],
    }
    with pytest.raises(CommandError) as refusal:
        verify()
    assert str(refusal.value) == sentence


def test_an_urgent_publication_cannot_be_unmarked(sql):
    head = make_user(role="Trưởng ban biên tập")
    publishing.publish(make_article(actor=head), actor=head, urgent_reason="Lũ về.")
    assert verify()
    sql("UPDATE articles_approval SET is_urgent = (1 = 0), reason = ''")
    with pytest.raises(CommandError, match=str(proof.WRONG["urgent"])):
        verify()


def test_work_that_goes_on_meanwhile_is_no_fault(article, monkeypatch):
    """An article read before a step and its events after it look broken, once."""
    first_fault, seen = proof.first_fault, []

    def stale_once(each):
        seen.append(each)
        if len(seen) == 1:
            each.status = "edited"
        return first_fault(each)

    monkeypatch.setattr(proof, "first_fault", stale_once)
    assert [fault for _number, fault in proof.walk()] == [None]
    assert len(seen) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_same_however_many_bulletins(number, django_assert_num_queries):
    for _ in range(number):
        publish()
    with django_assert_num_queries(4):
        assert [fault for _number, fault in proof.walk()] == [None] * number
    assert Event.objects.count() == 2 * Article.objects.count()
