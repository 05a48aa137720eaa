import pytest
from django.core.exceptions import PermissionDenied

from articles.editorial import editing
from articles.models import Article, Membership, Status
from tests.factories import make_article, make_unit, make_user, publish

pytestmark = pytest.mark.django_db

DIRTY = '<p onclick="steal()">Sạch<script>steal()</script></p>'


def test_a_new_text_is_cleaned_owned_and_recorded():
    user = make_user(role="Phóng viên")
    article = editing.save_new(
        Article(title="Tin", unit=make_unit(), body=DIRTY), actor=user
    )
    article.refresh_from_db()
    assert (article.body, article.created_by) == ("<p>Sạch</p>", user)
    assert list(article.events.values_list("action", "actor")) == [("create", user.pk)]


def test_a_changed_text_is_cleaned_and_recorded():
    article = make_article()
    article.body = DIRTY
    editing.save_edit(article, actor=None, changed=["body"])
    article.refresh_from_db()
    assert article.body == "<p>Sạch</p>"
    assert article.events.get(action="edit").details == {
        "changed": ["body"],
        "version": 2,
    }


def test_a_status_smuggled_in_with_an_edit_is_ignored():
    article = make_article()
    article.status = Status.PUBLISHED
    editing.save_edit(article, actor=None, changed=["title"])
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_others_may_not_change_my_text():
    article = make_article(actor=make_user(role="Cộng tác viên"), title="Của tôi")
    article.title = "Bị sửa"
    with pytest.raises(PermissionDenied):
        editing.save_edit(
            article, actor=make_user(role="Cộng tác viên"), changed=["title"]
        )
    assert Article.objects.get().title == "Của tôi"


def test_an_editor_reopens_a_published_text_by_changing_it():
    article = publish().article
    article.refresh_from_db()
    article.title = "Đã sửa"
    editing.save_edit(article, actor=make_user(role="Biên tập viên"), changed=["title"])
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    assert list(article.events.values_list("action", flat=True)[:2]) == [
        "reopen",
        "edit",
    ]


def test_a_save_that_changes_nothing_leaves_no_trace():
    article = publish().article
    article.refresh_from_db()
    editing.save_edit(article, actor=None, changed=["title"])
    article.refresh_from_db()
    assert (article.status, article.revisions.count()) == (Status.PUBLISHED, 1)
    assert not article.events.filter(action="edit").exists()


def test_a_save_based_on_an_older_version_is_refused_and_writes_nothing():
    article = make_article()
    mine = Article.objects.get(pk=article.pk)
    article.title = "Của người khác"
    editing.save_edit(article, actor=None, changed=["title"], based_on=1)
    mine.title = "Của tôi"
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_edit(mine, actor=None, changed=["title"], based_on=1)
    assert conflict.value.latest == 2
    assert Article.objects.get().title == "Của người khác"


def test_contributors_cannot_write_for_another_unit():
    user, own, other = make_user(role="Cộng tác viên"), make_unit(), make_unit()
    Membership.objects.create(user=user, unit=own)
    with pytest.raises(PermissionDenied):
        editing.save_new(Article(title="Tin", unit=other), actor=user)
    assert not Article.objects.exists()
