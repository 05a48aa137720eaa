from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from articles.editorial import autosaving, editing, typed
from articles.editorial.refusal import Refused
from articles.models import Autosave, Byline, Status
from tests.attachments.making import make_attachment, place_attachment
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    make_user,
    place_photo,
)

pytestmark = pytest.mark.django_db

ONE, OTHER = "bieu-mau-1", "bieu-mau-2"


@pytest.fixture
def editor():
    return make_user(role="Biên tập viên")


def names(differences):
    return [difference.name for difference in differences]


def posted(article, **fields):
    """What the article's form would post, untouched but for `fields`."""
    date, time = article.dateline_date, article.dateline_time
    data = {
        "title": article.title,
        "lead": article.lead.replace("\n", "\r\n"),
        "body": article.body,
        "unit": str(article.unit_id),
        "category": str(article.category_id or ""),
        "genre": "",
        "dateline_date": date.strftime("%d/%m/%Y") if date else "",
        "dateline_time": time.strftime("%H:%M:%S") if time else "",
    }
    for prefix, rows, texts in (
        ("bylines", article.bylines.all(), ["author_id", "role", "order"]),
        (
            "photo_places",
            article.photo_places.all(),
            ["caption", "alt_text", "credit", "order"],
        ),
    ):
        data[f"{prefix}-TOTAL_FORMS"] = str(len(rows))
        for number, row in enumerate(rows):
            data[f"{prefix}-{number}-id"] = str(row.pk)
            for name in texts:
                key = f"{prefix}-{number}-{name.removesuffix('_id')}"
                data[key] = str(getattr(row, name))
    return data | fields


# --- keeping ------------------------------------------------------------------


def test_one_row_a_person_and_article_with_the_last_text(editor):
    article = make_article()
    for title in ("Lần một", "Lần hai"):
        autosaving.keep(editor, article, form_key=ONE, data={"title": title})
    kept = Autosave.objects.get()
    assert (kept.data, kept.form_key) == ({"title": "Lần hai"}, ONE)
    assert autosaving.find(editor, article) == kept
    assert autosaving.find(make_user(role="Biên tập viên"), article) is None


def test_new_bulletins_have_a_row_a_form(editor):
    autosaving.keep(editor, None, form_key=ONE, data={"title": "Một"})
    autosaving.keep(editor, None, form_key=OTHER, data={"title": "Hai"})
    waiting = autosaving.waiting(editor, None)
    assert [kept.data["title"] for kept, _why in waiting] == ["Hai", "Một"]
    assert autosaving.find(editor, None, ONE).data == {"title": "Một"}


def test_another_form_never_overwrites_what_waits(editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=ONE, data={"title": "Một"})
    with pytest.raises(autosaving.TypedElsewhere):
        autosaving.keep(editor, article, form_key=OTHER, data={"title": "Hai"})
    assert Autosave.objects.get().data == {"title": "Một"}
    autosaving.keep(
        editor, article, form_key=OTHER, data={"title": "Hai"}, replacing=True
    )
    assert Autosave.objects.get().data == {"title": "Hai"}


def test_what_says_the_same_as_the_saved_text_gives_way(editor):
    article = make_article(title="Đã lưu")
    autosaving.keep(editor, article, form_key=ONE, data={"title": "Đã lưu"})
    assert autosaving.waiting(editor, article) == []
    autosaving.keep(editor, article, form_key=OTHER, data={"title": "Mới"})
    assert Autosave.objects.get().form_key == OTHER


def test_machinery_secrets_buttons_and_files_are_not_kept():
    kept = autosaving.what_may_be_kept(
        {
            "title": "Tin\x00 \ud83d",
            "tags": ["a", "b"],
            "csrfmiddlewaretoken": "x",
            "writer": "x",
            "form_key": ONE,
            "based_on": "3",
            "_save": "",
            "password1": "x",
            "api_token": "x",
            "mat_khau": "x",
            "bylines-__prefix__-author": "",
            "upload": {"name": "a.jpg"},
            "number": 3,
            "a b": "x",
        }
    )
    assert kept == {"title": "Tin ", "tags": ["a", "b"]}


