"""The button that begins a new bulletin with an old one's text."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.pages import ArticlePage
from articles.editorial import duplicating


class DuplicateView(ArticlePage):
    def post(self, request, **kwargs):
        try:
            copy = duplicating.duplicate(self.article, actor=request.user)
        except PermissionDenied as refusal:
            return self.back(messages.ERROR, str(refusal))
        said = _(
            "This is your copy, a draft without a date. Give it a title of its own."
        )
        messages.success(request, said)
        return HttpResponseRedirect(
            reverse("admin:articles_article_change", args=[copy.pk])
        )
