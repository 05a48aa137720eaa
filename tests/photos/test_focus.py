import pytest
from PIL import Image, ImageDraw, ImageFilter

from articles.photos import focus


def meadow(size=(64, 48)) -> Image.Image:
    """Even ground, lighter above, as most photos have it."""
    image = Image.new("RGB", size)
    for y in range(size[1]):
        shade = 200 - y
        image.paste((shade - 60, shade, shade - 40), (0, y, size[0], y + 1))
    return image


@pytest.mark.parametrize("place", [(16, 12), (48, 12), (16, 36), (48, 36), (32, 24)])
def test_what_stands_out_is_found(place):
    image = meadow()
    x, y = place
    ImageDraw.Draw(image).ellipse((x - 5, y - 5, x + 5, y + 5), fill="darkred")
    proposed = focus.propose(image.filter(ImageFilter.GaussianBlur(1)))
    expected = (100 * x / 64, 100 * y / 48)
    assert proposed == pytest.approx(expected, abs=10)


def test_a_face_counts_more_than_a_thing_of_another_colour():
    image = meadow()
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 20, 18, 28), fill=(210, 150, 125))
    draw.ellipse((46, 20, 54, 28), fill=(120, 150, 215))
    assert focus.propose(image)[0] < 40


def test_the_edge_is_never_proposed():
    image = meadow()
    ImageDraw.Draw(image).rectangle((0, 0, 5, 5), fill="black")
    assert focus.propose(image) == (focus.NEAR_EDGE, focus.NEAR_EDGE)


@pytest.mark.parametrize("size", [(64, 64), (64, 1), (1, 1)])
def test_where_nothing_stands_out_it_is_the_centre(size):
    assert focus.propose(Image.new("RGB", size, "teal")) == (50, 50)
