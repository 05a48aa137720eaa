from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial import checklist, editing, publishing
from articles.models import Edition
from tests.factories import (
    make_article,
    make_category,
    make_photo,
    make_unit,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def head():
    return make_user(role="Trưởng ban biên tập")


def make(**fields):
    """An article that the checklist has nothing to say about, but for the fields."""
    return make_article(**{"category": make_category()} | fields)


def found(article, reader):
    """(severity, field) of each finding."""
    return [(f.severity, f.field) for f in checklist.check(article, reader=reader)]


def test_a_good_bulletin_passes(head):
    article = make(body='<p>Chữ.</p>\n<img data-photo="1">')
    place_photo(article, make_photo(), caption="Chú thích", alt_text="Ảnh")
    assert checklist.check(article, reader=head) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"lead": ""}, "lead"),
        ({"category": None}, "category"),
        ({"title": "Tin " * 28}, "title"),
        ({"title": "KHAI MẠC LỄ HỘI LAM KINH"}, "title"),
        ({"body": '<p>Chữ.</p>\n<img data-photo="7">'}, "photo_places"),
        ({"lead": "Gọi 0912 345 678."}, "lead"),
        ({"body": "<p>Bà B (171234567) có mặt.</p>"}, "body"),
    ],
    ids=["lead", "category", "long", "capitals", "no photo", "phone", "nine digits"],
)
def test_what_is_only_warned_of(head, fields, field):
    article = make(**fields)
    assert found(article, head) == [("warning", field)]
    assert checklist.obstacle(article, actor=head) is None


@pytest.mark.parametrize("title", ["HĐND – UBND", "Họp HĐND", "Tin " * 27 + "ab"])
def test_titles_that_are_well(head, title):
    assert found(make(title=title), head) == []


def test_every_lack_of_a_photo_is_named(head):
    article = make()
    place_photo(article, make_photo())
    place_photo(article, file_name="a1.jpg", caption="Chú thích", alt_text="Ảnh")
    sentences = [f.sentence for f in checklist.check(article, reader=head)]
    assert len(sentences) == 3
    assert ["1" in each for each in sentences] == [True, True, False]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Ông A, CCCD 038085001234"},
        {"lead": "Số định danh: 038 085 001 234."},
        {"body": "<p>CMND số <strong>171234567</strong></p>"},
        {
            "body": "<table><tbody><tr><td>A</td><td>038085001234</td></tr></tbody></table>"
        },
    ],
    ids=["title", "lead", "old card", "table"],
)
def test_identity_numbers_are_refused_at_the_gate(head, fields):
    article = make(**fields)
    assert [severity for severity, _field in found(article, head)] == ["refusal"]
    with pytest.raises(publishing.NotPublishable) as refusal:
        publishing.publish(article, actor=head)
    assert str(refusal.value) == checklist.obstacle(article, actor=head)
    assert not Edition.objects.exists()


def test_identity_numbers_in_captions_are_refused_too(head):
    article = make()
    place_photo(article, make_photo(), caption="CCCD 038085001234", alt_text="Thẻ")
    assert found(article, head) == [("refusal", "photo_places")]


def test_masked_numbers_pass(head):
    article = make(body="<p>CCCD 038085xxxxxx và 0380850*****</p>")
    assert found(article, head) == []
    assert publishing.publish(article, actor=head).is_live()


def test_the_system_is_not_refused():
    article = make(body="<p>CCCD 038085001234</p>")
    assert publishing.publish(article, actor=None).is_live()


# --- links -------------------------------------------------------------------


def linking(address):
    return make(body=f'<p><a href="{address}">đường dẫn</a></p>')


@pytest.mark.parametrize(
    "address",
    [
        "/khong-co/", "/chuyen-muc/khong-co/", "/don-vi/khong-co/", "/tin/a-999/",
        "http://127.0.0.1/khong-co/", "http://localhost:8000/tin/a-999/", "/admin/",
        "http://tin", "https://moi.-/", "http://a..vn/",
    ],
)  # fmt: skip
def test_dead_and_broken_links_are_warned_of(head, address):
    assert found(linking(address), head) == [("warning", "body")]


@pytest.mark.parametrize(
    "address",
    [
        "/", "/#dau", "/tim-kiem/?q=a", "/luu-tru/", "https://chinhphu.vn/van-ban?x=1#y",
        "https://tỉnh.vn/", "http://10.1.2.3:8080/a", "mailto:a@b.vn", "tel:0912345678",
        "https://xn--tnh-jma.vn/",
    ],
)  # fmt: skip
def test_good_links_pass(head, address):
    assert found(linking(address), head) == []


def test_links_to_bulletins_follow_what_readers_see(head):
    live, soon = publish(), publish(at=timezone.now() + timedelta(days=1))
    body = "".join(
        f'<p><a href="{each.get_absolute_url()}">a</a></p>' for each in (live, soon)
    )
    [finding] = checklist.check(make(body=body), reader=head)
    assert soon.get_absolute_url() in finding.sentence


def test_links_to_units_and_categories_that_stand_pass(head):
    unit, category = make_unit(), make_category()
    body = f'<p><a href="/don-vi/{unit.slug}/">a</a><a href="/chuyen-muc/{category.slug}/">b</a></p>'
    assert found(make(body=body), head) == []


@pytest.mark.parametrize("number", [1, 3, 100])
def test_the_checklist_asks_the_same_however_many_links_and_photos(
    head, number, django_assert_num_queries
):
    body = "".join(f'<p><a href="/tin/a-{i + 900}/">a</a></p>' for i in range(number))
    article = make(body=body)
    for _ in range(number):
        place_photo(article, file_name="a.jpg")
    checklist.check(article, reader=head)  # rights are asked for once
    with django_assert_num_queries(3):
        checklist.check(article, reader=head)


# --- very like another -------------------------------------------------------

LEAD = "Sáng 30/11, tại nhà văn hóa thôn Trại Cau, xã tổ chức lễ khánh thành đường mới."


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "KHÁNH thành Đường mới"},
        {"title": "Khánh thành đường mới!", "lead": f"{LEAD} Vui."},
        {"title": "Tin khác hẳn", "body": "<p>Cùng một nội dung.</p>"},
    ],
    ids=["title", "words", "body"],
)
def test_another_like_it_is_named(head, fields):
    old = make(
        title="Khánh thành đường mới", lead=LEAD, body="<p>Cùng một nội dung.</p>"
    )
    [finding] = [
        f for f in checklist.check(make(**{"lead": "Khác."} | fields), reader=head)
        if f.article_id
    ]  # fmt: skip
    assert (finding.article_id, old.title in finding.sentence) == (old.pk, True)


def test_a_bulletin_of_the_same_kind_is_another(head):
    make(title="Lễ khai giảng năm học 2025", lead="Sáng 5/9, trường A khai giảng.")
    article = make(title="Lễ khai giảng năm học 2026", lead="Ngày 4/9, trường B vui.")
    assert found(article, head) == []


def test_nobody_learns_of_a_title_they_may_not_see():
    writer = make_user(role="Cộng tác viên")
    make(title="Tin mật")
    article = make(title="Tin mật", actor=writer)
    assert found(article, writer) == []


def test_an_edited_title_is_found_by_its_new_words(head):
    old = make(title="Tên cũ")
    old.title = "Tên mới"
    editing.save_edit(old, actor=None, changed=["title"])
    assert [
        f.article_id for f in checklist.check(make(title="TÊN MỚI"), reader=head)
    ] == [old.pk]
