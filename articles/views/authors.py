from django.db.models import Exists, F, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Author, Edition
from articles.models.edition import CARD
from articles.views.lists import render_walk
from articles.views.paging import Walk


@require_safe
def authors(request):
    """Everybody under whose name something can be read, in Vietnamese order."""
    named = Edition.objects.live().filter(named_authors__author=OuterRef("pk"))
    found = Author.objects.filter(Exists(named)).only("name", "slug")
    return render(request, "articles/authors.html", {"authors": found})


@require_safe
def author(request, slug):
    """What somebody wrote, photographed or filmed; also under a name of former days.

    Whoever was never published has no page, though a bulletin may wait for its time.
    """
    author = get_object_or_404(Author.objects.only("name", "slug"), slug=slug)
    if author.get_absolute_url() is None:
        raise Http404
    # In the order of the links, which one index walks; it is that of the editions.
    editions = (
        Edition.objects.live()
        .filter(named_authors__author=author)
        .annotate(
            named_at=F("named_authors__dateline_at"),
            named_as=F("named_authors__article"),
        )
        .only(*CARD, "bylines")
    )
    walk = Walk([editions], moment="named_at", key="named_as")
    return render_walk(request, "articles/author.html", walk, author=author)
