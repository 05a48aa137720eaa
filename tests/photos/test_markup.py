from articles.photos import markup

PHOTO = {
    "number": 1, "digest": "ab" * 32, "width": 1200, "height": 800,
    "caption": "", "alt_text": "Cánh đồng", "credit": "",
}  # fmt: skip
STEM = "/media/renditions/ab/" + "ab" * 16


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


def test_the_first_picture_of_a_page_does_not_wait():
    html = markup.picture(PHOTO, sizes="100vw", lazy=False)
    assert html.endswith('alt="Cánh đồng" fetchpriority="high"></picture>')


def test_a_figure_without_caption_has_no_empty_one():
    assert "<figcaption>" not in markup.figure(PHOTO, sizes="100vw")


def test_the_nearest_width_is_chosen():
    assert markup.url(PHOTO, 500, "jpg") == f"{STEM}-w480.jpg"
    assert markup.url(PHOTO | {"width": 300}, 500, "jpg") == f"{STEM}-w300.jpg"
