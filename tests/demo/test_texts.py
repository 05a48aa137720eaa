import re
import unicodedata

import pytest

from articles.demo import pictures, texts
from articles.text import html

BULLETINS = texts.bulletins()
NEWSROOM = texts.newsroom()
GALLERIES = {row["slug"] for row in NEWSROOM["genres"] if row.get("is_gallery")}


def slugs(name):
    return {row["slug"] for row in NEWSROOM[name]}


def test_there_is_a_year_of_bulletins():
    days = sorted(bulletin.date for bulletin in BULLETINS if bulletin.date)
    assert len(BULLETINS) >= 45
    assert (days[-1] - days[0]).days > 350
    assert {(day.year, day.month) for day in days} == {
        (2025, 11), (2025, 12), *((2026, month) for month in range(1, 12))
    }  # fmt: skip


def test_every_state_of_a_bulletin_is_shown():
    roles = {bulletin.role for bulletin in BULLETINS}
    assert roles == {
        "", "draft", "submitted", "edited", "returned", "scheduled", "withdrawn", "corrected"
    }  # fmt: skip


def test_six_units_and_one_of_them_succeeded():
    assert len(NEWSROOM["units"]) == 6
    assert len(NEWSROOM["successions"]) == 1


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda each: each.title[:40])
def test_a_bulletin_is_whole(bulletin):
    assert bulletin.unit in slugs("units")
    assert bulletin.category in slugs("categories")
    assert bulletin.genre in slugs("genres")
    # The photos of a photo story follow its text.
    named = 0 if bulletin.genre in GALLERIES else len(bulletin.photos)
    numbers = html.photo_numbers(html.sanitise(bulletin.body))
    assert numbers == list(range(1, named + 1))
    assert {photo["scene"] for photo in bulletin.photos} <= set(pictures.SCENES)
    assert bool(bulletin.photo_by) == bool(bulletin.photos)
    text = f"{bulletin.title}\n{bulletin.lead}\n{bulletin.body}"
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"\bhuyện\b|  ", text)


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda each: each.title[:40])
def test_the_sanitiser_finds_nothing_to_clean(bulletin):
    assert html.plain_text(html.sanitise(bulletin.body)) == html.plain_text(
        bulletin.body
    )
    assert re.findall(r"<\w+", html.sanitise(bulletin.body)) == re.findall(
        r"<\w+", bulletin.body
    )


def test_a_correction_can_be_told_apart():
    [corrected] = [bulletin for bulletin in BULLETINS if bulletin.role == "corrected"]
    assert corrected.body.count(corrected.right) == 1
    assert corrected.wrong not in corrected.body
