"""Photos are received before the form's transaction opens."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from articles.admin import uploads
from articles.models import Photo
from articles.photos import intake, renditions
from tests.factories import make_article, make_user, picture_file

MAKE = renditions.make


def data(article, number):
    form = {
        "title": article.title, "lead": article.lead, "body": article.body, "unit": article.unit_id,
        "photo_places-TOTAL_FORMS": number, "photo_places-INITIAL_FORMS": 0,
        "attachment_places-TOTAL_FORMS": 0, "attachment_places-INITIAL_FORMS": 0,
        "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0, "based_on": 1,
    }  # fmt: skip
    for each in range(number):
        photo = picture_file(colour=(each, each, each), size=(64, 48)).read()
        form[f"photo_places-{each}-upload"] = SimpleUploadedFile(f"{each}.jpg", photo)
        form[f"photo_places-{each}-order"] = each
    return form


@pytest.mark.django_db(transaction=True)
def test_no_writer_waits_while_a_photo_is_made_smaller(client, monkeypatch):
    inside = []

    def make(image, digest, focus):
        inside.append(connection.in_atomic_block)
        MAKE(image, digest, focus)

    monkeypatch.setattr(renditions, "make", make)
    client.force_login(make_user(role="Biên tập viên"))
    article = make_article()
    client.post(
        reverse("admin:articles_article_change", args=[article.pk]), data(article, 2)
    )
    assert inside == [False, False]
    assert article.photo_places.count() == 2


@pytest.mark.django_db
def test_more_photos_than_a_request_may_bring_are_refused_with_a_sentence(client):
    client.force_login(make_user(role="Biên tập viên"))
    article = make_article()
    response = client.post(
        reverse("admin:articles_article_change", args=[article.pk]),
        data(article, uploads.MOST + 1),
    )
    errors = response.context["inline_admin_formsets"][0].formset.errors
    assert [list(each) for each in errors] == [[]] * uploads.MOST + [["upload"]]
    assert not Photo.objects.exists()


@pytest.mark.django_db
def test_files_of_somebody_who_may_not_write_are_not_even_opened(client, monkeypatch):
    opened = []
    monkeypatch.setattr(intake, "receive", opened.append)
    client.force_login(make_user(role="Quản trị"))
    article = make_article()
    client.post(
        reverse("admin:articles_article_change", args=[article.pk]), data(article, 1)
    )
    assert opened == []