def test_too_much_is_refused_with_a_sentence(editor):
    with pytest.raises(Refused, match=r"1[.,]5 MB"):
        autosaving.keep(editor, None, form_key=ONE, data={"body": "ă" * 800_000})


@pytest.mark.parametrize("form_key", ["", "ngắn", "a" * 65, "có dấu cách"])
def test_a_form_needs_a_proper_key(editor, form_key):
    with pytest.raises(Refused):
        autosaving.keep(editor, None, form_key=form_key, data={"title": "Tin"})


def test_only_for_those_who_may_write():
    writer = make_user(role="Cộng tác viên")
    article = make_article(actor=writer)
    article.status = Status.SUBMITTED
    article.save()
    for user in (writer, make_user(role="Phóng viên")):
        with pytest.raises(PermissionDenied):
            autosaving.keep(user, article, form_key=ONE, data={})
    with pytest.raises(PermissionDenied):
        autosaving.keep(make_user(role="Quản trị"), None, form_key=ONE, data={})


def test_discarding_is_for_one_form(editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=ONE, data={"title": "Một"})
    autosaving.discard(editor, article, OTHER)
    assert Autosave.objects.exists()
    autosaving.discard(editor, article, ONE)
    assert not Autosave.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_forms_at_once_one_is_told_and_none_fails():
    editor, article = make_user(role="Biên tập viên"), make_article()

    def keep(number):
        try:
            autosaving.keep(
                editor, article, form_key=f"bieu-mau-{number}", data={"title": "Gõ"}
            )
        except autosaving.TypedElsewhere:
            return "elsewhere"
        else:
            return "kept"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(keep, range(4)))
    assert sorted(answers) == ["elsewhere"] * 3 + ["kept"]
    assert Autosave.objects.count() == 1


# --- what differs -------------------------------------------------------------


def test_an_untouched_form_differs_in_nothing():
    article = make_article(
        authors=[make_author(), make_author()],
        category=make_category(),
        lead="Dòng một\nDòng hai",
        body='<p>Chữ.</p><img data-photo="1">',
        dateline_date="2026-07-03",
        dateline_time="09:21",
    )
    place_photo(article, make_photo(), caption="Chú thích")
    article.refresh_from_db()
    assert typed.differences(posted(article), article) == []


def test_what_saving_would_clean_away_is_no_difference():
    article = make_article(title="Tin mới", body="<p>Chữ.</p>")
    fields = {"title": "  Tin   mới ", "body": '<p style="x"><span>Chữ.</span></p>'}
    assert typed.differences(posted(article, **fields), article) == []


def test_each_field_says_what_it_was_and_is_in_words():
    unit, other = make_unit(name="Phòng Kinh tế"), make_unit(name="Trạm Y tế")
    article = make_article(title="Cũ", body="<p>Chữ cũ.</p>", unit=unit)
    fields = {
        "title": "Mới",
        "body": "<p>Chữ <b>mới</b>.</p>",
        "unit": str(other.pk),
        "dateline_date": "03/07/2026",
    }
    found = typed.differences(posted(article, **fields), article)
    assert [(each.before, each.after) for each in found] == [
        ("Cũ", "Mới"),
        ("Chữ cũ.", "Chữ mới."),
        ("Phòng Kinh tế", "Trạm Y tế"),
        ("", "03/07/2026"),
    ]


def test_bold_alone_is_a_difference_of_form():
    article = make_article(body="<p>Chữ.</p>")
    fields = {"body": "<p><strong>Chữ.</strong></p>"}
    [found] = typed.differences(posted(article, **fields), article)
    assert found.same_words


def test_values_that_saving_would_refuse_are_kept_as_typed():
    article = make_article()
    fields = {
        "title": "a" * 400,
        "dateline_date": "31/02/2026",
        "unit": "99999999",
        "category": "không phải số",
        "genre": "9" * 30,
    }
    found = typed.differences(posted(article, **fields), article)
    assert {each.name: each.after for each in found} == fields


