import urllib.parse
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from articles.attachments.addresses import address, plain_name
from articles.editorial import preview_links, publishing
from tests.attachments import samples
from tests.attachments.making import make_attachment, place_attachment
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

NAME = "Kế hoạch tháng 9"


@pytest.fixture
def article():
    return make_article()


def live(article, extension="pdf", **fields):
    """The address of the article's one attachment, published."""
    place_attachment(article, make_attachment(extension), **fields)
    edition = publish(article)
    return address(edition.article_id, edition.attachments[0])


def fetch(client, place, method="get", **headers):
    """The answer, read to its end (which closes the file) into `body`."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    response = getattr(client, method)(place, headers=headers)
    response.body = b"".join(response)
    return response


@pytest.mark.parametrize("extension", samples.WHOLE)
def test_every_kind_comes_back_byte_for_byte(extension, client, article):
    response = fetch(client, live(article, extension))

    assert response.status_code == 200
    assert response.body == samples.WHOLE[extension]
    assert response["Content-Length"] == str(len(samples.WHOLE[extension]))
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize("extension", samples.WHOLE)
def test_documents_are_downloaded_and_recordings_played(extension, client, article):
    response = fetch(client, live(article, extension))
    is_played = extension in ("mp3", "m4a", "ogg", "mp4")
    name = urllib.parse.quote(f"{NAME}.{extension}")
    how = "inline" if is_played else "attachment"
    assert response["Content-Disposition"] == f"{how}; filename*=utf-8''{name}"


@pytest.mark.parametrize(
    ("extension", "policy"),
    [
        ("pdf", "default-src 'none'; sandbox"),
        ("mp3", "default-src 'none'; media-src 'self'; sandbox allow-same-origin"),
    ],
)
def test_whatever_is_inside_runs_nothing(extension, policy, client, article):
    response = fetch(client, live(article, extension))
    assert response["Content-Security-Policy"] == policy


def test_the_address_is_plain_and_stands_for_the_file(client, article):
    place = live(article)
    assert place == f"/tep/{article.pk}/1/ke-hoach-thang-9.pdf"
    assert fetch(client, place)["ETag"] == f'"{make_attachment().digest}"'


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Đơn đề nghị.DOCX", "don-de-nghi.docx"),
        ("会议.pdf", "tep.pdf"),
        ("a/b.pdf", "b.pdf"),
    ],
)
def test_names_in_addresses_are_ascii(name, plain):
    assert plain_name(name) == plain


def test_another_name_leads_to_the_right_one(client, article):
    place = live(article)
    response = fetch(client, f"/tep/{article.pk}/1/hoan-tra-tien.pdf")
    assert response.status_code == 301
    assert response["Location"] == place
    assert response["Cache-Control"] == "public, max-age=300"


def test_one_query_answers(client, article, django_assert_num_queries):
    place = live(article)
    with django_assert_num_queries(1):
        fetch(client, place)


def test_a_player_gets_the_part_that_it_asks_for(client, article):
    place = live(article, "mp4")
    response = fetch(client, place, range="bytes=100-199")
    assert response.status_code == 206
    assert response.body == samples.WHOLE["mp4"][100:200]
    assert response["Content-Type"] == "video/mp4"
    assert fetch(client, place, range="bytes=900000-").status_code == 416


def test_a_browser_that_packs_gets_the_file_unpacked(client, article):
    """Packed on the way it would lose its length, and its parts their places."""
    response = fetch(client, live(article, "mp3"), accept_encoding="gzip")
    assert "Content-Encoding" not in response
    assert response["ETag"].startswith('"')
    assert response.body == samples.WHOLE["mp3"]


def test_only_reading_is_allowed(client, article):
    place = live(article)
    assert fetch(client, place, "post").status_code == 405
    assert fetch(client, place, "head").status_code == 200
    etag = fetch(client, place)["ETag"]
    assert fetch(client, place, if_none_match=etag).status_code == 304


def test_drafts_and_what_is_to_come_are_not_found(client):
    draft, waiting = make_article(), make_article()
    place_attachment(draft)
    place_attachment(waiting)
    edition = publish(waiting, at=timezone.now() + timedelta(hours=1))

    assert edition.attachments
    for article in (draft, waiting):
        place = f"/tep/{article.pk}/1/ke-hoach-thang-9.pdf"
        assert fetch(client, place).status_code == 404


def test_a_file_added_to_the_working_copy_is_not_published_by_it(client, article):
    live(article)
    place_attachment(article, make_attachment("mp3", name="Ghi am.mp3"))
    assert fetch(client, f"/tep/{article.pk}/2/ghi-am.mp3").status_code == 404


def test_a_file_removed_from_the_working_copy_stays_published(client, article):
    place = live(article)
    article.attachment_places.all().delete()
    assert fetch(client, place).status_code == 200


def test_a_file_that_the_next_edition_leaves_out_is_gone(client, article):
    place = live(article)
    article.attachment_places.all().delete()
    publish(article)
    assert fetch(client, place).status_code == 404


def test_a_withdrawn_bulletin_takes_its_files_with_it(client, article):
    place = live(article)
    publishing.withdraw(article, actor=None, reason="Phụ lục sai.")
    response = fetch(client, place)
    assert response.status_code == 410
    assert "Phụ lục sai." in response.text
    assert NAME not in response.text


@pytest.mark.parametrize(
    "path", ["0/a.pdf", "2/a.pdf", "1/", "1/a/b.pdf", "x/a.pdf", "1000/a.pdf"]
)
def test_nothing_else_is_found(path, client, article):
    live(article)
    assert fetch(client, f"/tep/{article.pk}/{path}").status_code == 404
    assert fetch(client, f"/tep/{'9' * 18}/1/a.pdf").status_code == 404


def test_a_lost_file_is_not_found(client, article):
    place = live(article)
    default_storage.delete(make_attachment().file.name)
    assert fetch(client, place).status_code == 404


def test_the_file_itself_has_no_address(client, article):
    live(article)
    assert fetch(client, f"/media/{make_attachment().file.name}").status_code == 404


# --- drafts shown by a link ---------------------------------------------------


@pytest.fixture
def token(article):
    place_attachment(article, make_attachment("mp3"))
    editor = make_user(role="Biên tập viên")
    return preview_links.create(article, reader="Ông Tám", days=7, actor=editor)[1]


def of_preview(token, number=1):
    return reverse("articles:preview_attachment", args=[token, number])


def test_whoever_holds_the_link_hears_the_draft(client, token):
    response = fetch(client, of_preview(token))
    assert response.body == samples.WHOLE["mp3"]
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Content-Security-Policy"].startswith("default-src 'none'; ")


def test_a_closed_link_and_another_number_open_nothing(client, token, article):
    assert fetch(client, of_preview(token, 2)).status_code == 404
    assert fetch(client, of_preview("khac")).status_code == 404
    article.preview_links.update(expires_at=timezone.now())
    assert fetch(client, of_preview(token)).status_code == 404


def test_listening_is_not_counted_as_another_reading(client, token, article):
    fetch(client, of_preview(token))
    assert article.preview_links.get().opened == 0
