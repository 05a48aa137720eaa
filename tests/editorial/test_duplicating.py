from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from articles.editorial import duplicating
from articles.models import Article, Status
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_genre,
    make_photo,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db


def test_a_copy_is_a_draft_of_mine_without_a_date():
    editor, authors = make_user(role="Biên tập viên"), [make_author(), make_author()]
    article = make_article(
        authors=authors, category=make_category(), genre=make_genre(),
        dateline_date=date(2026, 7, 3), body='<p>Chữ.</p>\n<img data-photo="2">',
    )  # fmt: skip
    place_photo(article, file_name="mat.jpg")
    place_photo(
        article, make_photo(), caption="Chú thích", alt_text="Ảnh", credit="Lan"
    )
    publish(article)

    copy = duplicating.duplicate(article, actor=editor)

    copy = Article.objects.get(pk=copy.pk)
    for name in ("title", "lead", "body", "unit", "category", "genre"):
        assert getattr(copy, name) == getattr(article, name)
    assert (copy.created_by, copy.status) == (editor, Status.DRAFT)
    assert (copy.dateline_date, copy.dateline_time) == (None, None)
    assert [byline.author for byline in copy.bylines.all()] == authors
    parts = ["number", "order", "photo", "file_name", "caption", "alt_text", "credit"]
    assert list(copy.photo_places.values(*parts)) == list(
        article.photo_places.values(*parts)
    )
    assert not copy.editions.exists()
    assert list(copy.events.values_list("action", "actor")) == [
        ("duplicate", editor.pk)
    ]
    assert copy.revisions.count() == 1


def test_what_one_may_not_see_cannot_be_copied():
    writer = make_user(role="Cộng tác viên")
    with pytest.raises(PermissionDenied):
        duplicating.duplicate(make_article(), actor=writer)
    assert Article.objects.count() == 1


def test_those_who_may_not_write_cannot_copy():
    article = make_article()
    with pytest.raises(PermissionDenied):
        duplicating.duplicate(article, actor=make_user(role="Quản trị"))
    assert Article.objects.count() == 1
