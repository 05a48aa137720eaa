"""The pages on which a bulletin takes its next step: submit, publish, withdraw …"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from articles.admin.pages import ArticlePage
from articles.editorial import publishing, workflow
from articles.editorial.publicity import available_steps, publicity
from articles.editorial.refusal import Refused
from articles.forms import NoteForm, PublishForm, ReasonForm

STEPS = {step.name: step for step in workflow.TRANSITIONS}


def after_saving(request, article):
    """Go on to the step whose button saved the form; None if it was another button."""
    name = request.POST.get("_step")
    if name not in STEPS:
        return None
    return HttpResponseRedirect(
        reverse("admin:articles_article_step", args=[article.pk, name])
    )


def form_class(step: workflow.Transition):
    if step is workflow.PUBLISH:
        return PublishForm
    return ReasonForm if step.needs_reason else NoteForm


def take(step: workflow.Transition, article, form, *, actor) -> str:
    """Take the step and say what happened. Raises Refused or PermissionDenied."""
    note = form.cleaned_data["note"]
    if step is workflow.PUBLISH:
        edition = publishing.publish(article, actor=actor, at=form.at(), note=note)
        if edition.is_live():
            return _("“%(title)s” is on the site.") % {"title": article}
        return _("“%(title)s” will be on the site from %(moment)s.") % {
            "title": article,
            "moment": formats.date_format(
                timezone.localtime(edition.live_from), "DATETIME_FORMAT"
            ),
        }
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
        if kwargs["name"] not in STEPS:
            raise Http404
        self.step = STEPS[kwargs["name"]]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        shown = publicity(self.article)
        if self.step not in available_steps(self.article, request.user, shown):
            return self.back(messages.WARNING, _("This step is not open to you now."))
        return self._ask(form_class(self.step)())

    def post(self, request, **kwargs):
        form = form_class(self.step)(request.POST)
        if not form.is_valid():
            return self._ask(form)
        try:
            done = take(self.step, self.article, form, actor=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._ask(form)
        except PermissionDenied as refusal:
            return self.back(messages.ERROR, str(refusal))
        return self.back(messages.SUCCESS, done)

    def _ask(self, form):
        return self.page(
            "admin/articles/article/step.html",
            title=self.step.label,
            media=form.media,
            step=self.step,
            form=form,
        )
