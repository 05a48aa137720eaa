"""Giving one person without an account a link to a draft, and taking it back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.pages import ArticlePage
from articles.editorial import preview_links
from articles.editorial.refusal import Refused
from articles.models import PreviewLink


class PreviewLinkForm(forms.Form):
    reader = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=200,
        help_text=gettext_lazy("A name that colleagues will recognise in the list."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    days = forms.IntegerField(
        label=gettext_lazy("Open for how many days"),
        min_value=preview_links.SHORTEST,
        max_value=preview_links.LONGEST,
        initial=preview_links.USUAL,
        widget=forms.NumberInput(attrs={"class": "preview-days"}),
        help_text=gettext_lazy("From 1 to 30; you can take the link back earlier."),
    )


class CreateLinkPage(ArticlePage):
    """The form; and, in the answer to it, the address, shown this once."""

    def get(self, request, **kwargs):
        if not preview_links.may_create(request.user, self.article):
            return self.back(messages.WARNING, _("You may not share this bulletin."))
        return self._ask(PreviewLinkForm())

    def post(self, request, **kwargs):
        form = PreviewLinkForm(request.POST)
        if not form.is_valid():
            return self._ask(form)
        try:
            link, token = preview_links.create(
                self.article, actor=request.user, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._ask(form)
        except PermissionDenied as refusal:
            return self.back(messages.ERROR, str(refusal))
        # Not after a redirect: the address would have to be kept somewhere till then.
        address = request.build_absolute_uri(reverse("articles:preview", args=[token]))
        return self._answer(link=link, address=address)

    def _ask(self, form):
        return self._answer(form=form)

    def _answer(self, **context):
        return self.page(
            "admin/articles/article/preview_link.html",
            title=_("Link to the preview"),
            **context,
        )


class RevokeLinkPage(ArticlePage):
    """A button without a question: a link taken back by mistake is made anew."""

    http_method_names = ["post"]

    def post(self, request, link_id, **kwargs):
        links = PreviewLink.objects.filter(article=self.article)
        link = get_object_or_404(links, pk=link_id)
        try:
            preview_links.revoke(link, actor=request.user)
        except PermissionDenied as refusal:
            return self.back(messages.ERROR, str(refusal))
        said = _("The link for %(reader)s opens nothing any more.")
        return self.back(messages.SUCCESS, said % {"reader": link.reader})
