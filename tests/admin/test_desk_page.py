from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import remarks, workflow
from articles.models import Autosave
from tests.factories import make_article, make_unit, make_user, publish

pytestmark = pytest.mark.django_db

DESK = reverse("admin:index")


def page_of(client, user):
    client.force_login(user)
    return client.get(DESK).content.decode()


def test_an_empty_desk_helps(client):
    page = page_of(client, make_user(role="Cộng tác viên"))
    assert gettext("Nothing is waiting for you.") in page
    assert reverse("admin:articles_article_add") in page
    assert reverse("admin:articles_article_changelist") + "?mine=1" in page


def test_those_who_do_not_write_are_not_offered_to(client):
    page = page_of(client, make_user(role="Quản trị"))
    assert gettext("Write a bulletin") not in page
    assert reverse("admin:articles_unit_changelist") in page


def test_staff_without_a_role_get_a_page(client):
    make_article(title="Của người khác")
    assert "Của người khác" not in page_of(client, make_user())


def test_a_returned_text_says_who_when_and_why(client):
    writer = make_user(role="Cộng tác viên")
    editor = make_user(role="Biên tập viên", last_name="Tạ Minh", first_name="Ánh")
    article = make_article(actor=writer, title="Trả về")
    workflow.perform(workflow.SUBMIT, article, actor=writer)
    workflow.perform(workflow.RETURN, article, actor=editor, note="Thiếu <số> liệu.")
    page = page_of(client, writer)
    for said in ("Trả về", "Tạ Minh Ánh", "Thiếu &lt;số&gt; liệu."):
        assert said in page
    assert f"{timezone.localtime():%d/%m/%Y}" in page


def test_every_kind_of_row_is_printed(client):
    head, editor = (
        make_user(role="Trưởng ban biên tập"),
        make_user(role="Biên tập viên"),
    )
    for title, steps in {
        "Nháp": [], "Chờ biên tập": [workflow.SUBMIT],
        "Chờ duyệt": [workflow.SUBMIT, workflow.ACCEPT],
    }.items():  # fmt: skip
        article = make_article(actor=head, title=title)
        for step in steps:
            workflow.perform(step, article, actor=None)
    publish(title="Hẹn giờ", at=timezone.now() + timedelta(days=1))
    remarks.add(article, actor=editor, text=f"@{head.username} xem đoạn hai")
    Autosave.objects.create(
        user=head, form_key="k", data={"title": "Gõ dở"}, saved_at=timezone.now()
    )
    page = page_of(client, head)
    for said in (
        "Nháp",
        "Chờ biên tập",
        "Chờ duyệt",
        "Hẹn giờ",
        "xem đoạn hai",
        "Gõ dở",
    ):
        assert said in page
    assert gettext("You worked on it: somebody else has to approve.") in page
    assert gettext("Nothing is waiting for you.") not in page


def test_nobody_reads_other_peoples_titles(client):
    other = make_article(title="Tin kín")
    remarks.add(other, actor=make_user(role="Biên tập viên"), text="nội bộ")
    publish(title="Hẹn kín", at=timezone.now() + timedelta(days=1))
    page = page_of(client, make_user(role="Cộng tác viên"))
    assert "Tin kín" not in page
    assert "Hẹn kín" not in page


@pytest.mark.parametrize("number", [1, 3, 100])
def test_the_page_asks_the_same_however_much_waits(
    client, number, django_assert_num_queries
):
    head, unit = make_user(role="Trưởng ban biên tập"), make_unit()
    for _ in range(number):
        article = make_article(unit=unit, actor=head)
        workflow.perform(workflow.SUBMIT, article, actor=None)
        workflow.perform(workflow.ACCEPT, article, actor=None)
        make_article(unit=unit, actor=head)
    client.force_login(head)
    with django_assert_num_queries(17):
        client.get(DESK)
