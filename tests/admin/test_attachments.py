"""The files of a bulletin on its change page, and the staff's door to them."""

import json
import urllib.parse
import zlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from articles.admin import attachments
from articles.attachments import intake
from articles.attachments.addresses import address
from articles.editorial import duplicating, restoring, versions
from articles.models import Attachment
from tests.attachments import samples
from tests.attachments.making import make_attachment, place_attachment
from tests.factories import make_article, make_unit, make_user, publish

pytestmark = pytest.mark.django_db

PREFIX = "attachment_places"


@pytest.fixture
def editor():
    return make_user(role="Biên tập viên")


def form(article, *rows, **fields):
    """What the change page posts; a row with an `id` is one that stands."""
    version = article.revisions.order_by("-number").first()
    posted = {
        "title": article.title, "lead": article.lead, "body": article.body, "unit": article.unit_id,
        "based_on": version.number if version else 0,
        "photo_places-TOTAL_FORMS": 0, "photo_places-INITIAL_FORMS": 0,
        "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0,
        f"{PREFIX}-TOTAL_FORMS": len(rows),
        f"{PREFIX}-INITIAL_FORMS": sum("id" in row for row in rows),
    }  # fmt: skip
    for number, row in enumerate(rows):
        row = {"order": number} | row
        posted |= {f"{PREFIX}-{number}-{name}": value for name, value in row.items()}
    return posted | fields


def sent(content=None, name="Kế hoạch.pdf"):
    return SimpleUploadedFile(name, samples.pdf() if content is None else content)


def save(client, article, *rows, **fields):
    address = reverse("admin:articles_article_change", args=[article.pk])
    return client.post(address, form(article, *rows, **fields))


def errors_of(response):
    for inline in response.context["inline_admin_formsets"]:
        if inline.formset.prefix == PREFIX:
            return inline.formset.errors
    raise LookupError(PREFIX)


def kept_files():
    return {
        name
        for folder in default_storage.listdir("attachments")[0]
        for name in default_storage.listdir(f"attachments/{folder}")[1]
    }


# --- without scripts ----------------------------------------------------------


def test_a_file_comes_with_the_form(client, editor):
    article = make_article()
    client.force_login(editor)
    response = save(client, article, {"file": sent(), "title": "Kế hoạch  gieo cấy"})

    assert response.status_code == 302
    place = article.attachment_places.get()
    assert (place.number, place.order, place.title) == (1, 0, "Kế hoạch gieo cấy")
    assert place.attachment.name == "Kế hoạch.pdf"
    assert place.attachment.uploaded_by == editor


def test_a_new_bulletin_can_bring_files(client, editor):
    article = make_article()  # its words; not saved a second time
    client.force_login(editor)
    posted = form(article, {"file": sent()}, title="Tin mới có tệp")
    response = client.post(reverse("admin:articles_article_add"), posted)

    assert response.status_code == 302
    assert Attachment.objects.get().places.get().article.title == "Tin mới có tệp"


def test_a_refused_file_says_why_beside_it_and_leaves_nothing(client, editor):
    article = make_article()
    client.force_login(editor)
    response = save(client, article, {"file": sent(b"<html>")})

    assert "một trang web" in errors_of(response)[0]["file"][0]
    assert not article.attachment_places.exists()
    assert not default_storage.exists("attachments")


def test_a_form_that_is_refused_for_something_else_leaves_no_row(client, editor):
    article = make_article()
    client.force_login(editor)
    response = save(client, article, {"file": sent()}, title="")

    assert response.status_code == 200
    assert not Attachment.objects.exists()


def test_a_refused_form_takes_nobody_elses_file_away(client, editor):
    """Somebody else's copy of it is received, and not kept yet."""
    article = make_article()
    client.force_login(editor)
    received = intake.receive(sent(), name="Kế hoạch.pdf")
    save(client, article, {"file": sent()}, title="")
    assert kept_files() == {received.digest}


def test_a_row_without_a_file_is_refused(client, editor):
    client.force_login(editor)
    response = save(client, make_article(), {"title": "Kế hoạch"})
    assert list(errors_of(response)[0]) == ["file"]


def test_more_files_than_a_request_may_bring_are_refused(client, editor):
    article = make_article()
    client.force_login(editor)
    pages = [samples.pdf(b"(%d)" % number) for number in range(attachments.MOST + 1)]
    response = save(client, article, *({"file": sent(page)} for page in pages))

    assert [list(each) for each in errors_of(response)] == [[]] * attachments.MOST + [
        ["file"]
    ]
    assert not Attachment.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_no_writer_waits_while_a_file_is_checked(client, monkeypatch):
    inside, receive = [], intake.receive

    def watched(file, *, name):
        inside.append(connection.in_atomic_block)
        return receive(file, name=name)

    monkeypatch.setattr(intake, "receive", watched)
    client.force_login(make_user(role="Biên tập viên"))
    article = make_article()
    save(client, article, {"file": sent()})
    assert inside == [False]
    assert article.attachment_places.count() == 1


