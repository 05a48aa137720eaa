"""The register of lead stories: plain buttons, and the focus that stays."""

import re

import pytest
from django.urls import reverse

from articles.editorial import front_page, publishing
from articles.models import FrontStory
from tests.factories import make_user, publish

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/frontstory/"


@pytest.fixture
def head(client):
    user = make_user(role="Trưởng ban biên tập")
    client.force_login(user)
    return user


def order() -> list[int]:
    return list(FrontStory.objects.values_list("article_id", flat=True))


def lead_with(*editions):
    for edition in reversed(editions):
        front_page.add(edition.article_id, actor=None)


def test_it_is_the_register_that_the_first_page_leads_to(client, head):
    assert reverse("admin:articles_frontstory_changelist") == PAGE
    assert f'href="{PAGE}"' in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    "role", ["Cộng tác viên", "Phóng viên", "Biên tập viên", "Quản trị"]
)
def test_it_is_closed_to_those_who_do_not_publish(role, client):
    edition = publish()
    client.force_login(make_user(role=role))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"add": edition.article_id}).status_code == 403
    assert PAGE not in client.get("/admin/").content.decode()
    assert order() == []


def test_a_visitor_is_asked_to_log_in(client):
    edition = publish()
    assert client.post(PAGE, {"add": edition.article_id}).status_code == 302
    assert order() == []


def test_stories_are_added_moved_and_removed_by_buttons(client, head):
    one, two = publish(), publish()
    for data in ({"add": one.article_id}, {"add": two.article_id}):
        client.post(PAGE, data)
    assert order() == [two.article_id, one.article_id]
    client.post(PAGE, {"up": one.article_id})
    assert order() == [one.article_id, two.article_id]
    client.post(PAGE, {"down": one.article_id})
    assert order() == [two.article_id, one.article_id]
    client.post(PAGE, {"remove": two.article_id})
    assert order() == [one.article_id]


@pytest.mark.parametrize(
    ("by", "place", "focused"),
    [("up", 2, "up"), ("up", 1, "down"), ("down", 0, "down"), ("down", 1, "up")],
)
def test_the_same_button_is_focused_again_as_long_as_it_leads_on(
    by, place, focused, client, head
):
    editions = [publish() for _ in range(3)]
    lead_with(*editions)
    key = editions[place].article_id

    page = client.post(PAGE, {by: key}, follow=True).content.decode()

    found = re.findall(r'name="(\w+)" value="(\d+)" autofocus', page)
    assert found == [(focused, str(key))]


def test_a_refusal_is_a_sentence_and_nothing_is_lost(client, head):
    lead_with(*(publish() for _ in range(5)))
    before = order()
    response = client.post(f"{PAGE}?q=tin", {"add": publish().article_id}, follow=True)
    [message] = response.context["messages"]
    assert message.level_tag == "error"
    assert response.context["question"] == "tin"
    assert order() == before


@pytest.mark.parametrize(
    "data",
    [{}, {"up": "x"}, {"up": "-1"}, {"add": "9" * 30}, {"add": "²"}, {"drop": "1"}],
)
def test_what_is_not_a_button_of_the_page_changes_nothing(data, client, head):
    lead_with(publish())
    before = order()
    assert client.post(PAGE, data).status_code == 302
    assert order() == before


def test_the_page_tells_which_stories_readers_do_not_see(client, head):
    gone = publish(title="Tin bị gỡ")
    lead_with(gone)
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")
    page = client.get(PAGE).content.decode()
    assert 'class="lead-gone"' in page
    assert "Tin bị gỡ" in page
    assert gone.get_absolute_url() not in page


def test_bulletins_are_searched_without_marks(client, head):
    found = publish(title="Lễ hội đua thuyền")
    publish(title="Tin khác")
    response = client.get(PAGE, {"q": "le hoi"})
    assert response.context["found"] == [found]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_however_many_there_are(
    number, client, head, django_assert_max_num_queries
):
    editions = [publish() for _ in range(2 * number)]
    lead_with(*editions[:number])
    # Session, user, its permissions and messages are Django's; three are the page's.
    with django_assert_max_num_queries(8):
        response = client.get(PAGE)
    assert len(response.context["found"]) == number
