import pytest
from django.urls import reverse
from django.utils.translation import gettext

from articles.editorial import editing
from articles.models import Article
from tests.admin.test_article import form
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên", last_name="Lê", first_name="Lan")
    client.force_login(user)
    return user


def page(name, article, *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def save(article, *, actor=None, note="", **fields):
    article = Article.objects.get(pk=article.pk)
    for name, value in fields.items():
        setattr(article, name, value)
    return editing.save_edit(article, actor=actor, changed=[*fields], note=note)


def shown(response):
    return response.content.decode()


def test_the_list_says_who_when_why_and_what(client, editor):
    article = make_article()
    save(article, actor=editor, note="Theo góp ý", title="Sửa", body="<p>Mới.</p>")
    response = client.get(page("versions", article))
    found = [(each.number, parts) for each, parts in response.context["versions"]]
    assert found == [(2, [gettext("title"), gettext("body")]), (1, None)]
    text = shown(response)
    assert "Lê Lan" in text
    assert "Theo góp ý" in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_however_many_versions(
    client, editor, number, django_assert_num_queries
):
    article = make_article()
    for each in range(number):
        save(article, actor=make_user(role="Biên tập viên"), title=f"Bản {each}")
    with django_assert_num_queries(9):
        response = client.get(page("versions", article))
    assert len(response.context["versions"]) == number + 1


def test_a_long_history_is_cut_into_pages_and_no_change_falls_between(client, editor):
    article = make_article()
    for each in range(60):
        save(article, title=f"Bản {each}")
    first = client.get(page("versions", article)).context["versions"]
    last = client.get(page("versions", article), {"page": 2}).context["versions"]
    assert [each.number for each, _parts in first + last] == list(range(61, 0, -1))
    assert [parts for _each, parts in first + last] == [[gettext("title")]] * 60 + [
        None
    ]


@pytest.mark.parametrize("view", ["side", "inline"])
def test_two_versions_compared_in_either_view(client, editor, view):
    article = make_article(title="Tin cũ", body="<p>Một hai.</p>")
    save(article, title="Tin mới", body="<p>Một <strong>ba</strong>.</p>")
    response = client.get(page("compare", article), {"old": 2, "new": 1, "view": view})
    text = shown(response)
    assert (response.context["old"].number, response.context["new"].number) == (1, 2)
    assert "<del>cũ</del>" in text
    assert "<ins>mới</ins>" in text
    assert '<ins><span class="mark-strong">ba</span></ins>' in text
    assert ("diff-pair" in text) == (view == "side")


def test_what_was_written_is_never_markup_on_the_page(client, editor):
    article = make_article(body="<p>a</p>", title="a")
    save(
        article,
        title="<script>x</script>",
        body="<p>&lt;script&gt;y&lt;/script&gt;</p>",
    )
    response = client.get(page("compare", article), {"old": 1, "new": 2})
    assert "<script>x" not in shown(response)
    assert "<script>y" not in shown(response)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"old": 1},
        {"old": 1, "new": 1},
        {"old": 1, "new": 9},
        {"old": "x", "new": "²"},
    ],
    ids=["none", "one", "same", "unknown", "no numbers"],
)
def test_a_bad_choice_leads_back_to_the_list(client, editor, query):
    article = make_article()
    response = client.get(page("compare", article), query)
    assert response["Location"] == page("versions", article)


def test_a_version_is_restored_after_a_confirmation(client, editor):
    article = make_article(title="Bản đầu")
    save(article, title="Bản sau")
    asked = client.get(page("restore", article, 1))
    assert "<ins>đầu</ins>" in shown(asked)
    assert Article.objects.get().title == "Bản sau"
    response = client.post(page("restore", article, 1), {"based_on": 2})
    assert response["Location"] == page("change", article)
    assert Article.objects.get().title == "Bản đầu"
    assert article.revisions.get(number=3).actor == editor


def test_restoring_over_a_newer_version_asks_again(client, editor):
    article = make_article(title="Bản đầu")
    save(article, title="Bản hai")
    save(article, title="Bản ba")
    response = client.post(page("restore", article, 1), {"based_on": 2})
    assert response.context["refusal"]
    assert "Bản ba" in Article.objects.get().title
    assert response.context["newest"].number == 3


@pytest.mark.parametrize("name", ["versions", "compare", "restore"])
def test_others_versions_are_not_found(client, name):
    article = make_article()
    client.force_login(make_user(role="Cộng tác viên"))
    more = [1] if name == "restore" else []
    assert client.get(page(name, article, *more)).status_code == 404


def test_whoever_may_only_read_may_not_restore(client):
    writer = make_user(role="Cộng tác viên")
    article = make_article(actor=writer)
    save(article, title="Sửa")
    Article.objects.update(status="submitted")
    client.force_login(writer)
    assert page("restore", article, 1) not in shown(
        client.get(page("versions", article))
    )
    assert client.post(page("restore", article, 1), {"based_on": 2}).status_code == 403


def test_the_change_page_leads_to_the_versions_and_keeps_the_note(client, editor):
    article = make_article(authors=[make_author()])
    text = shown(client.get(page("change", article)))
    assert page("versions", article) in text
    assert 'name="based_on" value="1"' in text
    data = form(article, title="Sửa", note="Theo công văn", based_on=1, bylines=[
        {"id": article.bylines.get().pk, "author": article.bylines.get().author_id, "role": "text", "order": 0}
    ])  # fmt: skip
    client.post(page("change", article), data)
    assert article.revisions.get(number=2).note == "Theo công văn"
    event = article.events.get(action="edit")
    assert (event.note, event.details["changed"]) == ("Theo công văn", ["title"])


def test_a_note_alone_is_no_change(client, editor):
    article = make_article()
    client.post(page("change", article), form(article, note="Chỉ ghi chú", based_on=1))
    assert article.revisions.count() == 1
