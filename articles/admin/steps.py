"""The pages on which a bulletin takes its next step: submit, publish, withdraw …"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views import View

from articles.editorial import permissions, publishing, workflow
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


class StepView(View):
    """One question, one button; the answer is the newsroom's."""

    model_admin = None

    def dispatch(self, request, *args, article_id, name, **kwargs):
        visible = permissions.visible_articles(request.user)
        self.article = get_object_or_404(visible, pk=article_id)
        self.publicity = publicity(self.article)
        self.step = STEPS.get(name)
        if self.step is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        steps = available_steps(self.article, request.user, self.publicity)
        if self.step not in steps:
            return self._back(messages.WARNING, _("This step is not open to you now."))
        return self._page(form_class(self.step)())

    def post(self, request):
        form = form_class(self.step)(request.POST)
        if not form.is_valid():
            return self._page(form)
        try:
            done = take(self.step, self.article, form, actor=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._page(form)
        except PermissionDenied as refusal:
            return self._back(messages.ERROR, str(refusal))
        return self._back(messages.SUCCESS, done)

    def _page(self, form):
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": self.step.label,
            "article": self.article,
            "publicity": self.publicity,
            "step": self.step,
            "form": form,
            "media": self.model_admin.media + form.media,
        }
        return TemplateResponse(
            self.request, "admin/articles/article/step.html", context
        )

    def _back(self, level, message):
        messages.add_message(self.request, level, message)
        return HttpResponseRedirect(
            reverse("admin:articles_article_change", args=[self.article.pk])
        )
