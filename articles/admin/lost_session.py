"""An expired session never eats a form: what it posts is kept for the one who typed it.

Each form of a bulletin carries a signed mark that says whom it was shown to. What is
posted with such a mark by somebody who is logged out, or with the token of an earlier
login, becomes that person's kept text, which the form offers once they are back. Nobody
else ever sees it, in this browser or another, and nothing is kept for visitors who were
never shown a form. Needs no script.
"""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import csrf

from articles.editorial import autosaving
from articles.editorial.refusal import Refused
from articles.models import Article, Autosave

SALT = "articles.admin.lost_session"
LONGEST_OPEN = 7 * 24 * 60 * 60  # seconds that a form may stand open


def mark(user, article: Article | None, form_key: str) -> str:
    """What the form carries so that its text finds the way back to the user."""
    said = [user.pk, article.pk if article else None, form_key]
    return signing.dumps(said, salt=SALT)


def keep(request) -> Autosave | None:
    """Keep what a marked form posts; None if it has no valid mark or was refused."""
    try:
        said = signing.loads(
            request.POST.get("writer", ""), salt=SALT, max_age=LONGEST_OPEN
        )
    except signing.BadSignature:
        return None
    user_id, article_id, form_key = said
    users = get_user_model().objects.filter(is_active=True, is_staff=True)
    writer = users.filter(pk=user_id).first()
    article = Article.objects.filter(pk=article_id).first() if article_id else None
    if writer is None:
        return None
    try:
        return _keep(writer, article, form_key, request.POST)
    except (Refused, PermissionDenied):
        return None


def _keep(writer, article: Article | None, form_key: str, posted) -> Autosave:
    typed = {
        "form_key": form_key,
        "data": {
            name: values if len(values) > 1 else values[0]
            for name, values in posted.lists()
        },
        "based_on": _number(posted.get("based_on", "")),
    }
    try:
        return autosaving.keep(writer, article, **typed)
    except (autosaving.TypedElsewhere, PermissionDenied):
        # Neither text may go: this one waits on the form for new bulletins.
        return autosaving.keep(writer, None, **typed)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def before_login(request) -> None:
    """Keep what somebody logged out posts to the admin, and tell them on the way."""
    kept = keep(request)
    if kept is None:
        return
    if kept.article_id is None and "/add/" not in request.path:
        sentence = _(
            "Your session has ended. Your text is kept: log in, then choose "
            "“Add bulletin”; it is offered there."
        )
    else:
        sentence = _("Your session has ended. Your text is kept: log in to go on.")
    messages.warning(request, sentence)


def csrf_failure(request, reason=""):
    """A form from before the last login shows its text again, ready to be saved."""
    kept = keep(request)
    if kept is None or kept.user_id != request.user.pk:
        return csrf.csrf_failure(request, reason=reason)
    messages.warning(
        request,
        _("This page was opened before you last logged in. Your text is complete: look it over and save."),
    )  # fmt: skip
    address = (
        reverse("admin:articles_article_change", args=[kept.article_id])
        if kept.article_id
        else reverse("admin:articles_article_add")
    )
    return HttpResponseRedirect(f"{address}?restore={kept.form_key}")
