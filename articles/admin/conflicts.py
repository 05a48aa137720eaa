"""Two people saved one bulletin: the second chooses what stands, and loses nothing.

The change form that comes too late writes nothing. What it says is kept as a snapshot
that travels, signed, with this page, until it has become a version; whoever saves in
the meantime is met by the same page once more.
"""

from dataclasses import asdict, dataclass

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin import choices, editor, form_content, kept_text
from articles.admin.pages import ArticlePage
from articles.editorial import autosaving, editing, merging, restoring, versions
from articles.editorial.comparing import Names
from articles.editorial.refusal import Refused
from articles.editorial.versions import Snapshot
from articles.forms.photo_places import pictures
from articles.models import Article, Revision
from articles.text import html

SALT = "articles.admin.conflicts"


class Behind(Exception):
    """The form was opened with an older version than the one that stands."""

    def __init__(self, form, formsets):
        super().__init__()
        self.form, self.formsets = form, formsets


@dataclass(frozen=True)
class Unsaved:
    """What one person wants to save, and the version that it was begun from."""

    article: int
    user: int
    base: int
    content: Snapshot
    note: str

    def sealed(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    @classmethod
    def opened(cls, sealed: str, *, article: Article, user) -> "Unsaved":
        """Raises Http404 for what this site didn't give to this person."""
        try:
            unsaved = cls(**signing.loads(sealed, salt=SALT))
        except signing.BadSignature as error:
            raise Http404 from error
        if (unsaved.article, unsaved.user) != (article.pk, user.pk):
            raise Http404
        return unsaved


class BodyForm(forms.Form):
    body = editor.RichTextFormField(label=gettext_lazy("Body"), required=False)

    def __init__(self, *args, article: Article, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].widget.pictures = pictures(article)


def answer(model_admin, request, behind: Behind):
    """The response to a change form that came too late."""
    page = ConflictPage(model_admin=model_admin)
    page.setup(request, article_id=behind.form.instance.pk)
    _keep_typed(request, page.article, behind)
    base = get_object_or_404(
        page.article.revisions, number=behind.form.cleaned_data["based_on"]
    )
    with transaction.atomic():
        content = form_content.content(behind.form, behind.formsets, actor=request.user)
    return page.meet(
        Unsaved(
            article=page.article.pk,
            user=request.user.pk,
            base=base.number,
            content=content,
            note=behind.form.cleaned_data.get("note", ""),
        )
    )


def _keep_typed(request, article: Article, behind: Behind) -> None:
    """Beside the history too: this page may be closed as well."""
    data = {
        name: values if len(values) > 1 else values[0]
        for name, values in request.POST.lists()
    }
    try:
        autosaving.keep(
            request.user,
            article,
            form_key=request.POST.get("form_key", ""),
            data=data,
            based_on=behind.form.cleaned_data["based_on"],
        )
    except (Refused, PermissionDenied):
        return  # the page itself still has it all


@method_decorator(editor.editor_csp, name="dispatch")
class ConflictPage(ArticlePage):
    """Mine, theirs and what both give together, point by point."""

    def get(self, request, **kwargs):
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        return HttpResponseRedirect(address)

    def post(self, request, **kwargs):
        """Save what was chosen against the version that the choice was made from."""
        unsaved = Unsaved.opened(
            request.POST.get("mine", ""), article=self.article, user=request.user
        )
        number = request.POST.get("theirs", "")
        is_number = number.isdecimal() and len(number) < 9
        theirs = get_object_or_404(
            self.article.revisions, number=int(number) if is_number else 0
        )
        merge = self._merge(unsaved, theirs)
        body = request.POST.get("body")
        answers = {"chosen": choices.given(merge, request.POST), "body": body}
        if choices.missing(merge, answers["chosen"]):
            said = _("Choose what stands wherever both changed the same thing.")
            return self._ask(unsaved, theirs, refusal=said, **answers)
        try:
            return self._save(merge.content(answers["chosen"], body), unsaved, theirs)
        except (Refused, PermissionDenied, html.HtmlRefused) as refusal:
            return self._ask(unsaved, theirs, refusal=str(refusal), **answers)

    def meet(self, unsaved: Unsaved):
        """Show what stands now beside what was to be saved; nothing new needs no page."""
        theirs = self.article.revisions.order_by("-number").first()
        merge = self._merge(unsaved, theirs)
        if choices.theirs_is_all(merge):
            return self._saved(self.article)
        return self._ask(unsaved, theirs)

    def _save(self, content: Snapshot, unsaved: Unsaved, theirs: Revision):
        try:
            article = restoring.become(
                self.article,
                content,
                actor=self.request.user,
                based_on=theirs.number,
                note=unsaved.note,
            )
        except editing.Conflict:
            merged = asdict(unsaved) | {"base": theirs.number, "content": content}
            return self.meet(Unsaved(**merged))
        return self._saved(article)

    def _saved(self, article: Article):
        kept_text.forget(self.request, article)
        return self.model_admin.response_change(self.request, article)

    def _merge(self, unsaved: Unsaved, theirs: Revision) -> merging.Merge:
        base = get_object_or_404(self.article.revisions, number=unsaved.base)
        sides = (
            versions.content_of(base),
            unsaved.content,
            versions.content_of(theirs),
        )
        return merging.merge(*sides)

    def _ask(self, unsaved, theirs, *, chosen=None, body=None, refusal: str = ""):
        """`chosen` and `body` are answers to this same question that were not enough."""
        merge = self._merge(unsaved, theirs)
        base = versions.content_of(self.article.revisions.get(number=unsaved.base))
        names = Names(base, unsaved.content, merge.theirs)
        asked = choices.questions(merge, names, chosen or {})
        form = self._body_form(asked, body)
        return self.page(
            "admin/articles/article/conflict.html",
            title=_("Two people changed this bulletin"),
            media=form.media if form else None,
            clashes=[each for each in asked if each.point.is_clash],
            settled=[each for each in asked if not each.point.is_clash],
            body_form=form,
            carried=self._carried(unsaved, with_body=form is None),
            sealed=unsaved.sealed(),
            theirs=theirs,
            since=self._saved_since(unsaved),
            refusal=refusal,
        )

    def _body_form(self, asked, body: str | None) -> BodyForm | None:
        """The editor, where both changed the body; with what was typed into it before."""
        for question in asked:
            if question.is_body and question.point.has_both:
                text = question.point.both if body is None else body
                return BodyForm(initial={"body": text}, article=self.article)
        return None

    def _carried(self, unsaved: Unsaved, *, with_body: bool) -> dict[str, str]:
        """The button that was pressed, and the form itself in case the session ends."""
        posted = self.request.POST
        pressed = {name: posted[name] for name in posted if name.startswith("_")}
        marks = {
            name: posted[name] for name in ("form_key", "writer") if name in posted
        }
        typed = form_content.as_posted(unsaved.content, self.article)
        if not with_body:
            del typed["body"]
        based_on = {"based_on": str(unsaved.base), "note": unsaved.note}
        return pressed | marks | typed | based_on

    def _saved_since(self, unsaved: Unsaved):
        newer = self.article.revisions.filter(number__gt=unsaved.base)
        return newer.order_by("number").select_related("actor").defer("snapshot")
