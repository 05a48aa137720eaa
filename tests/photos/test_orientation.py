import random

import pytest
from PIL import Image

from articles.photos import orientation


@pytest.mark.parametrize("turned", orientation.TURNS)
@pytest.mark.parametrize("size", [(40, 23), (23, 40), (16, 16), (5, 33)])
def test_by_strips_is_the_same_as_at_once(turned, size, monkeypatch):
    source = random.Random(3)  # noqa: S311 — the same pixels in every run
    image = Image.frombytes("RGB", size, source.randbytes(size[0] * size[1] * 3))
    at_once = orientation.turn(image.copy(), turned)
    monkeypatch.setattr(orientation, "MOST_IN_MEMORY", 0)
    monkeypatch.setattr(orientation, "ROWS", 8)
    by_strips = orientation.turn(image, turned)
    assert (by_strips.size, by_strips.tobytes()) == (at_once.size, at_once.tobytes())


@pytest.mark.parametrize("turned", [0, 1, 9, None, "6"])
def test_what_means_nothing_turns_nothing(turned):
    image = Image.new("RGB", (4, 3))
    assert orientation.turn(image, turned) is image
