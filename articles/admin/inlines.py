"""Bylines and photos on the change page of a bulletin."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.vanished import BylineFormSet, PlaceFormSet
from articles.forms.photo_places import PhotoPlaceForm, thumbnail_url
from articles.models import Byline, PhotoPlace


class FollowsTheArticle:
    """Rights to a part of an article are the rights to the article itself."""

    def has_view_permission(self, request, obj=None):
        return self._article_admin().has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return self._article_admin().has_add_permission(request)
        return self._article_admin().has_change_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def _article_admin(self):
        return self.admin_site.get_model_admin(self.parent_model)


class BylineInline(FollowsTheArticle, admin.TabularInline):
    model = Byline
    formset = BylineFormSet
    fields = ["author", "role", "order"]
    autocomplete_fields = ["author"]
    extra = 1


class PhotoPlaceInline(FollowsTheArticle, admin.StackedInline):
    model = PhotoPlace
    form = PhotoPlaceForm
    formset = PlaceFormSet
    template = "admin/articles/article/photo_places.html"
    fields = [
        ("photo", "number"), ("upload", "order"),
        "caption", ("alt_text", "is_decorative"), "credit",
    ]  # fmt: skip
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("photo__author")

    def get_fields(self, request, obj=None):
        """Without the file for those who only read: there is nothing to choose."""
        if self.has_change_permission(request, obj):
            return self.fields
        return ["preview", "shown_caption", "shown_alt_text", "shown_credit"]

    def get_readonly_fields(self, request, obj=None):
        if self.has_change_permission(request, obj):
            return []
        return self.get_fields(request, obj)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.user = request.user
        formset.sent = request.session.get("photos_sent", [])
        return formset

    @admin.display(description=_("Photo"))
    def preview(self, place):
        return format_html(
            '<img class="photo-thumbnail" src="{}" alt="{}">',
            thumbnail_url(place.photo),
            place.said("alt_text"),
        )

    @admin.display(description=_("Caption"))
    def shown_caption(self, place):
        return place.said("caption")

    @admin.display(description=_("Alternative text"))
    def shown_alt_text(self, place):
        return place.said("alt_text")

    @admin.display(description=_("Credit"))
    def shown_credit(self, place):
        return place.said("credit")
