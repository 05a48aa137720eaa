"""Bylines and photos on the change page of a bulletin."""

from django.contrib import admin
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.vanished import BylineFormSet, PlaceFormSet
from articles.forms import PhotoPlaceForm
from articles.models import Byline, PhotoPlace
from articles.photos import markup

THUMBNAIL_WIDTH = 480


def thumbnail_url(place: PhotoPlace) -> str:
    """A small rendition of the place's photo, or the picture of a gap."""
    if place.photo is None:
        return static("articles/admin/missing.svg")
    photo = {"digest": place.photo.digest, "width": place.photo.width}
    return markup.url(photo, THUMBNAIL_WIDTH, "jpg")


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
    fields = ["preview", ("upload", "order"), "caption", "alt_text", "credit"]
    readonly_fields = ["preview"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("photo")

    def get_fields(self, request, obj=None):
        """Without the file for those who only read: there is nothing to choose."""
        if self.has_change_permission(request, obj):
            return self.fields
        return ["preview", "caption", "alt_text", "credit"]

    @admin.display(description=_("Photo"))
    def preview(self, place):
        if place.number is None:
            return _("Choose the file and save; then it can be put into the text.")
        gap = "" if place.photo_id else format_html(
            '<strong class="photo-gap">{}</strong> ',
            _("Photo missing: %(name)s") % {"name": place.file_name},
        )  # fmt: skip
        return format_html(
            '{}<img class="photo-thumbnail" src="{}" alt="{}" data-place="{}"> '
            '<button type="button" class="button photo-insert" hidden>{}</button>',
            gap, thumbnail_url(place), place.alt_text, place.number,
            _("Put into the text"),
        )  # fmt: skip
