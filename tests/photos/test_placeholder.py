import base64
import io

import pytest
from PIL import Image

from articles.photos import placeholder
from tests.photos.chart import chart


@pytest.mark.parametrize(
    ("size", "expected"),
    [((640, 480), (16, 12)), ((30, 900), (1, 16)), ((3, 2), (3, 2))],
)
def test_a_placeholder_is_the_photo_in_a_few_bytes(size, expected):
    encoded = placeholder.encode(chart().resize(size))
    assert len(encoded) < 400
    image = Image.open(io.BytesIO(base64.b64decode(encoded)))
    assert (image.format, image.size) == ("WEBP", expected)


def test_its_address_needs_no_request():
    assert placeholder.address("UklGRg==") == "data:image/webp;base64,UklGRg=="
