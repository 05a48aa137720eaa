"""The library as a list to choose from, for the dialog of a bulletin's page."""

from django.shortcuts import render
from django.views import View

from articles.admin.photo_cards import cards
from articles.editorial import photo_library

PAGE = 24


class ChoosePage(View):
    """A part of a page: photos newest first, `?q=` words, `?page=` from 1 on."""

    model_admin = None
    name = "choose"
    http_method_names = ["get", "head"]

    def get(self, request):
        words = request.GET.get("q", "")
        number = request.GET.get("page", "")
        page = max(1, int(number)) if number.isdecimal() and len(number) < 6 else 1
        photos = photo_library.find(photo_library.to_choose_from(request.user), words)
        # One more than a page has tells whether there is a next one, without counting.
        start = (page - 1) * PAGE
        found = list(photos.select_related("author")[start : start + PAGE + 1])
        context = {
            "cards": cards(found[:PAGE]),
            "newer": page - 1,
            "older": page + 1 if len(found) > PAGE else 0,
            "words": words,
        }
        return render(request, "admin/articles/photo/choose.html", context)
