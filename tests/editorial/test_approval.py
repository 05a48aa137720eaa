import pytest
from django.core.exceptions import PermissionDenied

from articles.editorial import (
    approval,
    editing,
    photo_describing,
    photo_replacing,
    photo_texts,
    publishing,
    versions,
)
from articles.models import Approval, Article, Edition
from articles.photos import intake
from tests.factories import (
    make_article,
    make_photo,
    make_user,
    picture_file,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

HEAD = "Trưởng ban biên tập"
COLOURS = ["red", "green", "blue"]


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


# --- the library's words ------------------------------------------------------


def describe(photo, actor, *, tags=(), **fields):
    photo.refresh_from_db()
    for name, value in fields.items():
        setattr(photo, name, value)
    photo_describing.describe(photo, tags=tags, actor=actor)


def illustrated(photo):
    article = make_article(actor=make_user(role="Cộng tác viên"))
    place_photo(article, photo)
    versions.take(article, actor=article.created_by)
    return article


@pytest.mark.parametrize(
    "fields",
    [
        {"caption": "Lời của trưởng ban"},
        {"alt_text": "Cây cầu"},
        {"is_decorative": True},
        {"credit": "Ông Tám"},
        {"focus_x": 10},
    ],
)
def test_whoever_words_a_photo_in_the_library_worked_on_the_bulletins_that_have_it(
    fields,
):
    head, photo = make_user(role=HEAD), make_photo()
    article, other = illustrated(photo), make_article()
    describe(photo, head, **fields)
    assert head.pk in approval.touched_by(article)
    assert head.pk not in approval.touched_by(other)
    with pytest.raises(approval.SecondPairOfEyesNeeded):
        publishing.publish(article, actor=head)
    assert not Edition.objects.exists()


def test_what_readers_do_not_get_is_no_work_on_the_text():
    head, photo = make_user(role=HEAD), make_photo()
    article = illustrated(photo)
    describe(photo, head, tags=["Cầu"], people="public", place="Vân Trà")
    assert publishing.publish(article, actor=head).approval.is_urgent is False


def test_words_that_the_library_learns_from_another_bulletin_count_too():
    head, photo = make_user(role=HEAD), make_photo()
    article = illustrated(photo)
    place = place_photo(make_article(actor=head), photo, caption="Lời qua cửa khác")
    photo_texts.settle(place, actor=head)
    with pytest.raises(approval.SecondPairOfEyesNeeded):
        publishing.publish(article, actor=head)


def test_words_that_a_new_file_took_over_are_still_their_writer_s():
    head, photo = make_user(role=HEAD), make_photo()
    article = illustrated(photo)
    describe(photo, head, caption="Lời của trưởng ban")
    received = intake.receive(picture_file(colour="red"))
    editor = make_user(role="Biên tập viên")
    photo_replacing.replace(photo, received, actor=editor)
    assert approval.touched_by(article) >= {head.pk, editor.pk}


def test_words_of_before_the_text_was_begun_or_approved_are_no_work_on_it():
    head, photo = make_user(role=HEAD), make_photo()
    describe(photo, head, caption="Có sẵn trong kho")
    article = illustrated(photo)
    assert head.pk not in approval.touched_by(article)
    describe(photo, head, caption="Sửa trong kho")
    publishing.publish(article, actor=make_user(role=HEAD))
    edit(article, make_user(role="Biên tập viên"), title="Bản sau")
    assert head.pk not in approval.touched_by(article)
    describe(photo, head, caption="Sửa lần nữa")
    assert head.pk in approval.touched_by(article)


@pytest.mark.parametrize("number", [1, 3])
def test_asking_who_worked_costs_the_same_however_many(
    number, django_assert_num_queries
):
    articles = [illustrated(make_photo(colour=each)) for each in COLOURS[:number]]
    with django_assert_num_queries(4):
        found = approval.touched_by_each(articles)
    assert found == {each.pk: {each.created_by_id} for each in articles}
