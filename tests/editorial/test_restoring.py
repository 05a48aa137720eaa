import pytest
from django.core.exceptions import PermissionDenied

from articles.editorial import editing, restoring, versions
from articles.models import Article, Author, Status
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    """Two versions that differ in everything; the first has two photos and an author."""
    article = make_article(
        title="Bản đầu",
        category=make_category(),
        dateline_date="2026-07-03",
        dateline_time="09:21",
    )
    article = Article.objects.get(pk=article.pk)

    def first_parts():
        article.bylines.create(author=make_author(name="Lê Lan"), role="text")
        place_photo(article, make_photo(colour="red"), caption="Ảnh một")
        place_photo(article, make_photo(colour="blue"), caption="Ảnh hai")

    editing.save_edit(article, actor=None, changed=[], save_parts=first_parts)
    article.title, article.lead, article.body = "Bản sau", "Khác.", "<p>Khác.</p>"
    article.category = article.dateline_date = article.dateline_time = None

    def later_parts():
        article.bylines.all().delete()
        article.bylines.create(author=make_author(), role="photo")
        article.photo_places.get(number=1).delete()
        article.photo_places.filter(number=2).update(caption="Sửa", order=9)

    editing.save_edit(article, actor=None, changed=[], save_parts=later_parts)
    return article


def content(article, number):
    return versions.content_of(article.revisions.get(number=number))


def test_a_restored_version_is_the_next_one_with_everything_as_it_was(article):
    editor = make_user(role="Biên tập viên")
    kept = article.photo_places.get().pk
    restoring.restore(article.revisions.get(number=2), actor=editor, based_on=3)
    assert versions.snapshot(Article.objects.get()) == content(article, 2)
    last = article.revisions.get(number=4)
    assert (last.actor, last.digest) == (editor, article.revisions.get(number=2).digest)
    assert "2" in last.note
    assert article.photo_places.get(number=2).pk == kept  # a row that stays is the same
    event = article.events.filter(action="edit").order_by("-number").first()
    assert event.details["version"] == 4
    assert {"title", "bylines", "photo_places"} <= set(event.details["changed"])


def test_restoring_there_and_back_leads_to_the_same_text(article):
    restoring.restore(article.revisions.get(number=2), actor=None)
    restoring.restore(article.revisions.get(number=3), actor=None)
    assert content(article, 5) == content(article, 3)


def test_restoring_what_stands_makes_no_version(article):
    restoring.restore(article.revisions.get(number=3), actor=None, based_on=3)
    assert article.revisions.count() == 3


def test_somebody_saved_in_the_meantime(article):
    with pytest.raises(editing.Conflict):
        restoring.restore(article.revisions.get(number=1), actor=None, based_on=2)
    assert versions.snapshot(Article.objects.get()) == content(article, 3)


def test_whoever_may_not_edit_may_not_restore(article):
    with pytest.raises(PermissionDenied):
        restoring.restore(
            article.revisions.get(number=1), actor=make_user(role="Cộng tác viên")
        )


def test_a_version_that_names_what_is_gone_is_refused_and_nothing_changes(article):
    Author.objects.filter(name="Lê Lan").delete()
    with pytest.raises(restoring.NamesTheGone):
        restoring.restore(article.revisions.get(number=2), actor=None)
    assert article.revisions.count() == 3


def test_a_published_text_becomes_a_draft_again():
    article = publish().article
    article.refresh_from_db()
    article.title = "Sửa"
    editing.save_edit(article, actor=None, changed=["title"])
    publish(article)
    restoring.restore(article.revisions.get(number=1), actor=None)
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    assert article.editions.live().get().title == "Sửa"


def test_bylines_keep_their_printed_order(article):
    standing = versions.snapshot(article)
    authors = [make_author() for _ in range(3)]
    lines = [{"author_id": author.pk, "role": "text"} for author in authors]
    for order in (lines, lines[::-1], [lines[1], lines[0]]):
        restoring.become(article, standing | {"bylines": order}, actor=None)
        assert versions.snapshot(article)["bylines"] == order
