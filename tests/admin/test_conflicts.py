import re

import pytest
from django.urls import reverse

from articles.admin import form_content
from articles.editorial import editing, photo_replacing, restoring, versions
from articles.models import Article, Autosave, Photo
from articles.photos import intake
from tests.admin.test_article import form, jpeg
from tests.attachments.making import place_attachment
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_user,
    picture_file,
    place_photo,
)

pytestmark = pytest.mark.django_db

BODY = "<p>Một. Hai.</p>\n<p>Ba.</p>"


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên")
    client.force_login(user)
    return user


@pytest.fixture
def article():
    """Version 2 has two photos and a byline; everybody begins from it."""
    article = make_article(title="Tin", lead="Sapô.", body=BODY)

    def save_parts():
        article.bylines.create(author=make_author(), role="text")
        for colour in ("red", "blue"):
            place_photo(article, make_photo(colour=colour), caption=f"Ảnh {colour}")

    editing.save_edit(article, actor=None, changed=[], save_parts=save_parts)
    return article


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def merge_page(article):
    return reverse("admin:articles_article_merge", args=[article.pk])


def opened(article, *, photos=None, **fields):
    """What the form posts that was opened now; `photos` changes rows by their number."""
    places = [
        {"id": place.pk, "order": place.order, "caption": place.caption}
        | (photos or {}).get(place.number, {})
        for place in article.photo_places.order_by("order", "number")
    ]
    places += [row for number, row in (photos or {}).items() if number == "new"]
    bylines = [
        {
            "id": line.pk,
            "author": line.author_id,
            "role": line.role,
            "order": line.order,
        }
        for line in article.bylines.order_by("order", "pk")
    ]
    number = versions.latest(article).number
    article = Article.objects.get(pk=article.pk)
    fields = {"based_on": number, "_continue": ""} | fields
    return form(article, photos=places, bylines=bylines, **fields)


def theirs(article, **changes):
    """Somebody else saves; `photos` and `bylines` are functions of the snapshot's lists."""
    content = versions.snapshot(Article.objects.get(pk=article.pk))
    for name, value in changes.items():
        content[name] = value(content[name]) if callable(value) else value
    actor = make_user(role="Biên tập viên", last_name="Trần", first_name="Minh")
    restoring.become(article, content, actor=actor)


def now(article):
    return versions.snapshot(Article.objects.get(pk=article.pk))


def points(response):
    questions = response.context["clashes"] + response.context["settled"]
    return {
        each.point.name: next((o.choice for o in each.options if o.is_chosen), "")
        for each in questions
    }


def posted(response, **choices):
    """What the page of the conflict posts, with these choices beside those made."""
    text = response.content.decode()
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text)
    data = dict(hidden)
    data |= {
        f"settle-{name}": choice for name, choice in points(response).items() if choice
    }
    if response.context["body_form"]:
        data["body"] = response.context["body_form"].initial["body"]
    return data | {name.replace("_", "-", 1): value for name, value in choices.items()}


def test_a_late_save_writes_nothing_and_shows_everything(client, editor, article):
    mine = opened(article, title="Tin của tôi")
    theirs(article, title="Tin của họ")
    before = now(article)
    response = client.post(change(article), mine)
    assert now(article) == before
    assert response.status_code == 200
    assert points(response) == {"title": ""}
    text = response.content.decode()
    assert "<ins> của tôi</ins>" in text
    assert "<ins> của họ</ins>" in text
    assert "Trần Minh" in text


def test_changes_that_do_not_touch_are_one_press_away(client, editor, article):
    mine = opened(article, title="Tin của tôi", body=BODY.replace("Ba", "Ba của tôi"))
    theirs(article, lead="Sapô của họ.", body=BODY.replace("Một", "Mốt"))
    response = client.post(change(article), mine)
    assert response.context["clashes"] == []
    assert points(response) == {"title": "mine", "lead": "theirs", "body": "both"}
    done = client.post(merge_page(article), posted(response))
    assert done["Location"].endswith(merge_page(article))
    assert client.get(merge_page(article))["Location"] == change(article)
    assert (now(article)["title"], now(article)["lead"]) == (
        "Tin của tôi",
        "Sapô của họ.",
    )
    assert now(article)["body"] == "<p>Mốt. Hai.</p>\n<p>Ba của tôi.</p>"
    assert article.revisions.get(number=4).actor == editor


