"""Whatever the text, its time grows with its length and not with the square of it."""

from time import process_time

import pytest

from articles.text.encodings import decode
from articles.text.html import plain_text, sanitise
from articles.text.vietnamese import collation_key, fold, nfc, one_line, slugify

NEGLIGIBLE = 1.5  # seconds, on a busy machine; a quadratic way takes several
MARKS = "\u0323\u0301"  # of two classes, so that a normal form must sort them

# What stands once, what is repeated, and how often.
MARKUP = {
    "rules in an item": ("<ul><li>", "a<hr>", 500),
    "paragraphs in a cell": ("<table><tr><td>", "a<p></p>", 500),
    "tables in an item": ("<li>", "a<table></table>", 500),
    "captions in a figure": (
        "<figure>",
        "<img src=/media/a.jpg><figcaption>a</figcaption>",
        1_500,
    ),
    "photos in a figure": (
        "<figure>",
        "a<img data-photo=1><figcaption>a</figcaption>",
        1_500,
    ),
    "photos in an item": (
        "<li>",
        "a <figure><img data-photo=1><figcaption>a</figcaption></figure> ",
        500,
    ),
    "marks on a letter": ("a", MARKS, 20_000),
    "marks in tags": ("a" * 100_000, f"<b>{MARKS}</b><i>{MARKS}</i>", 1_500),
    "marks in tags at the end": ("", f"<b>{MARKS}</b>a<i>{MARKS}</i>", 1_500),
}


def seconds(function, text) -> float:
    start = process_time()
    function(text)
    return process_time() - start


def assert_grows_with_length(function, before, repeated, count):
    """The quickest of three runs counts: what else the machine does only ever adds."""
    short, long = (before + repeated * times for times in (count, 4 * count))
    if seconds(function, long) < NEGLIGIBLE:
        return
    four_times = min(seconds(function, long) for _ in range(3))
    once = min(seconds(function, short) for _ in range(3))
    assert four_times < max(8 * once, NEGLIGIBLE)


@pytest.mark.parametrize("function", [sanitise, plain_text])
@pytest.mark.parametrize("case", MARKUP.values(), ids=MARKUP)
def test_markup(function, case):
    assert_grows_with_length(function, *case)


def decode_utf8(text: str) -> str:
    return decode(text.encode())


@pytest.mark.parametrize(
    "function", [nfc, one_line, fold, slugify, collation_key, decode_utf8]
)
@pytest.mark.parametrize(
    "repeated",
    [MARKS, "\u0f73\u0323", "\u0301\uff9e", "\u0344\u0323", "a" + MARKS, "\u1e9e"],
    ids=["marks", "hidden marks", "wide marks", "double marks", "letters", "growing"],
)
def test_text(function, repeated):
    assert_grows_with_length(function, "a", repeated, 10_000)
