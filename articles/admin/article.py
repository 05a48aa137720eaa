"""The change list and change page of bulletins."""

from django import forms
from django.contrib import admin
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from articles.admin import editor, preview, steps, uploads
from articles.admin.article_urls import article_urls
from articles.admin.bulk import BulkActions
from articles.admin.inlines import BylineInline, PhotoPlaceInline, thumbnail_url
from articles.admin.listing import ArticleList
from articles.editorial import audit, editing, permissions
from articles.editorial.publicity import available_steps, publicity
from articles.forms import PhotoPlaceFormSet
from articles.models import Article

HISTORY_LENGTH = 20


class ArticleForm(forms.ModelForm):
    body = editor.RichTextFormField(label=_("Body"), required=False)

    class Meta:
        model = Article
        fields = [
            "title", "lead", "body", "unit", "category", "genre",
            "dateline_date", "dateline_time",
        ]  # fmt: skip
        widgets = {
            "title": forms.TextInput(attrs={"class": "vTextField title-field"}),
            "lead": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "body" in self.fields:
            places = self.instance.photo_places.select_related("photo")
            self.fields["body"].widget.pictures = {
                place.number: thumbnail_url(place) for place in places
            }


@admin.register(Article)
@method_decorator(editor.editor_csp, name="changeform_view")
class ArticleAdmin(BulkActions, ArticleList):
    form = ArticleForm
    inlines = [PhotoPlaceInline, BylineInline]
    fieldsets = [
        (None, {"fields": ["title", "lead", "body"]}),
        (
            _("Publisher and date"),
            {
                "fields": [
                    ("unit", "category", "genre"),
                    ("dateline_date", "dateline_time"),
                ]
            },
        ),
    ]

    class Media:
        css = {
            "all": [
                "articles/admin/desk.css",
                "articles/admin/my_desk.css",
                "articles/admin/preview.css",
                "articles/admin/record.css",
            ]
        }
        js = [
            "articles/admin/photo_places.js",
            "articles/admin/preview.js",
            "articles/admin/remarks.js",
        ]

    # --- who may -------------------------------------------------------------

    def get_queryset(self, request):
        return permissions.visible_articles(request.user)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return super().has_view_permission(request)
        return permissions.can_view(request.user, obj)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return permissions.can_edit(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return False  # bulletins are withdrawn, never deleted

    # --- saving --------------------------------------------------------------

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Receive photos first: the form itself is saved in one transaction."""
        if request.method == "POST" and permissions.can_add(request.user):
            uploads.receive(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """Nothing yet: `save_related` keeps text, bylines and photos as one edit."""

    def save_related(self, request, form, formsets, change):
        article = form.instance
        changed = form.changed_data + [
            formset.prefix for formset in formsets if formset.has_changed()
        ]

        def save_parts():
            super(ArticleAdmin, self).save_related(request, form, formsets, change)

        if not change:
            editing.save_new(article, actor=request.user, save_parts=save_parts)
        elif changed:
            editing.save_edit(
                article, actor=request.user, changed=changed, save_parts=save_parts
            )
        else:
            save_parts()  # nothing to save, but the formsets have to be told

    def save_formset(self, request, form, formset, change):
        if isinstance(formset, PhotoPlaceFormSet):
            formset.keep_photos(actor=request.user)
        super().save_formset(request, form, formset, change)

    # --- steps ---------------------------------------------------------------

    def get_urls(self):
        return [*article_urls(self), *super().get_urls()]

    def response_add(self, request, obj, post_url_continue=None):
        return (
            steps.after_saving(request, obj)
            or preview.after_saving(request, obj)
            or super().response_add(request, obj, post_url_continue)
        )

    def response_change(self, request, obj):
        return (
            steps.after_saving(request, obj)
            or preview.after_saving(request, obj)
            or super().response_change(request, obj)
        )

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            shown = publicity(obj)
            context |= {
                "publicity": shown,
                "steps": available_steps(obj, request.user, shown),
                "events": audit.history(obj)[:HISTORY_LENGTH],
                **preview.panel(request, obj),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
