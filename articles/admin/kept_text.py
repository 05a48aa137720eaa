"""The bulletin's form and what was typed into it: offered, restored, forgotten once saved."""

import copy
import secrets
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin import lost_session
from articles.editorial import autosaving, permissions, presence, versions
from articles.editorial.typed import Difference
from articles.models import Article, Autosave

MEDIA = forms.Media(
    css={"all": ["articles/admin/typing.css"]},
    js=[
        f"articles/admin/{name}.js"
        for name in ("typed_fields", "typed_locally", "autosave", "kept_text", "typing")
    ],
)
SAVED_FORMS = "saved_forms"  # in the session: keys of forms that were saved
REMEMBERED = 50


@dataclass(frozen=True)
class Offer:
    """Kept text as the notice shows it; `in_browser` says where it is kept."""

    form_key: str
    at: datetime
    differences: list[Difference]
    is_outdated: bool  # somebody saved the bulletin since the typing began
    in_browser: bool = False

    @property
    def field_names(self) -> str:
        return ", ".join(difference.label for difference in self.differences)


class OffersKeptText:
    """For the admin of bulletins. `?restore=<form key>` fills the form with kept text.

    The form is bound to the text without being saved, so that inline rows, choices and
    the editor show it with no script, and its mistakes are marked.
    """

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        request.restored = None
        if request.method == "GET" and "restore" in request.GET:
            request.restored = _asked_for(request, object_id)
            if request.restored is None:
                messages.info(request, _("This text has been saved or discarded."))
        return super().changeform_view(request, object_id, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form_class = super().get_form(request, obj, change, **kwargs)
        kept = getattr(request, "restored", None)
        return form_class if kept is None else _bound(form_class, as_posted(kept))

    def get_formset_kwargs(self, request, obj, inline, prefix):
        found = super().get_formset_kwargs(request, obj, inline, prefix)
        kept = getattr(request, "restored", None)
        if kept is not None and f"{prefix}-TOTAL_FORMS" in kept.data:
            found["data"] = as_posted(kept)
        return found

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        forget(request, form.instance if change else None)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        may_type = (
            permissions.can_add(request.user)
            if obj is None
            else self.has_change_permission(request, obj)
        )
        if may_type:
            context["typed"] = _about_the_form(request, obj)
        context["media"] += MEDIA
        if obj is not None:
            context["others"] = presence.others(obj, request.user)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def forget(request, article: Article | None) -> None:
    """The form that was posted is saved; `article=None` if it was a new bulletin's."""
    form_key = request.POST.get("form_key", "")
    autosaving.discard(request.user, article, form_key)
    _remember_saved(request, form_key)


def offer(
    kept: Autosave, differences: list[Difference], *, in_browser: bool = False
) -> Offer:
    """What the notice says of a kept text."""
    latest = versions.latest(kept.article) if kept.article_id else None
    is_outdated = bool(latest and kept.based_on and kept.based_on < latest.number)
    return Offer(kept.form_key, kept.saved_at, differences, is_outdated, in_browser)


def as_posted(kept: Autosave) -> QueryDict:
    """The kept fields as the form would have posted them."""
    posted = QueryDict(mutable=True)
    for name, value in kept.data.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    if kept.based_on:
        posted["based_on"] = str(kept.based_on)
    return posted


def addresses(article: Article | None) -> dict[str, str]:
    """Where the form's scripts ask, by name."""
    of_form = "articles_article_" if article else "articles_article_add_"
    return {
        short: reverse(f"admin:{of_form}{name}", args=[article.pk] if article else [])
        for short, name in (
            ("autosave", "autosave"),
            ("compare", "autosave_compare"),
            ("discard", "autosave_discard"),
        )
    }


def _bound(form_class, posted: QueryDict):
    """The form class, holding what was posted; what is on the page besides stays as saved."""

    class RestoredForm(form_class):
        def __init__(self, *args, instance=None, **kwargs):
            # Checking a bound form writes into its instance.
            super().__init__(posted, instance=copy.copy(instance), **kwargs)

    return RestoredForm


def _asked_for(request, object_id: str | None) -> Autosave | None:
    form_key = request.GET["restore"]
    kept = Autosave.objects.filter(user=request.user.pk, form_key=form_key)
    if object_id is None:
        return kept.filter(article=None).first()
    return kept.filter(article=object_id).first() if object_id.isdecimal() else None


def _about_the_form(request, article: Article | None) -> dict:
    form_key = _form_key(request)
    kept = autosaving.waiting(request.user, article)
    latest = versions.latest(article) if article else None
    return {
        "form_key": form_key,
        "writer": lost_session.mark(request.user, article, form_key),
        "user": request.user.pk,
        "article": article.pk if article else "new",
        "based_on": latest.number if latest else 0,
        "saved_forms": " ".join(request.session.get(SAVED_FORMS, [])),
        "restored": request.restored,
        "reposted": request.method == "POST",
        "offers": [
            offer(each, differences)
            for each, differences in kept
            if each.form_key != form_key
        ],
        "urls": addresses(article),
    }


def _form_key(request) -> str:
    """A form that is shown again, with mistakes or with kept text, is still the same."""
    if request.restored is not None:
        return request.restored.form_key
    posted = request.POST.get("form_key", "")
    return posted if autosaving.FORM_KEY.fullmatch(posted) else secrets.token_urlsafe(9)


def _remember_saved(request, form_key: str) -> None:
    """So that the browser forgets its own copy of what this form held."""
    if autosaving.FORM_KEY.fullmatch(form_key):
        saved = [*request.session.get(SAVED_FORMS, []), form_key]
        request.session[SAVED_FORMS] = saved[-REMEMBERED:]
