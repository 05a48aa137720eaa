"""The list of bulletins: columns, search and filters, without a query per row."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.chosen_rows import ForgetsWhatNamesNoRow
from articles.admin.filters import FoldedRelatedFilter, MineFilter, StateFilter
from articles.editorial import approval
from articles.models import Byline, PhotoPlace, Status
from articles.photos import markup
from articles.text import vietnamese

MAX_WORDS = 12
OWN_PARAMETERS = {MineFilter.parameter_name, StateFilter.parameter_name}
NOTHING = SafeString('<span class="nothing">–</span>')
LOOKUPS = ("__exact", "__isnull", "__gte", "__lt", "__year", "__month", "__day")


class ArticleChangeList(ChangeList):
    """Adds to the rows of one page what its columns print."""

    def get_results(self, request):
        super().get_results(request)
        there = PhotoPlace.objects.filter(article=OuterRef("pk"), photo__isnull=False)
        chosen = there.filter(number=OuterRef("cover_number"))
        first = there.order_by("order", "number")

        def of_cover(name):
            chosen_one, first_one = (each.values(name)[:1] for each in (chosen, first))
            return Coalesce(Subquery(chosen_one), Subquery(first_one))

        bylines = Byline.objects.select_related("author")
        self.result_list = (
            approval.with_urgency(self.result_list.with_names().with_publicity())
            .annotate(
                cover_digest=of_cover("photo__digest"),
                cover_width=of_cover("photo__width"),
            )
            .prefetch_related(Prefetch("bylines", queryset=bylines))
            .defer("body", "lead", "search_key")
        )


class ArticleList(ForgetsWhatNamesNoRow):
    list_display = [
        "thumbnail", "title", "state", "publisher", "authors", "dateline", "updated_at",
    ]  # fmt: skip
    list_display_links = ["title"]
    list_filter = [
        MineFilter,
        StateFilter,
        ("unit", FoldedRelatedFilter),
        ("category", FoldedRelatedFilter),
        ("bylines__author", FoldedRelatedFilter),
        ("genre", FoldedRelatedFilter),
    ]
    date_hierarchy = "dateline_date"
    search_fields = ["search_key"]
    search_help_text = gettext_lazy("Words of title and lead, with marks or without")
    list_per_page = 50
    show_full_result_count = False

    def get_changelist(self, request, **kwargs):
        return ArticleChangeList

    def lookup_allowed(self, lookup, value, request):
        """Only what the list's own filters ask; no regular expressions by address."""
        if lookup in OWN_PARAMETERS:
            return True
        return lookup.endswith(LOOKUPS) and super().lookup_allowed(
            lookup, value, request
        )

    def get_search_results(self, request, queryset, search_term):
        """Every word has to occur in title or lead; marks and case don't matter."""
        words = vietnamese.fold(vietnamese.one_line(search_term)).split()
        for word in words[:MAX_WORDS]:
            queryset = queryset.filter(search_key__contains=word)
        return queryset, False

    @admin.display(description="")
    def thumbnail(self, article):
        if not article.cover_digest:
            return SafeString('<span class="no-thumbnail"></span>')
        return format_html(
            '<img class="list-thumbnail" src="{}" alt="" width="96" height="64" loading="lazy">',
            markup.thumbnail_url(article.cover_digest, article.cover_width),
        )

    @admin.display(description=gettext_lazy("Status"), ordering="status")
    def state(self, article):
        name = "scheduled" if article.scheduled_for else article.status
        mark = format_html('<span class="urgent-mark">{}</span>', _("Urgent"))
        return format_html(
            '<span class="state state-{}">{}</span> {}',
            name, standing(article), mark if article.was_urgent else "",
        )  # fmt: skip

    @admin.display(description=gettext_lazy("Unit, category"), ordering="unit")
    def publisher(self, article):
        return format_html(
            '{}<span class="list-category">{}</span>',
            article.unit, article.category or "",
        )  # fmt: skip

    @admin.display(description=gettext_lazy("Authors"))
    def authors(self, article):
        names = dict.fromkeys(byline.author.name for byline in article.bylines.all())
        return ", ".join(names) or NOTHING

    @admin.display(description=gettext_lazy("Date line"), ordering="dateline_date")
    def dateline(self, article):
        return article.dateline_date or NOTHING


def standing(article) -> str:
    """Where a bulletin of the list stands, for its readers too."""
    if article.scheduled_for:
        moment = timezone.localtime(article.scheduled_for)
        return _("Scheduled for %(moment)s") % {
            "moment": formats.date_format(moment, "DATETIME_FORMAT")
        }
    if article.is_live and article.status != Status.PUBLISHED:
        return _("%(status)s (an edition is live)") % {
            "status": article.get_status_display()
        }
    return article.get_status_display()
