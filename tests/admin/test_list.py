from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_unit,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_article_changelist")


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên")
    client.force_login(user)
    return user


def titles(client, **query):
    """What the list shows for the query, in order of titles."""
    response = client.get(LIST, query)
    assert response.status_code == 200
    return sorted(article.title for article in response.context["cl"].result_list)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("duong", ["Đường mới", "Đường sắt"]),
        ("ĐƯỜNG MỚI", ["Đường mới"]),
        ("moi duong", ["Đường mới"]),
        ("sapo rieng", ["Tin khác"]),
        ("d\u01b0\u01a1\u0300ng", ["Đường mới", "Đường sắt"]),
        ("%", []),
        ("khong co", []),
    ],
)
def test_the_search_ignores_marks_and_order(client, editor, words, found):
    make_article(title="Đường mới", lead="a")
    make_article(title="Đường sắt", lead="b")
    make_article(title="Tin khác", lead="Sapô riêng")
    assert titles(client, q=words) == found


def test_the_search_shows_nobody_more_than_the_list(client):
    writer = make_user(role="Cộng tác viên")
    make_article(actor=writer, title="Tin của tôi")
    make_article(title="Tin của người khác")
    client.force_login(writer)
    assert titles(client, q="tin") == ["Tin của tôi"]


def test_the_list_narrows_by_state(client, editor):
    live = publish(title="Đang đăng")
    publish(title="Hẹn giờ", at=timezone.now() + timedelta(days=1))
    make_article(title="Nháp")
    assert titles(client, state="draft") == ["Nháp"]
    assert titles(client, state="live") == ["Đang đăng"]
    assert titles(client, state="scheduled") == ["Hẹn giờ"]
    assert titles(client, state="published") == ["Hẹn giờ", "Đang đăng"]
    assert live.article.editions.count() == 1


def test_the_list_narrows_by_unit_category_author_and_owner(client, editor):
    unit, category, author = make_unit(), make_category(), make_author()
    make_article(title="Đơn vị", unit=unit)
    make_article(title="Chuyên mục", category=category)
    make_article(title="Tác giả", authors=[author])
    make_article(title="Của tôi", actor=editor)
    assert titles(client, unit__id__exact=unit.pk) == ["Đơn vị"]
    assert titles(client, category__id__exact=category.pk) == ["Chuyên mục"]
    assert titles(client, bylines__author__id__exact=author.pk) == ["Tác giả"]
    assert titles(client, mine=1) == ["Của tôi"]


def test_the_list_narrows_by_year_month_and_day(client, editor):
    make_article(title="Tháng bảy", dateline_date=date(2026, 7, 3))
    make_article(title="Tháng tám", dateline_date=date(2026, 8, 3))
    make_article(title="Không ngày")
    assert titles(client, dateline_date__year=2026) == ["Tháng bảy", "Tháng tám"]
    assert titles(client, dateline_date__year=2026, dateline_date__month=7) == [
        "Tháng bảy"
    ]


def test_a_filter_offers_what_the_person_sees_and_no_more(client):
    writer = make_user(role="Cộng tác viên")
    mine, hidden = make_author(name="Của tôi"), make_author(name="Ẩn danh")
    make_article(actor=writer, authors=[mine])
    make_article(authors=[hidden])
    client.force_login(writer)
    page = client.get(LIST).content.decode()
    assert "Của tôi" in page
    assert "Ẩn danh" not in page


def test_a_row_prints_what_matters(client, editor):
    author = make_author(name="Thu Hằng")
    article = make_article(authors=[author], category=make_category(name="Kinh tế"))
    place_photo(article, file_name="thieu.jpg")
    photo = make_photo()
    place_photo(article, photo)
    page = client.get(LIST).content.decode()
    for printed in ("Thu Hằng", "Kinh tế", article.unit.name, photo.digest[:32]):
        assert printed in page
    label = gettext("Draft")
    assert f'<span class="state state-draft">{label}</span>' in page


@pytest.mark.parametrize("number", [1, 3, 100])
def test_the_list_asks_the_same_however_many_bulletins(
    client, editor, number, django_assert_num_queries
):
    unit, category = make_unit(), make_category()
    authors = [make_author(), make_author()]
    photo = make_photo()
    for i in range(number):
        article = make_article(
            unit=unit, category=category, authors=authors,
            dateline_date=date(2026, 7, 1) + timedelta(days=i % 3),
        )  # fmt: skip
        place_photo(article, photo)
    publish(article)
    with django_assert_num_queries(13):
        response = client.get(LIST)
    assert len(response.context["cl"].result_list) == min(number, 50)


def test_no_row_brings_its_long_text(client, editor):
    make_article()
    [row] = client.get(LIST).context["cl"].result_list
    assert {"body", "lead", "search_key"} <= row.get_deferred_fields()


# Django's own sentence, where an action is for nothing.
NOTHING = "Items must be selected in order to perform actions on them. No items have been changed."


@pytest.mark.parametrize("key", ["x", "", "²", "9" * 19, str(10**40)])
def test_an_action_passes_over_what_names_no_row(client, key):
    client.force_login(make_user(role="Biên tập viên"))
    article = make_article()
    data = {"action": "submit_selected", "_selected_action": [key, article.pk]}
    client.post(reverse("admin:articles_article_changelist"), data)
    article.refresh_from_db()
    assert article.status == "submitted"
    data |= {"_selected_action": [key], "index": 0}
    address = reverse("admin:articles_article_changelist")
    answer = client.post(address, data, follow=True)
    *_done, said = answer.context["messages"]
    assert str(said) == gettext(NOTHING)
