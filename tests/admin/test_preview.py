from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import preview_links, workflow
from articles.models import Edition, PreviewLink
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_user,
    place_photo,
)

pytestmark = pytest.mark.django_db


def address(name, *args):
    return reverse(f"admin:articles_article_{name}", args=args)


def text(response):
    return response.content.decode()


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên", last_name="Lê", first_name="Mai")
    client.force_login(user)
    return user


def make_link(article, *, actor, **fields):
    fields = {"reader": "Ông Tám", "days": 7} | fields
    return preview_links.create(article, actor=actor, **fields)


def form(article, **fields):
    """What the browser posts from the change page of an article without parts."""
    data = {"title": article.title, "lead": article.lead, "body": article.body}
    for prefix in ("photo_places", "attachment_places", "bylines"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return data | {"unit": article.unit_id} | fields


# --- the page ----------------------------------------------------------------


def test_the_preview_is_the_readers_page_under_a_band(client, editor):
    article = make_article(
        title="Đường làng nở hoa", category=make_category(), authors=[make_author()]
    )
    place_photo(article, make_photo(), caption="Con đường")
    response = client.get(address("preview", article.pk))
    page = text(response)
    assert "articles/bulletin.html" in [each.name for each in response.templates]
    assert '<h1 lang="vi">Đường làng nở hoa</h1>' in page
    assert "Con đường" in page
    assert 'class="preview-band"' in page
    assert gettext("PREVIEW – not published") in page


def test_only_the_preview_may_be_framed_and_only_here(client, editor):
    article = make_article()
    preview = client.get(address("preview", article.pk))
    change = client.get(address("change", article.pk))
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    assert change["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in change["Content-Security-Policy"]
    assert "frame-src 'self'" in change["Content-Security-Policy"]
    other = client.get(address("scheduled"))
    assert "frame-src" not in other["Content-Security-Policy"]
    assert other["X-Frame-Options"] == "DENY"


def test_the_preview_is_neither_kept_nor_indexed(client, editor):
    response = client.get(address("preview", make_article().pk))
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"].startswith("noindex")


def test_the_preview_writes_nothing(client, editor):
    article = make_article()
    with CaptureQueriesContext(connection) as queries:
        client.get(address("preview", article.pk))
    assert [q["sql"] for q in queries if not q["sql"].startswith("SELECT")] == []
    assert not Edition.objects.exists()


def test_only_who_may_see_the_bulletin_sees_its_preview(client):
    article = make_article()
    page = address("preview", article.pk)
    assert client.get(page)["Location"].startswith(reverse("admin:login"))
    client.force_login(make_user(role="Phóng viên"))
    assert client.get(page).status_code == 404
    client.force_login(make_user(role="Quản trị"))
    assert client.get(page).status_code == 200


# --- beside the form ---------------------------------------------------------


def test_the_panel_is_closed_and_loads_nothing_by_itself(client, editor):
    article = make_article()
    page = text(client.get(address("change", article.pk)))
    assert '<details class="module preview-panel" id="preview">' in page
    assert f'data-src="{address("preview", article.pk)}"' in page
    assert 'href="' + address("preview", article.pk) in page  # without script


def test_a_new_bulletin_has_nothing_to_preview_yet(client, editor):
    assert "preview-panel" not in text(client.get(address("add")))


def test_save_and_preview_saves_and_opens_the_panel(client, editor):
    article = make_article()
    data = form(article, title="Đã sửa", _preview="1")
    response = client.post(address("change", article.pk), data)
    article.refresh_from_db()
    assert article.title == "Đã sửa"
    assert response["Location"] == address("change", article.pk) + "?preview=1#preview"
    page = text(client.get(response["Location"]))
    assert '<details class="module preview-panel" id="preview" open>' in page


def test_who_may_only_read_can_preview_and_not_save(client):
    article = make_article()
    client.force_login(make_user(role="Quản trị"))
    page = text(client.get(address("change", article.pk)))
    assert "preview-panel" in page
    assert 'name="_preview"' not in page
    assert address("preview_link", article.pk) not in page


# --- links -------------------------------------------------------------------


def test_making_a_link_shows_its_address_once(client, editor):
    article = make_article()
    response = client.post(
        address("preview_link", article.pk), {"reader": " Ông  Tám ", "days": "3"}
    )
    link = PreviewLink.objects.get()
    shown = response.context["address"]
    assert (link.reader, link.created_by) == ("Ông Tám", editor)
    assert link.expires_at - link.created_at == timedelta(days=3)
    assert shown in text(response)
    assert "no-store" in response["Cache-Control"]
    assert client.get(shown).status_code == 200
    token = shown.rstrip("/").rpartition("/")[2]
    assert token not in text(client.get(address("change", article.pk)))


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"reader": "", "days": "7"}, "reader"),
        ({"reader": "  ", "days": "7"}, "reader"),
        ({"reader": "x" * 201, "days": "7"}, "reader"),
        ({"reader": "Ông Tám", "days": "0"}, "days"),
        ({"reader": "Ông Tám", "days": "31"}, "days"),
        ({"reader": "Ông Tám", "days": "1.5"}, "days"),
        ({"reader": "Ông Tám", "days": ""}, "days"),
    ],
)
def test_a_bad_link_is_refused_on_the_page(client, editor, data, field):
    response = client.post(address("preview_link", make_article().pk), data)
    assert list(response.context["form"].errors) == [field]
    assert not PreviewLink.objects.exists()


