"""What bulletins refer to: units, categories, genres, authors."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _

from articles.editorial import unit_changes
from articles.models import Author, Category, Genre, Unit, UnitSuccession
from articles.text import vietnamese


class Register(admin.ModelAdmin):
    """A register whose entries are never deleted: bulletins name them for ever."""

    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]

    class Media:
        # Replaces the admin's own rule, which would write đ as "dj".
        js = ["articles/admin/vietnamese_slug.js"]

    def has_delete_permission(self, request, obj=None):
        return False

    def lookup_allowed(self, lookup, value, request):
        return False  # registers have no filters, so no address filters them

    def view_on_site(self, obj):
        """The page itself; there is none for a genre or an author."""
        address = getattr(obj, "get_absolute_url", None)
        return address() if address else None

    def get_search_results(self, request, queryset, search_term):
        """Find names whatever the marks and the case; registers are short enough."""
        words = vietnamese.fold(search_term).split()
        names = queryset.values_list("pk", "name")
        keys = [
            key
            for key, name in names
            if all(word in vietnamese.fold(name) for word in words)
        ]
        return queryset.filter(pk__in=keys), False


class SuccessionForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        unit, day = self.instance.predecessor, cleaned.get("effective_on")
        successor = cleaned.get("successor")
        if successor == unit:
            self.add_error("successor", _("A unit cannot succeed itself."))
        known = UnitSuccession.objects.exclude(pk=self.instance.pk)
        if unit.pk and known.filter(predecessor=unit, successor=successor).exists():
            self.add_error("successor", _("This succession is recorded already."))
        if day and (reason := unit_changes.obstacle(unit, on=day)):
            self.add_error("effective_on", reason)
        return cleaned


class SuccessionInline(admin.TabularInline):
    model = UnitSuccession
    form = SuccessionForm
    fk_name = "predecessor"
    fields = ["kind", "successor", "effective_on"]
    autocomplete_fields = ["successor"]
    extra = 0


@admin.register(Unit)
class UnitAdmin(Register):
    list_display = ["name", "founded_on", "closed_on"]
    inlines = [SuccessionInline]

    def save_formset(self, request, form, formset, change):
        """New successions close the unit; changed ones only correct the record."""
        new = [each.instance for each in formset.extra_forms if each.has_changed()]
        formset.save(commit=False)
        for succession in formset.deleted_objects:
            succession.delete()
        for succession, _changed in formset.changed_objects:
            succession.save()
        for succession in new:
            unit_changes.succeed(
                form.instance,
                succession.successor,
                kind=succession.kind,
                on=succession.effective_on,
            )
        unit_changes.rebuild_lineage()


@admin.register(Category)
class CategoryAdmin(Register):
    list_display = ["name", "position"]


@admin.register(Genre)
class GenreAdmin(Register):
    list_display = ["name", "position"]


@admin.register(Author)
class AuthorAdmin(Register):
    list_display = ["name", "user", "imported_as"]
    list_select_related = ["user"]
    autocomplete_fields = ["user"]

    def get_readonly_fields(self, request, obj=None):
        """Whose account it is, is said by those who may see accounts."""
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.has_perm("auth.view_user") else [*fields, "user"]
