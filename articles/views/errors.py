"""Pages for what went wrong, in the look of the site."""

import sys

from django.http import HttpResponse
from django.shortcuts import render

from articles.views import outage, static_pages, suggestions

RETRY_AFTER = "120"  # seconds


def not_found(request, exception):
    """Say so, and offer the bulletins that the address seems to mean."""
    context = {"suggestions": suggestions.for_path(request.path)}
    return render(request, "404.html", context, status=404)


def server_error(request):
    """A page that needs nothing of what may be broken.

    503 while the database cannot be reached. That is decided here and not in a
    middleware, because Django turns an error of any layer into a response before the
    next layer out can see it.
    """
    if outage.is_behind(sys.exception()):
        headers = {"Retry-After": RETRY_AFTER}
        return HttpResponse(static_pages.page(503), status=503, headers=headers)
    return HttpResponse(static_pages.page(500), status=500)
