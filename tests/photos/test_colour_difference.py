"""The yardstick itself, against pairs that were published with CIEDE2000."""

import pytest

from tests.photos import colour_difference


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_published_pairs_are_as_far_apart_as_published(one, other, expected):
    assert colour_difference.between(one, other) == pytest.approx(expected, abs=5e-5)
