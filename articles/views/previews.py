"""Drafts shown to one person by a signed link; never listed, indexed or kept."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.editorial import preview_links

UNKEPT = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",  # the address itself is the key
}


@require_safe
def preview(request, token):
    """The draft as readers would see it; one answer for every link that opens nothing.

    Asking for the headers alone, as some mail and chat programs do, is not reading.
    """
    edition = preview_links.open_by(token, counts=request.method == "GET")
    if edition is None:
        response = render(request, "articles/preview_closed.html", status=404)
    else:
        context = {"edition": edition, "is_private": True}
        response = render(request, "articles/preview.html", context)
    for name, value in UNKEPT.items():
        response[name] = value
    return response
