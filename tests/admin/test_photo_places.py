import pytest
from django.urls import reverse

from articles.editorial import photo_replacing
from articles.models import Article, PhotoPlace
from articles.photos import intake
from tests.admin.test_article import form, jpeg
from tests.factories import (
    make_article,
    make_photo,
    make_unit,
    make_user,
    picture_file,
    place_photo,
)

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


def test_text_and_cover_follow_a_photo_that_did_not_get_the_number_it_asked_for(
    client, editor
):
    article, first, second = make_article(), make_photo(), make_photo(colour="red")
    body = '<img data-photo="1">\n<p>Chữ.</p>\n<img data-photo="2">'
    rows = [
        {"photo": first.pk, "number": 1, "order": 1},
        {"photo": second.pk, "number": 2, "order": 2},
    ]
    data = form(article, photos=rows, body=body, cover_number=2)
    theirs = place_photo(
        article, make_photo(colour="blue")
    )  # after the page was opened
    data["photo_places-INITIAL_FORMS"] = 0
    client.post(reverse(CHANGE, args=[article.pk]), data)
    article.refresh_from_db()
    assert numbers(article) == {1: theirs.photo_id, 2: second.pk, 3: first.pk}
    assert article.body == body.replace('"1"', '"3"')
    assert article.cover_number == 2


def test_the_number_of_a_photo_that_the_page_lists_is_that_photo_s(client, editor):
    article, new = make_article(), make_photo(colour="red")
    place = place_photo(article, make_photo())
    body = '<p>Chữ.</p>\n<img data-photo="1">'
    rows = [
        {"id": place.pk, "photo": place.photo_id, "order": 1},
        {"photo": new.pk, "number": 1, "order": 2},
    ]
    save(client, article, photos=rows, body=body)
    article.refresh_from_db()
    assert numbers(article) == {1: place.photo_id, 2: new.pk}
    assert article.body == body


def test_a_photo_that_this_session_sent_may_be_chosen_whoever_sent_it_first(client):
    contributor = make_user(role="Cộng tác viên")
    client.force_login(contributor)
    article, known = make_article(actor=contributor), make_photo()
    rows = [{"photo": known.pk, "number": 1, "order": 1}]
    save(client, article, photos=rows)
    assert numbers(article) == {}
    session = client.session
    session["photos_sent"] = [known.pk]
    session.save()
    save(client, article, photos=rows)
    assert numbers(article) == {1: known.pk}


def test_a_photo_that_was_replaced_is_not_chosen_anew(client, editor):
    old, article = make_photo(), make_article()
    photo_replacing.replace(
        old, intake.receive(picture_file(colour="red")), actor=editor
    )
    rows = [{"photo": old.pk, "number": 1, "order": 1}]
    assert save(client, article, photos=rows).status_code == 200
    assert numbers(article) == {}


def test_a_row_keeps_the_replaced_photo_that_it_has(client, editor):
    """An older version may have been restored since."""
    old, article = make_photo(), make_article()
    photo_replacing.replace(
        old, intake.receive(picture_file(colour="red")), actor=editor
    )
    place = place_photo(article, old)
    row = {"id": place.pk, "photo": old.pk, "order": 1, "caption": "Cầu"}
    assert save(client, article, photos=[row]).status_code == 302
    place.refresh_from_db()
    assert (place.photo, place.said("caption")) == (old, "Cầu")


def test_a_name_that_grows_in_its_normal_form_still_fits(client, editor):
    article = make_article()
    name = "\u0958" * 240 + ".jpg"  # two characters each in NFC
    save(client, article, photos=[{"upload": jpeg(name), "order": 1}])
    assert len(article.photo_places.get().file_name) == 255
