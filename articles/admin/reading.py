"""The change page for those who may read a bulletin and not change it."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.admin import editor
from articles.forms.photo_places import pictures


class ShowsText(admin.ModelAdmin):
    """Shows the body as text with its pictures, where the form would show its source."""

    readonly_fields = ["text_to_read"]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (
                title,
                options
                | {
                    "fields": [
                        "text_to_read" if name == "body" else name
                        for name in options["fields"]
                    ]
                },
            )
            for title, options in fieldsets
        ]

    @admin.display(description=_("Body"))
    def text_to_read(self, article):
        widget = editor.RichTextWidget()
        widget.pictures = pictures(article)
        # Sanitised on the way in, and once more by the widget.
        text = mark_safe(widget.format_value(article.body))  # noqa: S308
        return format_html('<div class="text-to-read">{}</div>', text)
