"""The register of lead stories: one page, on which they are chosen and put in order."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views import View

from articles.editorial import front_page
from articles.editorial.refusal import Refused
from articles.models import FrontStory
from articles.text.vietnamese import one_line

MAX_LENGTH = 200  # characters of the question


class FrontStoriesPage(View):
    """Plain buttons, each a form: nothing here needs a script or a pointer.

    After a move the same button is focused again (`?moved=` article, `?by=` its name),
    so that a story goes all the way by pressing one key.
    """

    model_admin = None

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.typed = one_line(request.GET.get("q", "")[:MAX_LENGTH])

    def get(self, request):
        if not front_page.may_arrange(request.user):
            raise PermissionDenied
        leads = front_page.leads()
        context = {
            **self.model_admin.admin_site.each_context(request),
            "opts": self.model_admin.opts,
            "title": _("Lead stories"),
            "leads": leads,
            "focused": _focused(leads, request.GET),
            "most": front_page.MOST,
            "is_full": len(leads) >= front_page.MOST,
            "question": self.typed,
            "max_length": MAX_LENGTH,
            "found": front_page.to_choose_from(self.typed),
        }
        template = "admin/articles/frontstory/front_stories.html"
        return TemplateResponse(request, template, context)

    def post(self, request):
        name, key = next(
            ((name, request.POST[name]) for name in DEEDS if name in request.POST),
            ("", ""),
        )
        if not (key.isdecimal() and key.isascii() and len(key) < 19):
            return self._back()
        try:
            said = DEEDS[name](int(key), request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return self._back()
        messages.success(request, said)
        return self._back(moved=key, by=name)

    def _back(self, **query) -> HttpResponseRedirect:
        if self.typed:
            query["q"] = self.typed
        address = reverse("admin:articles_frontstory_changelist")
        return HttpResponseRedirect(f"{address}?{urlencode(query)}")


def _add(key: int, actor) -> str:
    front_page.add(key, actor=actor)
    return _("The bulletin is the first lead story now.")


def _up(key: int, actor) -> str:
    front_page.move(key, by=front_page.UP, actor=actor)
    return _("The lead story moved up.")


def _down(key: int, actor) -> str:
    front_page.move(key, by=front_page.DOWN, actor=actor)
    return _("The lead story moved down.")


def _remove(key: int, actor) -> str:
    front_page.remove(key, actor=actor)
    return _("The bulletin is no longer a lead story.")


# Name of the button → deed, which answers what it did.
DEEDS = {"add": _add, "up": _up, "down": _down, "remove": _remove}


def _focused(leads: list[front_page.Lead], query) -> tuple[int, str]:
    """Article and name of the button to go on with: at an end, the one that leads back."""
    keys = [f"{lead.story.article_id}" for lead in leads]
    if query.get("moved") not in keys or len(keys) == 1:
        return (0, "")
    place = keys.index(query["moved"])
    name = "up" if query.get("by") == "up" else "down"
    name = "down" if place == 0 else "up" if place == len(keys) - 1 else name
    return (leads[place].story.article_id, name)


@admin.register(FrontStory)
class FrontStoryAdmin(admin.ModelAdmin):
    def get_urls(self):
        page = self.admin_site.admin_view(FrontStoriesPage.as_view(model_admin=self))
        return [path("", page, name="articles_frontstory_changelist")]

    def has_view_permission(self, request, obj=None):
        return front_page.may_arrange(request.user)

    def has_change_permission(self, request, obj=None):
        return front_page.may_arrange(request.user)

    def has_add_permission(self, request):
        return False  # the page itself adds

    def has_delete_permission(self, request, obj=None):
        return False  # and removes
