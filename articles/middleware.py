from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers


class ChosenLanguageMiddleware:
    """The language is Vietnamese unless the reader chose another one on this site.

    What the browser asks for (Accept-Language) says nothing: most phones here are set
    to English by the shop.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with translation.override(chosen_language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            # Pictures and feeds are the same in every language: caches may share them.
            if is_html(response):
                response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
                patch_vary_headers(response, ["Cookie"])
        return response


class TextGZipMiddleware(GZipMiddleware):
    """Compress text alone: files are compressed already, and would lose their length."""

    def process_response(self, request, response):
        is_picture = response.get("Content-Type", "").startswith("image/")
        if is_picture or "Accept-Ranges" in response:
            return response
        return super().process_response(request, response)


def chosen_language(request) -> str:
    """The language of the reader's cookie if the site speaks it, else the site's own."""
    code = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def is_html(response) -> bool:
    return response.get("Content-Type", "").startswith("text/html")
