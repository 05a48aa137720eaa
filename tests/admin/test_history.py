import re
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from articles.editorial import editing, workflow
from articles.models import Event
from articles.templatetags.newsroom_admin import DEEDS, sentence
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def address(article):
    return reverse("admin:articles_article_history", args=[article.pk])


@pytest.mark.parametrize("number", [1, 3])
def test_the_history_asks_the_same_however_long_it_is(
    client, number, django_assert_num_queries
):
    article = make_article(actor=make_user(role="Phóng viên"))
    for each in range(number - 1):
        article.title = f"Sửa lần {each}"
        editing.save_edit(article, actor=None, changed=["title"])
    client.force_login(make_user(role="Biên tập viên"))
    with django_assert_num_queries(10):
        response = client.get(address(article))
    assert response.content.decode().count("<time") == number


def test_only_who_sees_the_bulletin_sees_its_history(client):
    writer, article = make_user(role="Cộng tác viên"), make_article()
    client.force_login(writer)
    assert client.get(address(article)).status_code == 404
    own = make_article(actor=writer)
    page = client.get(address(own)).content.decode()
    assert gettext("wrote the first version") in page


def test_the_change_page_leads_to_the_whole_history(client):
    article = make_article()
    client.force_login(make_user(role="Biên tập viên"))
    page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    assert f'href="{address(article)}"' in page.content.decode()


def test_it_stands_where_django_has_its_own():
    article = make_article()
    assert address(article) == f"/admin/articles/article/{article.pk}/history/"


def test_what_was_changed_is_named_as_the_form_names_it():
    details = {"changed": ["title", "dateline_date", "photo_places"], "version": 2}
    event = Event(action="edit", details=details)
    what = ", ".join(gettext(word) for word in ("title", "date", "photos"))
    names = {"what": what, "number": 2}
    deed = gettext("changed %(what)s (version %(number)s)") % names
    assert sentence(event) == f"{gettext('The system')}: {deed}."


def test_every_deed_the_newsroom_records_has_a_sentence():
    source = "".join(path.read_text() for path in Path("articles").rglob("*.py"))
    recorded = set(re.findall(r'(?:action=|action: str = |_record\()"(\w+)"', source))
    recorded |= {step.name for step in workflow.TRANSITIONS}
    told = {*DEEDS, "edit", "publish", "preview_link_created", "preview_link_revoked"}
    assert recorded - {"store_true"} == told
