import pytest
from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory
from django.utils import translation

from articles.middleware import ChosenLanguageMiddleware, TextGZipMiddleware


def answer(content_type="text/html; charset=utf-8", **extra):
    """The response to a request; its body is the language that was active."""

    def view(request):
        return HttpResponse(translation.get_language(), content_type=content_type)

    return ChosenLanguageMiddleware(view)(RequestFactory().get("/", **extra))


def cookie(value) -> dict:
    return {"HTTP_COOKIE": f"{settings.LANGUAGE_COOKIE_NAME}={value}"}


@pytest.mark.parametrize(
    ("extra", "language"),
    [
        ({}, b"vi"),
        (cookie("en"), b"en"),
        (cookie("vi"), b"vi"),
        (cookie("de"), b"vi"),
        (cookie("../../etc"), b"vi"),
        ({"HTTP_ACCEPT_LANGUAGE": "en"}, b"vi"),
    ],
)
def test_only_the_cookie_chooses_the_language(extra, language):
    response = answer(**extra)

    assert response.content == language
    assert response["Content-Language"].encode() == language
    assert response["Vary"] == "Cookie"


def test_what_has_no_language_may_be_shared():
    response = answer(content_type="image/webp", **cookie("en"))

    assert "Vary" not in response
    assert "Content-Language" not in response


def test_the_choice_ends_with_the_response():
    with translation.override("vi"):
        answer(**cookie("en"))
        assert translation.get_language() == "vi"


@pytest.mark.parametrize(
    ("content_type", "encoding"), [("text/html", "gzip"), ("image/webp", None)]
)
def test_text_is_compressed_and_pictures_are_not(content_type, encoding):
    request = RequestFactory().get("/", HTTP_ACCEPT_ENCODING="gzip")
    middleware = TextGZipMiddleware(
        lambda request: FileResponse([b"a" * 1000], content_type=content_type)
    )

    assert middleware(request).get("Content-Encoding") == encoding
