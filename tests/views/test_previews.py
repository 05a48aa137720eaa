from contextlib import closing
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import preview_links
from articles.models import Edition, PreviewLink
from tests.factories import (
    make_article,
    make_category,
    make_photo,
    make_unit,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

TICK = timedelta(microseconds=1)


@pytest.fixture
def article():
    article = make_article(
        title="Tin sapoche",
        lead="Sapô sapoche",
        unit=make_unit(slug="don-vi"),
        category=make_category(slug="chuyen-muc"),
    )
    place_photo(article, make_photo(), caption="Chú thích sapoche")
    return article


@pytest.fixture
def token(article):
    editor = make_user(role="Biên tập viên")
    return preview_links.create(article, reader="Ông Tám", days=7, actor=editor)[1]


@pytest.fixture
def clock(monkeypatch):
    """Set what time it is for everything that asks Django."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


def address(token):
    return reverse("articles:preview", args=[token])


def test_the_address_is_short_and_plain():
    assert address("abc") == "/xem-truoc/abc/"


def test_a_link_shows_the_draft_as_readers_would_see_it(client, article, token):
    response = client.get(address(token))
    page = response.content.decode()
    assert response.status_code == 200
    assert '<h1 lang="vi">Tin sapoche</h1>' in page
    assert gettext("PREVIEW – not published") in page
    assert "Chú thích sapoche" in page
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page


def test_the_photos_of_the_draft_can_be_fetched(client, article, token):
    page = client.get(address(token)).content.decode()
    source = page.split('<img src="')[1].split('"')[0]
    with closing(client.get(source)) as response:
        assert response.status_code == 200
    assert default_storage.exists(source.removeprefix("/media/"))


def test_a_chat_program_learns_nothing_for_its_card(client, token):
    page = client.get(address(token)).content.decode()
    assert "og:title" not in page
    assert 'rel="canonical"' not in page
    assert "application/ld+json" not in page


@pytest.mark.parametrize("is_open", [True, False])
def test_nothing_is_indexed_kept_or_told_to_others(client, token, is_open):
    if not is_open:
        PreviewLink.objects.update(revoked_at=timezone.now())
    response = client.get(address(token))
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Cache-Control"] == "no-store, private"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Frame-Options"] == "DENY"
    assert "Set-Cookie" not in response
    assert not response.cookies


def test_a_link_ends_at_its_microsecond(client, token, clock):
    expires_at = PreviewLink.objects.get().expires_at
    clock(expires_at - TICK)
    assert client.get(address(token)).status_code == 200
    clock(expires_at)
    assert client.get(address(token)).status_code == 404


def test_expired_revoked_and_unknown_are_one_page(client, token, clock):
    link = PreviewLink.objects.get()
    unknown = client.get(address("a" * 43))
    clock(link.expires_at)
    expired = client.get(address(token))
    clock(link.created_at)
    preview_links.revoke(link, actor=link.created_by)
    revoked = client.get(address(token))
    pages = {
        response.content.decode().replace(token, "…").replace("a" * 43, "…")
        for response in (unknown, expired, revoked)
    }
    assert len(pages) == 1
    assert "sapoche" not in pages.pop()
    assert {each.status_code for each in (unknown, expired, revoked)} == {404}


@pytest.mark.parametrize("token", ["x", "ừ" * 200, "%00", "a" * 4000, "' OR 1=1 --"])
def test_nonsense_is_answered_like_an_unknown_link(client, token):
    response = client.get(address(token))
    assert (response.status_code, response["Cache-Control"]) == (
        404,
        "no-store, private",
    )


def test_asking_for_the_headers_is_not_reading(client, token):
    response = client.head(address(token))
    link = PreviewLink.objects.get()
    assert (response.status_code, response.content, link.opened) == (200, b"", 0)
    client.get(address(token))
    link.refresh_from_db()
    assert link.opened == 1


def test_only_reading_is_allowed(client, token):
    assert client.post(address(token)).status_code == 405


def test_a_link_needs_no_account_and_takes_no_notice_of_one(client, token):
    before = client.get(address(token)).content
    client.force_login(make_user())
    assert client.get(address(token)).content == before


def test_showing_a_draft_publishes_nothing(client, article, token):
    publish(title="Tin thanhlong", unit=article.unit, category=article.category)
    client.get(address(token))
    public = [
        reverse("articles:front"),
        reverse("articles:archive"),
        reverse("articles:category", args=["chuyen-muc"]),
        reverse("articles:unit", args=["don-vi"]),
        reverse("articles:search") + "?q=tin",
        reverse("articles:feed"),
        reverse("articles:bulletin", args=["tin", article.pk]),
    ]
    pages = [client.get(each, follow=True).content.decode() for each in public]
    assert [each for each in pages if "sapoche" in each or "xem-truoc" in each] == []
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_a_draft_costs_the_same_however_many_photos(
    client, article, token, number, django_assert_num_queries
):
    for colour in ["red", "green"][: number - 1]:
        place_photo(article, make_photo(colour=colour))
    with django_assert_num_queries(10):
        client.get(address(token))
