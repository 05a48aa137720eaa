"""The library of photos: a grid to search and narrow, and the tags."""

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin import photo_chooser, photo_filters, photo_pages
from articles.admin.chosen_rows import ForgetsWhatNamesNoRow
from articles.admin.photo_bulk import DescribesMany
from articles.admin.photo_cards import cards
from articles.admin.photo_uploads import photo_upload_urls
from articles.editorial import permissions, photo_describing, photo_library
from articles.forms.library import PhotoFilesForm
from articles.models import Photo, PhotoTag
from articles.text import vietnamese

FILTERS = [
    photo_filters.UseFilter,
    photo_filters.LackFilter,
    photo_filters.PeopleFilter,
    photo_filters.TagFilter,
    photo_filters.WhoseFilter,
    photo_filters.PeriodFilter,
    photo_filters.ReplacedFilter,
]
OWN_PARAMETERS = {
    "use", "lacks", "people", "tag", "whose", "by", "since", "until", "replaced",
}  # fmt: skip


class PhotoGrid(ChangeList):
    """One page of the library; `cards` are its photos as the grid shows them."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(photo_library.with_use(self.result_list))
        self.cards = cards(self.result_list)


@admin.register(Photo)
class PhotoAdmin(DescribesMany, ForgetsWhatNamesNoRow):
    """Photos come by upload and go by pages of their own: no form of Django's does it."""

    list_display = ["__str__"]
    list_filter = FILTERS
    search_fields = ["search_key"]
    search_help_text = gettext_lazy(
        "Words of caption, credit, place, tags or photographer, with marks or without"
    )
    sortable_by = []
    list_per_page = 48
    list_max_show_all = 0
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    class Media:
        css = {"all": ["articles/admin/library.css"]}
        js = [
            "articles/admin/library_grid.js",
            "articles/admin/photo_tags.js",
            "articles/admin/upload_transfer.js",
            "articles/admin/upload_queue.js",
            "articles/admin/library_upload.js",
        ]

    # --- who may -------------------------------------------------------------

    def get_queryset(self, request):
        return permissions.visible_photos(request.user)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return super().has_view_permission(request)
        return self.get_queryset(request).filter(pk=obj.pk).exists()

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return permissions.can_describe_photo(request.user, obj)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False  # the page that deletes asks whether the photo is used

    # --- the grid ------------------------------------------------------------

    def get_changelist(self, request, **kwargs):
        return PhotoGrid

    def lookup_allowed(self, lookup, value, request):
        return lookup in OWN_PARAMETERS  # nothing else narrows by address

    def get_search_results(self, request, queryset, search_term):
        return photo_library.find(queryset, search_term), False

    def changelist_view(self, request, extra_context=None):
        own = {
            "title": _("Photo library"),
            "upload_form": PhotoFilesForm()
            if permissions.can_add_photo(request.user)
            else None,
        }
        return super().changelist_view(request, own | (extra_context or {}))

    def get_urls(self):
        def page(route, view):
            wrapped = self.admin_site.admin_view(view.as_view(model_admin=self))
            return path(route, wrapped, name=f"articles_photo_{view.name}")

        return [
            *photo_upload_urls(self.admin_site),
            page("choose/", photo_chooser.ChoosePage),
            page("send/", photo_pages.SendPage),
            page("<int:photo_id>/change/", photo_pages.DescribePage),
            page("<int:photo_id>/replace/", photo_pages.ReplacePage),
            page("<int:photo_id>/delete/", photo_pages.DeletePage),
            *super().get_urls(),
        ]


class TagForm(forms.ModelForm):
    class Meta:
        model = PhotoTag
        fields = ["name"]

    def clean_name(self):
        """The same word in another case is the same tag."""
        name = vietnamese.one_line(self.cleaned_data["name"])
        same = photo_describing.same_tag(name)
        if same and same != self.instance:
            raise forms.ValidationError(_("There is a tag of this name already."))
        return name


@admin.register(PhotoTag)
class PhotoTagAdmin(admin.ModelAdmin):
    """Tags are made by describing photos; here they are only put right."""

    form = TagForm
    list_display = ["name", "number_of_photos"]
    search_fields = ["name"]
    sortable_by = []

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(photo_count=Count("photos"))

    def get_search_results(self, request, queryset, search_term):
        for word in vietnamese.fold(search_term).split()[: photo_library.MAX_WORDS]:
            queryset = queryset.filter(search_key__contains=word)
        return queryset, False

    def lookup_allowed(self, lookup, value, request):
        return False  # the list has no filters

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("Photos"))
    def number_of_photos(self, tag):
        return tag.photo_count
