import pytest

from articles.photos import markup, renditions

PHOTO = {
    "number": 1, "digest": "ab" * 32, "width": 1200, "height": 800,
    "caption": "", "alt_text": "Cánh đồng", "credit": "",
}  # fmt: skip
STEM = "/media/renditions/ab/" + "ab" * 16
NEW = PHOTO | {"focus": [30, 70], "placeholder": "UklGRg=="}


def test_every_size_is_named_and_the_space_reserved():
    assert markup.picture(PHOTO, sizes="100vw") == (
        '<picture><source type="image/webp" '
        f'srcset="{STEM}-w480.webp 480w, {STEM}-w960.webp 960w, {STEM}-w1200.webp 1200w" '
        'sizes="100vw">'
        f'<img src="{STEM}-w960.jpg" '
        f'srcset="{STEM}-w480.jpg 480w, {STEM}-w960.jpg 960w, {STEM}-w1200.jpg 1200w" '
        'sizes="100vw" width="1200" height="800" alt="Cánh đồng" '
        'loading="lazy" decoding="async"></picture>'
    )


def test_the_placeholder_lies_below_in_the_same_room():
    picture = markup.picture(PHOTO, sizes="100vw")
    assert markup.picture(NEW, sizes="100vw") == (
        '<span class="photo-frame"><img class="photo-placeholder" '
        'src="data:image/webp;base64,UklGRg==" alt="" aria-hidden="true" '
        f'width="1200" height="800">{picture}</span>'
    )


def test_a_crop_names_its_focus_and_reserves_its_own_space():
    html = markup.picture(NEW, sizes="50vw", spec="hero")
    widths = (640, 1200)
    srcset = ", ".join(f"{STEM}-hero-30x70-w{each}.webp {each}w" for each in widths)
    assert f'srcset="{srcset}" sizes="50vw"' in html
    assert html.count('width="1200" height="675"') == 2


def test_editions_from_before_focus_was_known_show_the_centre():
    assert markup.url(PHOTO, 640, "webp", "card") == f"{STEM}-card-50x50-w640.webp"


def test_the_first_picture_of_a_page_does_not_wait():
    html = markup.picture(PHOTO, sizes="100vw", lazy=False)
    assert html.endswith('alt="Cánh đồng" fetchpriority="high"></picture>')
    figure = markup.figure(PHOTO, sizes="100vw", lazy=False)
    assert ("fetchpriority" in figure, "lazy" in figure) == (True, False)


def test_a_figure_without_caption_has_no_empty_one():
    assert "<figcaption>" not in markup.figure(PHOTO, sizes="100vw")


def test_caption_and_credit_stand_below_and_are_escaped():
    html = markup.figure(PHOTO | {"caption": "<Lúa>", "credit": "Lan"}, sizes="100vw")
    assert '<figure class="photo"><a ' in html
    assert html.endswith(
        '<figcaption><span class="caption">&lt;Lúa&gt;</span> '
        '<span class="credit">Ảnh: Lan</span></figcaption></figure>'
    )


def test_a_photo_leads_to_its_largest_size_and_says_so():
    link = f'<a class="photo-link" href="{STEM}-w1200.jpg" aria-label="{{}}"><picture>'
    assert link.format("Xem ảnh lớn: Cánh đồng") in markup.figure(PHOTO, sizes="100vw")
    unnamed = markup.figure(PHOTO | {"alt_text": ""}, sizes="100vw")
    assert link.format("Xem ảnh lớn") in unnamed
    quoted = markup.figure(PHOTO | {"alt_text": '"><script>'}, sizes="100vw")
    assert "<script>" not in quoted


def test_the_nearest_width_is_chosen():
    assert markup.url(PHOTO, 500, "jpg") == f"{STEM}-w480.jpg"
    assert markup.url(PHOTO | {"width": 300}, 500, "jpg") == f"{STEM}-w300.jpg"


@pytest.mark.parametrize(("width", "shared"), [(4000, 1200), (1200, 1200), (500, 500)])
def test_what_is_shared_is_one_jpeg(width, shared):
    photo = NEW | {"width": width, "height": width}
    assert markup.share_url(photo) == f"{STEM}-share-30x70-w{shared}.jpg"


@pytest.mark.parametrize("spec", ["inline", "hero", "card"])
@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (700, 90), (1, 1)])
def test_every_address_is_of_a_file_that_should_be_there(spec, size):
    photo = NEW | {"width": size[0], "height": size[1]}
    addresses = [
        each.split()[0].removeprefix("/media/")
        for extension in ("webp", "jpg")
        for each in markup.srcset(photo, extension, spec).split(", ")
    ]
    assert set(addresses) <= renditions.names_for(photo)
    assert markup.share_url(photo).removeprefix("/media/") in renditions.names_for(
        photo
    )
