"""What every list of bulletins shares, and the list of all."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.models.edition import EditionQuerySet
from articles.views import paging


def render_list(
    request: HttpRequest, template_name: str, editions: EditionQuerySet, **context
) -> HttpResponse:
    """The asked-for page of the editions as `page`; the first one if there is none."""
    try:
        page = paging.page(editions.for_cards(), request.GET)
    except paging.NoSuchPage:
        return HttpResponseRedirect(_first_page(request))
    return render(request, template_name, {"page": page, **context})


def _first_page(request: HttpRequest) -> str:
    query = request.GET.copy()
    for name in (paging.OLDER, paging.NEWER):
        query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


@require_safe
def archive(request):
    """All bulletins, newest first."""
    return render_list(request, "articles/archive.html", Edition.objects.live())
