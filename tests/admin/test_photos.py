"""The library's pages: the grid, one photo, replacing, deleting, choosing, sending."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import photo_describing
from articles.models import Photo, PhotoPlace, PhotoTag
from tests.admin.doors import knock
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_user,
    picture_file,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

GRID = reverse("admin:articles_photo_changelist")
EDITOR, WRITER = "Biên tập viên", "Cộng tác viên"
SMALL = (96, 64)  # few renditions, quickly made
EMPTY = ["There is no photo here yet.", "No photo fits."]


@pytest.fixture
def editor(client):
    user = make_user(role=EDITOR)
    client.force_login(user)
    return user


def library_photo(colour="teal", *, tags=(), uploaded_at=None, **fields):
    photo = make_photo(colour=colour, size=SMALL)
    for name, value in fields.items():
        setattr(photo, name, value)
    photo.save()
    photo_describing.set_tags(photo, tags)
    if uploaded_at:
        Photo.objects.filter(pk=photo.pk).update(uploaded_at=uploaded_at)
    return photo


def shown(client, **query):
    """Captions of the photos on the page, in alphabetical order."""
    response = client.get(GRID, query)
    assert response.status_code == 200
    return sorted(card.photo.caption for card in response.context["cl"].cards)


def address(name, photo):
    return reverse(f"admin:articles_photo_{name}", args=[photo.pk])


def words(photo, **fields):
    """What the form of the photo's page posts."""
    said = {
        "caption": photo.caption, "alt_text": photo.alt_text, "credit": photo.credit,
        "place": photo.place, "people": photo.people, "focus_x": photo.focus_x,
        "focus_y": photo.focus_y, "seen": photo_describing.digest(photo),
    }  # fmt: skip
    return said | fields


def upload(colour="red", name="cau.jpg"):
    file = picture_file(colour=colour, size=SMALL)
    file.name = name
    return file


# --- the grid -----------------------------------------------------------------


def test_the_grid_narrows_by_use_words_people_and_owner(client, editor):
    used = library_photo("red", caption="Dùng", alt_text="Tả", uploaded_by=editor)
    place_photo(make_article(), used)
    library_photo("green", caption="Hỏi", people="ask", credit="Ông Tám")
    library_photo("blue", caption="Hoa", is_decorative=True)
    assert shown(client, use="yes") == ["Dùng"]
    assert shown(client, use="no") == ["Hoa", "Hỏi"]
    assert shown(client, lacks="alt_text") == ["Hỏi"]
    assert shown(client, lacks="credit") == ["Dùng", "Hoa"]
    assert shown(client, people="ask") == ["Hỏi"]
    assert shown(client, whose="mine") == ["Dùng"]
    assert shown(client, whose="others") == ["Hoa", "Hỏi"]
    assert shown(client, q="ong tam") == ["Hỏi"]
    assert shown(client, use="nonsense", people="x") == ["Dùng", "Hoa", "Hỏi"]


def test_the_grid_narrows_by_tag_with_marks_or_without(client, editor):
    library_photo("red", caption="Một", tags=["Lũ lụt", "Cầu"])
    library_photo("blue", caption="Hai", tags=["Cầu"])
    assert shown(client, tag="lũ LỤT") == ["Một"]
    assert shown(client, tag="lu lut") == ["Một"]
    assert shown(client, tag="cau") == ["Hai", "Một"]
    assert shown(client, tag="chợ") == []


def test_many_tags_are_typed_instead_of_listed(client, editor):
    library_photo(tags=[f"Thẻ {number}" for number in range(13)])
    page = client.get(GRID).content.decode()
    assert '<datalist id="filter-tags">' in page
    assert '<option value="Thẻ 12">' in page


def test_the_grid_narrows_by_the_day_of_upload_and_of_taking(client, editor):
    evening = datetime(2026, 7, 2, 17, 30, tzinfo=UTC)  # 03/07 in Việt Nam
    library_photo("red", caption="Ba", uploaded_at=evening, taken_on=date(2020, 1, 5))
    library_photo("blue", caption="Nay")
    assert shown(client, since="03/07/2026", until="03/07/2026") == ["Ba"]
    assert shown(client, until="02/07/2026") == []
    assert shown(client, by="taken", since="05/01/2020", until="05/01/2020") == ["Ba"]
    assert shown(client, by="taken", since="06/01/2020") == []
    assert shown(client, since="31/02/2026") == ["Ba", "Nay"]


@pytest.mark.parametrize("by", ["uploaded", "taken"])
@pytest.mark.parametrize("day", ["31/12/9999", "01/01/0001", "31/12/1899"])
def test_days_at_the_ends_of_the_calendar_narrow_nothing(client, editor, by, day):
    library_photo(caption="Nay", taken_on=date(2020, 1, 5))
    for name in ("since", "until"):
        assert shown(client, by=by, **{name: day}) == ["Nay"]


