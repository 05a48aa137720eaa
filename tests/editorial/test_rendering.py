import pytest

from articles.editorial import rendering
from articles.models import Edition
from tests.factories import (
    make_article,
    make_author,
    make_genre,
    make_photo,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db


def rendered(body, *places):
    article = make_article(body=body)
    for photo, fields in places:
        place_photo(article, photo, **fields)
    return publish(article).body_html


def test_a_photo_stands_where_the_text_names_it():
    photo = make_photo()
    html = rendered(
        '<p>Trước.</p><img data-photo="1"><p>Sau.</p>',
        (photo, {"caption": "Chú thích", "alt_text": "Mô tả", "credit": "Thu Hằng"}),
    )
    before, _figure, after = html.partition('<figure class="photo">')
    assert before == "<p>Trước.</p>\n"
    assert after.endswith(
        '<figcaption><span class="caption">Chú thích</span> '
        '<span class="credit">Ảnh: Thu Hằng</span></figcaption></figure>\n<p>Sau.</p>'
    )
    assert 'alt="Mô tả"' in after
    assert 'width="640" height="480"' in after
    assert (
        f"/media/renditions/{photo.digest[:2]}/{photo.digest[:32]}-w480.webp 480w"
        in after
    )


def test_a_missing_photo_leaves_no_gap_for_readers():
    html = rendered(
        '<p>Trước.</p><img data-photo="1"><p>Sau.</p>', (None, {"file_name": "a1.jpg"})
    )
    assert html == "<p>Trước.</p>\n<p>Sau.</p>"


def test_a_photo_that_the_text_does_not_name_follows_it():
    html = rendered("<p>Chữ.</p>", (make_photo(), {"alt_text": "Mô tả"}))
    assert html.startswith('<p>Chữ.</p><figure class="photo">')


def test_a_photo_story_shows_the_photos_that_its_text_does_not_name_as_a_gallery():
    article = make_article(genre=make_genre(is_gallery=True), body="<p>Chữ.</p>")
    for colour in ("red", "blue"):
        place_photo(article, make_photo(colour=colour))
    html = publish(article).body_html
    assert html.startswith('<p>Chữ.</p><div class="gallery"><figure class="photo">')
    assert html.endswith("</figure></div>")
    assert html.count("<figure") == 2


def test_the_first_photo_is_not_waited_with():
    photos = [make_photo(colour=colour) for colour in ("red", "blue")]
    html = rendered(
        '<img data-photo="2"><p>Chữ.</p>', *((photo, {}) for photo in photos)
    )
    first, second = html.split("</figure>")[:2]
    assert ('loading="lazy"' in first, 'fetchpriority="high"' in first) == (False, True)
    assert ('loading="lazy"' in second, 'fetchpriority="high"' in second) == (
        True,
        False,
    )


def test_captions_are_text_not_markup():
    html = rendered(
        '<img data-photo="1">',
        (make_photo(), {"caption": "<b>a</b>", "alt_text": '"><script>'}),
    )
    assert "<b>" not in html
    assert "<script>" not in html
    assert "&lt;b&gt;a&lt;/b&gt;" in html


def test_wide_tables_scroll_by_themselves():
    html = rendered("<table><tbody><tr><td>1</td></tr></tbody></table><p>Sau.</p>")
    assert html == (
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng">'
        "<table><tbody><tr><td>1</td></tr></tbody></table></div>\n<p>Sau.</p>"
    )


def test_a_video_is_a_link_until_a_reader_follows_it():
    address = "https://www.youtube.com/watch?v=abcdefghijk"
    html = rendered('<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>')
    assert html == (
        f'<figure class="video"><a href="{address}" rel="external noopener">'
        "Xem video trên YouTube</a></figure>"
    )


def test_the_first_photo_stands_for_the_whole():
    article = make_article()
    place_photo(article, file_name="thieu.jpg")
    photo = make_photo()
    place_photo(article, photo, alt_text="Mô tả")
    assert publish(article).cover["digest"] == photo.digest


def test_search_text_is_folded():
    edition = publish(
        title="Đường",
        lead="Sapô",
        body="<p>Bê tông</p>",
        authors=[make_author(name="Thu Hằng")],
    )
    lines = edition.search_text.split("\n")
    assert lines[:4] == ["duong", "sapo", "be tong", "thu hang"]


def test_rebuilding_brings_back_what_was_derived():
    edition = publish(title="Đường", body="<p>Bê tông</p>")
    Edition.objects.update(body_html="", search_text="", cover={"old": 1})
    assert list(rendering.rebuild(Edition.objects.all())) == [edition]
    again = Edition.objects.get()
    assert (again.body_html, again.search_text, again.cover) == (
        edition.body_html, edition.search_text, None
    )  # fmt: skip
