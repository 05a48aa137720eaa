"""Rows of a list that an action is for, as the browser names them."""

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME

LONGEST_KEY = 18  # digits that fit a database's 64-bit key for certain


class ForgetsWhatNamesNoRow(admin.ModelAdmin):
    """For lists with actions: Django puts every chosen key into a query as it is."""

    def changelist_view(self, request, extra_context=None):
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        keys = [key for key in chosen if key.isdecimal() and len(key) <= LONGEST_KEY]
        if keys != chosen:
            request.POST = request.POST.copy()
            request.POST.setlist(ACTION_CHECKBOX_NAME, keys)
        return super().changelist_view(request, extra_context)
