from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article, Photo, Status
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    make_user,
    picture_file,
    place_photo,
)

pytestmark = pytest.mark.django_db

LIST = "admin:articles_article_changelist"
ADD = "admin:articles_article_add"
CHANGE = "admin:articles_article_change"


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên")
    client.force_login(user)
    return user


def form(article=None, *, photos=(), bylines=(), **fields):
    """What the browser posts from the change page."""
    data = {
        "title": article.title if article else "Tin mới",
        "lead": article.lead if article else "",
        "body": article.body if article else "<p>Chữ.</p>",
        "unit": article.unit_id if article else "",
    } | fields
    for prefix, rows, existing in (
        ("photo_places", photos, article.photo_places.count() if article else 0),
        ("attachment_places", (), 0),
        ("bylines", bylines, article.bylines.count() if article else 0),
    ):
        data |= {
            f"{prefix}-TOTAL_FORMS": len(rows),
            f"{prefix}-INITIAL_FORMS": existing,
        }
        for number, row in enumerate(rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def jpeg(name="a1.jpg", **options):
    return SimpleUploadedFile(name, picture_file(**options).read(), "image/jpeg")


def test_a_bulletin_is_written_with_photo_byline_and_date(client, editor):
    unit, category, author = make_unit(), make_category(), make_author()
    client.post(
        reverse(ADD),
        form(
            unit=unit.pk,
            category=category.pk,
            dateline_date="03/07/2026",
            dateline_time="09:21",
            body='<p onclick="x()">Chữ.</p>',
            photos=[{"upload": jpeg(), "caption": "Chú thích", "order": 1}],
            bylines=[{"author": author.pk, "role": "text", "order": 1}],
        ),
    )
    article = Article.objects.get()
    place = article.photo_places.get()
    assert (article.title, article.body, article.created_by) == (
        "Tin mới",
        "<p>Chữ.</p>",
        editor,
    )
    assert (article.dateline_date, article.status) == (date(2026, 7, 3), Status.DRAFT)
    assert (place.number, place.caption, place.file_name) == (1, "", "a1.jpg")
    assert place.photo == Photo.objects.get()
    assert place.said("caption") == place.photo.caption == "Chú thích"
    assert article.bylines.get().author == author
    assert list(article.events.values_list("action", flat=True)) == ["create"]


def test_one_save_is_one_event_that_names_what_changed(client, editor):
    article = make_article()
    photos = [{"upload": jpeg(), "order": 1}]
    client.post(
        reverse(CHANGE, args=[article.pk]), form(article, title="Sửa", photos=photos)
    )
    event = article.events.get(action="edit")
    assert event.actor == editor
    assert event.details == {"changed": ["title", "photo_places"], "version": 2}


def test_saving_without_a_change_records_nothing(client, editor):
    article = make_article()
    client.post(reverse(CHANGE, args=[article.pk]), form(article))
    assert not article.events.filter(action="edit").exists()


def test_a_missing_photo_is_a_visible_gap_that_an_upload_fills(client, editor):
    article = make_article(body='<p>Trước.</p><img data-photo="1">')
    place = place_photo(article, file_name="a1.jpg")
    page = client.get(reverse(CHANGE, args=[article.pk])).content.decode()
    assert "a1.jpg" in page
    # In the text, in its row, and for the row's scripts.
    assert page.count("articles/admin/missing.svg") == 3
    photos = [{"id": place.pk, "upload": jpeg("that.jpg"), "order": 1}]
    client.post(reverse(CHANGE, args=[article.pk]), form(article, photos=photos))
    place.refresh_from_db()
    assert (place.photo, place.number, place.file_name) == (
        Photo.objects.get(),
        1,
        "a1.jpg",
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"<html><script>alert(1)</script>", b"GIF89a<script>"],
    ids=["empty", "html", "polyglot"],
)
def test_a_bad_photo_is_one_sentence_and_nothing_is_kept(client, editor, content):
    article = make_article()
    photos = [{"upload": SimpleUploadedFile("a.jpg", content), "order": 1}]
    response = client.post(
        reverse(CHANGE, args=[article.pk]), form(article, title="Gõ lâu", photos=photos)
    )
    [errors] = response.context["inline_admin_formsets"][0].formset.errors
    article.refresh_from_db()
    assert list(errors) == ["upload"]
    assert len(errors["upload"]) == 1
    assert "Gõ lâu" in response.content.decode()  # what was typed is still there
    assert article.title != "Gõ lâu"
    assert not Photo.objects.exists()