def test_files_of_somebody_who_may_not_write_are_not_even_opened(client, monkeypatch):
    opened = []
    monkeypatch.setattr(intake, "receive", lambda file, *, name: opened.append(file))
    client.force_login(make_user(role="Quản trị"))
    save(client, make_article(), {"file": sent()})
    assert opened == []


# --- rows ---------------------------------------------------------------------


def test_order_and_titles_change_and_numbers_stay(client, editor):
    article = make_article()
    first = place_attachment(article)
    second = place_attachment(article, make_attachment("mp3"))
    client.force_login(editor)
    rows = [
        {"id": first.pk, "attachment": first.attachment_id, "order": 2},
        {
            "id": second.pk,
            "attachment": second.attachment_id,
            "order": 1,
            "title": "Loa",
        },
    ]
    assert save(client, article, *rows).status_code == 302
    kept = article.attachment_places.values_list("number", "title")
    assert list(kept) == [(2, "Loa"), (1, "")]


def test_a_row_keeps_its_file_when_the_page_names_none(client, editor):
    article = make_article()
    place = place_attachment(article)
    client.force_login(editor)
    save(client, article, {"id": place.pk, "title": "Tên mới"})
    place.refresh_from_db()
    assert (place.title, place.attachment) == ("Tên mới", make_attachment())


def test_a_number_is_never_given_twice(client, editor):
    article = make_article()
    place = place_attachment(article)
    publish(article)
    client.force_login(editor)
    gone = {"id": place.pk, "attachment": place.attachment_id, "DELETE": "on"}
    save(client, article, gone)
    assert not article.attachment_places.exists()

    save(client, article, {"file": sent(samples.mp3(), "Loa.mp3")})
    assert article.attachment_places.get().number == 2


def test_adding_a_file_is_a_version_of_its_own(client, editor):
    article = make_article()
    client.force_login(editor)
    save(client, article, {"file": sent()})
    assert article.revisions.count() == 2


# --- chosen by scripts --------------------------------------------------------


@pytest.fixture
def contributor():
    return make_user(role="Phóng viên")


@pytest.fixture
def own(contributor):
    article = make_article(actor=None, unit=make_unit())
    article.created_by = contributor
    article.save(update_fields=["created_by"])
    return article


def choose(client, article, attachment):
    save(client, article, {"attachment": attachment.pk})
    return list(article.attachment_places.values_list("attachment", flat=True))


def test_what_one_has_sent_can_be_chosen(client, contributor, own):
    attachment = make_attachment(actor=contributor)
    client.force_login(contributor)
    assert choose(client, own, attachment) == [attachment.pk]


def test_the_file_of_somebody_elses_draft_cannot_be_chosen(client, contributor, own):
    attachment = make_attachment(actor=make_user())
    place_attachment(make_article(), attachment)
    client.force_login(contributor)
    assert choose(client, own, attachment) == []


def has_sent(client, attachment, name):
    session = client.session
    session[attachments.SESSION_KEY] = [[attachment.pk, name]]
    session.save()


def test_a_file_that_somebody_else_sent_before_can_be_sent_again(
    client, contributor, own
):
    attachment = make_attachment(actor=make_user())
    client.force_login(contributor)
    has_sent(client, attachment, "Kế hoạch.pdf")
    assert choose(client, own, attachment) == [attachment.pk]


def test_whoever_sees_every_bulletin_may_choose_every_file(client, editor):
    article, attachment = make_article(), make_attachment(actor=make_user())
    client.force_login(editor)
    assert choose(client, article, attachment) == [attachment.pk]


def test_the_session_remembers_the_last_files_once_each(rf):
    request = rf.get("/")
    request.session = {}
    kept = [
        make_attachment(content=samples.pdf(b"(%d)" % number)) for number in range(3)
    ]
    for number, attachment in enumerate([*kept, kept[0]]):
        attachments.remember(request, attachment, name=f"{number}.pdf")
    request.session = json.loads(json.dumps(request.session))
    assert list(attachments.sent_in(request).items()) == [
        (kept[1].pk, "1.pdf"), (kept[2].pk, "2.pdf"), (kept[0].pk, "3.pdf"),
    ]  # fmt: skip


# --- names --------------------------------------------------------------------


@pytest.fixture
def theirs():
    """The same file as `sent`, which somebody else was the first to send."""
    return make_attachment(
        content=samples.pdf(), name="Lời của người khác.pdf", actor=make_user()
    )


def test_a_file_that_comes_with_the_form_has_the_name_it_came_under(
    client, editor, theirs
):
    article = make_article()
    client.force_login(editor)
    save(client, article, {"file": sent(name="Thông báo.pdf")})
    place = article.attachment_places.get()
    assert (place.attachment, place.file_name) == (theirs, "Thông báo.pdf")
    assert str(place) == "Thông báo.pdf"


