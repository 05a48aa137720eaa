"""The pages on which a bulletin takes its next step: submit, publish, withdraw …"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from articles.admin.pages import ArticlePage
from articles.admin.schedule import standing_choice
from articles.editorial import (
    approval,
    corrections,
    permissions,
    publishing,
    versions,
    workflow,
)
from articles.editorial.publicity import available_steps, publicity
from articles.editorial.refusal import Refused
from articles.forms.steps import NoteForm, PublishForm, ReasonForm


def after_saving(request, article):
    """Go on to the step whose button saved the form; None if it was another button."""
    name = request.POST.get("_step")
    if name not in workflow.BY_NAME:
        return None
    return HttpResponseRedirect(
        reverse("admin:articles_article_step", args=[article.pk, name])
    )


def build_form(step: workflow.Transition, article, user, data=None):
    """The step's form, empty or with what was posted."""
    if step is not workflow.PUBLISH:
        return (ReasonForm if step.needs_reason else NoteForm)(data)
    return PublishForm(
        data,
        initial={
            "seen_digest": versions.current_digest(article),
            **standing_choice(article),
        },
        alone=approval.needs_second_pair_of_eyes(user, article),
        correctable=corrections.possible(article),
        waiting=corrections.waiting(article),
    )


def publish(article, form, *, actor) -> str:
    """Publish as the form says. Raises Refused or PermissionDenied."""
    said = form.cleaned_data
    edition = publishing.publish(
        article,
        actor=actor,
        at=form.at(),
        note=said["note"],
        seen_digest=said["seen_digest"] or None,
        urgent_reason=said.get("urgent_reason", ""),
        correction=form.correction(),
    )
    if edition.is_live():
        return _("“%(title)s” is on the site.") % {"title": article}
    return _("“%(title)s” will be on the site from %(moment)s.") % {
        "title": article,
        "moment": formats.date_format(
            timezone.localtime(edition.live_from), "DATETIME_FORMAT"
        ),
    }


def take(step: workflow.Transition, article, form, *, actor) -> str:
    """Take the step and say what happened. Raises Refused or PermissionDenied."""
    note = form.cleaned_data["note"]
    if step is workflow.PUBLISH:
        return publish(article, form, actor=actor)
    if step is workflow.WITHDRAW:
        publishing.withdraw(article, actor=actor, reason=note)
        return _("“%(title)s” was withdrawn from the site.") % {"title": article}
    if step is workflow.CANCEL:
        publishing.cancel(article, actor=actor, note=note)
        return _("The schedule of “%(title)s” was cancelled.") % {"title": article}
    article = workflow.perform(step, article, actor=actor, note=note)
    return _("“%(title)s” is now: %(status)s.") % {
        "title": article,
        "status": article.get_status_display(),
    }


class StepView(ArticlePage):
    """One question, one button; the answer is the newsroom's."""

    def dispatch(self, request, *args, **kwargs):
        self.step = workflow.BY_NAME.get(kwargs["name"])
        if self.step in (
            None,
            workflow.REOPEN,
        ):  # reopening is done by changing the text
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        shown = publicity(self.article)
        if self.step not in available_steps(self.article, request.user, shown):
            return self.back(messages.WARNING, _("This step is not open to you now."))
        return self._ask(build_form(self.step, self.article, request.user))

    def post(self, request, **kwargs):
        form = build_form(self.step, self.article, request.user, request.POST)
        if not form.is_valid():
            return self._ask(form)
        try:
            done = take(self.step, self.article, form, actor=request.user)
        except approval.TextChanged as refusal:
            return self._ask_again(str(refusal))
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._ask(form)
        except PermissionDenied as refusal:
            return self.back(messages.ERROR, str(refusal))
        return self.back(messages.SUCCESS, done)

    def _ask_again(self, refusal: str):
        """Put the question about the text as it stands now, with what was filled in."""
        data = self.request.POST.copy()
        data["seen_digest"] = versions.current_digest(self.article)
        form = build_form(self.step, self.article, self.request.user, data)
        form.is_valid()
        form.add_error(None, refusal)
        return self._ask(form)

    def _ask(self, form):
        return self.page(
            "admin/articles/article/step.html",
            title=self.step.label,
            media=form.media,
            step=self.step,
            form=form,
            alone="urgent_reason" in form.fields,
            may_publish_alone=permissions.can_publish_urgently(
                self.request.user, self.article
            ),
        )
