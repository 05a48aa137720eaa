"""The page's word that it was read, and the list of what was read most."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import reading_counts
from articles.editorial import publishing
from articles.models import DailyReads
from articles.reading_counts import Gathering
from tests.factories import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gathering(monkeypatch):
    """One that no other test has added to."""
    gathering = Gathering()
    monkeypatch.setattr(reading_counts, "count", gathering.count)
    return gathering


def address(edition) -> str:
    return reverse("articles:reads", args=[edition.slug, edition.article_id])


def test_a_page_says_that_it_was_read_without_token_and_cookie(
    gathering, django_assert_num_queries
):
    edition = publish()
    client = Client(enforce_csrf_checks=True)
    with django_assert_num_queries(1):
        response = client.post(address(edition))
    gathering.flush()

    assert (response.status_code, response.content) == (204, b"")
    assert not response.cookies
    assert DailyReads.objects.get().count == 1


def test_its_address_stands_below_the_bulletins(client):
    edition = publish()
    assert address(edition) == f"{edition.get_absolute_url()}luot-doc/"


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_nothing_is_counted_by_following_a_link(method, client, gathering):
    response = getattr(client, method)(address(publish()))
    gathering.flush()
    assert response.status_code == 405
    assert not DailyReads.objects.exists()


def test_what_is_not_live_answers_the_same_and_is_not_counted(client, gathering):
    gone, waiting = publish(), publish(at=timezone.now() + timedelta(hours=1))
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")
    addresses = [address(gone), address(waiting), f"/tin/x-{10**18 - 1}/luot-doc/"]

    answers = {client.post(each).status_code for each in addresses}
    gathering.flush()

    assert answers == {204}
    assert not DailyReads.objects.exists()


@pytest.mark.parametrize(
    ("site", "number"), [("same-origin", 1), ("cross-site", 0), ("same-site", 0)]
)
def test_pages_of_other_sites_are_not_believed(site, number, client, gathering):
    response = client.post(address(publish()), headers={"Sec-Fetch-Site": site})
    gathering.flush()
    assert response.status_code == 204
    assert DailyReads.objects.count() == number


def read(edition, count):
    today = timezone.localdate()
    DailyReads.objects.create(article_id=edition.article_id, day=today, count=count)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_two_queries(number, client, django_assert_num_queries):
    for count in range(number):
        read(publish(), count + 1)
    with django_assert_num_queries(2):
        response = client.get("/doc-nhieu/")
    assert len(response.context["page"].editions) == number


def test_the_list_stands_in_the_order_of_reads_without_numbers(client):
    less, gone, more = publish(), publish(), publish()
    read(less, 31415), read(gone, 40000), read(more, 50000)
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")

    response = client.get("/doc-nhieu/")

    assert response.context["page"].editions == [more, less]
    assert "31415" not in response.content.decode()


def test_where_nothing_was_counted_the_list_says_so(client):
    publish()
    assert 'class="empty"' in client.get("/doc-nhieu/").content.decode()
