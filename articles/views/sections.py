from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Category, Edition
from articles.views.lists import render_list


@require_safe
def categories(request):
    """Every section of the site, in the editors' order."""
    return render(
        request, "articles/categories.html", {"categories": Category.objects.all()}
    )


@require_safe
def category(request, slug):
    """The bulletins of one section, newest first."""
    category = get_object_or_404(Category, slug=slug)
    editions = Edition.objects.live().filter(category=category)
    return render_list(request, "articles/category.html", editions, category=category)
