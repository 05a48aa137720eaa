from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core import checks as django_checks
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        # Imported here because models must be loaded before the modules that use them.
        from articles import checks  # noqa: PLC0415

        django_checks.register(checks.check_editor_is_fed_clean_html)


class NewsroomAdminConfig(AdminConfig):
    default_site = "articles.admin.site.NewsroomSite"
