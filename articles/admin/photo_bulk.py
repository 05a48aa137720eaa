"""Giving several photos of the library the same words at once."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.photo_cards import cards
from articles.editorial import permissions, photo_describing, photo_library
from articles.forms.library import ManyPhotosForm


class DescribesMany(admin.ModelAdmin):
    actions = ["describe_selected"]

    def has_describe_permission(self, request):
        return request.user.has_perm("articles.change_photo")

    @admin.action(
        description=gettext_lazy("Words for the chosen photos …"),
        permissions=["describe"],
    )
    def describe_selected(self, request, queryset):
        """Ask for the words; with them in hand, keep them."""
        form = ManyPhotosForm(request.POST if "confirmed" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, queryset, form)
        done, refused = photo_describing.describe_many(
            queryset,
            form.said(),
            tags=form.cleaned_data["tags"],
            actor=request.user,
            overwrite=form.cleaned_data["overwrite"],
        )
        if done:
            said = ngettext(
                "%(number)s photo was described.",
                "%(number)s photos were described.",
                done,
            )
            self.message_user(request, said % {"number": done}, messages.SUCCESS)
        if refused:
            said = ngettext(
                "%(number)s photo stays as it is: you may not describe it.",
                "%(number)s photos stay as they are: you may not describe them.",
                refused,
            )
            self.message_user(request, said % {"number": refused}, messages.WARNING)
        return None

    def _ask(self, request, queryset, form):
        chosen = list(queryset)
        open_ones = [
            photo
            for photo in chosen
            if permissions.can_describe_photo(request.user, photo)
        ]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Words for several photos"),
            "media": self.media + form.media,
            "form": form,
            "cards": cards(open_ones),
            "refused": len(chosen) - len(open_ones),
            "known_tags": photo_library.tags_in_sight(request.user),
            "checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/photo/many.html", context)
