"""The files that go with a bulletin, on its change page."""

from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin import attachments
from articles.admin.inlines import FollowsTheArticle
from articles.admin.vanished import AttachmentFormSet
from articles.attachments import kinds
from articles.forms.attachments import AttachmentPlaceForm
from articles.models import AttachmentPlace


class AttachmentPlaceInline(FollowsTheArticle, admin.TabularInline):
    model = AttachmentPlace
    form = AttachmentPlaceForm
    formset = AttachmentFormSet
    fields = ["kept", "attachment", "title", "order", "file"]
    readonly_fields = ["kept"]
    template = "admin/articles/article/attachment_places.html"
    extra = 0

    class Media:
        css = {"all": ["articles/admin/attachments.css"]}
        js = [
            "articles/admin/upload_transfer.js",
            "articles/admin/upload_queue.js",
            "articles/admin/attachment_drop.js",
        ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("attachment")

    def get_formset(self, request, obj=None, **kwargs):
        """The formset knows who asks: nobody may choose what they may not see."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.user, formset.sent = request.user, attachments.sent_in(request)
        return formset

    def get_fields(self, request, obj=None):
        """Without the file for those who only read: there is nothing to choose."""
        if self.has_change_permission(request, obj):
            return self.fields
        return ["kept", "title"]

    @admin.display(description=_("Attachment"))
    def kept(self, place):
        """The file's name, which leads to the file, and what it is."""
        if place.attachment_id is None:
            return ""
        kept = place.attachment
        if place.number is None:  # chosen, not saved yet
            return place.file_name
        address = reverse(
            "admin:articles_article_attachment", args=[place.article_id, place.number]
        )
        return format_html(
            '<a href="{}">{}</a> ({}, {})',
            address,
            place.file_name,
            kinds.word(kept.content_type),
            filesizeformat(kept.size),
        )
