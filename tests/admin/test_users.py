"""Who writes for which unit, on the page of the account."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Article, Membership
from tests.factories import make_article, make_unit, make_user

pytestmark = pytest.mark.django_db


def address(user):
    return reverse("admin:auth_user_change", args=[user.pk])


@pytest.fixture
def manager(client):
    user = make_user(role="Quản trị")
    client.force_login(user)
    return user


def posted(user, *units):
    data = {
        "username": user.username, "is_active": "on", "is_staff": "on",
        "date_joined_0": "01/06/2026", "date_joined_1": "08:00:00",
        "memberships-TOTAL_FORMS": len(units), "memberships-INITIAL_FORMS": 0,
    }  # fmt: skip
    for number, unit in enumerate(units):
        data[f"memberships-{number}-unit"] = unit.pk
        data[f"memberships-{number}-user"] = user.pk
    return data


def test_an_administrator_says_for_which_units_somebody_writes(client, manager):
    writer, first, second = make_user(), make_unit(), make_unit()
    client.post(address(writer), posted(writer, first, second))
    units = Membership.objects.filter(user=writer).values_list("unit", flat=True)
    assert set(units) == {first.pk, second.pk}


def test_a_unit_is_named_once(client, manager):
    writer, unit = make_user(), make_unit()
    response = client.post(address(writer), posted(writer, unit, unit))
    assert response.status_code == 200
    assert not Membership.objects.exists()


def test_the_units_of_a_superuser_are_not_an_administrators_to_change(client, manager):
    boss = User.objects.create_superuser("boss")
    assert client.post(address(boss), posted(boss, make_unit())).status_code == 403
    assert not Membership.objects.exists()


def test_a_new_account_has_no_units_yet(client, manager):
    page = client.get(reverse("admin:auth_user_add")).content.decode()
    assert "memberships-TOTAL_FORMS" not in page


def test_contributors_are_offered_their_own_units_only(client):
    writer = make_user(role="Cộng tác viên")
    own, other = make_article(actor=writer).unit, make_unit()
    client.force_login(writer)
    page = client.get(reverse("admin:articles_article_add"))
    choices = page.context["adminform"].form.fields["unit"].queryset
    assert list(choices) == [own]
    response = client.post(
        reverse("admin:articles_article_add"),
        {
            "title": "Cho đơn vị khác", "body": "<p>Chữ.</p>", "unit": other.pk,
            "photo_places-TOTAL_FORMS": 0, "photo_places-INITIAL_FORMS": 0,
            "attachment_places-TOTAL_FORMS": 0, "attachment_places-INITIAL_FORMS": 0,
            "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0,
        },
    )  # fmt: skip
    assert list(response.context["adminform"].form.errors) == ["unit"]
    assert Article.objects.count() == 1


def test_reporters_write_for_every_unit(client):
    units = {make_unit(), make_unit()}
    client.force_login(make_user(role="Phóng viên"))
    page = client.get(reverse("admin:articles_article_add"))
    assert set(page.context["adminform"].form.fields["unit"].queryset) == units
