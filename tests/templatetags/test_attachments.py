import re

import pytest
from django.urls import reverse
from django.utils import translation

from articles.editorial import preview_links
from articles.templatetags.attachments import attachments
from tests.attachments.making import make_attachment, place_attachment
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db


def page_of(client, address):
    return re.sub(r"\s+", " ", client.get(address).text)


@pytest.fixture
def article():
    article = make_article()
    place_attachment(article, make_attachment("pdf"), title="Kế hoạch <3>")
    place_attachment(article, make_attachment("docx"))
    place_attachment(article, make_attachment("mp3"), title="Loa phát thanh")
    place_attachment(article, make_attachment("mp4"), title="Lễ phát động")
    return article


def section_of(page):
    return re.search(r'<section class="attachments".*?</section>', page)[0]


def test_sound_and_video_have_players_and_documents_a_list(client, article):
    section = section_of(page_of(client, publish(article).get_absolute_url()))
    place = f"/tep/{article.pk}"

    assert (
        f'<audio controls preload="none" src="{place}/3/ke-hoach-thang-9.mp3"'
        ' aria-labelledby="sound-1"></audio>'
    ) in section
    assert (
        f'<video controls preload="metadata" playsinline src="{place}/4/ke-hoach-thang-9.mp4"'
        ' aria-labelledby="video-1"></video>'
    ) in section
    assert '<strong lang="vi" id="sound-1">Loa phát thanh</strong>' in section
    assert (
        f'<a href="{place}/1/ke-hoach-thang-9.pdf" download>'
        '<span lang="vi">Kế hoạch &lt;3&gt;</span></a>'
        ' <span class="attachment-facts">PDF, 330 byte</span>'
    ) in section
    assert '<span lang="vi">Kế hoạch tháng 9.docx</span></a>' in section


@pytest.mark.parametrize(
    ("language", "size"), [("vi", "1,2\xa0MB"), ("en", "1.2\xa0MB")]
)
def test_sizes_are_written_in_the_readers_language(language, size, article):
    edition = publish(article)
    row = edition.attachments[0] | {"size": 1_250_000}
    edition.attachments = [row]  # of this copy alone
    with translation.override(language):
        shown = attachments({}, edition)
    assert shown["documents"][0].size == size


def test_a_bulletin_without_attachments_says_nothing_of_them(client):
    page = page_of(client, publish().get_absolute_url())
    assert "attachments" not in page.replace("attachments.css", "")


def test_a_preview_in_the_admin_leads_to_the_staffs_door(client, article):
    client.force_login(make_user(role="Biên tập viên"))
    page = page_of(client, reverse("admin:articles_article_preview", args=[article.pk]))
    assert f'href="/admin/articles/article/{article.pk}/attachments/1/"' in page
    assert "/tep/" not in page


def test_a_preview_by_link_leads_through_the_link(client, article):
    editor = make_user(role="Biên tập viên")
    _link, token = preview_links.create(article, reader="Bà Năm", days=7, actor=editor)
    page = page_of(client, reverse("articles:preview", args=[token]))
    assert f'src="/xem-truoc/{token}/tep/3/"' in page
    assert "/tep/1/ke" not in page
    assert "/admin/" not in section_of(page)