def test_a_clash_has_to_be_decided(client, editor, article):
    mine = opened(article, title="Của tôi", lead="Sapô của tôi.")
    theirs(article, title="Của họ")
    response = client.post(change(article), mine)
    again = client.post(merge_page(article), posted(response))
    assert again.context["refusal"]
    assert article.revisions.count() == 3
    client.post(merge_page(article), posted(again, settle_title="mine"))
    assert (now(article)["title"], now(article)["lead"]) == ("Của tôi", "Sapô của tôi.")


def test_a_contested_paragraph_is_written_anew_in_the_editor(client, editor, article):
    mine = opened(article, body=BODY.replace("Ba", "Ba tôi"))
    theirs(article, body=BODY.replace("Ba", "Ba họ"))
    response = client.post(change(article), mine)
    data = posted(response, settle_body="both")
    assert data["body"] == "<p>Một. Hai.</p>\n<p>Ba họ.</p>\n<p>Ba tôi.</p>"
    data["body"] = "<p>Cả hai.</p><script>x</script>"
    client.post(merge_page(article), data)
    assert now(article)["body"] == "<p>Cả hai.</p>"


def test_what_was_written_in_the_editor_survives_a_missing_choice(
    client, editor, article
):
    mine = opened(article, title="Tôi", body=BODY.replace("Ba", "Ba tôi"))
    theirs(article, title="Họ", body=BODY.replace("Ba", "Ba họ"))
    response = client.post(change(article), mine)
    data = posted(response, settle_body="both") | {"body": "<p>Viết lại.</p>"}
    again = client.post(merge_page(article), data)
    assert again.context["body_form"].initial["body"] == "<p>Viết lại.</p>"
    assert points(again) == {"title": "", "body": "both"}


def test_a_third_save_in_between_asks_once_more_and_keeps_what_was_chosen(
    client, editor, article
):
    mine = opened(article, title="Của tôi")
    theirs(article, title="Của họ")
    response = client.post(change(article), mine)
    theirs(article, lead="Sapô mới.", title="Của họ nữa")
    again = client.post(merge_page(article), posted(response, settle_title="mine"))
    assert points(again) == {"title": "", "lead": "theirs"}
    client.post(merge_page(article), posted(again, settle_title="mine"))
    assert (now(article)["title"], now(article)["lead"]) == ("Của tôi", "Sapô mới.")
    assert list(article.revisions.order_by("number").values_list("number", flat=True)) == [
        1, 2, 3, 4, 5,
    ]  # fmt: skip


def test_a_third_save_s_paragraph_is_in_the_editor_beside_what_was_written_there(
    client, editor, article
):
    mine = opened(article, body=BODY.replace("Ba", "Ba tôi"))
    theirs(article, body=BODY.replace("Ba", "Ba họ"))
    response = client.post(change(article), mine)
    theirs(article, body=BODY.replace("Ba", "Ba họ").replace("Một", "Mốt"))
    data = posted(response, settle_body="both") | {
        "body": "<p>Một. Hai.</p>\n<p>Viết lại.</p>"
    }
    again = client.post(merge_page(article), data)
    assert points(again) == {"body": "both"}
    client.post(merge_page(article), posted(again))
    assert now(article)["body"] == "<p>Mốt. Hai.</p>\n<p>Viết lại.</p>"


def test_an_uploaded_photo_is_not_lost(client, editor, article):
    new = {"upload": jpeg("moi.jpg", colour="green"), "order": 9, "caption": "Ảnh mới"}
    mine = opened(article, photos={"new": new})
    theirs(article, title="Của họ")
    response = client.post(change(article), mine)
    assert points(response) == {"title": "theirs", "photos-3": "mine"}
    client.post(merge_page(article), posted(response))
    place = article.photo_places.get(number=3)
    assert (place.caption, place.file_name) == ("Ảnh mới", "moi.jpg")
    assert place.photo.uploaded_by == editor
    assert now(article)["title"] == "Của họ"


def test_two_new_photos_at_once_are_two_photos(client, editor, article):
    new = {"upload": jpeg(colour="green"), "order": 9, "caption": "Của tôi"}
    mine = opened(article, photos={"new": new})
    photo = make_photo(colour="yellow")

    def add(photos):
        extra = photos[0] | {"number": 3, "photo_id": photo.pk, "caption": "Của họ"}
        return [*photos, extra | {"order": 8}]

    theirs(article, photos=add)
    response = client.post(change(article), mine)
    assert response.context["clashes"] == []
    client.post(merge_page(article), posted(response))
    captions = {place["number"]: place["caption"] for place in now(article)["photos"]}
    assert captions == {1: "Ảnh red", 2: "Ảnh blue", 3: "Của họ", 4: "Của tôi"}


