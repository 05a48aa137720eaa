import re

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from articles.editorial import bulk, editing, workflow
from articles.models import Article, Edition, Status
from tests.factories import make_article, make_category, make_user

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_article_changelist")


@pytest.fixture
def head(client):
    user = make_user(role="Trưởng ban biên tập")
    client.force_login(user)
    return user


def ask(client, action, *articles, **data):
    data |= {"action": action, "_selected_action": [each.pk for each in articles]}
    return client.post(LIST, data, follow=True)


def said(response):
    return [
        (message.level_tag, str(message)) for message in response.context["messages"]
    ]


def statuses(*articles):
    standing = dict(Article.objects.values_list("pk", "status"))
    return [standing[article.pk] for article in articles]


def edited(**fields):
    article = make_article(category=make_category(), **fields)
    workflow.perform(workflow.SUBMIT, article, actor=None)
    return workflow.perform(workflow.ACCEPT, article, actor=None)


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("Cộng tác viên", {"submit_selected"}),
        ("Phóng viên", {"submit_selected"}),
        ("Biên tập viên", {"submit_selected", "accept_selected"}),
        (
            "Trưởng ban biên tập",
            {"submit_selected", "accept_selected", "publish_selected"},
        ),
        ("Quản trị", set()),
    ],
)
def test_everybody_is_offered_their_own_actions(client, role, offered):
    user = make_user(role=role)
    make_article(actor=user if role == "Cộng tác viên" else None)
    client.force_login(user)
    page = client.get(LIST).content.decode()
    assert set(re.findall(r'<option value="(\w+_selected)"', page)) == offered


def test_each_bulletin_is_told_about_by_itself(client, head):
    draft, other = make_article(title="Nháp"), edited(title="Đã biên tập")
    response = ask(client, "submit_selected", draft, other)
    assert statuses(draft, other) == [Status.SUBMITTED, Status.EDITED]
    assert [level for level, _sentence in sorted(said(response))] == [
        "error",
        "success",
    ]
    assert all(
        "Nháp" in each or "Đã biên tập" in each for _level, each in said(response)
    )


def test_accepting_many(client, head):
    articles = [make_article() for _ in range(3)]
    for article in articles:
        workflow.perform(workflow.SUBMIT, article, actor=None)
    ask(client, "accept_selected", *articles)
    assert statuses(*articles) == [Status.EDITED] * 3


def test_publishing_asks_first_and_changes_nothing(client, head):
    good, own = edited(title="Đăng được"), make_article(actor=head, title="Của tôi")
    empty = edited(title="Rỗng", lead="", body="")
    response = ask(client, "publish_selected", good, own, empty)
    assert [o.article for o in response.context["open"]] == [good]
    assert {o.article for o in response.context["refused"]} == {own, empty}
    assert all(
        o.sentence in response.content.decode() for o in response.context["refused"]
    )
    assert not Edition.objects.exists()
    assert statuses(good, own, empty) == [Status.EDITED, Status.DRAFT, Status.EDITED]


def confirmed(page):
    """What the browser posts from the confirmation page."""
    fields = re.findall(r'<input type="hidden" name="([\w-]+)" value="(\w+)"', page)
    return {name: value for name, value in fields if name != "csrfmiddlewaretoken"}


def test_the_answer_publishes_what_was_shown(client, head):
    article = edited(title="Đăng ngay")
    page = ask(client, "publish_selected", article).content.decode()
    response = client.post(LIST, confirmed(page), follow=True)
    sentence = gettext("“%(title)s” is on the site.") % {"title": "Đăng ngay"}
    assert said(response) == [("success", sentence)]
    assert Edition.objects.live().get().article == article


def test_a_text_that_changed_since_the_question_is_not_published(client, head):
    article = edited()
    page = ask(client, "publish_selected", article).content.decode()
    article.refresh_from_db()
    article.title = "Đã khác"
    editing.save_edit(article, actor=None, changed=["title"])
    response = client.post(LIST, confirmed(page), follow=True)
    assert [level for level, _sentence in said(response)] == ["error"]
    assert not Edition.objects.exists()


def test_nobody_does_by_post_what_they_are_not_offered(client):
    writer = make_user(role="Cộng tác viên")
    mine, other = make_article(actor=writer), make_article()
    client.force_login(writer)
    for action in ("accept_selected", "publish_selected"):
        ask(client, action, mine, confirmed="yes")
    ask(client, "submit_selected", mine, other)
    assert statuses(mine, other) == [Status.SUBMITTED, Status.DRAFT]
    assert not Edition.objects.exists()


def test_too_many_at_once_are_refused(head):
    articles = [make_article()] * (bulk.MOST + 1)
    with pytest.raises(bulk.TooMany, match="51"):
        bulk.take_each(workflow.SUBMIT, articles, actor=head)


def test_the_confirmation_warns_of_what_the_checklist_finds(client, head):
    article = edited(title="KHAI MẠC LỄ HỘI LAM KINH")
    page = ask(client, "publish_selected", article).content.decode()
    assert gettext("The title is written in capitals.") in page
