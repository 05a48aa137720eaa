from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from articles.editorial.roles import ROLES
from articles.models import Unit, UnitLineage
from tests.factories import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    user = make_user(role="Quản trị")
    client.force_login(user)
    return user


def test_a_unit_passes_its_work_on_in_the_admin(client, manager):
    station, centre = make_unit(name="Đài"), make_unit(name="Trung tâm")
    client.post(
        reverse("admin:articles_unit_change", args=[station.pk]),
        {
            "name": "Đài", "slug": station.slug, 
            "successions-TOTAL_FORMS": 1, "successions-INITIAL_FORMS": 0,
            "successions-0-kind": "merged", "successions-0-successor": centre.pk,
            "successions-0-effective_on": "01/06/2026",
        },
    )  # fmt: skip
    station.refresh_from_db()
    assert station.closed_on == date(2026, 6, 1)
    assert UnitLineage.objects.values_list("unit", "source").get() == (
        centre.pk,
        station.pk,
    )


def test_a_succession_before_the_units_founding_is_refused_with_a_sentence(
    client, manager
):
    young, old = make_unit(founded_on=date(2027, 1, 1)), make_unit()
    response = client.post(
        reverse("admin:articles_unit_change", args=[young.pk]),
        {
            "name": "Đài", "slug": young.slug, "founded_on": "01/01/2027",
            "successions-TOTAL_FORMS": 1, "successions-INITIAL_FORMS": 0,
            "successions-0-kind": "merged", "successions-0-successor": old.pk,
            "successions-0-effective_on": "01/06/2026",
        },
    )  # fmt: skip
    [errors] = response.context["inline_admin_formsets"][0].formset.errors
    assert list(errors) == ["effective_on"]
    assert not UnitLineage.objects.exists()


@pytest.mark.parametrize("typed", ["đường", "ĐƯỜNG", "duong sat", "đươ\u0300ng"])
def test_registers_are_searched_whatever_the_marks(client, manager, typed):
    unit = make_unit(name="Đội Đường sắt")
    make_unit(name="Khác")
    response = client.get(reverse("admin:articles_unit_changelist"), {"q": typed})
    assert list(response.context["cl"].result_list) == [unit]


def test_a_unit_that_closes_before_its_founding_is_refused_with_a_sentence(
    client, manager
):
    unit = make_unit()
    response = client.post(
        reverse("admin:articles_unit_change", args=[unit.pk]),
        {
            "name": "A", "slug": "a", "founded_on": "01/06/2026", "closed_on": "31/05/2026",
            "successions-TOTAL_FORMS": 0, "successions-INITIAL_FORMS": 0,
        },
    )  # fmt: skip
    [error] = response.context["adminform"].form.non_field_errors()
    assert "trước khi" in error
    assert Unit.objects.get().closed_on is None


@pytest.mark.parametrize("model", ["unit", "category", "genre", "author"])
def test_registers_are_never_deleted(admin_client, model):
    page = admin_client.get(
        reverse(f"admin:articles_{model}_changelist")
    ).content.decode()
    assert "delete_selected" not in page


def test_administrators_cannot_make_themselves_superusers(client, manager):
    page = reverse("admin:auth_user_change", args=[manager.pk])
    response = client.get(page)
    assert "is_superuser" not in response.context["adminform"].form.fields
    assert "user_permissions" not in response.context["adminform"].form.fields


def test_administrators_cannot_touch_superusers(client, manager):
    boss = User.objects.create_superuser("boss")
    page = reverse("admin:auth_user_change", args=[boss.pk])
    assert client.post(page, {"username": "taken"}).status_code == 403


def test_accounts_are_switched_off_not_deleted(admin_client):
    user = make_user()
    response = admin_client.post(
        reverse("admin:auth_user_delete", args=[user.pk]), {"post": "yes"}
    )
    assert (response.status_code, User.objects.filter(pk=user.pk).exists()) == (
        403,
        True,
    )


def test_administrators_do_not_change_their_own_role(client, manager):
    response = client.get(reverse("admin:auth_user_change", args=[manager.pk]))
    assert "groups" not in response.context["adminform"].form.fields


def test_administrators_give_the_roles_of_the_table_and_no_other_group(client, manager):
    Group.objects.create(name="Mọi quyền")
    colleague = make_user()
    response = client.get(reverse("admin:auth_user_change", args=[colleague.pk]))
    offered = response.context["adminform"].form.fields["groups"].queryset
    assert set(offered.values_list("name", flat=True)) == set(ROLES)