def test_each_text_keeps_its_own_picture_where_both_chose_the_same_number(
    client, editor, article
):
    my_photo, their_photo = make_photo(colour="green"), make_photo(colour="yellow")
    new = {"photo": my_photo.pk, "number": 3, "order": 9}
    picture = '<img data-photo="3">'
    mine = opened(
        article, photos={"new": new}, body=f"{BODY}\n{picture}", cover_number=3
    )

    def add(photos):
        return [*photos, photos[0] | {"number": 3, "photo_id": their_photo.pk}]

    theirs(article, photos=add, body=f"{picture}\n{BODY}")
    response = client.post(change(article), mine)
    client.post(merge_page(article), posted(response))
    said = now(article)
    found = {place["number"]: place["photo_id"] for place in said["photos"]}
    assert (found[3], found[4]) == (their_photo.pk, my_photo.pk)
    assert said["body"] == f'{picture}\n{BODY}\n<img data-photo="4">'
    assert said["cover_number"] == 4


def test_a_photo_that_was_replaced_meanwhile_is_no_mistake_of_the_form(
    client, editor, article
):
    old = article.photo_places.get(number=1).photo
    mine = opened(article, title="Của tôi", photos={1: {"photo": old.pk}})
    received = intake.receive(picture_file(colour="green"))
    new = photo_replacing.replace(old, received, actor=make_user(role="Biên tập viên"))
    response = client.post(change(article), mine)
    assert points(response)["photos-1-picture"] == "theirs"
    client.post(merge_page(article), posted(response))
    assert article.photo_places.get(number=1).photo == new


def test_what_a_late_form_would_post_names_each_row_by_its_own_key(article):
    place_attachment(article)
    line, file = article.bylines.get(), article.attachment_places.get()
    typed = form_content.as_posted(now(article), article)
    assert (typed["bylines-0-id"], typed["bylines-INITIAL_FORMS"]) == (
        str(line.pk),
        "1",
    )
    assert typed["attachment_places-0-id"] == str(file.pk)


@pytest.mark.parametrize("number", ["", "²", "9" * 5000, str(10**30)])
def test_a_version_that_cannot_be_is_not_found(client, editor, article, number):
    mine = opened(article, title="Của tôi")
    theirs(article, title="Của họ")
    data = posted(client.post(change(article), mine))
    answer = client.post(merge_page(article), data | {"theirs": number})
    assert answer.status_code == 404


def test_a_photo_exchanged_here_and_a_caption_changed_there(client, editor, article):
    mine = opened(article, photos={1: {"upload": jpeg(colour="green")}})

    def caption(photos):
        return [photos[0] | {"caption": "Chú thích của họ"}, photos[1]]

    theirs(article, photos=caption)
    response = client.post(change(article), mine)
    assert points(response) == {
        "photos-1-picture": "mine",
        "photos-1-caption": "theirs",
    }
    client.post(merge_page(article), posted(response))
    place = article.photo_places.get(number=1)
    assert place.photo == Photo.objects.order_by("pk").last()
    assert place.caption == "Chú thích của họ"


def test_a_caption_typed_under_a_photo_that_they_took_out_is_a_question(
    client, editor, article
):
    mine = opened(article, photos={1: {"caption": "Gõ rất lâu"}})
    theirs(article, photos=lambda photos: photos[1:], bylines=[])
    response = client.post(change(article), mine)
    assert points(response) == {"bylines": "theirs", "photos-1": ""}
    assert "Gõ rất lâu" in response.content.decode()
    client.post(
        merge_page(article),
        posted(response, settle_photos_1="x") | {"settle-photos-1": "mine"},
    )
    assert [place["caption"] for place in now(article)["photos"]] == [
        "Gõ rất lâu",
        "Ảnh blue",
    ]
    assert now(article)["bylines"] == []


