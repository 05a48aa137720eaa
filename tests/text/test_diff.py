import random
import time

import pytest

from articles.text import diff
from articles.text.diff import Row, Segment

WORDS = ["huyện", "xã", "thôn", "Thọ", "Xuân", "đường", "điện", "5%", "03/07/2026"]


def said(parts, leave_out):
    return "".join(part.text for part in parts if part.kind != leave_out)


def shown(parts):
    return [(part.kind, part.text) for part in parts]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("a b", "a b", [("equal", "a b")]),
        ("", "Tin mới.", [("insert", "Tin mới.")]),
        (
            "Giá 1.250 đồng, từ 03/07/2026.",
            "Giá 1.350 đồng, từ 04/07/2026.",
            [
                ("equal", "Giá "),
                ("delete", "1.250"),
                ("insert", "1.350"),
                ("equal", " đồng, từ "),
                ("delete", "03/07/2026"),
                ("insert", "04/07/2026"),
                ("equal", "."),
            ],
        ),
        (
            "Ủy ban nhân dân huyện.",
            "Ủy ban nhân dân huyện!",
            [("equal", "Ủy ban nhân dân huyện"), ("delete", "."), ("insert", "!")],
        ),
    ],
)
def test_words(old, new, expected):
    assert shown(diff.words(old, new)) == expected


@pytest.mark.parametrize("seed", range(30))
def test_both_texts_can_be_read_out_of_the_difference(seed):
    chance = random.Random(seed)  # noqa: S311 — no secret
    old, new = (
        " ".join(chance.choices(WORDS, k=chance.randrange(40))) for _ in range(2)
    )
    parts = diff.words(old, new)
    assert (said(parts, "insert"), said(parts, "delete")) == (old, new)


def test_a_phrase_that_is_exchanged_is_one_change():
    parts = diff.words("họp bàn về thu ngân sách", "họp tổng kết mùa vụ")
    assert shown(parts) == [
        ("equal", "họp "),
        ("delete", "bàn về thu ngân sách"),
        ("insert", "tổng kết mùa vụ"),
    ]


def test_bodies_go_by_block_then_by_word():
    old = "<p>Một.</p>\n<p>Hai ba bốn.</p>\n<p>Năm.</p>"
    new = "<p>Một.</p>\n<p>Hai ba sáu.</p>\n<p>Chen vào.</p>\n<p>Năm.</p>"
    assert [(row.kind, shown(row.segments)) for row in diff.bodies(old, new)] == [
        ("equal", [("equal", "Một.")]),
        (
            "changed",
            [
                ("equal", "Hai ba "),
                ("delete", "bốn"),
                ("insert", "sáu"),
                ("equal", "."),
            ],
        ),
        ("insert", [("insert", "Chen vào.")]),
        ("equal", [("equal", "Năm.")]),
    ]


def test_bold_and_a_link_s_address_are_changes():
    old = '<p>Một hai <a href="https://a.vn/">ba</a></p>'
    new = '<p>Một <strong>hai</strong> <a href="https://b.vn/">ba</a></p>'
    [row] = diff.bodies(old, new)
    assert Segment("delete", "hai") in row.segments
    assert Segment("insert", "hai", ("strong",)) in row.segments
    assert "https://b.vn/" in said(row.new, "delete")
    assert "https://a.vn/" in said(row.old, "insert")


def test_a_photo_is_a_block_with_its_number():
    rows = diff.bodies("<p>Chữ.</p>", '<p>Chữ.</p>\n<img data-photo="3" alt="x">')
    assert rows[1].kind == "insert"
    assert "3" in rows[1].segments[0].text


def test_items_of_a_list_and_rows_of_a_table_are_lines():
    block = (
        "<ul><li>a</li><li>b</li></ul>\n"
        "<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>"
    )
    rows = diff.bodies(block, block)
    assert [said(row.segments, "insert") for row in rows] == [
        "• a\n• b",
        "1 | 2 | \n3 | ",
    ]


def test_markup_is_given_as_plain_text():
    [row] = diff.bodies("", "<p>&lt;script&gt; &amp; Co</p>")
    assert row == Row("insert", [Segment("insert", "<script> & Co")])


def body_of(words, per_block):
    chance = random.Random(words)  # noqa: S311 — no secret
    vocabulary = [f"từ{number}" for number in range(1500)]
    blocks = [
        chance.choices(vocabulary, k=per_block) for _ in range(words // per_block)
    ]
    return "\n".join(f"<p>{' '.join(block)}.</p>" for block in blocks)


@pytest.mark.parametrize("per_block", [100, 7000])
def test_a_long_body_takes_no_time(per_block):
    old = body_of(7000, per_block)
    new = old.replace("từ7 ", "bảy ", 3)
    start = time.process_time()
    diff.bodies(old, new)
    assert time.process_time() - start < 0.5  # measured: 10 to 40 ms


def test_a_text_made_to_be_slow_is_not():
    start = time.process_time()
    diff.bodies("<p>a</p>\n" * 11_000, "<p>b</p>\n" + "<p>a</p>\n<p>b</p>\n" * 9_000)
    assert time.process_time() - start < 5
