"""What happened to a bulletin, from the first version on."""

from django.utils.translation import gettext as _

from articles.admin.pages import ArticlePage
from articles.editorial import approval, audit


class HistoryPage(ArticlePage):
    """Every event in a sentence, newest first; stands in for Django's own history."""

    def get(self, request, **kwargs):
        return self.page(
            "admin/articles/article/history.html",
            title=_("History"),
            events=audit.history(self.article),
            urgent_here=approval.urgent_count(self.article),
            urgent_everywhere=approval.urgent_count(),
        )
