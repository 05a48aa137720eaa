"""What every page about one article has in common: who may open it, how it looks."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views import View

from articles.editorial import permissions
from articles.editorial.publicity import publicity


class ArticlePage(View):
    """A page of the admin about one article; `self.article` is one the user may see.

    Subclasses are given their address in `article_urls`, below the article's own:
    `<int:article_id>/…`. Whoever may not see the article gets a 404.
    """

    model_admin = None

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        visible = permissions.visible_articles(request.user)
        article = get_object_or_404(visible, pk=kwargs["article_id"])
        self.article = article

    def page(self, template: str, *, title, media=None, **context) -> TemplateResponse:
        """Show the template with what the admin's frame needs."""
        own_media = self.model_admin.media
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": title,
            "article": self.article,
            "publicity": publicity(self.article),
            "media": own_media + media if media else own_media,
            **context,
        }
        return TemplateResponse(self.request, template, context)

    def back(self, level: int, message: str) -> HttpResponseRedirect:
        """Return to the change page with a sentence; `level` is one of `messages`."""
        messages.add_message(self.request, level, message)
        return HttpResponseRedirect(
            reverse("admin:articles_article_change", args=[self.article.pk])
        )
