from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from articles.editorial import editing, publishing
from articles.models import Correction, Edition
from tests.factories import bulk_publish, make_article, make_unit, publish

pytestmark = pytest.mark.django_db


def correct(article, text, kind="correction"):
    article.refresh_from_db()
    article.lead = f"Sapô sửa vì: {text}"
    editing.save_edit(article, actor=None, changed=["lead"])
    return publishing.publish(article, actor=None, correction=Correction(kind, text))


def page_of(client):
    return client.get("/dinh-chinh/").content.decode()


@pytest.mark.parametrize("number", [0, 1, 3])
def test_the_page_costs_two_queries(client, django_assert_num_queries, number):
    for each in range(number):
        article = make_article()
        publish(article)
        correct(article, f"Ghi nhầm {each}.")
        publishing.withdraw(publish().article, actor=None, reason=f"Vì {each}.")
    with django_assert_num_queries(2):
        response = client.get("/dinh-chinh/")
    assert len(response.context["entries"]) == 2 * number


def test_every_note_of_a_bulletin_stands_on_its_page_oldest_first(client):
    article = make_article()
    publish(article)
    correct(article, "Ghi nhầm <b>65,8</b>.")
    edition = correct(article, "Là số của 36 điểm.", kind="clarification")
    page = client.get(edition.get_absolute_url()).content.decode()
    day = date_format(timezone.localtime(), "d/m/Y")
    texts = ["Ghi nhầm &lt;b&gt;65,8&lt;/b&gt;.", "Là số của 36 điểm."]
    first, second = (page.index(f"<p>{text}</p>") for text in texts)
    assert page.index('class="bulletin-facts"') < first < second
    assert second < page.index('class="bulletin-text"')
    for label in ("Correction", "Clarification"):
        assert page.count(f"<strong>{gettext(label)} <time") == 1
    assert f">{day}</time>:</strong>" in page


def test_corrections_and_withdrawals_stand_in_one_list_newest_first(client):
    first, second = make_article(title="Tin một"), make_article(title="Tin hai")
    publish(first)
    publish(second)
    correct(first, "Đính chính một.")
    publishing.withdraw(
        publish(title="Kín", unit=make_unit(name="Phòng Y tế")).article,
        actor=None,
        reason="Chưa đủ căn cứ.",
    )
    correct(second, "Đính chính hai.")
    page = page_of(client)
    texts = ["Đính chính hai.", "Chưa đủ căn cứ.", "Đính chính một."]
    places = [page.index(text) for text in texts]
    assert places == sorted(places)
    assert (
        f'href="{Edition.objects.live().get(article=first).get_absolute_url()}"' in page
    )
    assert "Phòng Y tế" in page
    assert "Kín" not in page


def test_the_newest_fifty_by_their_note_not_by_their_last_edition(client, monkeypatch):
    monkeypatch.setattr("articles.views.corrections.LENGTH", 1)
    old, new = make_article(), make_article()
    for article in (old, new):
        publish(article)
        correct(article, f"Ghi nhầm {article.pk}.")
    old.refresh_from_db()
    old.title = "Đăng lại, không đính chính gì thêm"
    editing.save_edit(old, actor=None, changed=["title"])
    publish(old)
    [entry] = client.get("/dinh-chinh/").context["entries"]
    assert entry.edition.article_id == new.pk


def test_the_feed_tells_the_correction_in_vietnamese_to_everybody(client, settings):
    article = make_article()
    publish(article)
    edition = correct(article, "Số đúng là 68,5.")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    day = date_format(timezone.localtime(edition.live_from), "d/m/Y")
    said = f"{gettext('Correction')} {day}: Số đúng là 68,5."
    assert said in client.get("/rss.xml").content.decode()


def test_the_footer_leads_there(client):
    assert '<a href="/dinh-chinh/">' in client.get("/").content.decode()


def test_what_nobody_corrected_is_not_there(client):
    bulk_publish(3)
    publish(at=timezone.now() + timedelta(days=1))
    assert client.get("/dinh-chinh/").context["entries"] == []
