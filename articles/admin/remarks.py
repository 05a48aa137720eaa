"""Remarks on the change page, and the page of their own that works without scripts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.pages import ArticlePage
from articles.editorial import remarks
from articles.editorial.refusal import Refused
from articles.models import Remark

PANEL = "admin/articles/article/remarks.html"
CHANGES = {"resolve": remarks.resolve, "reopen": remarks.reopen}


class RemarksView(ArticlePage):
    """Reading the remarks on an article, and adding one."""

    def get(self, request, **kwargs):
        return self.show()

    def post(self, request, **kwargs):
        text = request.POST.get("text", "")
        try:
            remarks.add(
                self.article, actor=request.user, text=text, address=self.address()
            )
        except Refused as refusal:
            return self.show(remark_typed=text, remark_refusal=str(refusal))
        return self.answer()

    def address(self) -> str:
        """Where the remarks stand, for people elsewhere."""
        page = reverse("admin:articles_article_change", args=[self.article.pk])
        return self.request.build_absolute_uri(f"{page}#remarks")

    def answer(self):
        """The panel anew for the page's script, else back to the page."""
        return (
            self.show()
            if self.is_for_script()
            else HttpResponseRedirect(self.address())
        )

    def is_for_script(self) -> bool:
        return self.request.headers.get("X-Requested-With") == "fetch"

    def show(self, **context):
        if self.is_for_script():
            context = {"article": self.article, **context}
            return TemplateResponse(self.request, PANEL, context)
        return self.page(
            "admin/articles/article/remarks_page.html",
            title=Remark._meta.verbose_name_plural.capitalize(),
            **context,
        )


class RemarkView(RemarksView):
    """Settling one remark, or opening it again."""

    http_method_names = ["post"]

    def post(self, request, remark_id, change, **kwargs):
        if change not in CHANGES:
            raise Http404
        remark = get_object_or_404(self.article.remarks, pk=remark_id)
        try:
            CHANGES[change](remark, actor=request.user)
        except PermissionDenied as refusal:
            return self.back(messages.ERROR, str(refusal))
        return self.answer()
