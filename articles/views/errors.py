"""Pages for what went wrong, in the look of the site."""

from django.conf import settings
from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """Say so in both languages, with nothing that could fail a second time.

    Without the request no context processor runs; the page asks for no database.
    """
    context = {"SITE_NAME": settings.SITE_NAME}
    return HttpResponseServerError(loader.render_to_string("500.html", context))
