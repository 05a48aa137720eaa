import pytest

from articles.text.html import sanitise
from articles.text.normalise.word import Numbering, numberings


def item(text: str, marker: str | None = None, level: int = 1) -> str:
    """A list paragraph as Word writes it; without a marker of its own if there is none."""
    sign = f"<span style='mso-list:Ignore'>{marker}&nbsp; </span>" if marker else ""
    return (
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]>{sign}<![endif]>{text}</p>"
    )


@pytest.mark.parametrize(
    "marker", ["·", "o", "§", "•", "-", "–", "+", "v", "Ø", "\uf0b7", "*"]
)
def test_every_bullet_makes_a_plain_list(marker):
    html = item("một", marker) + item("hai", marker)
    assert sanitise(html) == "<ul><li>một</li><li>hai</li></ul>"


@pytest.mark.parametrize(
    ("first", "second", "attributes"),
    [
        ("1.", "2.", ""),
        ("1)", "2)", ""),
        ("(1)", "(2)", ""),
        ("3.", "4.", ' start="3"'),
        ("a)", "b)", ' type="a"'),
        ("A.", "B.", ' type="A"'),
        ("c)", "d)", ' start="3" type="a"'),
        ("i.", "ii.", ' type="i"'),
        ("IX.", "X.", ' start="9" type="I"'),
    ],
)
def test_numbers_make_a_list_that_counts_the_same(first, second, attributes):
    html = item("một", first) + item("hai", second)
    assert sanitise(html) == f"<ol{attributes}><li>một</li><li>hai</li></ol>"


def test_a_letter_that_is_also_a_roman_numeral_continues_its_list():
    html = "".join(item(letter, f"{letter})") for letter in "hijk")
    items = "".join(f"<li>{letter}</li>" for letter in "hijk")
    assert sanitise(html) == f'<ol start="8" type="a">{items}</ol>'


@pytest.mark.parametrize("marker", ["1.1.", "đ)", "Điều 1.", "1.a"])
def test_a_number_that_no_list_can_show_stays_in_the_text(marker):
    assert sanitise(item("một", marker)) == f"<p>{marker} một</p>"


def test_a_number_out_of_turn_begins_another_list():
    html = item("một", "1.") + item("hai", "2.") + item("lại một", "1.")
    assert sanitise(html) == (
        "<ol><li>một</li><li>hai</li></ol>\n<ol><li>lại một</li></ol>"
    )


def test_a_list_goes_on_counting_after_a_paragraph():
    html = item("một", "1.") + "<p>giữa</p>" + item("hai", "2.")
    assert sanitise(html) == (
        '<ol><li>một</li></ol>\n<p>giữa</p>\n<ol start="2"><li>hai</li></ol>'
    )


def test_bullets_after_numbers_are_another_list():
    html = item("một", "1.") + item("hai", "-")
    assert sanitise(html) == "<ol><li>một</li></ol>\n<ul><li>hai</li></ul>"


def test_levels_nest_even_where_one_is_left_out():
    html = item("a", "·") + item("b", "o", 3) + item("c", "o", 2) + item("d", "·")
    assert sanitise(html) == (
        "<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li><li>d</li></ul>"
    )


def test_a_list_that_begins_deep_comes_up():
    html = item("a", "o", 2) + item("b", "·", 1)
    assert sanitise(html) == "<ul><li>a</li></ul>\n<ul><li>b</li></ul>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("·&nbsp;&nbsp; một", "<ul><li>một</li></ul>"),
        ("2.&nbsp; hai", '<ol start="2"><li>hai</li></ol>'),
        ("<b>a)</b> <b>một</b>", '<ol type="a"><li><strong>một</strong></li></ol>'),
        ("một", "<ul><li>một</li></ul>"),
        ("2.500 người", "<ul><li>2.500 người</li></ul>"),
    ],
)
def test_a_marker_without_its_span_is_found_in_the_text(text, expected):
    assert sanitise(item(text)) == expected


def test_a_list_in_a_cell():
    html = f"<table><tr><td>{item('một', '-')}{item('hai', '-')}</td></tr></table>"
    assert sanitise(html) == (
        "<table><tbody><tr><td><ul><li>một</li><li>hai</li></ul></td></tr></tbody></table>"
    )


def test_a_numbered_heading_keeps_its_number():
    html = (
        "<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>I.&nbsp;"
        "</span>Mục đích</h2>"
    )
    assert sanitise(html) == "<h2>I. Mục đích</h2>"


@pytest.mark.parametrize(
    ("attributes", "tag"),
    [
        ("class=MsoTitle", "h2"),
        ("class=MsoHeading7", "h4"),
        ("style='mso-outline-level:1'", "h2"),
        ("style='mso-outline-level:3'", "h3"),
        ("style='mso-outline-level:body-text'", "p"),
        ("class=MsoNormal", "p"),
    ],
)
def test_paragraphs_that_are_headings(attributes, tag):
    assert sanitise(f"<p {attributes}>a</p>") == f"<{tag}>a</{tag}>"


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("12.", [Numbering("1", 12)]),
        ("c)", [Numbering("a", 3), Numbering("i", 100)]),
        ("i)", [Numbering("i", 1), Numbering("a", 9)]),
        ("xiv.", [Numbering("i", 14)]),
        ("1", []),
        ("ab)", []),
        ("", []),
    ],
)
def test_readings_of_a_marker(marker, expected):
    assert numberings(marker) == expected
