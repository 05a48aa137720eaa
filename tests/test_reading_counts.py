"""Counting reads: in memory first, then added to the day's rows, whoever else adds."""

import logging
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import IntegrityError
from django.utils import timezone

from articles import reading_counts
from articles.editorial import publishing
from articles.models import Article, DailyReads
from articles.reading_counts import Gathering
from tests.factories import bulk_publish, make_article, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathering():
    return Gathering()


@pytest.fixture
def clock(monkeypatch):
    """Let seconds pass for the module."""
    now = [1000.0]
    monkeypatch.setattr(reading_counts, "monotonic", lambda: now[0])

    def wait(seconds):
        now[0] += seconds

    return wait


def counts() -> dict:
    rows = DailyReads.objects.values_list("article_id", "day", "count")
    return {(key, day): number for key, day, number in rows}


def test_reads_are_written_together_after_a_while(clock, django_assert_num_queries):
    gathering, one, two = Gathering(), publish(), publish()
    today = timezone.localdate()
    for edition in (one, two, one):
        gathering.count(edition.article_id)
    assert counts() == {}

    clock(reading_counts.FLUSH_EVERY)
    gathering.count(two.article_id)

    assert counts() == {(one.article_id, today): 2, (two.article_id, today): 2}
    with django_assert_num_queries(0):
        gathering.flush()


def test_a_read_costs_one_query(gathering, django_assert_num_queries):
    edition = publish()
    with django_assert_num_queries(1):
        gathering.count(edition.article_id)


@pytest.mark.parametrize("number", [1, 3, 500])
def test_writing_costs_the_same_however_many_were_read(
    number, clock, django_assert_num_queries
):
    bulk_publish(number)
    keys = list(Article.objects.values_list("pk", flat=True))
    gathering = Gathering()
    for key in keys[: number // 2]:
        gathering.count(key)
    gathering.flush()
    for key in keys:
        gathering.count(key)

    # A transaction (savepoint and release), rows locked, added to, the rest inserted.
    expected = 5 if number > 1 else 4
    with django_assert_num_queries(expected):
        gathering.flush()

    assert sum(counts().values()) == number + number // 2


def test_what_is_not_live_is_not_counted(gathering):
    draft = make_article()
    waiting = publish(at=timezone.now() + timedelta(hours=1))
    gone, live = publish(), publish()
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")
    for key in (
        draft.pk,
        waiting.article_id,
        gone.article_id,
        live.article_id,
        10**18 - 1,
    ):
        gathering.count(key)
    gathering.flush()
    assert counts() == {(live.article_id, timezone.localdate()): 1}


def test_a_flood_is_believed_up_to_a_point_and_others_still_count(clock):
    gathering, flooded, other = Gathering(), publish(), publish()
    for _ in range(reading_counts.MOST_A_MINUTE + 5):
        gathering.count(flooded.article_id)
    gathering.count(other.article_id)
    gathering.flush()
    assert sorted(counts().values()) == [1, reading_counts.MOST_A_MINUTE]

    clock(60)
    gathering.count(flooded.article_id)
    gathering.flush()
    assert sorted(counts().values()) == [1, reading_counts.MOST_A_MINUTE + 1]


def test_a_flood_costs_no_query(gathering, django_assert_num_queries):
    edition = publish()
    for _ in range(reading_counts.MOST_A_MINUTE):
        gathering.count(edition.article_id)
    with django_assert_num_queries(0):
        gathering.count(edition.article_id)


def test_days_are_counted_apart(gathering, monkeypatch):
    edition, today = publish(), timezone.localdate()
    gathering.count(edition.article_id)
    monkeypatch.setattr(timezone, "localdate", lambda: today + timedelta(days=1))
    gathering.count(edition.article_id)
    gathering.flush()
    assert counts() == {
        (edition.article_id, today): 1,
        (edition.article_id, today + timedelta(days=1)): 1,
    }


def test_two_processes_add_up():
    edition = publish()
    processes = [Gathering(), Gathering()]
    for process in processes * 2:
        process.count(edition.article_id)
    for process in processes:
        process.flush()
    assert list(counts().values()) == [4]


def test_what_cannot_be_written_is_kept_for_the_next_time(
    gathering, monkeypatch, caplog
):
    edition = publish()
    gathering.count(edition.article_id)

    def refuse(*arguments, **options):
        raise IntegrityError("another process was first")

    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING):
        patch.setattr(DailyReads.objects, "bulk_create", refuse)
        gathering.flush()
    gathering.flush()

    assert list(counts().values()) == [1]
    assert "another process was first" in caplog.text


def read(edition, count, *, days_ago=0):
    day = timezone.localdate() - timedelta(days=days_ago)
    DailyReads.objects.create(article_id=edition.article_id, day=day, count=count)


def test_the_ranking_adds_up_seven_days():
    steady, peak, old = publish(), publish(), publish()
    for days_ago in range(7):
        read(steady, 2, days_ago=days_ago)
    read(peak, 13)
    read(old, 99, days_ago=7)
    assert reading_counts.most_read(5) == [steady, peak]


def test_what_is_no_longer_live_leaves_the_ranking_at_once():
    first, gone, last = publish(), publish(), publish()
    read(first, 9), read(gone, 8), read(last, 7)
    assert reading_counts.most_read(5) == [first, gone, last]
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")
    assert reading_counts.most_read(5) == [first, last]


def test_the_ranking_shows_the_newest_edition_once():
    edition = publish()
    read(edition, 3)
    edition.article.title = "Đã sửa"
    edition.article.save()
    after = publish(edition.article)
    assert reading_counts.most_read(5) == [after]


def test_the_ranking_passes_over_what_stands_elsewhere_and_is_cut():
    editions = [publish() for _ in range(4)]
    for number, edition in enumerate(editions):
        read(edition, number + 1)
    without = {editions[3].article_id}
    assert reading_counts.most_read(2, without=without) == [editions[2], editions[1]]


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_the_ranking_costs_one_query_where_it_is_remembered(
    number, django_assert_num_queries
):
    bulk_publish(number)
    day = timezone.localdate()
    DailyReads.objects.bulk_create(
        DailyReads(article_id=key, day=day, count=1)
        for key in Article.objects.values_list("pk", flat=True)
    )
    with django_assert_num_queries(2):
        reading_counts.most_read(20)
    with django_assert_num_queries(1):
        found = reading_counts.most_read(20)
    assert len(found) == min(number, 20)


def test_without_reads_there_is_no_ranking(django_assert_num_queries):
    publish()
    assert reading_counts.most_read(5) == []
    cache.delete("most-read")
    with django_assert_num_queries(1):
        reading_counts.most_read(5)
