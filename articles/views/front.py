from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Category, Edition
from articles.views import paging

STORIES = 13  # one large, then four rows of three


@require_safe
def front(request):
    """The newest bulletins, the first of them large, and the ways into the rest."""
    page = paging.first(Edition.objects.live().for_cards(), size=STORIES)
    categories = Category.objects.only("name", "slug")
    return render(
        request, "articles/front.html", {"page": page, "categories": categories}
    )
