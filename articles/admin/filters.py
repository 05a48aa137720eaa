"""By what staff narrow the list of bulletins."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.models import Edition, Status


class FoldedFilter:
    """A filter with many choices: it opens by itself only while it narrows the list."""

    template = "admin/articles/article/folded_filter.html"


class MineFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "mine"

    def lookups(self, request, model_admin):
        return [("1", _("My bulletins"))]

    def queryset(self, request, queryset):
        return queryset.filter(created_by=request.user.pk) if self.value() else queryset


class StateFilter(admin.SimpleListFilter):
    """Where the working copy stands, or what readers see."""

    title = _("status")
    parameter_name = "state"
    BY_EDITIONS = {
        "scheduled": lambda editions: editions.scheduled(),
        "live": lambda editions: editions.live(),
    }

    def lookups(self, request, model_admin):
        return [
            *Status.choices,
            ("scheduled", _("Scheduled")),
            ("live", _("On the site now")),
        ]

    def queryset(self, request, queryset):
        value = self.value()
        if value in self.BY_EDITIONS:
            own = Edition.objects.filter(article=OuterRef("pk"))
            return queryset.filter(Exists(self.BY_EDITIONS[value](own)))
        return queryset.filter(status=value) if value else queryset


class FoldedRelatedFilter(FoldedFilter, admin.RelatedOnlyFieldListFilter):
    """The units, categories … that the bulletins in sight have; no others."""

    def has_output(self):
        """Even a single choice narrows the list: there may be bulletins without any."""
        return bool(self.lookup_choices)
