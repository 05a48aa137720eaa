"""The way of files over HTTP: in step, asked again, refused, and nobody else's."""

import io
import json
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import ExifTags, Image

from articles import uploads
from articles.admin import attachments
from articles.models import Attachment, Photo, Upload
from articles.photos import intake, renditions
from tests.attachments.making import make_attachment
from tests.factories import make_user, picture_file

pytestmark = pytest.mark.django_db

BEGIN = "/admin/articles/photo/uploads/"
PIECE = 64 * 1024  # the smallest that is taken
PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\n"
    b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
)


@pytest.fixture
def person(client):
    user = make_user(role="Phóng viên")
    client.force_login(user)
    return user


def send(client, path, said=None, **options):
    """POST some JSON."""
    body = json.dumps({} if said is None else said)
    return client.post(path, body, content_type="application/json", **options)


def begin(client, data: bytes, **said):
    about = {"name": "cau.jpg", "size": len(data), "kind": "photo", "keep_date": False}
    return send(client, BEGIN, about | said)


def send_piece(client, token, offset, data: bytes):
    return client.post(
        f"{BEGIN}{token}/",
        data,
        content_type="application/octet-stream",
        headers={"Upload-Offset": str(offset)},
    )


def arrived(client, data: bytes, **said) -> str:
    """The token of an upload whose pieces are all here."""
    token = begin(client, data, **said).json()["token"]
    for offset in range(0, len(data), PIECE):
        piece = data[offset : offset + PIECE]
        answer = send_piece(client, token, offset, piece)
        assert answer.json() == {"received": offset + len(piece)}
    return token


def finish(client, token, **said):
    return send(client, f"{BEGIN}{token}/finish/", {"kind": "photo"} | said)


