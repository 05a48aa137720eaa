"""What the script of the bulletin's form asks while somebody types; answers are JSON.

Somebody logged out is told so with 403, never sent to a page to log in. A refusal is
{"refusal": a sentence}; 409 says that another form's text has to be decided on first.
"""

import json
from types import SimpleNamespace

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from articles.admin import kept_text
from articles.editorial import autosaving, permissions, presence
from articles.editorial.refusal import Refused
from articles.models import Autosave


def autosave_urls(model_admin) -> list:
    """Below an article's address, and below that of the form for new bulletins."""
    found = []
    for route, view, name in (
        ("autosave/", KeepView, "autosave"),
        ("autosave/compare/", CompareView, "autosave_compare"),
        ("autosave/discard/", DiscardView, "autosave_discard"),
    ):
        answer = view.as_view(model_admin=model_admin)
        found += [
            path(f"<int:article_id>/{route}", answer, name=f"articles_article_{name}"),
            path(f"add/{route}", answer, name=f"articles_article_add_{name}"),
        ]
    here = PresenceView.as_view(model_admin=model_admin)
    route = "<int:article_id>/presence/"
    return [*found, path(route, here, name="articles_article_presence")]


@method_decorator(never_cache, name="dispatch")
class TypedView(View):
    """`self.article` is one the user may see; None on the form for a new bulletin."""

    model_admin = None
    article = None

    def dispatch(self, request, article_id=None):
        if not self.model_admin.admin_site.has_permission(request):
            return self.logged_out(article_id)
        if article_id is not None:
            visible = permissions.visible_articles(request.user)
            self.article = get_object_or_404(visible, pk=article_id)
        try:
            return super().dispatch(request)
        except autosaving.TypedElsewhere as refusal:
            return JsonResponse({"refusal": str(refusal)}, status=409)
        except (Refused, PermissionDenied) as refusal:
            return JsonResponse({"refusal": str(refusal)}, status=422)

    def logged_out(self, article_id) -> JsonResponse:
        return JsonResponse({"logged_out": True}, status=403)

    def said(self) -> dict:
        """What the script sent. Raises Refused."""
        try:
            said = json.loads(self.request.body)
        except (ValueError, RecursionError):  # no JSON, or too deep
            said = None
        if not isinstance(said, dict) or not isinstance(said.get("fields", {}), dict):
            raise Refused(_("This was not sent by the form."))
        return said


class KeepView(TypedView):
    def get(self, request):
        """The token to post with, which every login changes; and what is kept here."""
        answer = {"token": get_token(request)}
        kept = autosaving.find(request.user, self.article) if self.article else None
        if kept and "text" in request.GET:
            answer["kept"] = {
                "form_key": kept.form_key,
                "at": kept.saved_at.isoformat(),
                "based_on": kept.based_on,
                "fields": kept.data,
            }
        return JsonResponse(answer)

    def post(self, request):
        said = self.said()
        kept = autosaving.keep(
            request.user,
            self.article,
            form_key=str(said.get("form_key", "")),
            data=said.get("fields", {}),
            based_on=_number(said.get("based_on")),
            replacing=said.get("replacing") is True,
        )
        return JsonResponse({"kept_at": f"{timezone.localtime(kept.saved_at):%H:%M}"})


class CompareView(TypedView):
    """A text that the browser kept by itself, as the notice would show it."""

    def post(self, request):
        said = self.said()
        typed = Autosave(
            user=request.user,
            article=self.article,
            form_key=str(said.get("form_key", "")),
            data=autosaving.what_may_be_kept(said.get("fields", {})),
            based_on=_number(said.get("based_on")),
            saved_at=_moment(said.get("at")),
        )
        differences = autosaving.differs(typed)
        kept = autosaving.find(request.user, self.article, typed.form_key)
        is_kept = kept is not None and autosaving.differs(kept) == differences
        if is_kept or not differences:
            return JsonResponse({"html": ""})
        offer = kept_text.offer(typed, differences, in_browser=True)
        context = {"offer": offer, "typed": {"urls": kept_text.addresses(self.article)}}
        template = "admin/articles/article/kept_text_offer.html"
        html = render_to_string(template, context, request=request)
        return JsonResponse({"html": html})


class DiscardView(TypedView):
    """A button that works without a script, too."""

    def post(self, request):
        form_key = request.POST.get("form_key", "")
        autosaving.discard(request.user, self.article, form_key)
        if request.accepts("text/html"):
            return HttpResponseRedirect(_form_address(self.article))
        return JsonResponse({})

    def logged_out(self, article_id):
        if self.request.accepts("text/html"):
            article = SimpleNamespace(pk=article_id) if article_id else None
            return redirect_to_login(_form_address(article), reverse("admin:login"))
        return super().logged_out(article_id)


class PresenceView(TypedView):
    """Who else is here; whoever may change the bulletin is noted as being here too."""

    def post(self, request):
        if permissions.can_edit(request.user, self.article):
            has_typed = self.said().get("has_typed") is True
            presence.seen(request.user, self.article, has_typed=has_typed)
        others = presence.others(self.article, request.user)
        return JsonResponse({"others": [str(other) for other in others]})


def _form_address(article) -> str:
    if article is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[article.pk])


def _number(value) -> int:
    """A version's number as the form gave it; 0 for anything else."""
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _moment(value):
    """The browser's own clock, an ISO 8601 text; now if it says nothing sensible."""
    try:
        moment = parse_datetime(str(value))
    except ValueError:
        moment = None
    return moment if moment and moment.tzinfo else timezone.now()
