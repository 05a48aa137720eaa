"""The register of what readers report: read, looked into, settled. Never public."""

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial import reader_reports
from articles.editorial.people import name_of
from articles.models import Edition, ReaderReport

LONG = [f"article__{name}" for name in ("lead", "body", "search_key")]


class SettledFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("Waiting")), ("settled", _("Settled"))]

    def queryset(self, request, queryset):
        if self.value() not in ("open", "settled"):
            return queryset
        return queryset.filter(resolved_at__isnull=self.value() == "open")


@admin.register(ReaderReport)
class ReaderReportAdmin(admin.ModelAdmin):
    """What a reader wrote stays as it is; staff say that it is settled, and how."""

    list_display = ["excerpt", "bulletin", "reported_at", "settled"]
    list_filter = [SettledFilter]
    list_per_page = 50
    ordering = ["-reported_at", "-pk"]
    fields = ["bulletin_links", "edition_number", "text", "contact", "reported_at"]
    fields += ["settled", "note"]
    readonly_fields = fields[:-1]

    def get_queryset(self, request):
        reports = super().get_queryset(request)
        return reports.select_related("article", "resolved_by").defer(*LONG)

    def has_add_permission(self, request):
        return False  # readers write them

    def has_delete_permission(self, request, obj=None):
        return False  # what was said stays with what was done about it

    def lookup_allowed(self, lookup, value, request):
        return lookup == SettledFilter.parameter_name

    def get_readonly_fields(self, request, obj=None):
        """Once it is settled, the note stands."""
        is_settled = obj is not None and obj.resolved_at is not None
        return self.fields if is_settled else self.readonly_fields

    def save_model(self, request, obj, form, change):
        if "_reopen" in request.POST:
            reader_reports.reopen(obj, actor=request.user)
        else:
            note = form.cleaned_data.get("note", "")
            reader_reports.settle(obj, actor=request.user, note=note)

    def response_change(self, request, obj):
        """Back to the list as it was narrowed."""
        sentence = (
            _("The report waits again.")
            if "_reopen" in request.POST
            else _("The report is settled.")
        )
        messages.success(request, sentence)
        address = reverse("admin:articles_readerreport_changelist")
        kept = {
            "preserved_filters": self.get_preserved_filters(request),
            "opts": self.opts,
        }
        return HttpResponseRedirect(add_preserved_filters(kept, address))

    @admin.display(description=gettext_lazy("what is wrong"))
    def excerpt(self, report):
        return Truncator(report.text).words(20)

    @admin.display(description=gettext_lazy("bulletin"))
    def bulletin(self, report):
        address = reverse("admin:articles_article_change", args=[report.article_id])
        return format_html('<a href="{}">{}</a>', address, report.article.title)

    @admin.display(description=gettext_lazy("bulletin"))
    def bulletin_links(self, report):
        """Where it is corrected, and where readers see it, if they do."""
        live = Edition.objects.live().filter(article_id=report.article_id)
        edition = live.only("slug", "article_id").first()
        if edition is None:
            return self.bulletin(report)
        on_site = format_html(
            '<a href="{}">{}</a>', edition.get_absolute_url(), _("On the site")
        )
        return format_html("{} · {}", self.bulletin(report), on_site)

    @admin.display(description=gettext_lazy("settled"))
    def settled(self, report):
        if report.resolved_at is None:
            return "–"
        moment = timezone.localtime(report.resolved_at)
        printed = formats.date_format(moment, "DATETIME_FORMAT")
        return f"{name_of(report.resolved_by)} · {printed}"
