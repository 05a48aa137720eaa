import re

import pytest

from articles.photos import specs

DIGEST = "0123456789abcdef" * 4
STEM = f"renditions/01/{DIGEST[:32]}"


@pytest.mark.parametrize(
    ("spec", "size", "expected"),
    [
        ("inline", (4000, 3000), [(480, 360), (960, 720), (1600, 1200)]),
        ("inline", (700, 1400), [(480, 960), (700, 1400)]),
        ("inline", (300, 3), [(300, 3)]),
        ("hero", (4032, 3024), [(640, 360), (1200, 675), (1600, 900)]),
        ("hero", (1000, 300), [(533, 300)]),
        ("card", (3000, 4000), [(320, 213), (640, 427), (960, 640)]),
        ("share", (4000, 3000), [(1200, 630)]),
        ("share", (600, 600), [(600, 315)]),
        ("share", (1, 900), [(1, 1)]),
    ],
)
def test_sizes_keep_the_ratio_and_never_grow(spec, size, expected):
    assert specs.sizes(spec, *size) == expected


def test_a_name_says_all_that_made_the_file():
    assert specs.path(DIGEST, 960, "webp") == f"{STEM}-w960.webp"
    assert specs.path(DIGEST, 960, "webp", "inline", (1, 2)) == f"{STEM}-w960.webp"
    crop = specs.path(DIGEST, 640, "jpg", "card", (20, 100))
    assert crop == f"{STEM}-card-20x100-w640.jpg"


def test_every_name_can_be_read_back_and_passes_the_urlconf():
    made = specs.renditions(DIGEST, 4000, 3000, (5, 80))
    assert [specs.parse(each.path).path for each in made] == [
        each.path for each in made
    ]
    assert {each.stem for each in made} == {DIGEST[:32]}
    for each in made:
        assert re.fullmatch(specs.NAME, each.path.removeprefix("renditions/"))
    assert len({each.path for each in made}) == len(made) == 19


@pytest.mark.parametrize(
    "name",
    [
        "",
        f"{STEM}-w960.gif",
        f"{STEM}-w0960.webp",
        f"{STEM}-w960.webp\n",
        f"{STEM}-inline-50x50-w960.webp",
        f"{STEM}-poster-50x50-w960.webp",
        f"{STEM}-card-050x50-w640.webp",
        f"{STEM}-card-w640.webp",
        f"renditions/02/{DIGEST[:32]}-w960.webp",
        f"originals/01/{DIGEST}.jpg",
    ],
)
def test_other_names_stand_for_nothing(name):
    assert specs.parse(name) is None
