from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.admin.schedule import Month
from articles.models import Edition
from tests.factories import make_article, make_unit, make_user, publish

pytestmark = pytest.mark.django_db

PAGE = "admin:articles_article_scheduled"


def at(year, month, day, hour=7, minute=30):
    return timezone.make_aware(datetime(year, month, day, hour, minute))  # noqa: DTZ001 — made aware at once


def step(article, name):
    return reverse("admin:articles_article_step", args=[article.pk, name])


@pytest.fixture
def head(client):
    user = make_user(role="Trưởng ban biên tập")
    client.force_login(user)
    return user


@pytest.fixture
def today(monkeypatch):
    """18/11/2026, a Wednesday, at half past seven."""
    monkeypatch.setattr(timezone, "now", lambda: at(2026, 11, 18))


def cells(response):
    return [cell for week in response.context["weeks"] for cell in week]


def text(response):
    return response.content.decode()


def test_the_address_stands_below_the_bulletins():
    assert reverse(PAGE) == "/admin/articles/article/scheduled/"


def test_what_is_due_stands_in_the_list_and_in_the_month(client, head, today):
    publish(title="Tuần sau", at=at(2026, 11, 24, 9, 15))
    publish(title="Năm sau", at=at(2027, 1, 2))
    response = client.get(reverse(PAGE))
    assert [
        (f"{day:%d/%m/%Y}", [entry.edition.title for entry in entries])
        for day, entries in response.context["by_day"].items()
    ] == [("24/11/2026", ["Tuần sau"]), ("02/01/2027", ["Năm sau"])]
    [cell] = [cell for cell in cells(response) if cell["entries"]]
    assert f"{cell['day']:%d/%m/%Y}" == "24/11/2026"
    assert "09:15" in text(response)


def test_the_month_begins_on_monday_and_marks_today(client, head, today):
    response = client.get(reverse(PAGE))
    first = [cell["day"] and cell["day"].day for cell in response.context["weeks"][0]]
    assert first == [None, None, None, None, None, None, 1]
    assert text(response).count('aria-current="date"') == 1
    assert text(response).count('<th scope="col"><abbr') == 7


@pytest.mark.parametrize(
    ("asked", "shown", "previous", "following"),
    [
        ("2026-11", "2026-11", "2026-10", "2026-12"),
        ("2026-12", "2026-12", "2026-11", "2027-01"),
        ("2027-01", "2027-01", "2026-12", "2027-02"),
        ("2099-12", "2099-12", "2099-11", "2100-01"),
        ("2000-01", "2000-01", "1999-12", "2000-02"),
    ],
)
def test_another_month_is_one_link_away(
    client, head, today, asked, shown, previous, following
):
    response = client.get(reverse(PAGE), {"thang": asked})
    context = response.context
    assert (str(context["month"]), str(context["previous"]), str(context["next"])) == (
        shown,
        previous,
        following,
    )
    assert f"?thang={following}" in text(response)


@pytest.mark.parametrize(
    "asked",
    ["", "x", "2026-13", "2026-00", "2026-1", "9999-12", "0000-01", "2026-11-01",
     "٢٠٢٦-١١", "2026-11\n", "<script>"],
)  # fmt: skip
def test_nonsense_shows_the_current_month(client, head, today, asked):
    response = client.get(reverse(PAGE), {"thang": asked})
    assert str(response.context["month"]) == "2026-11"
    assert "<script>alert" not in text(response)


def test_months_go_round_the_year():
    assert [str(Month(2026, 12).shifted(by)) for by in (-12, -1, 0, 1, 13)] == [
        "2025-12",
        "2026-11",
        "2026-12",
        "2027-01",
        "2028-01",
    ]


def test_time_and_cancelling_are_for_those_who_may(client, head):
    article = make_article()
    publish(article, at=timezone.now() + timedelta(days=1))
    address = reverse(PAGE)
    for user, offered in ((head, True), (make_user(role="Biên tập viên"), False)):
        client.force_login(user)
        page = text(client.get(address))
        assert (step(article, "publish") in page) is offered
        assert (step(article, "cancel") in page) is offered
        assert article.title in page


def test_people_see_what_they_may_see(client):
    publish(title="Của người khác", at=timezone.now() + timedelta(days=1))
    client.force_login(make_user(role="Phóng viên"))
    response = client.get(reverse(PAGE))
    assert "Của người khác" not in text(response)
    assert gettext("Nothing is waiting for its time.") in text(response)


def test_staff_without_rights_and_visitors_stay_outside(client):
    assert client.get(reverse(PAGE))["Location"].startswith(reverse("admin:login"))
    client.force_login(make_user())
    assert client.get(reverse(PAGE)).status_code == 403


def test_the_list_of_bulletins_leads_here(client, head):
    page = text(client.get(reverse("admin:articles_article_changelist")))
    assert f'href="{reverse(PAGE)}"' in page


def test_rescheduling_begins_with_the_standing_time(client, head):
    article = make_article()
    publish(article, at=at(2099, 7, 3))
    form = client.get(step(article, "publish")).context["form"]
    assert [form[name].value() for name in ("when", "day", "time")] == [
        "later",
        at(2099, 7, 3).date(),
        at(2099, 7, 3).time(),
    ]
    assert 'value="03/07/2099"' in str(form["day"])
    assert 'value="07:30"' in str(form["time"])


def test_without_a_standing_time_the_answer_is_now(client, head):
    form = client.get(step(make_article(), "publish")).context["form"]
    assert (form["when"].value(), form["day"].value()) == ("now", None)


def test_rescheduling_replaces_the_time(client, head):
    article = make_article()
    publish(article, at=at(2099, 7, 3))
    client.post(
        step(article, "publish"), {"when": "later", "day": "04/07/2099", "time": "8:00"}
    )
    edition = Edition.objects.scheduled().get()
    assert edition.live_from == at(2099, 7, 4, 8, 0)
    assert edition.dateline_at == edition.live_from


def test_a_new_time_in_the_past_is_refused_and_the_old_one_stands(client, head):
    article = make_article()
    publish(article, at=at(2099, 7, 3))
    response = client.post(
        step(article, "publish"), {"when": "later", "day": "03/07/2020", "time": "7:30"}
    )
    said = gettext("That time has passed. Choose a time to come, or publish now.")
    assert response.context["form"].non_field_errors() == [said]
    assert said in text(response)
    assert Edition.objects.scheduled().get().live_from == at(2099, 7, 3)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_however_much_is_due(
    client, head, number, django_assert_num_queries
):
    unit = make_unit()
    for _number in range(number):
        publish(unit=unit, at=timezone.now() + timedelta(days=1))
    with django_assert_num_queries(5):
        response = client.get(reverse(PAGE))
    assert len(response.context["due"]) == number


def test_a_bulletin_whose_time_was_changed_is_not_called_updated(
    client, head, monkeypatch
):
    article = make_article()
    publish(article, at=at(2099, 7, 3))
    client.post(
        step(article, "publish"), {"when": "later", "day": "04/07/2099", "time": "8:00"}
    )
    monkeypatch.setattr(timezone, "now", lambda: at(2099, 7, 4, 8, 0))
    page = text(client.get(Edition.objects.live().get().get_absolute_url()))
    assert "04/07/2099 08:00" in page
    assert gettext("Updated:") not in page