def test_replaced_photos_are_shown_when_asked_for(client, editor):
    new = library_photo("red", caption="Mới")
    library_photo("blue", caption="Cũ", replaced_by=new)
    assert shown(client) == ["Mới"]
    assert shown(client, replaced="only") == ["Cũ"]
    assert shown(client, replaced="all") == ["Cũ", "Mới"]


def test_an_address_asks_nothing_that_no_filter_asks(client, editor):
    assert client.get(GRID, {"caption__regex": "(a+)+$"}).status_code == 400


def test_what_is_to_be_known_stands_on_the_card_in_words(client, editor):
    library_photo(people="ask")
    page = client.get(GRID).content.decode()
    for mark in ("No alternative text", "Ask before publishing", "Not used"):
        assert f">{gettext(mark)}</span>" in page


def test_an_empty_grid_says_what_to_do(client, editor):
    nothing_yet, nothing_fits = map(gettext, EMPTY)
    assert nothing_yet in client.get(GRID).content.decode()
    library_photo()
    page = client.get(GRID, {"q": "không có"}).content.decode()
    assert nothing_fits in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_grid_asks_the_same_however_many_photos(
    client, editor, number, django_assert_num_queries
):
    article, author = make_article(), make_author()
    for colour in ["red", "green", "blue"][:number]:
        photo = library_photo(colour, author=author, tags=[colour, "chung"])
        place_photo(article, photo)
    publish(article)
    with django_assert_num_queries(8):
        response = client.get(GRID, {"q": "chung"})
    assert len(response.context["cl"].cards) == number


def test_contributors_see_what_they_may_use(client):
    writer = make_user(role=WRITER)
    client.force_login(writer)
    library_photo("red", caption="Của tôi", uploaded_by=writer)
    library_photo("blue", caption="Của người khác", tags=["Kín"])
    public = library_photo("green", caption="Đã đăng")
    article = make_article()
    place_photo(article, public)
    publish(article)
    assert shown(client) == ["Của tôi", "Đã đăng"]
    assert "Kín" not in client.get(GRID).content.decode()


# --- who may ------------------------------------------------------------------

# see the page · describe · replace · delete, of one's own and of somebody else's photo
RIGHTS = {
    WRITER: ("vd", ""),
    "Phóng viên": ("vd", ""),
    EDITOR: ("vdrx", "vdrx"),
    "Trưởng ban biên tập": ("vdrx", "vdrx"),
    "Quản trị": ("v", "v"),
}


def doors(user, photo):
    """The open ones, a letter each; what was done there is taken back."""

    def answer(name, **data):
        method = "post" if data else "get"
        with transaction.atomic():
            said = knock(user, address(name, photo), data, method=method)
            transaction.set_rollback(True)
        return getattr(said, "status_code", said)

    found = {
        "v": answer("change") == 200,
        "d": answer("change", **words(photo, caption="Sửa")) == 302,
        "r": answer("replace", photo=upload()) == 302,
        "x": answer("delete", sure="yes") == 302,
    }
    return "".join(letter for letter, is_open in found.items() if is_open)


@pytest.mark.parametrize("role", RIGHTS)
def test_every_door_of_a_photo_is_open_to_whom_it_should_be(role):
    user = make_user(role=role)
    own, other = library_photo("teal", uploaded_by=user), library_photo("blue")
    assert (doors(user, own), doors(user, other)) == RIGHTS[role]


@pytest.mark.parametrize("name", ["change", "replace", "delete", "history"])
def test_whoever_is_not_logged_in_is_sent_to_log_in(client, name):
    assert "login" in client.get(address(name, library_photo())).url


def test_every_address_of_photos_has_been_thought_of(client):
    from django.contrib import admin  # noqa: PLC0415 — autodiscovered by then

    urls = admin.site.get_model_admin(Photo).get_urls()
    names = {each.name.removeprefix("articles_photo_") for each in urls if each.name}
    uploads = {"uploads", "upload", "upload_finish", "upload_cancel"}
    assert names - uploads == {
        "changelist", "add", "change", "delete", "history", "replace", "choose", "send",
    }  # fmt: skip


def test_djangos_own_form_makes_no_photo(admin_client):
    address_of_form = reverse("admin:articles_photo_add")
    assert admin_client.get(address_of_form).status_code == 403


# --- one photo ----------------------------------------------------------------


