"""The preview: the readers' own page of what is saved, beside the form or by itself."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles.admin.pages import ArticlePage
from articles.editorial import preview_links, previewing

OPEN = "preview"  # the change page's parameter that opens the panel


class PreviewPage(ArticlePage):
    """The saved text as readers would get it now, for those who may see the article.

    The one page of the admin that may stand in a frame: in the change page's.
    """

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_replace({"frame-ancestors": [SELF]}))
    def get(self, request, **kwargs):
        edition = previewing.preview(self.article)
        # Links out of the frame would be refused by the pages that they lead to.
        context = {"edition": edition, "opens_elsewhere": True}
        response = render(request, "articles/preview.html", context)
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response


def after_saving(request, article):
    """Show the change page with the preview open; None if another button was pressed."""
    if "_preview" not in request.POST:
        return None
    messages.success(request, _("Saved. The preview shows the text as it is now."))
    address = reverse("admin:articles_article_change", args=[article.pk])
    return HttpResponseRedirect(f"{address}?{OPEN}=1#preview")


def panel(request, article) -> dict:
    """What the change page needs for the preview and the links that show it."""
    return {
        "preview_is_open": OPEN in request.GET,
        "preview_links": preview_links.listed(article, request.user),
        "may_share_preview": preview_links.may_create(request.user, article),
    }
