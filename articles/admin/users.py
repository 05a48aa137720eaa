"""Accounts. Nobody changes their own role, and only roles of the table are given."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User

from articles.editorial.roles import ROLES
from articles.models import Membership


class MembershipInline(admin.TabularInline):
    """The units somebody writes for; contributors write for no other."""

    model = Membership
    autocomplete_fields = ["unit"]
    extra = 0


ABOVE_ROLES = ["is_superuser", "user_permissions"]

admin.site.unregister(User)


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Administrators give roles (groups); only superusers give powers beyond roles."""

    inlines = [MembershipInline]

    def get_inlines(self, request, obj):
        """None while an account is being made: it has a role first."""
        return super().get_inlines(request, obj) if obj else []

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if request.user.is_superuser:
            return fields
        own = ["groups"] if obj == request.user else []
        return [*fields, *ABOVE_ROLES, *own]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups" and not request.user.is_superuser:
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None):
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False  # their name stands in the history; accounts are switched off
