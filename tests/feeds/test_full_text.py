import pytest

from articles.feeds.full_text import full_text
from articles.photos import markup
from tests.factories import publish
from tests.feeds.bulletins import publish_everything
from tests.formats.fragments import fragment_complaints

pytestmark = pytest.mark.django_db

SITE = "https://tin.example.vn/"


def test_it_stands_on_its_own():
    assert fragment_complaints(full_text(publish_everything(), SITE)) == []


def test_addresses_are_whole_and_the_text_is_as_it_was():
    html = full_text(publish_everything(), SITE)
    assert (
        '<a href="https://tin.example.vn/don-vi/">các đơn vị</a> &amp; bà con' in html
    )
    assert '<a href="https://example.vn/?a=1&amp;b=2">lịch</a>' in html
    assert '<td colspan="2">68,5 tạ/ha</td>' in html


def test_photos_stand_in_their_place_and_the_rest_behind_the_text():
    edition = publish_everything()
    first, second = edition.photos
    html = full_text(edition, SITE)
    assert (
        f'<figure><img src="https://tin.example.vn{markup.url(first, 960, "jpg")}"'
        ' alt="Cổng làng &lt;cũ&gt;" width="960" height="720">'
        '<figcaption>Cổng "làng" Ảnh: Lê Vân</figcaption></figure>'
    ) in html
    assert (
        f'<figure><img src="https://tin.example.vn{markup.url(second, 960, "jpg")}"'
        ' alt="Chợ" width="300" height="200"></figure>'
    ) in html
    assert html.index("Cổng làng") < html.index("<table>") < html.index('alt="Chợ"')


def test_notes_files_people_and_source_are_part_of_it():
    edition = publish_everything()
    html = full_text(edition, SITE)
    assert html.startswith("<p>Bà con &lt;dự&gt; lễ &amp; hội.</p>\n<blockquote>")
    assert "<p>Số đúng là 68,5 &lt;tạ&gt;/ha.</p>" in html
    assert f'<a href="https://tin.example.vn/tep/{edition.article_id}/1/' in html
    assert ">Đọc bản tin</a>" in html
    assert "<p>Lê Vân, Trung Tuyến</p>" in html
    assert "<p>(Trung tâm Văn hóa)</p>" in html
    assert (
        '<p>Nguồn: <a href="https://example.vn/tin/1?a=1&amp;b=2">Báo Vân Trà</a></p>'
    ) in html


def test_a_source_without_address_is_named():
    assert "<p>Nguồn: TTXVN</p>" in full_text(publish(source="TTXVN"), SITE)


def test_a_bulletin_of_a_lead_alone_has_no_empty_parts():
    html = full_text(publish(body="", lead="Chỉ có sapô."), SITE)
    assert "<ul>" not in html
    assert "<blockquote>" not in html
