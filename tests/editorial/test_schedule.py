from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import editing, publishing, schedule
from tests.factories import make_article, make_unit, make_user, publish

pytestmark = pytest.mark.django_db

HEAD = "Trưởng ban biên tập"
TICK = timedelta(microseconds=1)


def in_days(number):
    return timezone.now() + timedelta(days=number)


def titles(user, at=None):
    return [entry.edition.title for entry in schedule.due(user, at)]


def test_what_waits_is_listed_soonest_first():
    publish(title="Đang đăng")
    publish(title="Sau", at=in_days(3))
    publish(title="Trước", at=in_days(1))
    make_article(title="Bản nháp")
    assert titles(make_user(role=HEAD)) == ["Trước", "Sau"]


def test_an_edition_is_due_until_its_microsecond():
    at = in_days(1)
    publish(title="Tin", at=at)
    head = make_user(role=HEAD)
    assert titles(head, at - TICK) == ["Tin"]
    assert titles(head, at) == []


def test_what_is_cancelled_or_withdrawn_is_not_due():
    for leave in (
        lambda article: publishing.cancel(article, actor=None),
        lambda article: publishing.withdraw(article, actor=None, reason="Nhầm."),
    ):
        leave(publish(at=in_days(1)).article)
    assert titles(make_user(role=HEAD)) == []


def test_a_title_changed_since_is_still_the_one_readers_will_get():
    article = publish(title="Như đã duyệt", at=in_days(1)).article
    article.title = "Đang sửa"
    editing.save_edit(article, actor=None, changed=["title"])
    assert titles(make_user(role=HEAD)) == ["Như đã duyệt"]


def test_people_see_what_they_may_see():
    contributor = make_user(role="Cộng tác viên")
    publish(make_article(actor=contributor, title="Của tôi"), at=in_days(1))
    publish(title="Của người khác", at=in_days(2))
    assert titles(contributor) == ["Của tôi"]
    assert titles(make_user(role="Phóng viên")) == []
    assert titles(make_user()) == []
    assert titles(make_user(role="Quản trị")) == ["Của tôi", "Của người khác"]


def test_only_who_may_publish_may_change_the_time():
    contributor = make_user(role="Cộng tác viên")
    publish(make_article(actor=contributor), at=in_days(1))
    may = {
        role: [(each.may_reschedule, each.may_cancel) for each in schedule.due(user)]
        for role, user in {
            "contributor": contributor,
            "editor": make_user(role="Biên tập viên"),
            "head": make_user(role=HEAD),
        }.items()
    }
    assert may == {
        "contributor": [(False, False)],
        "editor": [(False, False)],
        "head": [(True, True)],
    }


def test_it_says_who_set_the_time():
    head = make_user(role=HEAD, last_name="Trần", first_name="Lan")
    publishing.publish(make_article(title="A"), actor=head, at=in_days(1))
    publish(title="B", at=in_days(2))
    said = [entry.scheduled_by for entry in schedule.due(head)]
    assert said == ["Trần Lan", gettext("The system")]


def test_the_standing_time_is_that_of_the_newsroom():
    at = timezone.make_aware(timezone.datetime(2099, 7, 3, 7, 30))
    article = publish(at=at).article
    assert f"{schedule.standing_time(article):%d/%m/%Y %H:%M}" == "03/07/2099 07:30"
    assert schedule.standing_time(make_article()) is None


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("role", "queries"), [(HEAD, 3), ("Cộng tác viên", 3), ("Quản trị", 3)]
)
def test_the_plan_asks_the_same_however_much_is_due(
    role, queries, number, django_assert_num_queries
):
    user, unit = make_user(role=role), make_unit()
    for _number in range(number):
        author = user if role == "Cộng tác viên" else None
        article = make_article(unit=unit, actor=author)
        publish(article, at=in_days(1))
        article.lead = "Viết tiếp."
        editing.save_edit(article, actor=None, changed=["lead"])
    fresh = type(user).objects.get(pk=user.pk)  # who knows of no rights yet
    with django_assert_num_queries(queries):
        assert len(schedule.due(fresh)) == number
