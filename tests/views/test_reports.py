"""The form in which readers say what is wrong, and that nothing of it is ever public."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import publishing
from articles.models import ReaderReport
from tests.editorial.test_reader_reports import WORDS, stamp
from tests.factories import make_article, make_category, publish

pytestmark = pytest.mark.django_db

LONGEST = 2000


@pytest.fixture
def edition():
    return publish(title="Ngày hội Đại đoàn kết")


def address(edition):
    return f"{edition.get_absolute_url()}bao-loi/"


def post(client, edition, **fields):
    form = {"text": WORDS, "contact": "", "website": "", "stamped": stamp(edition)}
    return client.post(address(edition), form | fields, follow=True)


def text_of(response) -> str:
    return response.content.decode()


def is_thanks(response) -> bool:
    return response.redirect_chain and response.request["PATH_INFO"].endswith("cam-on/")


def test_the_form_names_the_bulletin_and_is_kept_by_no_cache(client, edition):
    response = client.get(address(edition))

    assert response.status_code == 200
    assert "Ngày hội Đại đoàn kết" in text_of(response)
    assert "no-store" in response["Cache-Control"]
    assert 'content="noindex, nofollow"' in text_of(response)


def test_what_was_shown_can_be_sent(edition):
    """Through the real token and the real stamp; only the clock is helped along."""
    client = Client(enforce_csrf_checks=True)
    form = client.get(address(edition)).context["form"]
    token = client.cookies["csrftoken"].value
    fields = {"csrfmiddlewaretoken": token, "stamped": form.initial["stamped"]}

    quick = post(client, edition, **fields)
    later = post(client, edition, **fields | {"stamped": stamp(edition)})

    assert WORDS in text_of(quick)
    assert is_thanks(later)
    assert ReaderReport.objects.get().text == WORDS


def test_the_bulletin_leads_to_the_form(client, edition):
    page = text_of(client.get(edition.get_absolute_url()))
    assert f'<a href="{address(edition)}" rel="nofollow">' in page


def test_another_slug_leads_to_the_right_form_and_takes_what_is_sent(client, edition):
    wrong = f"/tin/ten-cu-{edition.article_id}/bao-loi/"
    moved = client.get(wrong)
    assert (moved.status_code, moved["Location"]) == (301, address(edition))
    client.post(wrong, {"text": WORDS, "stamped": stamp(edition)})
    assert ReaderReport.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"text": ""},
        {"text": "  \n "},
        {"text": "https://example.com"},
        {"text": WORDS * 100},
        {"contact": "0" * 201},
        {"website": "https://example.com"},
        {"stamped": ""},
        {"contact": "0912\x00"},
    ],
)
def test_whatever_is_refused_is_shown_again_and_not_kept(client, edition, fields):
    typed = {"text": WORDS, "contact": "0912 345 678"} | fields
    response = post(client, edition, **typed)

    assert response.status_code == 200
    assert gettext("The report was not sent.") in text_of(response)
    assert typed["text"].strip() in text_of(response)
    assert typed["contact"].strip("\x00") in text_of(response)
    assert not ReaderReport.objects.exists()


@pytest.mark.parametrize("age", [0, 13 * 60 * 60])
def test_too_quick_and_too_old_lose_nothing_and_the_second_time_works(
    client, edition, age
):
    response = post(client, edition, stamped=stamp(edition, seconds_ago=age))

    form = response.context["form"]
    assert form["text"].value() == WORDS
    assert form.non_field_errors()
    again = form["stamped"].value()
    assert (again == stamp(edition, seconds_ago=age)) == (age == 0)
    assert not ReaderReport.objects.exists()


def test_without_the_token_nothing_is_kept_and_nothing_lost(edition):
    client = Client(enforce_csrf_checks=True)
    response = post(client, edition)

    assert response.status_code == 200
    assert response.context["form"]["text"].value() == WORDS
    assert not ReaderReport.objects.exists()
    token = client.cookies["csrftoken"].value
    assert is_thanks(post(client, edition, csrfmiddlewaretoken=token))


def test_the_sixth_in_an_hour_is_shown_again(client, edition):
    for number in range(5):
        assert is_thanks(post(client, edition, text=f"{WORDS} {number}"))
    response = post(client, edition, text=f"{WORDS} 6")
    assert response.status_code == 429
    assert f"{WORDS} 6" in text_of(response)
    assert ReaderReport.objects.count() == 5


def test_line_ends_count_once_as_the_page_counts_them(client, edition):
    lines = "Dòng sai\r\n" * 200
    text = (lines + "a" * LONGEST)[: LONGEST + 200]
    assert is_thanks(post(client, edition, text=text))
    assert len(ReaderReport.objects.get().text) == LONGEST


def test_what_is_not_public_has_no_form(client):
    draft = make_article()
    waiting = publish(at=timezone.now() + timedelta(hours=1))
    for path in (f"/tin/x-{draft.pk}/", waiting.get_absolute_url(), "/tin/x-98765/"):
        for part in ("bao-loi/", "bao-loi/cam-on/"):
            assert client.get(path + part).status_code == 404
        assert client.post(f"{path}bao-loi/", {"text": WORDS}).status_code == 404
    assert not ReaderReport.objects.exists()


def test_a_withdrawn_bulletin_says_why_and_takes_no_report(client):
    edition = publish(title="Tin sai")
    stamped = stamp(edition)
    publishing.withdraw(edition.article, actor=None, reason="Số liệu sai.")
    answers = [
        client.get(address(edition)),
        client.get(f"{address(edition)}cam-on/"),
        client.post(address(edition), {"text": WORDS, "stamped": stamped}),
    ]
    assert [answer.status_code for answer in answers] == [410] * 3
    assert all("Số liệu sai." in text_of(answer) for answer in answers)
    assert not any("Tin sai" in text_of(answer) for answer in answers)
    assert not ReaderReport.objects.exists()


def test_nothing_of_a_report_is_public(client):
    category = make_category(slug="van-hoa")
    edition = publish(title="Ngày hội", category=category)
    secret = "Cán bộ thôn Bến Đò nhận nhầm tiền"
    post(client, edition, text=secret, contact="0987 654 321")
    assert ReaderReport.objects.get().text == secret

    unit = edition.unit.get_absolute_url()
    pages = [edition.get_absolute_url(), address(edition), f"{address(edition)}cam-on/"]
    pages += ["/", "/luu-tru/", "/chuyen-muc/van-hoa/", unit, "/dinh-chinh/"]
    pages += ["/rss.xml", "/tim-kiem/?q=nh%E1%BA%ADn+nh%E1%BA%A7m"]
    for path in pages:
        page = text_of(client.get(path)).replace("value=", "")
        assert secret not in page, path
        assert "0987 654 321" not in page, path


def test_no_other_ways_to_the_form(client, edition):
    assert client.put(address(edition)).status_code == 405
    assert client.post(f"{address(edition)}cam-on/").status_code == 405


def test_the_form_and_the_thanks_cost_one_query(
    client, edition, django_assert_num_queries
):
    for path in (address(edition), f"{address(edition)}cam-on/"):
        with django_assert_num_queries(1):
            client.get(path)