def test_bylines_by_name_and_in_their_order():
    lan, minh = make_author(name="Lan"), make_author(name="Minh")
    article = make_article(authors=[lan, minh])
    swapped = {"bylines-0-order": "2", "bylines-1-order": "1"}
    [found] = typed.differences(posted(article, **swapped), article)
    role = Byline.Role.TEXT.label
    assert found.after == f"Minh ({role})\nLan ({role})"
    removed = {"bylines-0-DELETE": "on"}
    [found] = typed.differences(posted(article, **removed), article)
    assert found.after == f"Minh ({role})"


def test_an_empty_row_is_no_difference_and_a_caption_is_one():
    article = make_article()
    place_photo(article, make_photo(), caption="Cũ")
    empty = {
        "photo_places-1-caption": "",
        "photo_places-1-order": "0",
        "bylines-0-role": "text",
    }
    assert typed.differences(posted(article, **empty), article) == []
    written = empty | {
        "photo_places-0-caption": "Mới",
        "photo_places-1-credit": "Lan",
        "photo_places-1-order": "2",
    }
    [found] = typed.differences(posted(article, **written), article)
    assert found.after == "1. Mới\n2. Lan"


def test_the_empty_form_of_a_new_bulletin_differs_in_nothing():
    empty = {"title": "", "lead": "", "body": "", "unit": "", "bylines-TOTAL_FORMS": 1}
    assert typed.differences(empty, None) == []
    assert names(typed.differences(empty | {"lead": "Gõ"}, None)) == ["lead"]


def test_a_long_text_shows_what_is_near_the_change():
    words = [f"chữ{number}" for number in range(500)]
    article = make_article(body=f"<p>{' '.join(words)}</p>")
    words[250] = "KHÁC"
    [found] = typed.differences({"body": f"<p>{' '.join(words)}</p>"}, article)
    shown = "".join(part.text for part in found.segments())
    assert "chữ250" in shown
    assert "KHÁC" in shown
    assert len(shown) < 300


def test_a_file_is_named_to_whoever_sent_it_or_has_it_in_the_bulletin(editor):
    senders = {"Có sẵn.pdf": None, "Của tôi.mp3": editor, "Mật.docx": make_user()}
    standing, own, secret = (
        make_attachment(name.partition(".")[2], name=name, actor=sender)
        for name, sender in senders.items()
    )
    article = make_article()
    place_attachment(article, standing)
    rows = {
        f"attachment_places-{number}-attachment": str(file.pk)
        for number, file in enumerate((standing, own, secret))
    }
    data = posted(article, **rows | {"attachment_places-TOTAL_FORMS": "3"})
    autosaving.keep(editor, article, form_key=ONE, data=data)
    [(_kept, [found])] = autosaving.waiting(editor, article)
    assert found.before == "Có sẵn.pdf"
    assert found.after.split("\n") == ["Có sẵn.pdf", "Của tôi.mp3", str(secret.pk)]
    [nobodys] = typed.differences(data, article)
    assert nobodys.after.split("\n")[1:] == [str(own.pk), str(secret.pk)]


@pytest.mark.parametrize("authors", [1, 3])
def test_comparing_costs_the_same_however_many_rows(
    authors, editor, django_assert_num_queries
):
    article = make_article(authors=[make_author() for _ in range(authors)])
    for _ in range(authors):
        place_photo(article, make_photo(colour=(authors, 9, 9)), caption="Ảnh")
    data = posted(article, title="Mới", **{"bylines-0-DELETE": "on"})
    autosaving.keep(editor, article, form_key=ONE, data=data)
    with django_assert_num_queries(4):  # the text, bylines, their names, photos
        autosaving.waiting(editor, article)


def test_a_save_by_somebody_else_leaves_the_kept_text_alone(editor):
    article = make_article()
    autosaving.keep(editor, article, form_key=ONE, data={"title": "Gõ"}, based_on=1)
    article.title = "Người khác lưu"
    editing.save_edit(article, actor=None, changed=["title"])
    [(kept, _why)] = autosaving.waiting(editor, article)
    assert (kept.data["title"], kept.based_on) == ("Gõ", 1)
