from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.editorial import editing, publishing
from articles.models import Article
from tests.factories import (
    bulk_publish,
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("others", [0, 2, 999])
def test_a_bulletin_costs_one_query_however_many_there_are(
    others, client, django_assert_num_queries
):
    edition = publish(category=make_category())
    bulk_publish(others)

    with django_assert_num_queries(1):
        response = client.get(edition.get_absolute_url())

    assert response.status_code == 200
    assert response.context["edition"] == edition


def test_a_bulletin_prints_what_the_old_site_printed(client):
    unit = make_unit(name="Trung tâm Văn hóa xã Vân Trà")
    article = make_article(
        title="Hội nghị giao ban khối Văn hóa - Xã hội",
        lead="Chiều ngày 30/11, UBND xã tổ chức hội nghị giao ban.",
        body="<p>Tham dự có lãnh đạo các ban, ngành.</p>",
        unit=unit,
        category=make_category(name="Văn hóa"),
        dateline_date=date(2023, 11, 30),
        authors=[make_author(name="Trung Tuyến")],
    )
    page = text_of(client.get(publish(article).get_absolute_url()))

    assert '<h1 lang="vi">Hội nghị giao ban khối Văn hóa - Xã hội</h1>' in page
    assert '<time datetime="2023-11-30">30/11/2023</time> (GMT+7)' in page
    assert "<p>Chiều ngày 30/11, UBND xã tổ chức hội nghị giao ban.</p>" in page
    assert "<p>Tham dự có lãnh đạo các ban, ngành.</p>" in page
    assert '<strong lang="vi">Trung Tuyến</strong>' in page
    assert f'(<a href="{unit.get_absolute_url()}">{unit.name}</a>)' in page
    assert 'lang="vi">Văn hóa</a>' in page


def test_a_lead_is_text_and_keeps_its_lines(client):
    edition = publish(lead="Dòng một\nDòng hai\n\nĐoạn <b>hai</b>")

    page = text_of(client.get(edition.get_absolute_url()))

    assert "<p>Dòng một<br>Dòng hai</p>" in page
    assert "<p>Đoạn &lt;b&gt;hai&lt;/b&gt;</p>" in page


def test_the_names_are_those_of_the_day_and_the_links_those_of_today(client):
    unit, category = make_unit(name="Đài xã", slug="dai-xa"), make_category(name="Cũ")
    edition = publish(unit=unit, category=category)
    unit.name, unit.slug = "Trung tâm xã", "trung-tam-xa"
    unit.save()
    category.name, category.slug = "Mới", "moi"
    category.save()

    page = text_of(client.get(edition.get_absolute_url()))

    assert '<a href="/don-vi/trung-tam-xa/">Đài xã</a>' in page
    assert '<a href="/chuyen-muc/moi/" lang="vi">Cũ</a>' in page
    assert "Trung tâm xã" not in page


def test_a_bulletin_without_category_and_names_is_complete(client):
    page = text_of(client.get(publish(category=None, lead="").get_absolute_url()))

    assert 'class="lead"' not in page
    assert "credits-label" not in page
    assert "None" not in page


def test_a_correction_says_when_it_was_made(client):
    article = make_article(dateline_date=date(2023, 11, 30))
    first = text_of(client.get(publish(article).get_absolute_url()))
    article.lead = "Sapô đã sửa"
    correction = publish(editing.save_edit(article, actor=None, changed=["lead"]))

    second = text_of(client.get(correction.get_absolute_url()))

    moment = f"{timezone.localtime(correction.live_from):%d/%m/%Y %H:%M}</time> (GMT+7)"
    assert moment not in first
    assert moment in second
    assert "30/11/2023</time> (GMT+7)" in second


def test_another_slug_leads_to_the_right_one(client):
    edition = publish(title="Đường làng nở hoa")

    response = client.get(f"/tin/ten-cu-{edition.article_id}/")

    assert response.status_code == 301
    assert response["Location"] == f"/tin/duong-lang-no-hoa-{edition.article_id}/"


def test_a_withdrawn_bulletin_is_gone_with_its_reason_and_without_its_words(client):
    edition = publish(title="Tin sai", lead="Điều không đúng", body="<p>Sai cả.</p>")
    publishing.withdraw(
        edition.article, actor=None, reason="Số liệu trong tin không đúng."
    )

    response = client.get(edition.get_absolute_url())

    assert response.status_code == 410
    assert "Số liệu trong tin không đúng." in text_of(response)
    for words in ("Tin sai", "Điều không đúng", "Sai cả."):
        assert words not in text_of(response)


def test_a_withdrawn_bulletin_that_is_published_again_is_back(client):
    edition = publish()
    publishing.withdraw(edition.article, actor=None, reason="Nhầm.")
    again = publish(edition.article)

    assert client.get(again.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("address", ["/tin/khong-co-987654/", "/tin/x-0/", "/tin/x/"])
def test_an_unknown_bulletin_is_not_found(address, client):
    publish()
    assert client.get(address).status_code == 404


def test_an_id_beyond_every_database_is_not_found(client):
    assert client.get(f"/tin/tin-{'9' * 18}/").status_code == 404
    assert client.get(f"/tin/tin-{'9' * 40}/").status_code == 404


def test_drafts_and_what_is_to_come_are_not_found(client):
    draft = make_article()
    waiting = publish(at=timezone.now() + timedelta(hours=1))

    assert client.get(f"/tin/x-{draft.pk}/").status_code == 404
    assert client.get(waiting.get_absolute_url()).status_code == 404


def test_changing_the_working_copy_changes_no_page(client):
    edition = publish(title="Tên đã đăng")
    Article.objects.update(title="Tên đang viết", lead="Bản nháp")

    page = text_of(client.get(edition.get_absolute_url()))

    assert "Tên đã đăng" in page
    assert "Tên đang viết" not in page
    assert "Bản nháp" not in page


def test_a_shared_link_shows_title_lead_and_picture(client):
    article = make_article(title='Lễ hội "Cầu ngư"', lead="Bà con dự lễ.")
    place_photo(article, make_photo())

    page = text_of(client.get(publish(article).get_absolute_url()))

    assert 'property="og:title" content="Lễ hội &quot;Cầu ngư&quot;"' in page
    assert 'property="og:description" content="Bà con dự lễ."' in page
    assert 'property="og:image" content="http://testserver/media/renditions/' in page


def test_a_known_time_is_printed(client):
    edition = publish(dateline_date=date(2023, 11, 30), dateline_time=time(9, 21))

    page = text_of(client.get(edition.get_absolute_url()))

    assert (
        '<time datetime="2023-11-30T09:21+07:00">30/11/2023 09:21</time> (GMT+7)'
        in page
    )


def test_only_reading_is_allowed(client):
    edition = publish()
    assert client.post(edition.get_absolute_url()).status_code == 405
    assert client.head(edition.get_absolute_url()).status_code == 200


def test_the_page_is_the_same_for_staff(client):
    edition = publish()
    before = client.get(edition.get_absolute_url())
    client.force_login(make_user())

    assert client.get(edition.get_absolute_url()).content == before.content


def test_breadcrumb_leads_to_the_front_page(client):
    page = text_of(client.get(publish().get_absolute_url()))
    assert f'<li><a href="{reverse("articles:front")}">' in page