def stored(folder) -> list[str]:
    """The files below a folder of the storage."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    below = [name for each in folders for name in stored(f"{folder}/{each}")]
    return below + [f"{folder}/{name}" for name in files]


def shaded_file(**options) -> io.BytesIO:
    """A photo with light and shade: plain ones are never called alike."""
    buffer = io.BytesIO()
    Image.radial_gradient("L").resize((640, 480)).save(buffer, "JPEG", **options)
    buffer.seek(0)
    return buffer


def grainy_file(size) -> io.BytesIO:
    """A photo that takes many bytes."""
    buffer = io.BytesIO()
    Image.effect_noise(size, 90).save(buffer, "JPEG", quality=90)
    buffer.seek(0)
    return buffer


# --- in pieces ----------------------------------------------------------------


def test_the_names_of_the_addresses():
    assert reverse("admin:articles_photo_uploads") == BEGIN
    for name, end in (("upload", ""), ("upload_finish", "finish/"), ("upload_cancel", "cancel/")):  # fmt: skip
        assert reverse(f"admin:articles_photo_{name}", args=["abc"]) == f"{BEGIN}abc/{end}"  # fmt: skip


def test_a_photo_arrives_in_pieces(client, person):
    data = grainy_file((1200, 800)).read()
    assert len(data) > 3 * PIECE
    answer = begin(client, data)
    assert answer.status_code == 201
    assert answer.json() == {
        "token": answer.json()["token"],
        "received": 0,
        "piece": 262144,
    }
    token = arrived(client, data)
    answer = finish(client, token)
    assert answer.status_code == 201
    photo = Photo.objects.get()
    said = answer.json()["photo"]
    assert said["id"] == photo.pk
    assert (said["width"], said["height"], said["name"]) == (1200, 800, "cau.jpg")
    assert (said["caption"], said["alt_text"], said["credit"]) == ("", "", "")
    assert said["alike"] == []
    assert said["thumbnail"].removeprefix("/media/") in stored("renditions")
    assert photo.uploaded_by == person


def test_out_of_step_the_answer_says_where_to_go_on(client, person):
    piece = b"x" * PIECE
    token = begin(client, piece * 3).json()["token"]
    send_piece(client, token, 0, piece)
    here = {"received": PIECE}
    for offset in (0, PIECE // 2, PIECE * 2):
        answer = send_piece(client, token, offset, piece)
        assert (answer.status_code, answer.json()) == (409, here)
    assert client.get(f"{BEGIN}{token}/").json() == here
    answer = finish(client, token)
    assert (answer.status_code, answer.json()) == (409, here)
    assert not Photo.objects.exists()


def test_words_for_the_library_are_kept_where_it_says_nothing(client, person):
    data = picture_file().read()
    words = {"caption": "Cầu mới\nthông xe", "credit": "Nguyễn Văn An"}
    said = finish(client, arrived(client, data), **words).json()["photo"]
    assert said["caption"] == "Cầu mới thông xe"
    assert said["credit"] == "Nguyễn Văn An"
    again = finish(client, arrived(client, data), caption="Khác", credit=["x"])
    assert again.json()["photo"]["caption"] == "Cầu mới thông xe"


def test_nobody_writes_words_below_a_photo_of_others(client, person):
    data = picture_file().read()
    intake.take_in(picture_file(), actor=make_user())
    said = finish(client, arrived(client, data), caption="Lời lạ").json()["photo"]
    assert said["caption"] == ""


@pytest.mark.parametrize(
    ("keep", "taken_on"), [(True, date(2026, 7, 3)), (False, None)]
)
def test_the_date_is_kept_if_staff_wish(client, person, keep, taken_on):
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = (
        "2026:07:03 08:15:00"
    )
    data = picture_file(exif=exif).read()
    finish(client, arrived(client, data), keep_date=keep)
    assert Photo.objects.get().taken_on == taken_on


# --- asked again ----------------------------------------------------------------


def test_whoever_did_not_hear_the_answer_asks_again(client, person):
    token = arrived(client, picture_file().read())
    first = finish(client, token)
    again = finish(client, token)
    assert (again.status_code, again.json()) == (201, first.json())
    assert Photo.objects.count() == 1


def test_after_the_answer_the_pieces_may_go(client, person):
    token = arrived(client, picture_file().read())
    finish(client, token)
    assert stored("incoming")
    answer = client.post(f"{BEGIN}{token}/cancel/")
    assert (answer.status_code, answer.content) == (204, b"")
    assert stored("incoming") == []
    assert not Upload.objects.exists()
    assert Photo.objects.count() == 1
    assert client.post(f"{BEGIN}{token}/cancel/").status_code == 404


def test_two_people_send_the_same_photo(client, person):
    data = picture_file().read()
    first = finish(client, arrived(client, data)).json()["photo"]["id"]
    client.force_login(make_user(role="Biên tập viên"))
    assert finish(client, arrived(client, data)).json()["photo"]["id"] == first


def test_while_another_photo_is_decoded_the_browser_asks_later(
    client, person, monkeypatch
):
    def busy(*args, **kwargs):
        raise intake.Busy

    token = arrived(client, picture_file().read())
    with monkeypatch.context() as patched:
        patched.setattr(intake, "receive", busy)
        answer = finish(client, token)
    assert (answer.status_code, answer.json()) == (503, {"busy": True})
    assert int(answer.headers["Retry-After"]) > 0
    assert finish(client, token).status_code == 201


@pytest.mark.django_db(transaction=True)
def test_no_writer_waits_while_a_photo_is_decoded(client, person, monkeypatch):
    inside = []
    receive = intake.receive

    def watched(*args, **kwargs):
        inside.append((connection.in_atomic_block, kwargs["wait"]))
        return receive(*args, **kwargs)

    monkeypatch.setattr(intake, "receive", watched)
    finish(client, arrived(client, picture_file().read()))
    assert inside == [(False, False)]


# --- refused --------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", PDF, b"\xff\xd8\xff" * 99]
)
def test_what_is_no_photo_is_refused_with_a_sentence_and_gone(client, person, data):
    token = arrived(client, data)
    answer = finish(client, token)
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")
    assert stored("incoming") == stored("originals") == stored("renditions") == []
    assert not Upload.objects.exists()
    assert not Photo.objects.exists()


@pytest.mark.parametrize("size", [0, uploads.MAX_BYTES + 1, -3])
def test_a_size_that_is_refused(client, person, size):
    answer = begin(client, b"", size=size)
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize("kind", ["photo", None, [], "x"])
def test_a_photo_that_is_too_large_is_refused_before_it_is_sent(client, person, kind):
    answer = begin(client, b"", size=intake.MAX_BYTES + 1, kind=kind)
    assert answer.status_code == 422
    assert "20 MB" in answer.json()["error"]
    assert begin(client, b"", size=intake.MAX_BYTES, kind=kind).status_code == 201
    larger = begin(client, b"", size=uploads.MAX_BYTES, kind="attachment")
    assert larger.status_code == 201


def test_what_went_while_it_was_sent_is_refused_with_a_sentence(
    client, person, monkeypatch
):
    received = intake.receive(picture_file())
    default_storage.delete(renditions.original_path(received.digest))
    monkeypatch.setattr(intake, "receive", lambda *args, **kwargs: received)
    answer = finish(client, arrived(client, picture_file().read()))
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")
    assert not Photo.objects.exists()


def test_more_than_was_said_is_refused_and_gone(client, person):
    token = begin(client, b"x" * 10).json()["token"]
    answer = send_piece(client, token, 0, b"x" * 11)
    assert answer.status_code == 422
    assert stored("incoming") == []
    assert send_piece(client, token, 0, b"x").status_code == 404


@pytest.mark.parametrize(
    "said",
    [[], "x", {"name": "a.jpg"}, {"name": 3, "size": 3}, {"name": "a", "size": True},
     {"name": "a", "size": "3"}, {"name": "a" * 20_000, "size": 3}],
)  # fmt: skip
def test_nonsense_is_no_error_of_ours(client, person, said):
    assert send(client, BEGIN, said).status_code == 400
    assert client.post(BEGIN, b"{", content_type="application/json").status_code == 400
    assert client.post(BEGIN, {"name": "a"}).status_code == 400
    deep = client.post(BEGIN, b"[" * 16_000, content_type="application/json")
    assert deep.status_code == 400
    assert not Upload.objects.exists()


@pytest.mark.parametrize("offset", ["", "-1", "x", "9" * 400, "1.5"])
def test_an_offset_is_a_number(client, person, offset):
    token = begin(client, b"x" * 10).json()["token"]
    assert send_piece(client, token, offset, b"x").status_code == 400


def test_a_piece_has_a_length_and_not_too_much_of_it(client, person):
    token = begin(client, b"x" * 3_000_000).json()["token"]
    largest = 1024 * 1024
    assert send_piece(client, token, 0, b"").status_code == 400
    assert send_piece(client, token, 0, b"x" * (largest + 1)).status_code == 400
    assert send_piece(client, token, 0, b"x" * largest).json() == {"received": largest}


def test_only_the_last_piece_may_be_small(client, person):
    token = begin(client, b"x" * (PIECE + 1)).json()["token"]
    assert send_piece(client, token, 0, b"x" * (PIECE - 1)).status_code == 400
    assert stored("incoming") == []
    assert send_piece(client, token, 0, b"x" * PIECE).json() == {"received": PIECE}
    assert send_piece(client, token, PIECE, b"x").json() == {"received": PIECE + 1}


def test_a_piece_that_was_cut_short_is_not_kept(client, person):
    token = begin(client, b"x" * 10).json()["token"]
    cut = {"wsgi.input": io.BytesIO(b"xxx")}
    answer = client.post(
        f"{BEGIN}{token}/", b"x" * 9, content_type="application/octet-stream",
        headers={"Upload-Offset": "0"}, **cut,
    )  # fmt: skip
    assert answer.status_code == 400
    assert client.get(f"{BEGIN}{token}/").json() == {"received": 0}


# --- who may --------------------------------------------------------------------


def test_an_upload_is_nobody_elses(client, person):
    token = arrived(client, picture_file().read())
    client.force_login(make_user(role="Trưởng ban biên tập"))
    assert client.get(f"{BEGIN}{token}/").status_code == 404
    assert send_piece(client, token, 0, b"x").status_code == 404
    assert finish(client, token).status_code == 404
    assert client.post(f"{BEGIN}{token}/cancel/").status_code == 404
    assert Upload.objects.get().user == person


@pytest.mark.parametrize("end", ["", "abc/", "abc/finish/", "abc/cancel/"])
def test_somebody_logged_out_is_told_so(client, end):
    answer = send(client, f"{BEGIN}{end}")
    assert (answer.status_code, answer.json()) == (403, {"logged_out": True})


def test_whoever_may_not_send_photos_reads_so(client):
    client.force_login(make_user(role="Quản trị"))
    answer = begin(client, b"x")
    assert answer.status_code == 403
    assert answer.json()["error"].endswith(".")


def test_the_token_of_an_earlier_login_is_renewed():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(role="Phóng viên"))
    assert begin(client, b"x").status_code == 403
    token = client.get(BEGIN).json()["csrf_token"]
    about = {"name": "a.jpg", "size": 1}
    answer = send(client, BEGIN, about, headers={"X-CSRFToken": token})
    assert answer.status_code == 201


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_do_nothing(client, person, method):
    assert getattr(client, method)(BEGIN).status_code == 405


# --- besides --------------------------------------------------------------------


def test_a_photo_like_another_is_said_to_be_to_those_who_may_see_it(client, person):
    first = intake.take_in(shaded_file(quality=90), actor=person)
    unseen = intake.take_in(shaded_file(quality=85), actor=make_user())
    data = shaded_file(quality=60).read()
    alike = finish(client, arrived(client, data)).json()["photo"]["alike"]
    assert [each["id"] for each in alike] == [first.pk]
    assert alike[0]["url"] == reverse("admin:articles_photo_change", args=[first.pk])
    assert alike[0]["name"] == str(first)
    client.force_login(make_user(role="Biên tập viên"))
    alike = finish(client, arrived(client, data)).json()["photo"]["alike"]
    assert {each["id"] for each in alike} == {first.pk, unseen.pk}


def test_an_attachment_comes_the_same_way(client, person):
    token = arrived(client, PDF, kind="attachment", name="Kế hoạch.pdf")
    answer = finish(client, token, kind="attachment")
    kept = Attachment.objects.get()
    assert answer.status_code == 201
    assert answer.json()["attachment"] == {
        "id": kept.pk, "name": "Kế hoạch.pdf", "kind": "document",
        "kind_label": kept.get_kind_display(), "size": kept.size,
    }  # fmt: skip
    assert finish(client, token, kind="attachment").json() == answer.json()


def test_whoever_sent_the_same_file_first_gives_it_no_name_here(client, person):
    theirs = make_attachment(content=PDF, name="Lời của người khác.pdf")
    token = arrived(client, PDF, kind="attachment", name="C:\\Thông báo.pdf")
    said = finish(client, token, kind="attachment").json()["attachment"]
    assert (said["id"], said["name"]) == (theirs.pk, "Thông báo.pdf")
    assert attachments.sent_in(client) == {theirs.pk: "Thông báo.pdf"}


def test_an_attachment_that_is_refused_is_gone(client, person):
    token = arrived(client, b"MZ\x90\x00" * 50, kind="attachment", name="a.pdf")
    answer = finish(client, token, kind="attachment")
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")
    assert stored("incoming") == []
    assert not Attachment.objects.exists()
