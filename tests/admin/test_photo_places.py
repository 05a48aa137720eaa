import pytest
from django.urls import reverse

from articles.models import Article, PhotoPlace
from tests.admin.test_article import form
from tests.factories import make_article, make_photo, make_unit, make_user, place_photo

pytestmark = pytest.mark.django_db
ADD = "admin:articles_article_add"
CHANGE = "admin:articles_article_change"


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên")
    client.force_login(user)
    return user


def save(client, article, **fields):
    return client.post(reverse(CHANGE, args=[article.pk]), form(article, **fields))


def numbers(article):
    return dict(article.photo_places.values_list("number", "photo"))


def test_a_photo_of_the_library_is_chosen_by_its_key(client, editor):
    article, photo = make_article(), make_photo()
    rows = [{"photo": photo.pk, "number": 1, "order": 1}]
    save(client, article, photos=rows, body='<p>Chữ.</p><img data-photo="1">')
    assert numbers(article) == {1: photo.pk}


def test_a_new_bulletin_takes_photos_before_it_was_ever_saved(client, editor):
    photo = make_photo()
    rows = [{"photo": photo.pk, "number": 1, "order": 1}]
    body = '<p>Chữ.</p><img data-photo="1">'
    client.post(reverse(ADD), form(unit=make_unit().pk, body=body, photos=rows))
    article = Article.objects.get()
    assert numbers(article) == {1: photo.pk}
    assert article.body.endswith('<img data-photo="1">')


def test_a_number_that_was_used_before_is_not_given_again(client, editor):
    article = make_article(body='<p>Chữ.</p><img data-photo="4">')
    first, second = make_photo(), make_photo(colour="red")
    rows = [
        {"photo": first.pk, "number": 4, "order": 1},
        {"photo": second.pk, "order": 2},
    ]
    save(client, article, photos=rows)
    assert numbers(article) == {5: first.pk, 6: second.pk}


def test_a_place_keeps_its_number_whatever_the_page_says(client, editor):
    article = make_article()
    place = place_photo(article, make_photo())
    row = {"id": place.pk, "photo": place.photo_id, "number": 9, "order": 1}
    save(client, article, title="Sửa", photos=[row])
    assert numbers(article) == {1: place.photo_id}


def test_a_row_without_its_photo_keeps_it(client, editor):
    article = make_article()
    place = place_photo(article, make_photo())
    save(client, article, photos=[{"id": place.pk, "order": 7, "caption": "Cầu"}])
    place.refresh_from_db()
    assert (place.photo is None, place.order) == (False, 7)


def test_a_photo_that_one_may_not_see_cannot_be_chosen(client):
    contributor = make_user(role="Cộng tác viên")
    client.force_login(contributor)
    article = make_article(actor=contributor)
    secret, own = make_photo(), make_photo(colour="red")
    own.uploaded_by = contributor
    own.save()
    rows = [{"photo": secret.pk, "number": 1, "order": 1}]
    answer = save(client, article, photos=rows)
    assert answer.status_code == 200
    assert numbers(article) == {}
    save(client, article, photos=[{"photo": own.pk, "number": 1, "order": 1}])
    assert numbers(article) == {1: own.pk}


def test_words_shown_from_the_library_are_not_made_the_article_s_own(client, editor):
    article, photo = make_article(), make_photo()
    photo.caption = "Cũ"
    photo.save()
    place = place_photo(article, photo)
    row = {"id": place.pk, "photo": photo.pk, "order": 2, "caption": "Cũ"}
    shown = {"initial-photo_places-0-caption": "Cũ"}
    photo.caption = "Mới"  # somebody changes it in the library meanwhile
    photo.save()
    save(client, article, photos=[row], **shown)
    place.refresh_from_db()
    assert (place.caption, place.said("caption"), place.order) == ("", "Mới", 2)


def test_the_cover_is_chosen_on_the_page(client, editor):
    article = make_article()
    places = [place_photo(article, make_photo(colour=name)) for name in ("red", "blue")]
    page = client.get(reverse(CHANGE, args=[article.pk])).content.decode()
    assert page.count('<option value="2">') == 1
    rows = [
        {"id": each.pk, "photo": each.photo_id, "order": each.order} for each in places
    ]
    save(client, article, photos=rows, cover_number=2)
    article.refresh_from_db()
    assert article.cover_number == 2


def test_a_form_with_a_mistake_shows_the_photo_that_was_chosen(client, editor):
    article, photo = make_article(), make_photo()
    rows = [{"photo": photo.pk, "number": 1, "order": 1}]
    answer = save(client, article, title="", photos=rows)
    assert f'value="{photo.pk}"' in answer.content.decode()
    assert f"{photo.digest[:32]}-w480.jpg" in answer.content.decode()
    assert not PhotoPlace.objects.exists()