def test_a_photo_is_described_on_its_page(client, editor):
    photo = library_photo()
    author = make_author()
    said = words(
        photo, caption="Cầu mới", alt_text="Cây cầu", author=author.pk, place="Vân Trà",
        taken_on="05/07/2026", people="public", tags="Cầu, đường ; cầu", focus_x=30,
    )  # fmt: skip
    response = client.post(address("change", photo), said)
    assert response.url == address("change", photo)
    photo.refresh_from_db()
    assert (photo.caption, photo.author, photo.focus) == ("Cầu mới", author, (30, 50))
    assert photo.taken_on == date(2026, 7, 5)
    assert {tag.name for tag in photo.tags.all()} == {"cầu", "đường"}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"is_decorative": "on", "alt_text": "Tả"},
            "A decorative photo has no alternative text: empty one of the two.",
        ),
        (
            {"credit": "Ông Tám", "author": "one"},
            "Choose one of our authors or write the credit, not both.",
        ),
        ({"focus_x": 101}, "100"),
        ({"tags": ",".join(map(str, range(21)))}, "20"),
        ({"tags": "a" * 61}, "60"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(client, editor, fields, sentence):
    photo = library_photo()
    if "author" in fields:
        fields = fields | {"author": make_author().pk}
    response = client.post(address("change", photo), words(photo, **fields))
    [errors] = response.context["form"].errors.values()
    assert gettext(sentence) in " ".join(errors)
    assert Photo.objects.get().credit_line == ""


def test_two_people_describing_at_once_see_each_others_words(client, editor):
    photo = library_photo(caption="Cũ")
    before = words(photo, caption="Của tôi", tags="Riêng")
    theirs = Photo.objects.get()
    theirs.caption = "Của họ"
    photo_describing.describe(theirs, tags=["Chung"], actor=editor)
    response = client.post(address("change", photo), before)
    page = response.content.decode()
    for text in ("Của tôi", "Của họ", "Riêng", "Chung"):
        assert text in page
    assert Photo.objects.get().caption == "Của họ"
    seen = response.context["form"]["seen"].value()
    client.post(address("change", photo), before | {"seen": seen})
    assert Photo.objects.get().caption == "Của tôi"


def test_whoever_may_only_read_gets_the_words_without_a_form(client):
    client.force_login(make_user(role="Quản trị"))
    page = client.get(address("change", library_photo(caption="Cầu mới")))
    assert "Cầu mới" in page.content.decode()
    assert "photo-form" not in page.content.decode()


def test_the_page_shows_where_the_photo_stands_and_what_looks_like_it(client, editor):
    photo = make_photo(size=SMALL)
    article = make_article(title="Tin về cầu")
    place_photo(article, photo)
    edition = publish(article)
    page = client.get(address("change", photo)).content.decode()
    for text in ("Tin về cầu", edition.get_absolute_url(), photo.digest[:12]):
        assert text in page


def test_a_missing_original_does_not_break_the_page(client, editor):
    photo = library_photo()
    photo.original.storage.delete(photo.original.name)
    assert client.get(address("change", photo)).status_code == 200


# --- replacing, deleting, sending, choosing -----------------------------------


def test_a_file_is_replaced_everywhere_and_the_page_says_what_is_left_to_do(
    client, editor
):
    photo = library_photo()
    article = make_article(title="Tin về cầu")
    place_photo(article, photo)
    publish(article)
    response = client.post(
        address("replace", photo), {"photo": upload("red")}, follow=True
    )
    assert PhotoPlace.objects.get().photo.digest != photo.digest
    assert list(response.context["still_shown"]) == [article.editions.get()]
    assert "Tin về cầu" in response.content.decode()


def test_whoever_cannot_replace_reads_nothing_of_bulletins_to_come(client, editor):
    writer = make_user(role=WRITER)
    photo = library_photo(uploaded_by=writer)
    article = make_article(title="Tiêu đề còn mật")
    place_photo(article, photo)
    publish(article, at=timezone.now() + timedelta(days=9))
    client.post(address("replace", photo), {"photo": upload("red")})
    title = "Tiêu đề còn mật"
    for name in ("replace", "change"):
        assert title in client.get(address(name, photo)).content.decode()
    client.force_login(writer)
    assert client.get(address("replace", photo)).status_code == 403
    assert title not in client.get(address("change", photo)).content.decode()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\xff\xd8\xff cut"])
def test_a_file_that_is_no_photo_replaces_nothing(client, editor, content):
    photo = library_photo()
    file = upload()
    file.truncate(0)
    file.seek(0)
    file.write(content)
    file.seek(0)
    response = client.post(address("replace", photo), {"photo": file})
    assert response.context["form"].errors["photo"]
    assert Photo.objects.get().replaced_by is None


def test_an_unused_photo_is_deleted_after_a_question(client, editor):
    photo = library_photo()
    assert client.get(address("delete", photo)).status_code == 200
    assert Photo.objects.exists()
    assert client.post(address("delete", photo)).url == GRID
    assert not Photo.objects.exists()


def test_a_used_photo_stays_and_the_page_says_where_it_is(client, editor):
    photo = library_photo()
    place_photo(make_article(title="Tin về cầu"), photo)
    for ask in (client.get, client.post):
        assert "Tin về cầu" in ask(address("delete", photo)).content.decode()
    assert Photo.objects.exists()


def test_photos_are_sent_without_a_script_and_each_is_judged_by_itself(client, editor):
    broken = picture_file(size=SMALL)
    broken.seek(0)
    broken.write(b"not a photo")
    broken.seek(0)
    broken.name = "hỏng.jpg"
    response = client.post(
        reverse("admin:articles_photo_send"),
        {"photos": [upload("red"), broken, upload("blue", "hai.jpg")]},
        follow=True,
    )
    said = [str(message) for message in response.context["messages"]]
    assert Photo.objects.filter(uploaded_by=editor).count() == 2
    assert any("hỏng.jpg" in sentence for sentence in said)
    assert any("2" in sentence for sentence in said)


def test_sending_nothing_is_answered_with_a_sentence(client, editor):
    response = client.post(reverse("admin:articles_photo_send"), follow=True)
    assert len(response.context["messages"]) == 1


def test_nobody_without_the_right_sends_photos(client):
    client.force_login(make_user(role="Quản trị"))
    answer = client.post(reverse("admin:articles_photo_send"), {"photos": upload()})
    assert answer.status_code == 403
    assert not Photo.objects.exists()


def test_several_photos_get_their_words_after_a_question(client, editor):
    photos = [library_photo("red"), library_photo("blue", caption="Có rồi")]
    chosen = {
        "action": "describe_selected",
        "_selected_action": [photo.pk for photo in photos],
    }
    question = client.post(GRID, chosen | {"index": 0})
    assert len(question.context["cards"]) == 2
    answer = chosen | {"confirmed": "yes", "caption": "Hội làng", "tags": "Hội"}
    client.post(GRID, answer)
    captions = set(Photo.objects.values_list("caption", flat=True))
    assert captions == {"Hội làng", "Có rồi"}
    assert PhotoTag.objects.get().photos.count() == 2


@pytest.mark.parametrize("key", ["x", str(10**40)])
def test_an_action_passes_over_what_names_no_photo(client, editor, key):
    photo = library_photo()
    data = {"action": "describe_selected", "_selected_action": [key, photo.pk]}
    assert len(client.post(GRID, data).context["cards"]) == 1
    assert client.post(GRID, data | {"_selected_action": [key]}).status_code == 200


def test_the_chooser_offers_what_may_be_used(client, django_assert_max_num_queries):
    writer = make_user(role=WRITER)
    client.force_login(writer)
    mine = {"uploaded_by": writer, "credit": "Ông Tám"}
    photo = library_photo("red", caption="Cầu mới", **mine)
    library_photo("blue", caption="Đã thay", replaced_by=photo, uploaded_by=writer)
    library_photo("green", caption="Của người khác")
    choose = reverse("admin:articles_photo_choose")
    with django_assert_max_num_queries(10):
        page = client.get(choose, {"q": "cau"}).content.decode()
    assert f'data-photo="{photo.pk}"' in page
    assert 'data-credit="Ông Tám"' in page
    assert page.count("data-photo") == 1
    assert (
        client.get(choose, {"q": "da thay"}).content.decode().count("data-photo") == 0
    )


def test_the_chooser_turns_pages(client, editor, monkeypatch):
    monkeypatch.setattr("articles.admin.photo_chooser.PAGE", 2)
    for colour in ("red", "green", "blue"):
        library_photo(colour, credit="Chung")
    choose = reverse("admin:articles_photo_choose")
    first = client.get(choose, {"q": "chung"}).content.decode()
    second = client.get(choose, {"q": "chung", "page": 2}).content.decode()
    assert (first.count("data-photo"), second.count("data-photo")) == (2, 1)
    assert 'href="?q=chung&amp;page=2" data-next="2"' in first
    assert "data-next" not in second
    assert client.get(choose, {"page": "9999"}).status_code == 200


# --- tags ---------------------------------------------------------------------


def test_a_tag_is_renamed_but_not_into_another_one(client, editor):
    library_photo(tags=["Cau", "Đường"])
    tag = PhotoTag.objects.get(name="Cau")
    page = reverse("admin:articles_phototag_change", args=[tag.pk])
    response = client.post(page, {"name": "ĐƯỜNG"})
    assert response.context["adminform"].form.errors["name"]
    client.post(page, {"name": "Cầu"})
    tag.refresh_from_db()
    assert (tag.name, tag.search_key) == ("Cầu", "cau")


def test_tags_are_found_whatever_the_marks(client, editor):
    library_photo(tags=["Lũ lụt", "Cầu"])
    response = client.get(reverse("admin:articles_phototag_changelist"), {"q": "LU"})
    assert [tag.name for tag in response.context["cl"].result_list] == ["Lũ lụt"]
