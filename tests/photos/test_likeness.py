import io

import pytest
from PIL import Image, ImageEnhance

from articles.demo import pictures
from articles.models import Photo
from articles.photos import intake, likeness
from tests.photos.files import encoded

pytestmark = pytest.mark.django_db


def scene(name="rice-field", seed=1) -> Image.Image:
    return pictures.draw(name, seed=seed).resize((900, 600))


def kept(image, **options) -> Photo:
    file = io.BytesIO(encoded(image, "JPEG", **options))
    return intake.take_in(file, actor=None)


def test_the_same_picture_by_another_way_looks_alike():
    photo = kept(scene(), quality=95)
    messenger = kept(scene().resize((450, 300)), quality=50)
    lighter = kept(ImageEnhance.Brightness(scene()).enhance(1.1), quality=90)
    other = kept(scene("clinic"))
    assert set(likeness.alike(photo)) == {messenger, lighter}
    assert photo in likeness.alike(messenger)
    assert likeness.alike(other) == []


def test_the_most_alike_comes_first():
    photo = kept(scene())
    quarters = likeness.of(photo)
    for number, changed in enumerate((0b111, 0b1)):
        near = (quarters[0] ^ changed, *quarters[1:])
        values = dict(zip(likeness.FIELDS, near, strict=True))
        Photo.objects.create(digest=f"{number:064}", width=1, height=1, **values)
    distances = [
        likeness.distance(quarters, likeness.of(each)) for each in likeness.alike(photo)
    ]
    assert distances == [1, 3]


def test_more_bits_than_that_are_another_picture():
    photo = kept(scene())
    quarters = likeness.of(photo)
    far = (quarters[0] ^ 0b111111111, *quarters[1:])
    values = dict(zip(likeness.FIELDS, far, strict=True))
    Photo.objects.create(digest="0" * 64, width=1, height=1, **values)
    assert likeness.alike(photo) == []


def test_a_picture_without_light_and_shade_is_like_no_other():
    photos = [kept(Image.new("RGB", (60, 40), colour)) for colour in ("red", "blue")]
    assert [likeness.alike(photo) for photo in photos] == [[], []]


def test_a_photo_from_before_has_no_likeness():
    photo = kept(scene())
    kept(scene(), quality=60)
    photo.likeness_3 = None
    assert (likeness.of(photo), likeness.alike(photo)) == (None, [])


def test_every_quarter_is_asked_for_by_its_index(django_assert_num_queries):
    photo = kept(scene())
    kept(scene(), quality=60)
    with django_assert_num_queries(5):
        likeness.alike(photo)


def test_bits_of_one_row_are_spread_over_the_quarters():
    image = Image.new("L", (9, 8))
    image.putdata([8 - x if y == 0 else 0 for y in range(8) for x in range(9)])
    quarters = likeness.fingerprint(image.convert("RGB"))
    assert [quarter.bit_count() for quarter in quarters] == [2, 2, 2, 2]
