"""The pages of authors: who was published, and what they did for each bulletin."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.editorial import publishing
from articles.models import Byline, Edition, EditionByline
from tests.factories import bulk_publish, make_article, make_author, make_user, publish

pytestmark = pytest.mark.django_db

ADDRESS = "/tac-gia/le-van/"


@pytest.fixture
def author():
    return make_author(name="Lê Vân", slug="le-van")


def soon():
    return timezone.now() + timedelta(hours=1)


def name_under_all(author):
    EditionByline.objects.bulk_create(
        EditionByline(
            edition=edition,
            author=author,
            article_id=edition.article_id,
            dateline_at=edition.dateline_at,
        )
        for edition in Edition.objects.all()
    )


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_a_page_costs_the_same_however_much_somebody_wrote(
    number, client, author, django_assert_num_queries
):
    bulk_publish(number)
    name_under_all(author)

    with django_assert_num_queries(3):
        response = client.get(ADDRESS)

    assert len(response.context["page"].editions) == min(number, 20)


def test_the_cursor_reaches_every_bulletin_once(client, author):
    bulk_publish(45)
    name_under_all(author)
    pages, query = [], {}
    while True:
        page = client.get(ADDRESS, query).context["page"]
        pages.append(page.editions)
        if not page.older:
            break
        query = {"truoc": page.older}
    back = client.get(ADDRESS, {"sau": page.newer}).context["page"]

    newest_first = list(Edition.objects.newest_first())
    assert [each for editions in pages for each in editions] == newest_first
    assert [len(editions) for editions in pages] == [20, 20, 5]
    assert back.editions == pages[1]


def test_the_page_lists_live_bulletins_of_that_author_newest_first(client, author):
    older = publish(authors=[author], dateline_date=date(2023, 11, 29))
    newer = publish(authors=[author, make_author()], dateline_date=date(2023, 11, 30))
    publish(authors=[make_author()])
    make_article(authors=[author])
    publish(authors=[author], at=soon())
    gone = publish(authors=[author])
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")

    assert client.get(ADDRESS).context["page"].editions == [newer, older]


def test_a_corrected_bulletin_stands_there_once_in_its_newest_words(client, author):
    edition = publish(authors=[author])
    edition.article.title = "Tin đã sửa"
    edition.article.save()
    after = publish(edition.article)
    assert client.get(ADDRESS).context["page"].editions == [after]


def test_a_card_says_what_the_author_did(client, author):
    article = make_article(authors=[author])
    for person, role in [(author, "photo"), (make_author(), "video")]:
        Byline.objects.create(article=article, author=person, role=role, order=9)
    publish(article)
    page = client.get(ADDRESS).content.decode()
    assert '<span class="card-part">Tin bài, ảnh</span>' in page


def test_who_was_never_published_has_no_page(client, author, django_user_model):
    make_article(authors=[author])
    waiting = publish(authors=[author], at=soon())
    cancelled = publish(authors=[author], at=soon())
    publishing.cancel(cancelled.article, actor=None)

    assert client.get(ADDRESS).status_code == 404
    assert author.get_absolute_url() is None

    publishing.publish(waiting.article, actor=None)
    assert author.get_absolute_url() == ADDRESS
    assert client.get(ADDRESS).status_code == 200


def test_a_cancelled_bulletin_gives_no_page_when_its_time_comes(
    client, author, monkeypatch
):
    at = soon()
    cancelled = publish(authors=[author], at=at)
    publishing.cancel(cancelled.article, actor=None)
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(days=1))
    assert client.get(ADDRESS).status_code == 404


def test_a_pen_name_of_former_days_keeps_its_page(client, author):
    author.user = make_user(is_active=False)
    author.save()
    edition = publish(authors=[author])
    assert client.get(ADDRESS).context["page"].editions == [edition]


def test_where_everything_was_withdrawn_the_page_says_so(client, author):
    edition = publish(authors=[author])
    publishing.withdraw(edition.article, actor=None, reason="Nhầm.")
    page = client.get(ADDRESS).content.decode()
    assert 'class="empty"' in page
    assert 'name="robots" content="noindex"' in page
    assert edition.title not in page


def test_an_unknown_author_is_not_found(client, author):
    publish(authors=[author])
    assert client.get("/tac-gia/khong-co/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_authors_cost_one_query(number, client, django_assert_num_queries):
    for _ in range(number):
        publish(authors=[make_author()])
    with django_assert_num_queries(1):
        response = client.get("/tac-gia/")
    assert len(response.context["authors"]) == number


def test_the_authors_are_those_who_can_be_read_in_vietnamese_order(client):
    dao, an = make_author(name="Đào"), make_author(name="Ân")
    dung = make_author(name="Dũng")
    for author in (dao, an, dung):
        publish(authors=[author])
        publish(authors=[author])
    make_article(authors=[make_author(name="Nháp")])
    publish(authors=[make_author(name="Chờ")], at=soon())
    gone = publish(authors=[make_author(name="Gỡ")])
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")

    response = client.get("/tac-gia/")

    assert list(response.context["authors"]) == [an, dung, dao]


def test_a_site_without_authors_says_so(client):
    publish()
    assert 'class="empty"' in client.get("/tac-gia/").content.decode()


def test_the_register_links_to_the_page_only_where_there_is_one(admin_client, author):
    change = reverse("admin:articles_author_change", args=[author.pk])
    before = admin_client.get(change).content.decode()
    publish(authors=[author])
    after = admin_client.get(change).content.decode()
    assert (ADDRESS in before, ADDRESS in after) == (False, True)
