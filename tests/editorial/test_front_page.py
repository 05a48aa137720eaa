"""Choosing the lead stories: who may, which, how many, in what order."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from articles.editorial import front_page, publishing
from articles.editorial.front_page import DOWN, UP, NotLeading
from articles.models import FrontStory
from tests.factories import bulk_publish, make_article, make_user, publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(newsroom):
    with translation.override("en"):
        yield


def order() -> list[int]:
    return list(FrontStory.objects.values_list("article_id", flat=True))


def lead_with(*editions):
    """In the order given: each is put first."""
    for edition in reversed(editions):
        front_page.add(edition.article_id, actor=None)
    return [edition.article_id for edition in editions]


def test_a_new_lead_story_stands_first():
    first, second = publish(), publish()
    lead_with(second)
    front_page.add(first.article_id, actor=None)
    assert order() == [first.article_id, second.article_id]


def test_lead_stories_move_one_place():
    one, two, three = lead_with(publish(), publish(), publish())
    front_page.move(three, by=UP, actor=None)
    assert order() == [one, three, two]
    front_page.move(one, by=DOWN, actor=None)
    assert order() == [three, one, two]


@pytest.mark.parametrize(("place", "by"), [(0, UP), (1, DOWN)])
def test_none_moves_beyond_the_ends(place, by):
    keys = lead_with(publish(), publish())
    with pytest.raises(NotLeading, match="end already"):
        front_page.move(keys[place], by=by, actor=None)
    assert order() == keys


def test_a_removed_story_leaves_the_others_in_order():
    one, two, three = lead_with(publish(), publish(), publish())
    front_page.remove(two, actor=None)
    assert order() == [one, three]


def test_there_are_five_at_most():
    keys = lead_with(*(publish() for _ in range(front_page.MOST)))
    with pytest.raises(NotLeading, match="5 lead stories already"):
        front_page.add(publish().article_id, actor=None)
    assert order() == keys


def test_one_bulletin_leads_once():
    [key] = lead_with(publish())
    with pytest.raises(NotLeading, match="lead story already"):
        front_page.add(key, actor=None)


def test_only_what_readers_see_can_lead():
    gone = publish()
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")
    waiting = publish(at=timezone.now() + timedelta(hours=1))
    for key in (make_article().pk, gone.article_id, waiting.article_id, 10**17):
        with pytest.raises(NotLeading, match="Readers do not see"):
            front_page.add(key, actor=None)
    assert order() == []


@pytest.mark.parametrize("change", [front_page.remove, front_page.move])
def test_what_is_not_chosen_cannot_be_changed(change):
    lead_with(publish())
    options = {"by": UP} if change is front_page.move else {}
    with pytest.raises(NotLeading, match="no longer a lead story"):
        change(publish().article_id, actor=None, **options)


def test_only_those_who_publish_arrange_the_front_page():
    edition, other = publish(), publish()
    lead_with(edition, other)
    reviewer = make_user(role="Biên tập viên")
    with pytest.raises(PermissionDenied):
        front_page.add(publish().article_id, actor=reviewer)
    with pytest.raises(PermissionDenied):
        front_page.move(edition.article_id, by=DOWN, actor=reviewer)
    with pytest.raises(PermissionDenied):
        front_page.remove(edition.article_id, actor=reviewer)
    assert order() == [edition.article_id, other.article_id]


def test_every_change_is_recorded():
    head = make_user("publish_article")
    one, two = publish(), publish()
    front_page.add(one.article_id, actor=head)
    front_page.add(two.article_id, actor=head)
    front_page.move(one.article_id, by=UP, actor=head)
    front_page.remove(two.article_id, actor=head)

    lines = LogEntry.objects.order_by("pk").values_list(
        "user", "object_repr", "action_flag"
    )
    assert list(lines) == [
        (head.pk, one.title, 1),
        (head.pk, two.title, 1),
        (head.pk, one.title, 2),
        (head.pk, two.title, 3),
    ]


def test_the_leads_say_which_of_them_readers_no_longer_see(django_assert_num_queries):
    live, gone = publish(), publish()
    lead_with(gone, live)
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")

    with django_assert_num_queries(2):
        leads = front_page.leads()
        titles = [str(lead.story) for lead in leads]

    assert [lead.edition for lead in leads] == [None, live]
    assert titles == [gone.title, live.title]


def test_bulletins_are_found_without_marks_and_without_those_that_lead():
    found = publish(title="Lễ hội đua thuyền")
    leading = publish(title="Đua thuyền ở xã bên")
    lead_with(leading)
    publish(title="Tin khác")
    make_article(title="Đua thuyền, bản nháp")
    publish(title="Đua thuyền năm sau", at=timezone.now() + timedelta(hours=1))
    assert front_page.to_choose_from("DUA thuyen") == [found]


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_without_words_the_newest_are_offered(number, django_assert_num_queries):
    bulk_publish(number)
    with django_assert_num_queries(1):
        found = front_page.to_choose_from(" ")
    assert len(found) == min(number, front_page.OFFERED)
