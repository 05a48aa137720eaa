"""The lists in a real browser: read without a pointer, counted without a trace."""

import time

import pytest

from articles import reading_counts
from articles.editorial import front_page
from articles.models import DailyReads, FrontStory
from articles.reading_counts import Gathering
from tests.factories import publish

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def gathering(monkeypatch):
    """One that no other test has added to."""
    gathering = Gathering()
    monkeypatch.setattr(reading_counts, "count", gathering.count)
    return gathering


def wait_for(condition):
    for _ in range(150):
        if condition():
            return True
        time.sleep(0.1)
    return False


def reads_of(gathering) -> int:
    gathering.flush()
    return sum(DailyReads.objects.values_list("count", flat=True))


def test_a_bulletin_in_sight_for_five_seconds_is_counted_once(
    page, live_server, complaints, gathering
):
    address = f"{live_server.url}{publish().get_absolute_url()}"
    page.goto(address)
    early = reads_of(gathering)
    assert wait_for(lambda: reads_of(gathering) == 1)
    page.reload()
    page.wait_for_timeout(5_500)

    assert (early, reads_of(gathering)) == (0, 1)
    assert page.context.cookies() == []
    assert page.evaluate("sessionStorage.length") == 0
    assert complaints == []


def test_lead_stories_are_put_in_order_by_keyboard_alone(
    page, live_server, log_in, complaints, violations
):
    editions = [publish(title=f"Tin {name}") for name in ("một", "hai", "ba")]
    for edition in reversed(editions):
        front_page.add(edition.article_id, actor=None)
    log_in("Trưởng ban biên tập")
    page.goto(f"{live_server.url}/admin/articles/frontstory/")
    assert violations() == []

    last = page.get_by_role("button", name="“Tin ba”").first
    last.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    order = FrontStory.objects.values_list("article_id", flat=True)
    one, two, three = (edition.article_id for edition in editions)
    assert list(order) == [three, one, two]
    assert complaints == []
