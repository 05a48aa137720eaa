"""Knocking at the doors of the desk, for the table of rights in test_rights.py.

A door that shows something is open when it answers 200; a door that does something is
open when something was done, and it is undone at once. Pages are not rendered: what is
asked is who may, not how it looks.
"""

from collections.abc import Callable

from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve, reverse

from articles.admin.conflicts import Unsaved
from articles.editorial import versions
from articles.models import Article, Autosave, Event, Presence, ReaderReport, Remark
from tests.admin.world import FORM_KEY

JSON = {"content_type": "application/json"}
URGENT = {"urgent_reason": "Lũ về trong đêm.", "urgent_confirmed": "on"}
NO_PARTS = {
    "photo_places-TOTAL_FORMS": 0,
    "photo_places-INITIAL_FORMS": 0,
    "attachment_places-TOTAL_FORMS": 0,
    "attachment_places-INITIAL_FORMS": 0,
    "bylines-TOTAL_FORMS": 0,
    "bylines-INITIAL_FORMS": 0,
}


def knock(user, path: str, data: dict | None = None, *, method: str = "get", **options):
    """The answer of the view behind the address, unrendered; or the number of a refusal."""
    request = getattr(RequestFactory(), method)(path, data, **options)
    request.user, request.session = user, SessionStore()
    request._messages = CookieStorage(request)
    request._dont_enforce_csrf_checks = True
    request.resolver_match = match = resolve(request.path)
    try:
        return match.func(request, *match.args, **match.kwargs)
    except PermissionDenied:
        return 403
    except Http404:
        return 404


def shows(user, path: str, **query) -> bool:
    answer = knock(user, path, query)
    return getattr(answer, "status_code", answer) == 200


def downloads(user, path: str) -> bool:
    """Whether there is a file; it is not opened."""
    answer = knock(user, path, headers={"If-None-Match": "*"})
    return getattr(answer, "status_code", answer) == 304


def does(user, path: str, *, options: dict | None = None, **data) -> bool:
    """Whether posting there changes anything; it is taken back."""
    with transaction.atomic():
        before = traces()
        knock(user, path, data, method="post", **(options or {}))
        changed = traces() != before
        transaction.set_rollback(True)
    return changed


def traces() -> list:
    """What no deed at the desk leaves as it was."""
    return [
        Article.objects.count(),
        Event.objects.count(),
        Presence.objects.count(),
        *Autosave.objects.order_by("pk").values_list("pk", "saved_at"),
        *Remark.objects.order_by("pk").values_list("pk", "resolved_at"),
        *ReaderReport.objects.order_by("pk").values_list("pk", "resolved_at"),
    ]


def address(article: Article, name: str, *arguments) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *arguments])


def on_list(user, **query) -> set[int]:
    """Keys of the bulletins that the list shows; none if it is closed."""
    path = reverse("admin:articles_article_changelist")
    answer = knock(user, path, query)
    if getattr(answer, "status_code", answer) != 200:
        return set()
    return {article.pk for article in answer.context_data["cl"].result_list}


def chosen(user, article: Article, action: str, **data) -> bool:
    """Whether an action of the list does anything to the bulletin."""
    path = reverse("admin:articles_article_changelist")
    return does(user, path, action=action, _selected_action=article.pk, **data)


def step(user, article: Article, name: str, **data) -> bool:
    form = {"when": "now", "note": "Vì sao."} | data
    return does(user, address(article, "step", name), **form)


def changes(user, article: Article) -> bool:
    form = {"title": "Sửa lén", "body": article.body, "unit": article.unit_id}
    return does(user, address(article, "change"), **form, **NO_PARTS)


def keeps(user, path: str) -> bool:
    """Whether the autosave takes what is typed."""
    return does(user, path, form_key=FORM_KEY, fields={"title": "Gõ nữa"}, options=JSON)


def compares(user, path: str) -> bool:
    """Whether it answers what was typed with what is saved; nothing is written."""
    data = {"form_key": FORM_KEY, "fields": {"title": "Gõ nữa"}}
    answer = knock(user, path, data, method="post", **JSON)
    return getattr(answer, "status_code", answer) == 200


def merges(user, article: Article) -> bool:
    """Whether the page on which conflicts are settled saves what the person wanted."""
    if user.pk is None:
        return does(user, address(article, "merge"))
    first = versions.content_of(article.revisions.get(number=1))
    mine = Unsaved(article.pk, user.pk, 1, first | {"lead": "Sapô khác."}, note="")
    return does(user, address(article, "merge"), mine=mine.sealed(), theirs=2)


# Letter in the table → (name of the address, question to a user and an article).
DOORS: dict[str, tuple[str, Callable]] = {
    "v": ("change", lambda u, a: shows(u, address(a, "change"))),
    "e": ("change", changes),
    "s": ("step", lambda u, a: step(u, a, "submit")),
    "a": ("step", lambda u, a: step(u, a, "accept")),
    "r": ("step", lambda u, a: step(u, a, "return")),
    "p": ("step", lambda u, a: step(u, a, "publish")),
    "q": ("step", lambda u, a: step(u, a, "publish", **URGENT)),
    "c": ("step", lambda u, a: step(u, a, "cancel")),
    "w": ("step", lambda u, a: step(u, a, "withdraw")),
    "o": ("step", lambda u, a: step(u, a, "reopen")),
    "S": ("changelist", lambda u, a: chosen(u, a, "submit_selected")),
    "A": ("changelist", lambda u, a: chosen(u, a, "accept_selected")),
    "P": ("changelist", lambda u, a: chosen(u, a, "publish_selected", confirmed=1)),
    "X": ("changelist", lambda u, a: chosen(u, a, "delete_selected", post="yes")),
    "x": ("delete", lambda u, a: does(u, address(a, "delete"), post="yes")),
    "h": ("history", lambda u, a: shows(u, address(a, "history"))),
    "f": ("preview", lambda u, a: shows(u, address(a, "preview"))),
    "l": (
        "preview_link",
        lambda u, a: does(u, address(a, "preview_link"), reader="Bà Năm", days=3),
    ),
    "k": (
        "preview_link_revoke",
        lambda u, a: does(
            u, address(a, "preview_link_revoke", a.preview_links.get().pk)
        ),
    ),
    "d": ("duplicate", lambda u, a: does(u, address(a, "duplicate"))),
    "m": ("remarks", lambda u, a: shows(u, address(a, "remarks"))),
    "n": ("remarks", lambda u, a: does(u, address(a, "remarks"), text="Góp ý.")),
    "t": (
        "remark",
        lambda u, a: does(u, address(a, "remark", a.remarks.get().pk, "resolve")),
    ),
    "V": ("versions", lambda u, a: shows(u, address(a, "versions"))),
    "C": ("compare", lambda u, a: shows(u, address(a, "compare"), old=1, new=2)),
    "B": ("restore", lambda u, a: does(u, address(a, "restore", 1), based_on=2)),
    "M": ("merge", merges),
    "y": ("autosave", lambda u, a: keeps(u, address(a, "autosave"))),
    "z": ("autosave_compare", lambda u, a: compares(u, address(a, "autosave_compare"))),
    "b": (
        "autosave_discard",
        lambda u, a: does(u, address(a, "autosave_discard"), form_key=FORM_KEY),
    ),
    "g": ("presence", lambda u, a: does(u, address(a, "presence"), options=JSON)),
    "u": ("attachment", lambda u, a: downloads(u, address(a, "attachment", 1))),
}
