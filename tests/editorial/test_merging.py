import random
from copy import deepcopy

import pytest

from articles.editorial.merging import BOTH, MINE, THEIRS, merge

PLACE = {
    "order": 1, "photo_id": 7, "file_name": "a.jpg",
    "caption": "Cầu.", "alt_text": "", "is_decorative": False, "credit": "",
}  # fmt: skip
BASE = {
    "title": "Tin", "lead": "Một. Hai.", "body": "<p>Một.</p>\n<p>Hai.</p>",
    "unit_id": 1, "category_id": None, "genre_id": None,
    "dateline_date": None, "dateline_time": None, "cover_number": None, "source": "", "source_url": "",
    "bylines": [{"author_id": 1, "role": "text"}],
    "photos": [{"number": 1} | PLACE, {"number": 2} | PLACE | {"order": 2}],
    "attachments": [],
}  # fmt: skip


def but(**fields):
    return deepcopy(BASE) | fields


def photos(**by_number):
    """BASE's photos, changed: `p1=None` takes one out, `p3={…}` changes or adds one."""
    found = {place["number"]: dict(place) for place in BASE["photos"]}
    for name, values in by_number.items():
        number = int(name[1:])
        if values is None:
            del found[number]
        else:
            found[number] = found.get(number, {"number": number} | PLACE) | values
    return sorted(found.values(), key=lambda place: (place["order"], place["number"]))


def test_different_fields_go_together_without_a_question():
    merged = merge(BASE, but(title="Của tôi"), but(category_id=3))
    assert merged.clashes == []
    assert merged.content() == but(title="Của tôi", category_id=3)
    assert {point.name: point.suggestion for point in merged.points} == {
        "title": MINE,
        "category_id": THEIRS,
    }


def test_one_field_changed_by_both_is_a_clash_and_theirs_until_somebody_chooses():
    merged = merge(BASE, but(title="Của tôi"), but(title="Của họ"))
    [point] = merged.clashes
    assert (point.name, point.base, point.mine) == ("title", "Tin", "Của tôi")
    assert merged.content()["title"] == "Của họ"
    assert merged.content({"title": MINE})["title"] == "Của tôi"


def test_the_same_change_by_both_is_no_question():
    assert merge(BASE, but(title="Một"), but(title="Một")).points == []


def test_sentences_of_the_lead_and_blocks_of_the_body_go_together():
    mine = but(lead="Mốt. Hai.", body="<p>Mốt.</p>\n<p>Hai.</p>")
    theirs = but(lead="Một. Hai ba.", body="<p>Một.</p>\n<p>Hai ba.</p>")
    merged = merge(BASE, mine, theirs)
    assert [point.suggestion for point in merged.points] == [BOTH, BOTH]
    assert merged.content() == but(
        lead="Mốt. Hai ba.", body="<p>Mốt.</p>\n<p>Hai ba.</p>"
    )


def test_a_body_that_clashes_keeps_both_and_may_be_written_on():
    mine, theirs = but(body="<p>Tôi.</p>"), but(body="<p>Họ.</p>")
    merged = merge(BASE, mine, theirs)
    assert len(merged.clashes) == 1
    assert merged.content()["body"] == "<p>Họ.</p>\n<p>Tôi.</p>"
    typed = merged.content({"body": BOTH}, body="<p>Cả hai.<script>x</script></p>")
    assert typed["body"] == "<p>Cả hai.</p>"
    assert merged.content({"body": MINE}, body="<p>Khác.</p>")["body"] == "<p>Tôi.</p>"


def test_a_date_and_its_time_are_one_thing():
    mine = but(dateline_date="2026-07-03")
    theirs = but(dateline_date="2026-07-04", dateline_time="09:00:00")
    merged = merge(BASE, mine, theirs)
    assert [point.name for point in merged.clashes] == ["dateline"]
    chosen = merged.content({"dateline": MINE})
    assert (chosen["dateline_date"], chosen["dateline_time"]) == ("2026-07-03", None)


