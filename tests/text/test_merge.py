import random
import re

import pytest

from articles.text import html
from articles.text.merge import Clash, merge_body, merge_parts, merge_text

BASE = "<p>Một. Hai.</p>\n<p>Ba.</p>\n<p>Bốn.</p>"


def test_changes_to_different_blocks_go_together():
    mine = BASE.replace("Ba", "Ba của tôi")
    theirs = BASE.replace("Bốn", "Bốn của họ")
    merged = merge_body(BASE, mine, theirs)
    assert merged.text == BASE.replace("Ba", "Ba của tôi").replace("Bốn", "Bốn của họ")
    assert merged.clashes == ()


def test_changes_to_different_sentences_of_a_block_go_together():
    mine, theirs = BASE.replace("Một", "Mốt"), BASE.replace("Hai", "Hai mươi")
    merged = merge_body(BASE, mine, theirs)
    assert merged.text == BASE.replace("Một. Hai", "Mốt. Hai mươi")
    assert merged.clashes == ()


def test_two_changes_to_one_sentence_are_never_joined():
    base = "<p>Sản lượng tăng 5 % so với năm trước.</p>"
    mine, theirs = base.replace("tăng", "giảm"), base.replace("5", "7")
    merged = merge_body(base, mine, theirs)
    assert merged.text == f"{theirs}\n{mine}"
    assert merged.clashes == (Clash(base, mine, theirs),)


def test_only_the_contested_sentences_of_a_paragraph_are_doubled():
    base = "<p>Một. Hai. Ba.</p>"
    merged = merge_body(
        base, base.replace("Hai", "Hai tôi"), base.replace("Hai", "Hai họ")
    )
    assert merged.text == "<p>Một. Hai họ. Hai tôi. Ba.</p>"
    assert merged.clashes == (Clash("Hai.", "Hai tôi.", "Hai họ."),)


def test_two_sentences_added_at_one_place_stand_one_after_the_other():
    base = "<p>Một. Hai.</p>"
    mine, theirs = base.replace("</p>", " Tôi.</p>"), base.replace("</p>", " Họ.</p>")
    merged = merge_body(base, mine, theirs)
    assert merged.text == "<p>Một. Hai. Họ. Tôi.</p>"
    assert merged.clashes == (Clash("", "Tôi.", "Họ."),)


def test_a_sentence_before_and_a_change_behind_go_together():
    base = "<p>Một. Hai. <em>Ba.</em> Bốn.</p>"
    mine, theirs = base.replace("<p>", "<p>Tôi. "), base.replace("Bốn", "Bốn mươi")
    merged = merge_body(base, mine, theirs)
    assert merged.text == "<p>Tôi. Một. Hai. <em>Ba.</em> Bốn mươi.</p>"
    assert merged.clashes == ()


def test_a_paragraph_written_anew_by_both_stands_twice():
    base = "<p>Một. Hai.</p>"
    mine, theirs = "<p>Tôi một. Tôi hai.</p>", "<p>Họ.</p>"
    assert merge_body(base, mine, theirs).text == f"{theirs}\n{mine}"


@pytest.mark.parametrize("text", ["", " a.  b. \n\n c.\nd", "A. b.\tC.\u00a0D. ", "\n"])
def test_plain_text_keeps_its_white_space(text):
    assert merge_text("x. y.", text, "x. y.").text == text
    assert merge_text(text, text, "x. y.").text == "x. y."


def test_two_paragraphs_at_one_place_are_both_kept_and_reported():
    mine, theirs = f"{BASE}\n<p>Của tôi.</p>", f"{BASE}\n<p>Của họ.</p>"
    merged = merge_body(BASE, mine, theirs)
    assert merged.text == f"{BASE}\n<p>Của họ.</p>\n<p>Của tôi.</p>"
    assert merged.clashes == (Clash("", "<p>Của tôi.</p>", "<p>Của họ.</p>"),)


def test_what_one_deleted_and_the_other_changed_is_kept_and_reported():
    mine = BASE.replace("<p>Ba.</p>\n", "")
    theirs = BASE.replace("Ba", "Ba mươi")
    merged = merge_body(BASE, mine, theirs)
    assert merged.text == theirs
    assert merged.clashes == (Clash("<p>Ba.</p>", "", "<p>Ba mươi.</p>"),)


def test_formatting_that_would_overlap_is_not_joined():
    mine = BASE.replace("Một. Hai.", "<strong>Một. Hai.</strong>")
    theirs = BASE.replace("Hai.", "Hai mốt.")
    merged = merge_body(BASE, mine, theirs)
    assert html.sanitise(merged.text) == merged.text
    assert len(merged.clashes) == 1
    assert "<strong>Một. Hai.</strong>" in merged.text


def test_plain_text_goes_by_sentence():
    merged = merge_text("A b. C d. E f.", "A B. C d. E f.", "A b. C d. E F.")
    assert (merged.text, merged.clashes) == ("A B. C d. E F.", ())


def changed(base, chance, name):
    """The blocks with a few taken out, changed and put in; what is new is unique."""
    result = []
    for block in base:
        deed = chance.randrange(8)
        if deed == 0:
            continue
        if deed == 1:
            block = block.replace("</p>", f" {name}{chance.random()}.</p>")
        if deed == 2:
            block = block.replace("<p>", f"<p>{name}{chance.random()}. ")
        result.append(block)
        if deed == 3:
            result.append(f"<p>{name}{chance.random()}.</p>")
    return result


def words(body):
    return set(re.sub("<[^>]+>", " ", body).split())


def three(seed):
    chance = random.Random(seed)  # noqa: S311 — no secret
    base = [
        f"<p>Câu {i}. Thêm câu {chance.randrange(3)}.</p>"
        for i in range(chance.randrange(12))
    ]
    mine, theirs = (changed(base, chance, name) for name in ("mine", "theirs"))
    return ["\n".join(blocks) for blocks in (base, mine, theirs)]


@pytest.mark.parametrize("seed", range(200))
def test_the_laws_of_merging(seed):
    base, mine, theirs = three(seed)
    assert merge_body(base, base, theirs).text == theirs
    assert merge_body(base, mine, base).text == mine
    assert merge_body(base, mine, mine).text == mine
    merged = merge_body(base, mine, theirs)
    assert html.sanitise(merged.text) == merged.text
    # Every word that either wrote stands in the result, clash or not.
    for side in (mine, theirs):
        assert words(side) - words(base) - words(merged.text) == set()


@pytest.mark.parametrize("seed", range(200))
def test_nobody_s_block_is_brought_back_or_dropped_without_a_clash(seed):
    base, mine, theirs = (text.split("\n") for text in three(seed))
    merged, clashes = merge_parts(base, mine, theirs)
    if clashes:
        return
    for block in base:
        if (block in mine) != (block in theirs):  # one kept it, the other did not
            assert block not in merged
