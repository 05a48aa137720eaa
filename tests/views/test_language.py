import pytest
from django.conf import settings
from django.test import Client

COOKIE = settings.LANGUAGE_COOKIE_NAME


def choose(client, language, page="/tim-kiem/?q=xuan"):
    return client.post("/ngon-ngu/", {"language": language, "next": page})


def test_the_choice_is_kept_in_a_cookie_and_leads_back():
    client = Client(enforce_csrf_checks=True)

    response = choose(client, "en")

    assert response.status_code == 302
    assert response["Location"] == "/tim-kiem/?q=xuan"
    assert client.cookies[COOKIE].value == "en"
    assert client.cookies[COOKIE]["httponly"]
    assert list(client.cookies) == [COOKIE]


@pytest.mark.django_db
def test_a_language_the_site_does_not_speak_is_ignored(client):
    choose(client, "de")
    assert '<html lang="vi">' in client.get("/").content.decode()


def test_nobody_is_led_to_another_site(client):
    response = choose(client, "en", page="https://example.org/")
    assert response["Location"] == "/"


def test_reading_does_not_choose(client):
    assert client.get("/ngon-ngu/?language=en").status_code == 405


@pytest.mark.django_db
def test_the_page_speaks_the_language_and_marks_the_content(client):
    assert '<html lang="vi">' in client.get("/").content.decode()

    choose(client, "en")
    page = client.get("/").content.decode()

    assert '<html lang="en">' in page
    assert 'value="en" lang="en" aria-current="true"' in page
