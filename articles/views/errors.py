"""Pages for what went wrong, in the look of the site."""

from django.conf import settings
from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader

LAST_RESORT = (
    '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Lỗi 500</title>'
    "<h1>Trang đang gặp sự cố</h1><p>Xin quay lại sau ít phút.</p>"
    '<p lang="en">Something went wrong. Please come back in a few minutes.</p></html>'
)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """Say so in both languages, whatever else is broken.

    Without the request no context processor runs; the page asks for no database. It does
    ask for the style sheet's address, which a broken installation may not know.
    """
    try:
        page = loader.render_to_string("500.html", {"SITE_NAME": settings.SITE_NAME})
    except Exception:
        page = LAST_RESORT
    return HttpResponseServerError(page)
