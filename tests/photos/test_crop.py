import pytest

from articles.photos import crop


@pytest.mark.parametrize(
    ("size", "ratio", "focus", "expected"),
    [
        ((4000, 3000), (16, 9), (50, 50), (0, 375, 4000, 2625)),
        ((4000, 3000), (16, 9), (50, 0), (0, 0, 4000, 2250)),
        ((4000, 3000), (16, 9), (50, 100), (0, 750, 4000, 3000)),
        ((3000, 1000), (1, 1), (20, 50), (100, 0, 1100, 1000)),
        ((3000, 1000), (1, 1), (90, 50), (2000, 0, 3000, 1000)),
        ((300, 200), (3, 2), (0, 100), (0, 0, 300, 200)),
        ((1, 1), (16, 9), (50, 50), (0, 0, 1, 1)),
    ],
)
def test_the_largest_box_around_the_focus(size, ratio, focus, expected):
    assert crop.around(*size, ratio, focus) == expected


@pytest.mark.parametrize("size", [(1, 50), (50, 1), (7, 5), (1999, 1333)])
@pytest.mark.parametrize("ratio", [(16, 9), (3, 2), (1200, 630)])
@pytest.mark.parametrize("focus", [(0, 0), (50, 50), (100, 100), (33, 67)])
def test_a_box_is_never_empty_nor_outside(size, ratio, focus):
    left, top, right, bottom = crop.around(*size, ratio, focus)
    assert 0 <= left < right <= size[0]
    assert 0 <= top < bottom <= size[1]