def test_two_photos_in_one_save_get_numbers_of_their_own(client, editor):
    article = make_article()
    photos = [
        {"upload": jpeg(colour="red"), "order": 1},
        {"upload": jpeg(colour="blue"), "order": 2},
    ]
    client.post(reverse(CHANGE, args=[article.pk]), form(article, photos=photos))
    assert list(article.photo_places.values_list("number", flat=True)) == [1, 2]


def test_a_number_that_was_used_never_brings_another_picture_into_the_text(
    client, editor
):
    article = make_article(body='<p>Chữ.</p><img data-photo="2" alt="">')
    photos = [{"upload": jpeg(), "order": 1}]
    client.post(reverse(CHANGE, args=[article.pk]), form(article, photos=photos))
    assert article.photo_places.get().number == 3


def test_a_wrong_date_is_refused_in_the_form(client, editor):
    response = client.post(
        reverse(ADD), form(unit=make_unit().pk, dateline_date="31/02/2026")
    )
    assert list(response.context["adminform"].form.errors) == ["dateline_date"]
    assert not Article.objects.exists()


def test_contributors_see_and_change_their_own_only(client):
    me = make_user(role="Cộng tác viên")
    mine, other = (
        make_article(actor=me, title="Của tôi"),
        make_article(title="Của người khác"),
    )
    client.force_login(me)
    page = client.get(reverse(LIST)).content.decode()
    assert "Của tôi" in page
    assert "Của người khác" not in page
    assert client.get(reverse(CHANGE, args=[mine.pk])).status_code == 200
    assert client.get(reverse(CHANGE, args=[other.pk])).status_code == 302
    client.post(reverse(CHANGE, args=[other.pk]), form(other, title="Bị sửa"))
    other.refresh_from_db()
    assert other.title == "Của người khác"


def test_a_submitted_text_is_read_only_for_its_owner(client):
    me = make_user(role="Cộng tác viên")
    article = make_article(actor=me)
    Article.objects.filter(pk=article.pk).update(status=Status.SUBMITTED)
    client.force_login(me)
    assert client.get(reverse(CHANGE, args=[article.pk])).status_code == 200
    response = client.post(
        reverse(CHANGE, args=[article.pk]), form(article, title="Sửa lén")
    )
    article.refresh_from_db()
    assert (response.status_code, article.title == "Sửa lén") == (403, False)


def test_nobody_can_delete_a_bulletin(admin_client):
    article = make_article()
    response = admin_client.post(
        reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"}
    )
    assert (response.status_code, Article.objects.count()) == (403, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_the_change_page_asks_the_same_however_many_photos(
    client, editor, number, django_assert_num_queries
):
    article = make_article()
    for colour in ["red", "green", "blue"][:number]:
        place_photo(article, make_photo(colour=colour))
    client.get(reverse(CHANGE, args=[article.pk]))  # content types are asked for once
    with django_assert_num_queries(26):
        response = client.get(reverse(CHANGE, args=[article.pk]))
    assert response.content.decode().count('class="photo-thumbnail"') == number


@pytest.mark.parametrize("number", ["9" * 5000, "1000", "²", "-1"])
def test_a_cover_number_that_cannot_be_is_refused_in_words(client, editor, number):
    article = make_article()
    address = reverse(CHANGE, args=[article.pk])
    answer = client.post(address, form(article, cover_number=number))
    assert list(answer.context["adminform"].form.errors) == ["cover_number"]
