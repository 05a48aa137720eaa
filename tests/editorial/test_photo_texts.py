import pytest

from articles.editorial import parts, photo_texts, publishing, versions
from articles.models import EditionPhoto, PhotoPlace
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db


def settled(photo, *, actor, **texts):
    place = PhotoPlace(article=make_article(), photo=photo, number=1, **texts)
    photo_texts.settle(place, actor=actor)
    photo.refresh_from_db()
    return place


def test_words_that_the_library_lacks_go_there():
    photo = make_photo()
    place = settled(
        photo, actor=None, caption="Cầu mới", alt_text="Cây cầu", credit="Lan"
    )
    assert (photo.caption, photo.alt_text, photo.credit) == (
        "Cầu mới",
        "Cây cầu",
        "Lan",
    )
    assert (place.caption, place.alt_text, place.credit) == ("", "", "")
    assert [place.said(name) for name in photo_texts.TEXTS] == [
        "Cầu mới",
        "Cây cầu",
        "Lan",
    ]


def test_words_that_differ_from_the_library_stay_with_the_article():
    photo = make_photo()
    settled(photo, actor=None, caption="Cầu mới")
    place = settled(photo, actor=None, caption="Cầu Bến Đò, nhìn từ bờ nam")
    assert (photo.caption, place.caption) == ("Cầu mới", "Cầu Bến Đò, nhìn từ bờ nam")


def test_who_may_not_describe_the_photo_writes_for_the_article_alone():
    photo, stranger = make_photo(), make_user(role="Cộng tác viên")
    place = settled(photo, actor=stranger, caption="Cầu mới")
    assert (photo.caption, place.caption) == ("", "Cầu mới")


def test_who_sent_the_photo_describes_it():
    sender = make_user(role="Cộng tác viên")
    photo = make_photo()
    photo.uploaded_by = sender
    photo.save()
    settled(photo, actor=sender, caption="Cầu mới")
    assert (photo.caption, photo.search_key.splitlines()[0]) == ("Cầu mới", "cau moi")


def test_a_photographer_of_ours_is_the_credit():
    photo = make_photo()
    photo.author = make_author(name="Thu Hằng")
    photo.save()
    place = settled(photo, actor=None, credit="Thu Hằng")
    assert (photo.credit, place.credit, place.said("credit")) == ("", "", "Thu Hằng")


def test_a_decorative_photo_says_nothing_to_those_who_cannot_see():
    photo = make_photo()
    settled(photo, actor=None, alt_text="Hoa sen")
    place = PhotoPlace(photo=photo, is_decorative=True)
    assert (place.said("alt_text"), place.only_adorns) == ("", True)


def test_words_changed_in_the_library_change_wherever_they_were_not_published():
    photo = make_photo()
    published, draft = make_article(), make_article()
    for article in (published, draft):
        parts.place_photo(article, number=1, photo=photo, file_name="", caption="Cũ")
    edition = publish(published)
    photo.caption = "Mới"
    photo.save()
    edition.refresh_from_db()
    assert edition.photos[0]["caption"] == "Cũ"
    assert publish(draft).photos[0]["caption"] == "Mới"
    assert publish(published).photos[0]["caption"] == "Mới"


def test_an_approval_is_for_the_library_s_words_too():
    photo, article = make_photo(), make_article()
    place_photo(article, photo)
    seen = versions.current_digest(article)
    photo.caption = "Lời khác"
    photo.save()
    head = make_user(role="Trưởng ban biên tập")
    with pytest.raises(publishing.Refused):
        publishing.publish(article, actor=head, seen_digest=seen)


def test_an_approval_is_for_the_authors_names_and_the_focus_too():
    author, photo = make_author(), make_photo()
    article = make_article(authors=[author])
    place_photo(article, photo)
    digests = [versions.current_digest(article)]
    author.name = "Tên khác"
    author.save()
    digests.append(versions.current_digest(article))
    photo.focus_x = 1
    photo.save()
    digests.append(versions.current_digest(article))
    assert len(set(digests)) == 3


def test_the_library_knows_which_editions_show_a_photo():
    photo, other, article = make_photo(), make_photo(colour="red"), make_article()
    place_photo(article, photo)
    place_photo(make_article(), other)
    edition = publish(article)
    links = EditionPhoto.objects.values_list("edition", "photo")
    assert list(links) == [(edition.pk, photo.pk)]


@pytest.mark.parametrize(("chosen", "cover"), [(None, 1), (2, 2), (3, 1)])
def test_the_cover_is_the_photo_chosen_else_the_first(chosen, cover):
    article = make_article(cover_number=chosen)
    place_photo(article, make_photo())
    place_photo(article, make_photo(colour="red"))
    place_photo(article, file_name="thieu.jpg")
    edition = publish(article)
    assert edition.cover["number"] == cover
    assert [photo["is_cover"] for photo in edition.photos] == [cover == 1, cover == 2]
