"""What bulletins refer to: units, categories, genres, authors."""

from django.contrib import admin

from articles.editorial import unit_changes
from articles.models import Author, Category, Genre, Unit, UnitSuccession


class Register(admin.ModelAdmin):
    """A register whose entries are never deleted: bulletins name them for ever."""

    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]

    class Media:
        # Replaces the admin's own rule, which would write đ as "dj".
        js = ["articles/admin/vietnamese_slug.js"]

    def has_delete_permission(self, request, obj=None):
        return False


class SuccessionInline(admin.TabularInline):
    model = UnitSuccession
    fk_name = "predecessor"
    fields = ["kind", "successor", "effective_on"]
    autocomplete_fields = ["successor"]
    extra = 0


@admin.register(Unit)
class UnitAdmin(Register):
    list_display = ["name", "founded_on", "closed_on"]
    inlines = [SuccessionInline]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
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
