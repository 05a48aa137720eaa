import pytest
from django.urls import reverse
from django.utils.translation import gettext

from articles.editorial import remarks
from articles.models import Article, Remark
from tests.factories import make_article, make_user, place_photo, publish

pytestmark = pytest.mark.django_db

SCRIPT = {"X-Requested-With": "fetch"}


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên")
    client.force_login(user)
    return user


def address(article, *rest):
    name = "remark" if rest else "remarks"
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *rest])


def change_page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_a_remark_is_added_and_stands_on_the_change_page(client, editor):
    article = make_article()
    response = client.post(address(article), {"text": "Kiểm tra <số liệu>"})
    assert response["Location"].endswith(f"{change_page(article)}#remarks")
    page = client.get(change_page(article)).content.decode()
    assert "Kiểm tra &lt;số liệu&gt;" in page


def test_a_script_gets_the_panel_alone(client, editor):
    article = make_article()
    response = client.post(address(article), {"text": "Gấp"}, headers=SCRIPT)
    page = response.content.decode()
    assert "Gấp" in page
    assert "<html" not in page


@pytest.mark.parametrize("headers", [{}, SCRIPT])
def test_what_was_typed_survives_a_refusal(client, editor, headers):
    article, typed = make_article(), "dài " * 1001
    response = client.post(address(article), {"text": typed}, headers=headers)
    page = response.content.decode()
    assert typed.strip() in page
    assert gettext("New remark") in page
    assert not Remark.objects.exists()


def test_resolving_and_opening_again(client, editor):
    article = make_article()
    remark = remarks.add(article, actor=editor, text="Sửa")
    client.post(address(article, remark.pk, "resolve"))
    remark.refresh_from_db()
    assert remark.resolved_by == editor
    client.post(address(article, remark.pk, "reopen"))
    remark.refresh_from_db()
    assert remark.resolved_by is None


def test_a_remark_is_settled_on_its_own_article_only(client, editor):
    remark = remarks.add(make_article(), actor=editor, text="Sửa")
    other = make_article()
    assert client.post(address(other, remark.pk, "resolve")).status_code == 404
    assert client.post(address(remark.article, remark.pk, "fly")).status_code == 404
    assert client.get(address(remark.article, remark.pk, "resolve")).status_code == 405


def test_strangers_find_no_door(client):
    desk = make_user(role="Biên tập viên")
    article = make_article()
    remark = remarks.add(article, actor=desk, text="Nội bộ")
    client.force_login(make_user(role="Cộng tác viên"))
    assert client.get(address(article)).status_code == 404
    assert client.post(address(article), {"text": "a"}).status_code == 404
    assert client.post(address(article, remark.pk, "resolve")).status_code == 404
    duplicate = reverse("admin:articles_article_duplicate", args=[article.pk])
    assert client.post(duplicate).status_code == 404
    assert (Remark.objects.count(), Article.objects.count()) == (1, 1)


def test_the_owner_of_a_submitted_text_may_answer(client):
    writer = make_user(role="Cộng tác viên")
    article = make_article(actor=writer)
    Article.objects.filter(pk=article.pk).update(status="submitted")
    client.force_login(writer)
    client.post(address(article), {"text": "Số liệu của xã"})
    assert Remark.objects.get().author == writer


def test_readers_never_see_a_remark(client, editor):
    edition = publish()
    remarks.add(edition.article, actor=editor, text="Chỉ nội bộ")
    client.logout()
    for page in (edition.get_absolute_url(), "/", "/rss.xml", "/tim-kiem/?q=noi+bo"):
        assert "Chỉ nội bộ" not in client.get(page).content.decode()


def test_the_duplicate_opens_with_a_sentence(client, editor):
    article = make_article(title="Mẫu")
    place_photo(article, file_name="a.jpg")
    duplicate = reverse("admin:articles_article_duplicate", args=[article.pk])
    response = client.post(duplicate, follow=True)
    copy = Article.objects.exclude(pk=article.pk).get()
    assert response.redirect_chain == [(change_page(copy), 302)]
    assert (copy.title, copy.photo_places.count()) == ("Mẫu", 1)
    assert len(list(response.context["messages"])) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_panel_asks_the_same_however_many_remarks(
    client, editor, number, django_assert_num_queries
):
    article = make_article()
    for _ in range(number):
        remark = remarks.add(article, actor=make_user(role="Biên tập viên"), text="a")
        remarks.resolve(remark, actor=make_user(role="Biên tập viên"))
        remarks.add(article, actor=make_user(role="Biên tập viên"), text="b")
    with django_assert_num_queries(6):
        client.get(address(article), headers=SCRIPT)


def test_the_checklist_stands_on_the_page_and_at_the_gate(client):
    client.force_login(make_user(role="Trưởng ban biên tập"))
    article = make_article(title="Ông A, CCCD 038085001234")
    finding = gettext("“%(number)s” looks like somebody's identity number: mask it.")
    said = (finding % {"number": "038085001234"}).replace("'", "&#x27;")
    step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
    assert said in client.get(change_page(article)).content.decode()
    assert said in client.get(step).content.decode()
    response = client.post(step, {"when": "now"})
    assert response.context["form"].errors
    assert not article.editions.exists()
