from functools import wraps

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from articles.admin import lost_session
from articles.editorial import desk

# The order in which staff need things, not the alphabet.
ORDER = [
    "Article", "FrontStory", "ReaderReport", "Photo", "PhotoTag", "Author", "Unit", "Category", "Genre", "User", "Group",
]  # fmt: skip


class NewsroomSite(AdminSite):
    """The admin under the site's own name, with what is used most at the top."""

    site_header = site_title = settings.SITE_NAME
    index_title = _("Newsroom")

    def get_urls(self):
        """Without the redirect to any object's page: it would tell titles to come."""
        urls = super().get_urls()
        return [each for each in urls if getattr(each, "name", "") != "view_on_site"]

    def admin_view(self, view, cacheable=False):
        """As Django's; but what somebody logged out posts from a bulletin is kept.

        A NUL in the query is refused: no filter has one, and PostgreSQL chokes on it.
        """
        answer = super().admin_view(view, cacheable)

        @wraps(answer)
        def keeping(request, *args, **kwargs):
            if any("\x00" in value for value in request.GET.values()):
                raise BadRequest("An address holds no NUL.")
            if request.method == "POST" and not self.has_permission(request):
                lost_session.before_login(request)
            return answer(request, *args, **kwargs)

        return keeping

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(
                key=lambda model: (
                    ORDER.index(model["object_name"])
                    if model["object_name"] in ORDER
                    else len(ORDER)
                )
            )
        return sorted(apps, key=lambda app: app["app_label"] != "articles")

    def index(self, request, extra_context=None):
        """The first page: what waits for this person, then the registers."""
        own = {"desk": desk.desk(request.user)}
        return super().index(request, own | (extra_context or {}))

    def i18n_javascript(self, request, extra_context=None):
        """Django's own sentences for the admin's scripts, and the Vietnamese it lacks."""
        catalogue = JavaScriptCatalog.as_view(
            packages=["django.contrib.admin", "articles"]
        )
        return catalogue(request)
