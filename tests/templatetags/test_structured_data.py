import json
import re
from datetime import date

import pytest

from articles.editorial import editing, publishing
from articles.models import Correction
from articles.templatetags import structured_data
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_unit,
    publish,
)

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data_of(page):
    [text] = BLOCK.findall(page)
    return json.loads(text)


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]> & \u2028 “Đ”"],
)
def test_no_text_breaks_out_of_the_block(text):
    block = structured_data.script({"headline": text})
    assert re.fullmatch('<script type="application/ld\\+json">[^<>&]*</script>', block)
    assert data_of(block) == {"headline": text}


@pytest.mark.django_db
def test_a_bulletin_says_what_its_page_says(client):
    edition = publish(
        title="Lúa xuân </script> được mùa",
        lead="Sapô.",
        unit=make_unit(name="Phòng Kinh tế", slug="phong-kinh-te"),
        category=make_category(name="Kinh tế"),
        dateline_date=date(2026, 6, 5),
        authors=[make_author(name="Bùi Quốc Đạt")],
    )
    address = f"http://testserver{edition.get_absolute_url()}"
    data = data_of(client.get(edition.get_absolute_url()).content.decode())
    unit = {
        "@type": "Organization",
        "name": "Phòng Kinh tế",
        "url": "http://testserver/don-vi/phong-kinh-te/",
    }
    assert data == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Lúa xuân </script> được mùa",
        "description": "Sapô.",
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": "vi",
        "articleSection": "Kinh tế",
        "datePublished": "2026-06-05",
        "dateModified": "2026-06-05",
        "author": [{"@type": "Person", "name": "Bùi Quốc Đạt"}],
        "publisher": unit,
        "isPartOf": {"@type": "WebSite", "name": "Trang tin xã Vân Trà"},
    }


@pytest.mark.django_db
def test_a_corrected_bulletin_says_so(client):
    article = make_article()
    publish(article)
    article.title = "Đã sửa"
    editing.save_edit(article, actor=None, changed=["title"])
    note = Correction("correction", "Số đúng là 68,5 tạ/ha.")
    edition = publishing.publish(article, actor=None, correction=note)
    data = data_of(client.get(edition.get_absolute_url()).content.decode())
    [comment] = data["correction"]
    assert comment["@type"] == "CorrectionComment"
    assert comment["text"] == "Số đúng là 68,5 tạ/ha."
    assert comment["datePublished"] == data["dateModified"]
    assert comment["datePublished"].endswith("+07:00")
    assert data["author"] == [data["publisher"]]
