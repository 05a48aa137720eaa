"""What comes in looks the same when it comes out: the right way up, in its colours."""

import pytest
from PIL import Image

from articles.photos import decoding, orientation, specs
from tests.photos import icc
from tests.photos.chart import COLOURS, PATCH, apart, chart, mapped
from tests.photos.files import encoded, png16, stored, taken_in

pytestmark = pytest.mark.django_db

# CIEDE2000 that nobody sees: what JPEG and WebP cost, rounding of profiles included.
IN_ORIGINAL, IN_RENDITION = 1.5, 2.5
# Where the first row and the first column of the file belong, as EXIF 2.32 has it.
SIDES = {
    1: ("top", "left"), 2: ("top", "right"), 3: ("bottom", "right"), 4: ("bottom", "left"),
    5: ("left", "top"), 6: ("right", "top"), 7: ("right", "bottom"), 8: ("left", "bottom"),
}  # fmt: skip
GREYS = mapped(lambda colour: (colour[1],) * 3)
SIZE = chart().size


def lies(turned: int) -> Image.Image:
    """The chart as a camera held so writes it down."""
    first_row, first_column = SIDES[turned]
    upright = first_row in ("top", "bottom")
    rows = COLOURS if upright else tuple(zip(*COLOURS, strict=True))
    if first_row in ("bottom", "right"):
        rows = rows[::-1]
    if first_column in ("bottom", "right"):
        rows = tuple(row[::-1] for row in rows)
    return chart(rows)


def exif(turned: int) -> bytes:
    exif = Image.Exif()
    exif[orientation.ORIENTATION] = turned
    return exif.tobytes()


def shown(data: bytes, expected=COLOURS):
    """Take it in and compare the original and every uncropped copy."""
    photo = taken_in(data)
    original = stored(photo.original.name)
    assert original.mode == "RGB"
    assert (photo.width, photo.height) == original.size
    assert apart(original, expected) <= IN_ORIGINAL
    for extension in ("webp", "jpg"):
        copy = stored(specs.path(photo.digest, photo.width, extension))
        assert (copy.mode, copy.size) == ("RGB", original.size)
        assert apart(copy, expected) <= IN_RENDITION
    return photo


@pytest.mark.parametrize("turned", SIDES)
def test_every_orientation_stands_upright(turned):
    photo = shown(encoded(lies(turned), "JPEG", quality=95, exif=exif(turned)))
    assert (photo.width, photo.height) == SIZE


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "HEIF"])
@pytest.mark.parametrize("turned", [3, 6, 7])
def test_other_formats_are_turned_too(kind, turned):
    options = {} if kind == "PNG" else {"quality": 95}
    photo = shown(encoded(lies(turned), kind, exif=exif(turned), **options))
    assert (photo.width, photo.height) == SIZE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_display_p3_keeps_its_colours(kind):
    options = {} if kind == "PNG" else {"quality": 95}
    data = encoded(chart(), kind, icc_profile=icc.display_p3(), **options)
    shown(data, mapped(icc.p3_as_srgb))


def test_a_profile_holds_for_pictures_with_transparency_too():
    image = chart().convert("RGBA")
    data = encoded(image, "PNG", icc_profile=icc.display_p3())
    shown(data, mapped(icc.p3_as_srgb))


def test_a_profile_for_colours_holds_for_a_grey_picture():
    data = encoded(chart().convert("L"), "PNG", icc_profile=icc.display_p3())
    greys = mapped(lambda c: (c[0] * 0.299 + c[1] * 0.587 + c[2] * 0.114,) * 3)
    shown(data, greys)


def test_cmyk_prints_as_its_press_does():
    inks = list(icc.INKS.items())
    rows = [inks[start : start + 3] for start in (0, 3, 6)]
    colours = [[tuple(255 * each for each in ink) for ink, _lab in row] for row in rows]
    data = encoded(chart(colours, "CMYK"), "JPEG", quality=98, icc_profile=icc.press())
    shown(data, [[icc.lab_as_srgb(lab) for _ink, lab in row] for row in rows])


def test_cmyk_without_a_profile_is_what_is_left_of_white():
    def unprinted(ink):
        return tuple((255 - each) * (255 - ink[3]) / 255 for each in ink[:3])

    inks = mapped(lambda c: (255 - c[0], 255 - c[1], 255 - c[2], 20))
    shown(encoded(chart(inks, "CMYK"), "JPEG", quality=98), mapped(unprinted, inks))


@pytest.mark.parametrize(
    ("colour_type", "deep", "expected"),
    [
        (0, lambda c: (c[1] * 257,), GREYS),
        (2, lambda c: tuple(v * 257 for v in c), COLOURS),
        (4, lambda c: (c[1] * 257, 65535), GREYS),
        (6, lambda c: (*(v * 257 for v in c), 65535), COLOURS),
    ],
    ids=["grey", "RGB", "grey with alpha", "RGB with alpha"],
)
def test_sixteen_bits_keep_their_shades(colour_type, deep, expected):
    pixels = [
        deep(COLOURS[y // PATCH][x // PATCH])
        for y in range(SIZE[1])
        for x in range(SIZE[0])
    ]
    shown(png16(SIZE, pixels, colour_type=colour_type), expected)


def half_clear(mode: str) -> Image.Image:
    """The chart with its left column clear and the next half clear."""
    image = chart().convert("RGBA")
    image.putalpha(255)
    for column, alpha in ((0, 0), (1, 128)):
        box = (column * PATCH, 0, (column + 1) * PATCH, SIZE[1])
        part = image.crop(box)
        part.putalpha(alpha)
        image.paste(part, box)
    return image.convert(mode)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_what_is_clear_is_white_on_dark_pages_and_on_light_ones(kind):
    options = {} if kind == "PNG" else {"quality": 95}
    expected = [
        [(255,) * 3, tuple((v * 128 + 255 * 127) / 255 for v in row[1]), *row[2:]]
        for row in COLOURS
    ]
    photo = shown(encoded(half_clear("RGBA"), kind, **options), expected)
    copy = stored(specs.path(photo.digest, photo.width, "webp"))
    pages = [Image.new("RGB", copy.size, ground) for ground in ("black", "white")]
    for page in pages:
        page.paste(copy.convert("RGBA"), mask=copy.convert("RGBA"))
    assert pages[0].tobytes() == pages[1].tobytes()


def test_a_palette_with_a_clear_colour_is_white_there():
    image = chart().quantize(64)
    clear = image.getpixel((5, 5))
    data = encoded(image, "PNG", transparency=clear)
    expected = [[(255,) * 3, *COLOURS[0][1:]], *COLOURS[1:]]
    shown(data, expected)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_a_moving_picture_the_first_is_kept(kind):
    options = {} if kind in ("GIF", "PNG") else {"quality": 95}
    others = [Image.new("RGB", SIZE, colour) for colour in ("black", "red")]
    data = encoded(
        chart(), kind, save_all=True, append_images=others, duration=100, **options
    )
    shown(data)


def test_of_a_telephones_several_pictures_the_first_is_kept():
    preview = Image.new("RGB", SIZE, "black")
    data = encoded(chart(), "MPO", quality=95, save_all=True, append_images=[preview])
    shown(data)


def test_heic_is_taken_in_where_its_codec_is_installed():
    assert decoding.pillow_heif, "the development requirements bring it"
    shown(encoded(chart(), "HEIF", quality=95))