def test_a_reader_of_invisible_characters_is_refused_with_a_sentence(client, editor):
    response = client.post(
        address("preview_link", make_article().pk), {"reader": "\u200b", "days": "7"}
    )
    said = gettext("Say who is to read the draft.")
    assert response.context["form"].non_field_errors() == [said]


def test_the_change_page_lists_the_links(client, editor):
    article = make_article()
    _link, token = make_link(article, actor=editor, reader="Bà Hai")
    preview_links.open_by(token)
    link = PreviewLink.objects.get()
    page = text(client.get(address("change", article.pk)))
    for said in (
        "Bà Hai",
        "Lê Mai",
        f"{timezone.localtime(link.expires_at):%d/%m/%Y %H:%M}",
    ):
        assert said in page
    moment = f"{timezone.localtime(link.last_opened_at):%d/%m/%Y %H:%M}"
    opened = gettext("Times opened: %(times)s, last %(moment)s.")
    assert opened % {"times": 1, "moment": moment} in page


def test_a_link_is_taken_back_by_a_button(client, editor):
    article = make_article()
    link, token = make_link(article, actor=editor)
    revoke = address("preview_link_revoke", article.pk, link.pk)
    assert f'action="{revoke}"' in text(client.get(address("change", article.pk)))
    response = client.post(revoke, follow=True)
    said = gettext("The link for %(reader)s opens nothing any more.")
    assert [str(each) for each in response.context["messages"]] == [
        said % {"reader": "Ông Tám"}
    ]
    assert preview_links.open_by(token) is None
    assert f'action="{revoke}"' not in text(response)


def test_a_link_is_not_taken_back_by_looking(client, editor):
    article = make_article()
    link, token = make_link(article, actor=editor)
    revoke = address("preview_link_revoke", article.pk, link.pk)
    assert client.get(revoke).status_code == 405
    assert preview_links.open_by(token) is not None


def test_a_link_is_found_under_its_own_bulletin_only(client, editor):
    link, _token = make_link(make_article(), actor=editor)
    other = make_article()
    revoke = address("preview_link_revoke", other.pk, link.pk)
    assert client.post(revoke).status_code == 404


def test_readers_of_the_desk_cannot_make_or_take_back_links(client):
    article = make_article()
    link, token = make_link(article, actor=make_user(role="Biên tập viên"))
    client.force_login(make_user(role="Quản trị"))
    change = address("change", article.pk)
    create = address("preview_link", article.pk)
    assert client.get(create)["Location"] == change
    assert client.post(create, {"reader": "Tôi", "days": "7"})["Location"] == change
    client.post(address("preview_link_revoke", article.pk, link.pk))
    assert preview_links.open_by(token) is not None
    assert PreviewLink.objects.count() == 1


def test_strangers_to_the_bulletin_find_none_of_it(client):
    article = make_article()
    link, _token = make_link(article, actor=make_user(role="Biên tập viên"))
    client.force_login(make_user(role="Phóng viên"))
    assert client.get(address("preview_link", article.pk)).status_code == 404
    revoke = address("preview_link_revoke", article.pk, link.pk)
    assert client.post(revoke).status_code == 404


def test_a_contributor_who_handed_in_can_still_take_their_link_back(client):
    writer = make_user(role="Cộng tác viên")
    article = make_article(actor=writer)
    link, token = make_link(article, actor=writer)
    workflow.perform(workflow.SUBMIT, article, actor=writer)
    client.force_login(writer)
    revoke = address("preview_link_revoke", article.pk, link.pk)
    assert f'action="{revoke}"' in text(client.get(address("change", article.pk)))
    client.post(revoke)
    assert preview_links.open_by(token) is None
