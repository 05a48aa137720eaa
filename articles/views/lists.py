"""What every list of bulletins shares."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from articles.models.edition import EditionQuerySet
from articles.views import paging
from articles.views.paging import Walk


def render_list(
    request: HttpRequest, template_name: str, editions: EditionQuerySet, **context
) -> HttpResponse:
    """The asked-for page of the editions as `page`; the first one if there is none."""
    walk = Walk([editions.for_cards()])
    return render_walk(request, template_name, walk, **context)


def render_walk(
    request: HttpRequest, template_name: str, walk: Walk, **context
) -> HttpResponse:
    """The same for lists that are read along more than one index, or another's."""
    try:
        page = paging.page(walk, request.GET)
    except paging.NoSuchPage:
        return HttpResponseRedirect(_first_page(request))
    return render(request, template_name, {"page": page, **context})


def _first_page(request: HttpRequest) -> str:
    query = request.GET.copy()
    for name in (paging.OLDER, paging.NEWER):
        query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path
