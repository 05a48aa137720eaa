"""One address of every kind of page that readers open, on a site that has something of all.

Used wherever something has to hold for every kind: validity, accessibility, pictures.
"""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from articles.editorial import publishing, unit_changes
from articles.models import Correction, CorrectionKind, DailyReads, UnitSuccession
from tests.attachments.making import make_attachment, place_attachment
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_genre,
    make_photo,
    make_unit,
    place_photo,
    publish,
)

BODY = """
<p>Sáng 3/7, <strong>đường trục thôn</strong> đã <a href="https://example.vn/">thông xe</a>.</p>
<img data-photo="1">
<h2>Số liệu</h2>
<table><caption>Kinh phí</caption><thead><tr><th scope="col">Nguồn</th><th scope="col">Triệu đồng</th></tr></thead>
<tbody><tr><td>Ngân sách</td><td>420</td></tr><tr><td>Nhân dân góp</td><td>185</td></tr></tbody></table>
<h3>Bà con nói gì</h3>
<blockquote><p>Từ nay trời mưa cháu đi học không lấm.</p></blockquote>
<ul><li>Dài 780 mét</li><li>Rộng 3,5 mét</li></ul>
<figure class="video"><a href="https://www.youtube.com/watch?v=abcdefghijk">Video</a></figure>
"""


def build() -> dict[str, str]:
    """Fill an empty site; kind of page → path."""
    old, unit = (
        make_unit(name="Xã Trà Thượng", slug="tra-thuong"),
        make_unit(name="Ủy ban nhân dân xã Vân Trà", slug="ubnd"),
    )
    day = date(2020, 1, 1)
    unit_changes.succeed(old, unit, kind=UnitSuccession.Kind.MERGED, on=day)
    category = make_category(name="Đời sống", slug="doi-song")
    author = make_author(name="Nguyễn Thu Hằng", slug="nguyen-thu-hang")
    article = make_article(
        title="Đường trục thôn Trại Cau thông xe", lead="Nhân dân góp công, góp đất.",
        body=BODY, unit=unit, category=category, authors=[author],
        source="Báo Vân Trà", source_url="https://example.vn/tin",
    )  # fmt: skip
    for colour in ("teal", "brown", "olive"):
        place_photo(
            article,
            make_photo(colour=colour, size=(1200, 800)),
            caption="Con đường mới",
            alt_text="Đường bê tông giữa hai hàng cau",
            credit="Lê Vân",
        )
    for extension in ("pdf", "mp3"):
        place_attachment(article, make_attachment(extension))
    publish(article)
    article.title = "Đường trục thôn Trại Cau đã thông xe"
    article.save()
    note = Correction(
        CorrectionKind.CORRECTION, "Đường dài 780 mét, không phải 870 mét."
    )
    edition = publishing.publish(article, actor=None, correction=note)
    story = make_article(
        title="Hội làng Đông Khê qua ảnh", genre=make_genre(is_gallery=True),
        unit=unit, category=category, authors=[author],
    )  # fmt: skip
    for colour in ("navy", "purple"):
        place_photo(story, make_photo(colour=colour), alt_text="Hội làng")
    gallery = publish(story)
    for number in range(25):
        publish(title=f"Tin vắn số {number}", unit=unit, category=category)
    gone = publish(title="Tin sẽ gỡ", unit=unit)
    publishing.withdraw(
        gone.article, actor=None, reason="Số liệu chưa được kiểm chứng."
    )
    today = timezone.localdate()
    DailyReads.objects.create(article=article, day=today - timedelta(days=1), count=12)
    return {
        "front": reverse("articles:front"),
        "bulletin": edition.get_absolute_url(),
        "photo story": gallery.get_absolute_url(),
        "withdrawn": gone.get_absolute_url(),
        "report": f"{edition.get_absolute_url()}bao-loi/",
        "archive": reverse("articles:archive"),
        "year": f"/luu-tru/{today:%Y}/",
        "month": f"/luu-tru/{today:%Y/%m}/",
        "day": f"/luu-tru/{today:%Y/%m/%d}/",
        "categories": reverse("articles:categories"),
        "category": category.get_absolute_url(),
        "units": reverse("articles:units"),
        "unit": unit.get_absolute_url(),
        "closed unit": old.get_absolute_url(),
        "authors": reverse("articles:authors"),
        "author": reverse("articles:author", args=[author.slug]),
        "most read": reverse("articles:most_read"),
        "search": reverse("articles:search"),
        "found": reverse("articles:search") + "?q=duong+truc",
        "not found": reverse("articles:search") + "?q=khong+thay",
        "corrections": reverse("articles:corrections"),
        "accessibility": reverse("articles:accessibility"),
        "offline": reverse("articles:offline"),
        "missing": "/tin/duong-truc-thon-999999/",
    }
