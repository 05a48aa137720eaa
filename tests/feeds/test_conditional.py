"""304 without building, and never for a feed that has changed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.http import http_date

from articles.editorial import publishing
from articles.feeds import full_text
from articles.feeds.conditional import State, read_state
from articles.models import Edition
from tests.factories import (
    bulk_publish,
    make_article,
    make_category,
    make_unit,
    publish,
)

pytestmark = pytest.mark.django_db

FEEDS = ["/rss.xml", "/feed.json"]
SECTIONS = [
    "/chuyen-muc/van-hoa/rss.xml",
    "/chuyen-muc/van-hoa/feed.json",
    "/don-vi/trung-tam/rss.xml",
    "/don-vi/trung-tam/feed.json",
]


@pytest.fixture
def section():
    return {
        "category": make_category(slug="van-hoa"),
        "unit": make_unit(slug="trung-tam"),
    }


def again(client, response, address="/rss.xml", **headers):
    """The status for a reader who has the response; by its tag unless headers say else."""
    headers = headers or {"if-none-match": response["ETag"]}
    return client.get(address, headers=headers).status_code


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize("number", [1, 3, 1000])
def test_a_feed_costs_two_queries_and_a_304_one(
    number, address, client, django_assert_num_queries
):
    bulk_publish(number)
    with django_assert_num_queries(2):
        response = client.get(address)
    with django_assert_num_queries(1):
        assert again(client, response, address) == 304
    assert response.content.count(b"bulletin-") == min(number, 20)


@pytest.mark.parametrize("address", SECTIONS)
@pytest.mark.parametrize("number", [1, 3, 1000])
def test_one_more_finds_the_section(
    number, address, section, client, django_assert_num_queries
):
    bulk_publish(number, **section)
    with django_assert_num_queries(3):
        response = client.get(address)
    with django_assert_num_queries(2):
        assert again(client, response, address) == 304
    assert response.content.count(b"bulletin-") == min(number, 20)


@pytest.mark.parametrize("address", FEEDS + SECTIONS)
def test_a_304_builds_nothing_and_says_the_same_of_itself(
    address, section, client, monkeypatch
):
    publish(**section)
    response = client.get(address)
    monkeypatch.delattr(full_text, "full_text")

    answer = client.get(address, headers={"if-none-match": response["ETag"]})

    assert answer.status_code == 304
    assert answer.content == b""
    for name in ("ETag", "Last-Modified", "Cache-Control", "Vary"):
        assert answer[name] == response[name]
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies


def test_readers_who_only_know_the_date_are_answered_too(client):
    edition = publish()
    response = client.get("/rss.xml")
    assert response["Last-Modified"] == http_date(edition.live_from.timestamp())
    seen = {"if-modified-since": response["Last-Modified"]}
    assert again(client, response, **seen) == 304
    before = http_date(edition.live_from.timestamp() - 60)
    assert again(client, response, **{"if-modified-since": before}) == 200


@pytest.mark.parametrize("header", ["nonsense", '"other"', 'W/"other"', ""])
def test_another_tag_or_none_gets_the_feed(header, client):
    publish()
    response = client.get("/rss.xml")
    assert again(client, response, **{"if-none-match": header}) == 200


def test_a_tag_weakened_by_compression_still_holds(client):
    bulk_publish(3)
    response = client.get("/rss.xml", headers={"accept-encoding": "gzip"})
    assert response["ETag"].startswith('W/"')
    assert again(client, response) == 304


def test_a_new_bulletin_a_correction_and_a_withdrawal_are_changes(client):
    article = make_article()
    publish(article)
    responses = [client.get("/rss.xml")]
    publish()
    responses.append(client.get("/rss.xml"))
    publishing.withdraw(article, actor=None, reason="Nhầm.")
    responses.append(client.get("/rss.xml"))
    assert len({response["ETag"] for response in responses}) == 3
    assert b"bulletin-%d<" % article.pk not in responses[-1].content


def test_a_withdrawal_moves_the_date_of_the_last_change():
    publish()
    edition = publish()
    withdrawn_at = edition.live_from + timedelta(hours=1)
    close(edition, withdrawn_at)

    before, after = (
        read_state(Edition.objects.all(), withdrawn_at + timedelta(seconds=second))
        for second in (-1, 0)
    )

    assert before.shown[0] == edition.pk
    assert before.changed_at == edition.live_from
    assert edition.pk not in after.shown
    assert after.changed_at == withdrawn_at


def test_the_last_bulletin_withdrawn_leaves_its_date():
    edition = publish()
    withdrawn_at = edition.live_from + timedelta(hours=1)
    close(edition, withdrawn_at)
    assert read_state(Edition.objects.all(), withdrawn_at) == State([], withdrawn_at)


def test_what_waits_for_its_time_changes_the_feed_then_and_not_before():
    now = timezone.now()
    live = publish()
    waiting = publish(at=now + timedelta(hours=1))
    before = read_state(Edition.objects.all(), now + timedelta(minutes=59))
    after = read_state(Edition.objects.all(), now + timedelta(hours=1))
    assert before == State([live.pk], live.live_from)
    assert after == State([waiting.pk, live.pk], waiting.live_from)


def test_what_is_older_than_the_twenty_shown_changes_nothing():
    bulk_publish(21)
    *shown, oldest = Edition.objects.newest_first()
    before = read_state(Edition.objects.all(), timezone.now())
    close(oldest, oldest.live_from + timedelta(seconds=1))
    after = read_state(Edition.objects.all(), oldest.live_from + timedelta(seconds=1))
    assert before.shown == [edition.pk for edition in shown]
    assert after == before


def test_many_bulletins_of_one_day_are_parted_as_lists_part_them():
    editions = [publish(dateline_date=date(2020, 1, 1)) for _ in range(22)]
    state = read_state(Edition.objects.all(), timezone.now())
    assert state.shown == [edition.pk for edition in editions[:1:-1]]


def close(edition, moment):
    """As withdrawn at the moment: the gate knows no other moment than now."""
    Edition.objects.filter(pk=edition.pk).update(
        live_until=moment, closed_as="withdrawn", closing_note="Nhầm."
    )
