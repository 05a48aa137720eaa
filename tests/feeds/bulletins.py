"""A bulletin with everything that a feed may have to carry."""

from datetime import date, time

from articles.editorial import editing, publishing
from articles.models import Correction, Edition
from tests.attachments.making import make_attachment, place_attachment
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    place_photo,
)

BODY = (
    '<p class="align-center">Mời <a href="/don-vi/">các đơn vị</a> &amp; bà con xem'
    ' <a href="https://example.vn/?a=1&amp;b=2">lịch</a>.</p>\n'
    '<img data-photo="1">\n'
    '<table><tbody><tr><td colspan="2">68,5 tạ/ha</td></tr></tbody></table>'
)


def publish_everything() -> Edition:
    """The second edition of a corrected, republished bulletin with two photos and files."""
    article = make_article(
        title="Lễ hội & chợ quê <Vân Trà>",
        lead="Bà con <dự> lễ & hội.",
        body=BODY,
        unit=make_unit(name="Trung tâm Văn hóa", slug="trung-tam"),
        category=make_category(name="Văn hóa", slug="van-hoa"),
        dateline_date=date(2026, 6, 5),
        dateline_time=time(9, 21),
        authors=[
            make_author(name="Lê Vân", slug="le-van"),
            make_author(name="Trung Tuyến", slug="trung-tuyen"),
        ],
        source="Báo Vân Trà",
        source_url="https://example.vn/tin/1?a=1&b=2",
    )
    place_photo(
        article,
        make_photo(size=(2000, 1500)),
        caption='Cổng "làng"',
        alt_text="Cổng làng <cũ>",
        credit="Lê Vân",
    )
    place_photo(article, make_photo(size=(300, 200), colour="red"), alt_text="Chợ")
    place_attachment(article, make_attachment("pdf"))
    place_attachment(article, make_attachment("mp3"), title="Đọc bản tin")
    publishing.publish(article, actor=None)
    article.title += "!"
    editing.save_edit(article, actor=None, changed=["title"])
    note = Correction("correction", "Số đúng là 68,5 <tạ>/ha.")
    return publishing.publish(article, actor=None, correction=note)
