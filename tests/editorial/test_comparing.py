import pytest

from articles.editorial import comparing, versions
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    place_photo,
)

pytestmark = pytest.mark.django_db


def kinds(segments):
    return [(part.kind, part.text) for part in segments]


def test_every_field_and_part_that_differs_is_named():
    article = make_article(title="Tin cũ", authors=[make_author(name="Lê Lan")])
    old = versions.snapshot(article)
    article.title, article.body = "Tin mới", "<p>Khác.</p>"
    article.category = make_category(name="Kinh tế")
    article.dateline_date, article.dateline_time = "2026-07-03", None
    article.save()
    article.refresh_from_db()
    article.bylines.all().delete()
    place_photo(article, make_photo(), caption="Cầu mới")
    new = versions.snapshot(article)
    found = comparing.compare(old, new)
    assert {change.name: kinds(change.segments) for change in found.fields} == {
        "title": [("equal", "Tin "), ("delete", "cũ"), ("insert", "mới")],
        "category_id": [("insert", "Kinh tế")],
        "dateline_date": [("insert", "03/07/2026")],
    }
    assert [part.kind for part in found.bylines] == ["delete"]
    assert found.bylines[0].text.startswith("Lê Lan")
    [photo] = found.photos
    assert (photo.number, photo.kind, photo.old) == (1, "insert", None)
    assert "Cầu mới" in [part.text for each in photo.fields for part in each.segments]
    assert comparing.changed_parts(old, new) == [
        "title",
        "body",
        "category",
        "dateline_date",
        "photo_places",
        "bylines",
    ]


def test_a_photo_that_was_exchanged_shows_both_pictures():
    article = make_article()
    first, second = make_photo(colour="red"), make_photo(colour="blue")
    place = place_photo(article, first)
    old = versions.snapshot(article)
    place.photo = second
    place.save()
    [photo] = comparing.compare(old, versions.snapshot(article)).photos
    assert (photo.old, photo.new, photo.is_other_picture) == (first, second, True)


def test_two_versions_that_say_the_same_differ_in_nothing():
    content = versions.snapshot(make_article())
    assert not comparing.compare(content, content)


def test_a_name_that_left_the_registers_does_not_break_the_page():
    article = make_article(authors=[make_author()])
    old = versions.snapshot(article)
    old["bylines"][0]["author_id"] = 0
    old["category_id"] = 0
    found = comparing.compare(old, versions.snapshot(article))
    assert len(found.bylines) == 2
    assert [change.name for change in found.fields] == ["category_id"]


@pytest.mark.parametrize("number", [1, 3])
def test_names_are_asked_for_at_once(number, django_assert_num_queries):
    authors = [make_author() for _ in range(number)]
    article = make_article(authors=authors, category=make_category())
    for colour in ["red", "green", "blue"][:number]:
        place_photo(article, make_photo(colour=colour))
    new = versions.snapshot(article)
    old = new | {"bylines": [], "photos": [], "category_id": None}
    with django_assert_num_queries(4):  # unit, category, authors, photos
        assert len(comparing.compare(old, new).bylines) == number
