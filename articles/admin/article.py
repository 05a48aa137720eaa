"""The change list and change page of bulletins."""

from functools import partial

from django import forms
from django.contrib import admin
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.admin import attachments, conflicts, editor, preview, steps, uploads
from articles.admin.article_urls import article_urls
from articles.admin.attachment_inline import AttachmentPlaceInline
from articles.admin.bulk import BulkActions
from articles.admin.inlines import BylineInline, PhotoPlaceInline
from articles.admin.kept_text import OffersKeptText
from articles.admin.listing import ArticleList
from articles.admin.reading import ShowsText
from articles.editorial import audit, editing, permissions, versions
from articles.editorial.publicity import available_steps, publicity
from articles.forms.attachments import AttachmentPlaceFormSet
from articles.forms.photo_places import MOST_PLACES, PhotoPlaceFormSet, pictures
from articles.models import Article

HISTORY_LENGTH = 20


class ArticleForm(forms.ModelForm):
    body = editor.RichTextFormField(label=_("Body"), required=False)
    note = forms.CharField(
        label=_("Note for this save"),
        required=False,
        max_length=500,
        help_text=_(
            "Why you changed it, for colleagues; it stands beside the version."
        ),
    )
    # Any number of a place; the list offers those that are saved, scripts add the rest.
    cover_number = forms.IntegerField(
        label=_("Cover photo"),
        required=False,
        min_value=1,
        max_value=MOST_PLACES,
        widget=forms.Select(choices=[("", _("The first photo"))]),
        help_text=_("It stands for the bulletin on lists and where links are shared."),
    )
    # The version that the form was opened with; shown again as it was posted.
    based_on = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = [
            "title", "lead", "body", "unit", "category", "genre",
            "dateline_date", "dateline_time", "cover_number", "source", "source_url",
        ]  # fmt: skip
        widgets = {
            "title": forms.TextInput(attrs={"class": "vTextField title-field"}),
            "lead": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["based_on"] = getattr(self.instance, "version", None)
        if self.instance.pk and "body" in self.fields:
            self.fields["body"].widget.pictures = pictures(self.instance)
        if "cover_number" in self.fields:
            self._offer_covers()

    def _offer_covers(self):
        """The places that there are, and the number that was chosen on this page."""
        numbers = set()
        if self.instance.pk:
            places = self.instance.photo_places.exclude(photo=None)
            numbers = set(places.values_list("number", flat=True))
        chosen = str(self["cover_number"].value() or "")
        if chosen.isdecimal() and len(chosen) <= len(str(MOST_PLACES)):
            numbers.add(int(chosen))
        self.fields["cover_number"].widget.choices += [
            (number, _("Photo %(number)s") % {"number": number})
            for number in sorted(numbers)
        ]

    @cached_property
    def changed_data(self):
        """What the bulletin would say differently; the note and the number are no text."""
        return [name for name in super().changed_data if name in self._meta.fields]


@admin.register(Article)
@method_decorator(editor.editor_csp, name="changeform_view")
class ArticleAdmin(OffersKeptText, ShowsText, BulkActions, ArticleList):
    form = ArticleForm
    inlines = [PhotoPlaceInline, AttachmentPlaceInline, BylineInline]
    fieldsets = [
        (None, {"fields": ["title", "lead", "body"]}),
        (
            _("Publisher and date"),
            {
                "fields": [
                    ("unit", "category", "genre"),
                    ("dateline_date", "dateline_time"),
                    "cover_number",
                    ("source", "source_url"),
                ]
            },
        ),
    ]

    class Media:
        css = {
            "all": [
                f"articles/admin/{name}.css"
                for name in (
                    "desk", "editor", "library", "photos", "my_desk", "preview", "record", "versions",
                )
            ]
        }  # fmt: skip
        js = [
            f"articles/admin/{name}.js"
            for name in (
                "upload_transfer", "upload_queue", "photo_rows",
                "photo_order", "photo_cover", "photo_batch", "photo_picker", "drop_zone",
                "preview", "remarks",
            )
        ]  # fmt: skip

    # --- who may -------------------------------------------------------------

    def get_queryset(self, request):
        return versions.numbered(permissions.visible_articles(request.user))

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

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "unit":
            kwargs["queryset"] = permissions.writable_units(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    # --- saving --------------------------------------------------------------

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Receive photos first: the form itself is saved in one transaction."""
        show = partial(
            super().changeform_view, request, object_id, form_url, extra_context
        )
        if request.method != "POST" or not permissions.can_add(request.user):
            return show()
        uploads.receive(request)
        with attachments.received(request):
            try:
                return show()
            except conflicts.Behind as behind:
                return conflicts.answer(self, request, behind)

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
            try:
                editing.save_edit(
                    article,
                    actor=request.user,
                    changed=changed,
                    based_on=form.cleaned_data["based_on"],
                    note=form.cleaned_data["note"],
                    save_parts=save_parts,
                )
            except editing.Conflict as conflict:
                raise conflicts.Behind(form, formsets) from conflict
        else:
            save_parts()  # nothing to save, but the formsets have to be told

    def save_formset(self, request, form, formset, change):
        if isinstance(formset, PhotoPlaceFormSet):
            formset.keep_photos(actor=request.user)
        elif isinstance(formset, AttachmentPlaceFormSet):
            formset.keep_attachments(actor=request.user)
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
            events = list(audit.history(obj)[:HISTORY_LENGTH])
            context |= {
                "publicity": shown,
                "steps": available_steps(obj, request.user, shown),
                "events": events,
                "returned": audit.standing_return(obj, events),
                **preview.panel(request, obj),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
