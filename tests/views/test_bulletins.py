from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import editing, publishing, unit_changes
from articles.models import Article, Correction, CorrectionKind, UnitSuccession
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


@pytest.mark.parametrize("others", [1, 3, 999])
def test_a_bulletin_costs_three_queries_however_many_there_are(
    others, client, django_assert_num_queries
):
    shared = {"category": make_category(), "unit": make_unit()}
    edition = publish(authors=[make_author()], **shared)
    bulk_publish(others, **shared)

    with django_assert_num_queries(3):
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
    assert "<strong>Trung Tuyến</strong>" in page
    assert f'(<a href="{unit.get_absolute_url()}" lang="vi">{unit.name}</a>)' in page
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

    assert '<a href="/don-vi/trung-tam-xa/" lang="vi">Đài xã</a>' in page
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


def test_those_who_made_it_lead_to_their_pages(client):
    authors = [make_author(name="Lê Vân"), make_author(name="Vũ Sơn")]
    page = text_of(client.get(publish(authors=authors).get_absolute_url()))
    for author in authors:
        address = reverse("articles:author", args=[author.slug])
        name = f'<a href="{address}" rel="author" lang="vi"><strong>{author.name}</strong></a>'
        assert name in page


def test_a_unit_that_was_succeeded_says_where_it_belongs_now(
    client, django_assert_num_queries
):
    old, new = make_unit(name="Đài xã"), make_unit(name="Trung tâm xã")
    edition = publish(unit=old)
    unit_changes.succeed(old, new, kind=UnitSuccession.Kind.MERGED, on=date(2026, 1, 1))

    with django_assert_num_queries(3):
        page = text_of(client.get(edition.get_absolute_url()))

    own = f'<a href="{old.get_absolute_url()}" lang="vi">Đài xã</a>'
    heir = f'<a href="{new.get_absolute_url()}" lang="vi">Trung tâm xã</a>'
    assert f"({own}, {gettext('now part of')} {heir})" in page


@pytest.mark.parametrize("address", ["https://bao.example/a?b=1&c=2", ""])
def test_what_was_taken_from_elsewhere_says_from_where(client, address):
    edition = publish(source="Báo <Quê hương>", source_url=address)
    page = text_of(client.get(edition.get_absolute_url()))
    link = 'href="https://bao.example/a?b=1&amp;c=2" rel="external nofollow noopener"'
    assert "Báo &lt;Quê hương&gt;" in page
    assert (link in page) == bool(address)


def test_our_own_names_no_source(client):
    page = text_of(client.get(publish().get_absolute_url()))
    assert 'class="source"' not in page


def test_an_update_leads_to_what_changed(client):
    article = publish().article
    article.refresh_from_db()
    note = Correction(CorrectionKind.CORRECTION, "Tên thôn đã được sửa.")
    article.lead = "Sapô đã sửa"
    edited = editing.save_edit(article, actor=None, changed=["lead"])
    edition = publishing.publish(edited, actor=None, correction=note)

    page = text_of(client.get(edition.get_absolute_url()))

    assert '<a href="#dinh-chinh">' in page
    assert 'id="dinh-chinh"' in page
    assert "Tên thôn đã được sửa." in page


def test_the_page_passes_the_bulletin_on_by_plain_links(client):
    page = text_of(client.get(publish(title="Gặt lúa").get_absolute_url()))
    for start in (
        'href="https://button-share.zalo.me/share_external?d=',
        'href="https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Ftestserver%2Ftin',
        'href="mailto:?subject=G%E1%BA%B7t%20l%C3%BAa&amp;body=',
        'class="button share-copy" href="http://testserver/tin/gat-lua-',
    ):
        assert start in page


def test_the_page_leads_to_its_neighbours_and_those_like_it(client):
    category = make_category()
    titles = {3: "Cũ hơn", 5: "Mới hơn", 7: "Cùng chuyên mục"}
    for day, title in titles.items():
        publish(title=title, category=category, dateline_date=date(2026, 3, day))
    publish(title="Chuyện khác hẳn", dateline_date=date(2026, 3, 6))
    shown = publish(category=category, dateline_date=date(2026, 3, 4))

    page = text_of(client.get(shown.get_absolute_url()))

    assert '<span class="neighbour-title" lang="vi">Cũ hơn</span>' in page
    assert '<span class="neighbour-title" lang="vi">Mới hơn</span>' in page
    assert "Cùng chuyên mục" in page[page.index('id="related"') :]
    assert "Chuyện khác hẳn" not in page


def test_photos_open_large_and_lead_to_their_files_without_a_script(client):
    article = make_article()
    place_photo(article, make_photo(size=(1200, 800)), alt_text="Cổng làng")
    page = text_of(client.get(publish(article).get_absolute_url()))
    assert '-w1200.jpg" aria-label="Xem ảnh lớn: Cổng làng">' in page
    assert '<dialog class="lightbox"' in page
    assert "lightbox" not in text_of(client.get(publish().get_absolute_url()))
