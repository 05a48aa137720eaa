"""What can be done with several bulletins of the list at once."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.editorial import bulk, workflow
from articles.editorial.refusal import Refused

LONGEST_KEY = 19  # digits; what fits every database's integers is shorter
SEEN = "seen-"  # the digest of the text that the confirmation page was about


class BulkActions(admin.ModelAdmin):
    actions = ["submit_selected", "accept_selected", "publish_selected"]

    def has_submit_permission(self, request):
        return request.user.has_perm("articles.submit_article")

    def has_review_permission(self, request):
        return request.user.has_perm("articles.review_article")

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    @admin.action(description=workflow.SUBMIT.label, permissions=["submit"])
    def submit_selected(self, request, queryset):
        self._take_each(request, workflow.SUBMIT, queryset)

    @admin.action(description=workflow.ACCEPT.label, permissions=["review"])
    def accept_selected(self, request, queryset):
        self._take_each(request, workflow.ACCEPT, queryset)

    @admin.action(description=_("Publish now …"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        """Show what would happen; with the answer in hand, do it."""
        if "confirmed" in request.POST:
            named = {
                name.removeprefix(SEEN): digest
                for name, digest in request.POST.items()
                if name.startswith(SEEN)
            }
            seen = {
                int(key): digest
                for key, digest in named.items()
                if key.isdecimal() and len(key) < LONGEST_KEY
            }
            self._take_each(request, workflow.PUBLISH, queryset, seen_digests=seen)
            return None
        try:
            outcomes = bulk.rehearse(workflow.PUBLISH, queryset, actor=request.user)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return None
        return self._ask(request, outcomes)

    def _take_each(self, request, step, queryset, **options):
        try:
            outcomes = bulk.take_each(step, queryset, actor=request.user, **options)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return
        for outcome in outcomes:
            if outcome.is_done:
                self.message_user(request, outcome.sentence, messages.SUCCESS)
            else:
                refused = f"“{outcome.article}”: {outcome.sentence}"
                self.message_user(request, refused, messages.ERROR)

    def _ask(self, request, outcomes):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Publish now"),
            "media": self.media,
            "open": [outcome for outcome in outcomes if outcome.is_done],
            "refused": [outcome for outcome in outcomes if not outcome.is_done],
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "seen": SEEN,
        }
        return TemplateResponse(request, "admin/articles/article/bulk.html", context)
