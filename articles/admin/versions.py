"""The versions of a bulletin: listed, compared two by two, brought back."""

from itertools import pairwise

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.pages import ArticlePage
from articles.editorial import comparing, permissions, restoring, versions
from articles.editorial.refusal import Refused

PER_PAGE = 50
SIDE, INLINE = "side", "inline"


class VersionsPage(ArticlePage):
    """Who saved what, when and why, newest first."""

    def get(self, request, **kwargs):
        revisions = self.article.revisions.order_by("-number").select_related("actor")
        shown = Paginator(revisions, PER_PAGE).get_page(request.GET.get("page"))
        # One more than is shown: the oldest of the page is compared with it.
        start = (shown.number - 1) * PER_PAGE
        rows = list(revisions[start : start + PER_PAGE + 1])
        contents = [versions.content_of(revision) for revision in rows]
        changes = [comparing.changed_parts(old, new) for new, old in pairwise(contents)]
        changes += [None] * (len(rows) - len(changes))  # the first version of all
        return self.page(
            "admin/articles/article/versions.html",
            title=_("Versions"),
            page_obj=shown,
            versions=[
                (revision, comparing.labels(parts) if parts is not None else None)
                for revision, parts in list(zip(rows, changes, strict=True))[:PER_PAGE]
            ],
            may_restore=permissions.can_edit(request.user, self.article),
        )


class ComparePage(ArticlePage):
    """Any two versions, word by word; `?view=` chooses between two columns and one."""

    def get(self, request, **kwargs):
        numbers = [request.GET.get(name, "") for name in ("old", "new")]
        found = self._find(numbers)
        if found is None:
            messages.warning(request, _("Choose two different versions."))
            return HttpResponseRedirect(
                reverse("admin:articles_article_versions", args=[self.article.pk])
            )
        old, new = found
        return self.page(
            "admin/articles/article/compare.html",
            title=_("Version %(new)s compared with version %(old)s")
            % {"old": old.number, "new": new.number},
            old=old,
            new=new,
            compared=found,
            view=INLINE if request.GET.get("view") == INLINE else SIDE,
            comparison=comparing.compare(*map(versions.content_of, found)),
            may_restore=permissions.can_edit(request.user, self.article),
        )

    def _find(self, numbers: list[str]) -> list | None:
        """The two versions, older first."""
        keys = {int(each) for each in numbers if each.isdecimal() and len(each) < 9}
        revisions = self.article.revisions.filter(number__in=keys)
        found = list(revisions.order_by("number").select_related("actor"))
        return found if len(found) == 2 else None


class RestorePage(ArticlePage):
    """What would change, and the button that brings the version back as a new one."""

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can_edit(request.user, self.article):
            raise PermissionDenied(_("You may not change this bulletin."))
        revisions = self.article.revisions.select_related("article", "actor")
        self.revision = get_object_or_404(revisions, number=kwargs["number"])
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        return self._ask()

    def post(self, request, **kwargs):
        based_on = request.POST.get("based_on", "")
        try:
            restoring.restore(
                self.revision,
                actor=request.user,
                based_on=int(based_on) if based_on.isdecimal() else 0,
            )
        except Refused as refusal:
            return self._ask(refusal)
        said = _("The bulletin says again what it said in version %(number)s.")
        return self.back(messages.SUCCESS, said % {"number": self.revision.number})

    def _ask(self, refusal: Refused | None = None):
        newest = self.article.revisions.order_by("-number").first()
        pair = (newest, self.revision)
        return self.page(
            "admin/articles/article/restore.html",
            title=_("Restore version %(number)s") % {"number": self.revision.number},
            revision=self.revision,
            newest=newest,
            view=INLINE,
            comparison=comparing.compare(*map(versions.content_of, pair)),
            refusal=refusal,
        )
