from django.views.decorators.http import require_safe

from articles.search.query import find
from articles.text.vietnamese import one_line
from articles.views.lists import render_list

MAX_LENGTH = 200  # characters of the question; what follows is cut


@require_safe
def search(request):
    """The bulletins that hold every word of `?q=`, newest first."""
    question = one_line(request.GET.get("q", "")[:MAX_LENGTH])
    context = {"question": question, "max_length": MAX_LENGTH}
    return render_list(request, "articles/search.html", find(question), **context)