def test_a_text_that_would_grow_too_long_is_a_clash():
    long = "Dài " * 70 + "."
    base = but(title="A. B.")
    mine, theirs = but(title=f"{long} B."), but(title=f"A. {long}")
    assert [point.name for point in merge(base, mine, theirs).clashes] == ["title"]


def test_bylines_added_by_both_are_all_kept():
    mine = but(bylines=[*BASE["bylines"], {"author_id": 2, "role": "text"}])
    theirs = but(bylines=[*BASE["bylines"], {"author_id": 3, "role": "photo"}])
    merged = merge(BASE, mine, theirs)
    assert [line["author_id"] for line in merged.content()["bylines"]] == [1, 3, 2]
    assert [point.name for point in merged.clashes] == ["bylines"]  # in which order?


def test_a_byline_taken_out_here_and_one_added_there():
    mine = but(bylines=[])
    theirs = but(bylines=[{"author_id": 2, "role": "text"}, *BASE["bylines"]])
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == []
    assert merged.content()["bylines"] == [{"author_id": 2, "role": "text"}]


def test_caption_here_and_credit_there_go_together():
    mine = but(photos=photos(p1={"caption": "Cầu mới."}))
    theirs = but(photos=photos(p1={"credit": "Lan", "order": 5}))
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == []
    assert merged.content()["photos"] == photos(
        p1={"caption": "Cầu mới.", "credit": "Lan", "order": 5}
    )


def test_photos_added_and_taken_out_go_together():
    mine = but(photos=photos(p1=None))
    theirs = but(photos=photos(p3={"caption": "Thêm.", "order": 3}))
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == []
    assert [place["number"] for place in merged.content()["photos"]] == [2, 3]


def test_a_photo_taken_out_here_and_changed_there_is_a_clash():
    mine, theirs = but(photos=photos(p1=None)), but(photos=photos(p1={"credit": "Lan"}))
    merged = merge(BASE, mine, theirs)
    assert [point.name for point in merged.clashes] == ["photos-1"]
    assert merged.content() == theirs
    assert merged.content({"photos-1": MINE}) == mine


def test_two_new_photos_with_one_number_are_two_photos():
    mine = but(
        photos=photos(p3={"photo_id": 8}),
        body='<p>Một.</p>\n<img data-photo="3" alt="">\n<p>Hai.</p>',
    )
    theirs = but(photos=photos(p3={"photo_id": 9}))
    content = merge(BASE, mine, theirs).content()
    assert {p["number"]: p["photo_id"] for p in content["photos"]} == {
        1: 7, 2: 7, 3: 9, 4: 8,
    }  # fmt: skip
    assert '<img data-photo="4" alt="">' in content["body"]


def changed(chance, name):
    """BASE with a few changes, each with a text of its own."""
    content = deepcopy(BASE)
    for field in chance.sample(["title", "lead", "category_id", "bylines"], 2):
        content[field] = {
            "category_id": chance.randrange(5),
            "bylines": [{"author_id": chance.randrange(4), "role": "text"}],
        }.get(field, f"{name}-{chance.random()}.")
    content["body"] = chance.choice(
        [BASE["body"], f"{BASE['body']}\n<p>{name}-{chance.random()}.</p>"]
    )
    for place in chance.sample(content["photos"], 1):
        place["caption"] = f"{name}-{chance.random()}."
    if chance.random() < 0.3:
        content["photos"].pop()
    return content


@pytest.mark.parametrize("seed", range(100))
def test_the_laws_of_merging(seed):
    chance = random.Random(seed)  # noqa: S311 — no secret
    mine, theirs = changed(chance, "mine"), changed(chance, "theirs")
    assert merge(BASE, BASE, theirs).content() == theirs
    assert merge(BASE, mine, BASE).content() == mine
    merged = merge(BASE, mine, theirs)
    assert merged.content({point.name: MINE for point in merged.points}) == mine
    assert merged.content({point.name: THEIRS for point in merged.points}) == theirs
    kept = repr(merged.content()) + repr(merged.clashes)
    written = repr(mine) + repr(theirs)
    for word in set(written.replace("'", " ").replace("<", " ").split()):
        if word.startswith(("mine-", "p>mine-", "theirs-", "p>theirs-")):
            assert word in kept