def test_so_has_one_that_came_by_script(client, editor, theirs):
    article = make_article()
    client.force_login(editor)
    has_sent(client, theirs, "Thông báo.pdf")
    choose(client, article, theirs)
    save(client, article, row_of(article) | {"title": "Tiêu đề"})
    place = article.attachment_places.get()
    assert (place.name, place.title) == ("Thông báo.pdf", "Tiêu đề")


def row_of(article):
    place = article.attachment_places.get()
    return {"id": place.pk, "attachment": place.attachment_id}


def test_another_file_in_the_same_row_brings_its_own_name(client, editor, theirs):
    article = make_article()
    place = place_attachment(article, theirs, name="Thông báo.pdf")
    other = make_attachment("mp3", name="Loa.mp3")
    client.force_login(editor)
    save(client, article, {"id": place.pk, "attachment": other.pk})
    assert article.attachment_places.get().file_name == "Loa.mp3"


def test_readers_and_staff_get_the_name_of_the_place(client, editor, theirs):
    article = make_article()
    place_attachment(article, theirs, name="Thông báo.pdf")
    edition = publish(article)
    place = address(article.pk, edition.attachments[0])
    assert place == f"/tep/{article.pk}/1/thong-bao.pdf"
    said = urllib.parse.quote("Thông báo.pdf")
    assert said in fetch(client, place)["Content-Disposition"]
    client.force_login(editor)
    assert said in fetch(client, door(article))["Content-Disposition"]
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert "Thông báo.pdf" in page
    assert "Lời của người khác" not in page


def test_versions_and_copies_hold_the_name(editor, theirs):
    article = make_article()
    place = place_attachment(article, theirs, name="Thông báo.pdf")
    revision = versions.take(article, actor=editor)
    copy = duplicating.duplicate(article, actor=editor)
    assert copy.attachment_places.get().name == "Thông báo.pdf"
    place.delete()
    versions.take(article, actor=editor)
    restoring.restore(revision, actor=editor)
    assert article.attachment_places.get().name == "Thông báo.pdf"


def test_digests_from_before_files_had_names_in_bulletins_stay_true():
    article = make_article()
    place_attachment(article)
    content = versions.snapshot(article)
    assert content["attachments"][0].pop("name") == ""
    assert versions.digest(content) == versions.current_digest(article)
    revision = versions.take(article, actor=None)
    assert b'"name"' not in zlib.decompress(revision.snapshot)
    assert versions.content_of(revision) == versions.snapshot(article)


# --- the staff's door ---------------------------------------------------------


def door(article, number=1):
    return reverse("admin:articles_article_attachment", args=[article.pk, number])


def fetch(client, place, **headers):
    response = client.get(place, headers=headers)
    response.body = b"".join(response)
    return response


def test_whoever_may_see_the_draft_gets_its_files(client, editor):
    article = make_article()
    place_attachment(article, make_attachment("mp3"))
    client.force_login(editor)
    response = fetch(client, door(article))

    assert response.body == samples.mp3()
    assert response["Content-Disposition"].startswith("inline")
    assert response["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]
    part = fetch(client, door(article), range="bytes=1-2")
    assert (part.status_code, part.body) == (206, samples.mp3()[1:3])


def test_documents_are_downloads_for_staff_as_well(client, editor):
    article = make_article()
    place_attachment(article)
    client.force_login(editor)
    assert fetch(client, door(article))["Content-Disposition"].startswith("attachment")


def test_nobody_else_gets_them(client, contributor):
    article = make_article()
    place_attachment(article)
    assert client.get(door(article)).status_code == 302  # to the login
    client.force_login(contributor)
    assert client.get(door(article)).status_code == 404


def test_there_is_no_door_to_what_the_draft_lacks(client, editor):
    article = make_article()
    place_attachment(make_article())
    client.force_login(editor)
    assert client.get(door(article)).status_code == 404


def test_whoever_only_reads_sees_the_files_and_no_inputs(client):
    article = make_article()
    place_attachment(article)
    client.force_login(make_user(role="Quản trị"))
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert f'href="{door(article)}"' in page
    assert f'name="{PREFIX}-0-file"' not in page
    assert "file-zone" not in page.replace("attachments.css", "")


def test_the_page_costs_no_query_more_for_more_files(
    client, editor, django_assert_max_num_queries
):
    one, three = make_article(), make_article()
    for article, number in ((one, 1), (three, 3)):
        for each in range(number):
            content = samples.pdf(b"(%d)" % each)
            place_attachment(article, make_attachment(content=content))
    client.force_login(editor)
    counts = []
    for article in (one, three):
        address = reverse("admin:articles_article_change", args=[article.pk])
        client.get(address)
        with django_assert_max_num_queries(200) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]
