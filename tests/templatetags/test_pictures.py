from articles.templatetags.pictures import picture

PHOTO = {"digest": "ab" * 32, "width": 1200, "height": 800, "alt_text": "Cổng làng"}


def test_a_picture_waits_until_it_is_near_unless_told_otherwise():
    assert 'loading="lazy"' in picture(PHOTO, "100vw")
    assert 'loading="lazy"' not in picture(PHOTO, "100vw", "eager")
    assert 'fetchpriority="high"' in picture(PHOTO, "100vw", "eager")


def test_a_picture_is_cropped_where_the_page_says_so():
    assert "-card-50x50-w640.webp" in picture(PHOTO, "100vw", spec="card")
    assert "-card-" not in picture(PHOTO, "100vw")
