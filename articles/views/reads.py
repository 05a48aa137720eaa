"""What is read most, and the pages' own word that they were read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles import reading_counts
from articles.views.paging import Page

LENGTH = 20
OWN_PAGE = "same-origin"


@require_safe
def most_read(request):
    """The bulletins that were read most in the last days."""
    page = Page(reading_counts.most_read(LENGTH))
    return render(request, "articles/most_read.html", {"page": page})


@csrf_exempt
@require_POST
def count(request, slug, article_id):
    """Counted, or quietly not: the page that says so waits for no answer.

    Without a token: pages are the same for everybody, and nobody's account is at stake.
    Browsers say whether a page of another site asks; that is not counted.
    """
    if request.headers.get("Sec-Fetch-Site", OWN_PAGE) == OWN_PAGE:
        reading_counts.count(int(article_id))
    return HttpResponse(status=204)
