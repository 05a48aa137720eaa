import json

import pytest

from articles.photos import markup
from tests.factories import publish
from tests.feeds.bulletins import publish_everything
from tests.formats import json_feed

pytestmark = pytest.mark.django_db


def test_every_part_of_a_bulletin_keeps_the_rules_of_the_format(client):
    publish_everything()
    publish()
    assert json_feed.complaints(client.get("/feed.json").content) == []


def test_an_empty_feed_keeps_them_too(client):
    assert json_feed.complaints(client.get("/feed.json").content) == []


def test_the_checker_sees_what_is_wrong(client):
    publish_everything()
    good = json.loads(client.get("/feed.json").content)
    for damage in [
        {"version": "1.1"},
        {"feed_url": "/feed.json"},
        {"unknown": 1},
        {"items": [{"id": "1"}]},
        {"items": [{"id": 1, "content_text": "x"}]},
        {"items": [{"id": "1", "content_html": '<img src="https://a.vn/b">'}]},
        {"items": [{"id": "1", "content_text": "", "date_published": "2026-01-01T00:00:00"}]},
        {"items": [{"id": "1", "content_text": ""}, {"id": "1", "content_text": ""}]},
    ]:  # fmt: skip
        assert len(json_feed.complaints(json.dumps(good | damage))) == 1, damage


def test_an_item_says_what_the_page_says(client):
    edition = publish_everything()
    address = f"http://testserver{edition.get_absolute_url()}"

    [item] = json.loads(client.get("/feed.json").content)["items"]
    content, summary = item.pop("content_html"), item.pop("summary")
    modified = item.pop("date_modified")
    attachments = item.pop("attachments")

    assert "68,5 tạ/ha" in content
    assert summary.startswith("Bà con <dự> lễ & hội.")
    assert modified.endswith("+07:00")
    assert [each["title"] for each in attachments] == [
        "Kế hoạch tháng 9.pdf",
        "Đọc bản tin",
    ]
    assert item == {
        "id": f"bulletin-{edition.article_id}",
        "url": address,
        "external_url": "https://example.vn/tin/1?a=1&b=2",
        "title": "Lễ hội & chợ quê <Vân Trà>!",
        "image": f"http://testserver{markup.share_url(edition.cover)}",
        "date_published": "2026-06-05T09:21:00+07:00",
        "authors": [
            {"name": "Lê Vân", "url": "http://testserver/tac-gia/le-van/"},
            {"name": "Trung Tuyến", "url": "http://testserver/tac-gia/trung-tuyen/"},
        ],
        "tags": ["Văn hóa"],
        "language": "vi",
    }


def test_what_a_bulletin_lacks_is_left_out(client):
    publish(lead="")
    [item] = json.loads(client.get("/feed.json").content)["items"]
    assert set(item) == {
        "id",
        "url",
        "title",
        "content_html",
        "date_published",
        "language",
    }
