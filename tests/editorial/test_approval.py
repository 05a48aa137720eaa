import pytest
from django.core.exceptions import PermissionDenied

from articles.editorial import approval, editing, publishing, versions
from articles.models import Approval, Article, Edition
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

HEAD = "Trưởng ban biên tập"


def edit(article, actor, **fields):
    article.refresh_from_db()
    for name, value in fields.items():
        setattr(article, name, value)
    editing.save_edit(article, actor=actor, changed=sorted(fields))


def test_the_approval_keeps_the_digest_of_exactly_what_was_approved():
    head, article = (
        make_user(role=HEAD),
        make_article(actor=make_user(role="Phóng viên")),
    )
    edition = publishing.publish(article, actor=head)
    given = edition.approval
    assert (given.actor, given.is_urgent) == (head, False)
    assert (
        given.digest
        == versions.latest(article).digest
        == versions.current_digest(article)
    )


def test_a_text_that_changed_meanwhile_is_not_approved():
    head, article = make_user(role=HEAD), make_article()
    seen = versions.current_digest(article)
    edit(article, make_user(role="Biên tập viên"), title="Sửa vội")
    with pytest.raises(approval.TextChanged):
        publishing.publish(article, actor=head, seen_digest=seen)
    assert not Edition.objects.exists()


def test_whoever_wrote_the_text_cannot_let_it_through():
    head = make_user(role=HEAD)
    article = make_article(actor=head)
    with pytest.raises(approval.SecondPairOfEyesNeeded):
        publishing.publish(article, actor=head)
    assert not Edition.objects.exists()


def test_whoever_touched_it_last_cannot_either():
    head, article = (
        make_user(role=HEAD),
        make_article(actor=make_user(role="Phóng viên")),
    )
    edit(article, head, title="Sửa một chữ")
    with pytest.raises(approval.SecondPairOfEyesNeeded):
        publishing.publish(article, actor=head)


def test_work_that_was_approved_before_does_not_count_again():
    first, second = make_user(role=HEAD), make_user(role=HEAD)
    article = make_article(actor=first)
    publishing.publish(article, actor=second)
    edit(article, make_user(role="Biên tập viên"), title="Bản sau")
    assert publishing.publish(article, actor=first).number == 2


def test_urgent_publication_alone_needs_a_reason_and_stays_marked():
    head = make_user(role=HEAD)
    article = make_article(actor=head)
    with pytest.raises(approval.SecondPairOfEyesNeeded):
        publishing.publish(article, actor=head, urgent_reason="  ")
    edition = publishing.publish(article, actor=head, urgent_reason="Lũ về trong đêm.")
    assert (edition.approval.is_urgent, edition.approval.reason) == (
        True,
        "Lũ về trong đêm.",
    )
    assert article.events.get(action="publish").details["urgent"] == "Lũ về trong đêm."
    edit(article, make_user(role="Biên tập viên"), title="Bản sau")
    publishing.publish(article, actor=head)
    assert Approval.objects.filter(is_urgent=True).count() == 1


def test_urgency_needs_the_right_to_it():
    user = make_user(
        "view_article",
        "view_any_article",
        "add_article",
        "write_for_any_unit",
        "publish_article",
    )
    article = make_article(actor=user)
    with pytest.raises(PermissionDenied):
        publishing.publish(article, actor=user, urgent_reason="Gấp.")
    assert not Edition.objects.exists()


def test_the_system_publishes_what_it_made():
    assert publish().approval.actor is None


def test_urgent_publications_are_counted_and_marked_for_ever():
    head = make_user(role=HEAD)
    urgent, calm = make_article(actor=head), make_article()
    publishing.publish(urgent, actor=head, urgent_reason="Lũ về.")
    publishing.publish(calm, actor=head)
    edit(urgent, make_user(role="Biên tập viên"), title="Bản sau")
    publishing.publish(urgent, actor=head)
    assert (approval.urgent_count(), approval.urgent_count(urgent)) == (1, 1)
    assert approval.urgent_count(calm) == 0
    marked = approval.with_urgency(Article.objects.all())
    assert {each.pk: each.was_urgent for each in marked} == {
        urgent.pk: True,
        calm.pk: False,
    }