def test_a_mistake_in_a_late_form_keeps_the_vanished_row_and_its_version(
    client, editor, article
):
    mine = opened(
        article, dateline_date="31/02/2026", photos={1: {"caption": "Gõ rất lâu"}}
    )
    theirs(article, photos=lambda photos: photos[1:])
    response = client.post(change(article), mine)
    text = response.content.decode()
    assert list(response.context["adminform"].form.errors) == ["dateline_date"]
    assert 'name="based_on" value="2"' in text
    assert "Gõ rất lâu" in text
    assert "Ảnh blue" in text
    response = client.post(change(article), mine | {"dateline_date": ""})
    assert points(response) == {"photos-1": ""}


def test_bylines_of_both_are_put_together(client, editor, article):
    me, other = make_author(), make_author()
    mine = opened(article)
    mine |= {"bylines-TOTAL_FORMS": 2, "bylines-1-author": me.pk, "bylines-1-role": "photo", "bylines-1-order": 1}  # fmt: skip
    theirs(
        article, bylines=lambda lines: [*lines, {"author_id": other.pk, "role": "text"}]
    )
    response = client.post(change(article), mine)
    assert points(response) == {"bylines": ""}
    client.post(merge_page(article), posted(response, settle_bylines="both"))
    assert [line["author_id"] for line in now(article)["bylines"]][1:] == [
        other.pk,
        me.pk,
    ]


def test_a_late_form_that_changes_nothing_needs_no_page(client, editor, article):
    mine = opened(article)
    theirs(article, title="Của họ", photos=lambda photos: photos[1:])
    response = client.post(change(article), mine)
    assert response.status_code == 302
    assert (now(article)["title"], article.revisions.count()) == ("Của họ", 3)


def test_the_button_that_was_pressed_goes_on_afterwards(client, editor, article):
    mine = opened(article, title="Của tôi", _step="submit", note="Vì sao")
    del mine["_continue"]
    theirs(article, lead="Của họ.")
    response = client.post(change(article), mine)
    done = client.post(merge_page(article), posted(response))
    assert done["Location"] == reverse(
        "admin:articles_article_step", args=[article.pk, "submit"]
    )
    assert article.revisions.get(number=4).note == "Vì sao"


def test_what_was_typed_is_kept_until_it_is_saved(client, editor, article):
    mine = opened(article, title="Của tôi", form_key="mot-bieu-mau")
    theirs(article, lead="Của họ.")
    response = client.post(change(article), mine)
    kept = Autosave.objects.get()
    assert (kept.user, kept.based_on, kept.data["title"]) == (editor, 2, "Của tôi")
    client.post(merge_page(article), posted(response))
    assert not Autosave.objects.exists()


def test_an_ended_session_keeps_the_text_of_the_page(client, editor, article):
    data = opened(article, title="Của tôi", form_key="mot-bieu-mau")
    text = client.get(change(article)).content.decode()
    form_key, writer = (
        re.search(f'name="{name}" value="([^"]+)"', text)[1]
        for name in ("form_key", "writer")
    )
    theirs(article, title="Của họ")
    data |= {"form_key": form_key, "writer": writer}
    response = client.post(change(article), data)
    client.logout()
    answer = client.post(merge_page(article), posted(response, settle_title="mine"))
    assert reverse("admin:login") in answer["Location"]
    kept = Autosave.objects.get()
    assert (kept.user, kept.data["title"], kept.based_on) == (editor, "Của tôi", 2)


def test_a_snapshot_of_somebody_else_is_not_accepted(client, editor, article):
    mine = opened(article, title="Của tôi")
    theirs(article, lead="Của họ.")
    data = posted(client.post(change(article), mine))
    client.force_login(make_user(role="Biên tập viên"))
    assert client.post(merge_page(article), data).status_code == 404
    client.force_login(editor)
    forged = data | {"mine": data["mine"][:-3] + "xxx"}
    assert client.post(merge_page(article), forged).status_code == 404
    assert article.revisions.count() == 3


def test_a_right_that_was_lost_meanwhile_refuses_on_the_page(client, article):
    writer = make_user(role="Phóng viên")
    Article.objects.filter(pk=article.pk).update(created_by=writer)
    client.force_login(writer)
    mine = opened(article, title="Của tôi")
    theirs(article, lead="Của họ.")
    response = client.post(change(article), mine)
    Article.objects.filter(pk=article.pk).update(status="submitted")
    again = client.post(merge_page(article), posted(response))
    assert again.context["refusal"]
    assert "Của tôi" in again.content.decode()
