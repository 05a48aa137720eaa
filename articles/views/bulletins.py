from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.views import neighbours, unit_today

# Kept for rebuilding what the page prints; the page itself prints neither.
UNPRINTED = ["body", "search_text"]


@require_safe
def bulletin(request, slug, article_id):
    """The live edition; any other slug leads to its own, a withdrawn one says why."""
    edition = _live(article_id)
    if edition is None:
        return withdrawn(request, article_id)
    address = edition.get_absolute_url()
    if slug != edition.slug:
        return HttpResponsePermanentRedirect(address)
    context = {
        "edition": edition,
        "address": request.build_absolute_uri(address),
        "unit_today": unit_today.of(edition.unit),
        "neighbours": neighbours.of(edition),
    }
    return render(request, "articles/bulletin.html", context)


def _live(article_id: int) -> Edition | None:
    editions = Edition.objects.live().filter(article_id=article_id)
    return editions.select_related("category", "unit").defer(*UNPRINTED).first()


def withdrawn(request, article_id: int):
    """410 with the public reason, and not a word of what was withdrawn; or 404."""
    editions = Edition.objects.withdrawn().filter(article_id=article_id)
    edition = editions.only("closing_note", "live_until").order_by("-number").first()
    if edition is None:
        raise Http404
    return render(request, "articles/withdrawn.html", {"edition": edition}, status=410)
