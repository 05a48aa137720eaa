import pytest
from django.contrib.auth.models import Group

from articles.editorial import permissions, roles
from articles.models import Article, Membership
from tests.factories import make_article, make_unit, make_user

pytestmark = pytest.mark.django_db


def test_groups_match_the_table_exactly():
    roles.sync_roles()
    Group.objects.get(name="Phóng viên").permissions.clear()
    roles.sync_roles()
    for name, codenames in roles.ROLES.items():
        group = Group.objects.get(name=name)
        assert set(group.permissions.values_list("codename", flat=True)) == codenames


def test_an_unknown_permission_fails_loudly(monkeypatch):
    monkeypatch.setitem(roles.ROLES, "Phóng viên", {"fly_article"})
    with pytest.raises(LookupError, match="fly_article"):
        roles.sync_roles()
    assert not Group.objects.exists()


QUESTIONS = [
    "can_view",
    "can_edit",
    "can_submit",
    "can_review",
    "can_publish",
    "can_withdraw",
]
ANSWERS = {
    # role: (own draft, somebody else's draft), a letter for each question in order
    "Cộng tác viên": ("ves---", "------"),
    "Phóng viên": ("ves---", "------"),
    "Biên tập viên": ("vesr--", "vesr--"),
    "Trưởng ban biên tập": ("vesrpw", "vesrpw"),
    "Quản trị": ("v-----", "v-----"),
}


@pytest.mark.parametrize("role", roles.ROLES)
def test_what_each_role_may_do_with_its_own_and_with_others_drafts(role):
    user = make_user(role=role)
    own = make_article()
    Article.objects.filter(pk=own.pk).update(created_by=user)
    own.refresh_from_db()
    Membership.objects.create(user=user, unit=own.unit)
    other = make_article(actor=make_user("add_article"))

    def answers(article):
        return "".join(
            question[4] if getattr(permissions, question)(user, article) else "-"
            for question in QUESTIONS
        )

    assert (answers(own), answers(other)) == ANSWERS[role]
    assert set(permissions.visible_articles(user)) == {
        article for article in (own, other) if permissions.can_view(user, article)
    }


def test_contributors_write_for_their_own_units_only():
    user, unit = make_user(role="Cộng tác viên"), make_unit()
    own = make_article()
    Article.objects.filter(pk=own.pk).update(created_by=user)
    own.refresh_from_db()
    Membership.objects.create(user=user, unit=unit)
    assert list(permissions.writable_units(user)) == [unit]
    assert not permissions.can_view(user, own)
    assert not permissions.visible_articles(user).exists()
