"""Fifty people save one bulletin at once, in transactions of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.editorial import editing, restoring, versions
from articles.editorial.merging import merge
from articles.models import Article
from tests.factories import make_article, make_author, make_photo, place_photo

pytestmark = pytest.mark.django_db(transaction=True)

EDITORS = 50
AT_ONCE = 10  # connections; the throwaway PostgreSQL has few


@pytest.fixture
def article():
    """Version 1: a paragraph for each editor, a photo for some of them."""
    body = "\n".join(f"<p>Đoạn {number}. Câu hai.</p>" for number in range(EDITORS))
    article = make_article(title="Tin chung", lead="Sapô.", body=body)

    def save_parts():
        place_photo(article, make_photo(), caption="Chú thích.")
        place_photo(article, make_photo(), caption="Chú thích.")

    # A version of its own, so that the photos belong to what everybody begins from.
    editing.save_edit(article, actor=None, changed=[], save_parts=save_parts)
    return article


def words_of(number):
    """What only this editor writes: one word in each place that they change."""
    words = {"body": f"thân{number}x"}
    if number % 2:
        words["end"] = f"cuối{number}x"
    if number % 5 == 0:
        words["title"] = f"tít{number}x"
    if number % 7 == 0:
        words["caption"] = f"ảnh{number}x"
    return words


def written(base, number, author):
    """The base as one editor would have it."""
    words = words_of(number)
    mine = {
        **base,
        "bylines": list(base["bylines"]),
        "photos": [*map(dict, base["photos"])],
    }
    mine["body"] = base["body"].replace(
        f"<p>Đoạn {number}. Câu hai.</p>", f"<p>Đoạn {number}. Câu {words['body']}.</p>"
    )
    if "end" in words:
        mine["body"] += f"\n<p>Thêm {words['end']}.</p>"
    if "title" in words:
        mine["title"] = f"Tin {words['title']}"
    if "caption" in words:
        mine["photos"][number % 2]["caption"] = f"Chú thích {words['caption']}."
    if number % 10 == 0:
        mine["bylines"].append({"author_id": author.pk, "role": "text"})
    return mine


def save_until_it_stands(article, content, base):
    """What an editor's browser and the page of conflicts do; returns the clashes met."""
    clashes = []
    while True:
        try:
            restoring.become(article, content, actor=None, based_on=base)
        except editing.Conflict as conflict:
            sides = [
                versions.content_of(article.revisions.get(number=number))
                for number in (base, conflict.latest)
            ]
            merged = merge(sides[0], content, sides[1])
            clashes += merged.clashes
            content, base = merged.content(), conflict.latest
        else:
            return clashes


def test_fifty_conflicting_saves_lose_not_one_word(article):
    base = versions.latest(article).number
    content = versions.content_of(article.revisions.get(number=base))
    authors = [make_author() for _ in range(EDITORS)]
    together = Barrier(AT_ONCE)

    def save(number):
        try:
            if number < AT_ONCE:
                together.wait(timeout=60)  # at least these begin at the same moment
            mine = written(content, number, authors[number])
            return save_until_it_stands(Article.objects.get(), mine, base)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as editors:
        clashes = [
            clash for found in editors.map(save, range(EDITORS)) for clash in found
        ]

    numbers = list(
        article.revisions.order_by("number").values_list("number", flat=True)
    )
    assert numbers == list(range(1, base + EDITORS + 1))
    assert list(article.events.filter(action="edit").values_list("number", flat=True))
    last = versions.content_of(article.revisions.get(number=numbers[-1]))
    assert last == versions.snapshot(Article.objects.get())
    for number in range(EDITORS):
        words = words_of(number)
        # Nobody else touched these: they stand in the text itself.
        assert f"Câu {words['body']}." in last["body"]
        assert words.get("end", "") in last["body"]
        # These were changed by several: they stand, or the clash that they met says so.
        for name in ("title", "caption"):
            assert words.get(name, "") in repr(last) + repr(clashes)
    named = {line["author_id"] for line in last["bylines"]}
    assert named == {author.pk for author in authors[::10]}
