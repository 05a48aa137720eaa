"""Knocking at the doors of the desk, for the table of rights in test_rights.py.

A door that shows something is open when it answers 200; a door that does something is
open when something was done, and it is undone at once. Pages are not rendered: what is
asked is who may, not how it looks.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import User
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils import timezone

from articles.admin.conflicts import Unsaved
from articles.editorial import editing, publishing, versions, workflow
from articles.models import (
    Article,
    Autosave,
    Event,
    Membership,
    Presence,
    PreviewLink,
    Remark,
)
from tests.factories import make_unit, make_user

FORM_KEY = "mau-cua-toi"
JSON = {"content_type": "application/json"}
URGENT = {"urgent_reason": "Lũ về trong đêm.", "urgent_confirmed": "on"}
NO_PARTS = {
    "photo_places-TOTAL_FORMS": 0,
    "photo_places-INITIAL_FORMS": 0,
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
    ]


@dataclass(frozen=True)
class World:
    """One person, and bulletins in every state: by name of the state."""

    person: object
    articles: dict[str, Article] = field(default_factory=dict)


def build(person: User) -> World:
    """Bulletins of the person's and of others', at home and elsewhere, in every state."""
    is_person = person.pk is not None
    home, elsewhere = make_unit(), make_unit()
    colleague = make_user()
    world = World(person)
    if is_person:
        Membership.objects.create(user=person, unit=home)
    writers = {"own": (person, home), "colleague's": (colleague, home)}
    writers |= {"other's": (colleague, elsewhere), "own elsewhere": (person, elsewhere)}
    for whose, (writer, unit) in writers.items():
        for state in STATES if whose in ("own", "other's") else ["draft"]:
            article = _write(writer if is_person else colleague, unit)
            STATES[state](article)
            Remark.objects.create(article=article, author=colleague, text="Xem lại.")
            _link(article, colleague)
            if is_person:
                type_something(article, person)
            world.articles[f"{whose} {state}"] = article
    return world


def _write(writer: User, unit) -> Article:
    """A draft that the writer made, whatever role they have had since."""
    powers = User(pk=writer.pk, username=writer.username, is_superuser=True)
    article = Article(title="Tin", lead="Sapô.", body="<p>Chữ.</p>", unit=unit)
    editing.save_new(article, actor=powers)
    article.title = "Tin hai"
    return editing.save_edit(article, actor=powers, changed=["title"])


def type_something(article: Article | None, user: User) -> None:
    Autosave.objects.create(
        article=article,
        user=user,
        form_key=FORM_KEY,
        data={"title": "Đang gõ"},
        based_on=1,
        saved_at=timezone.now(),
    )


def _link(article: Article, creator: User) -> None:
    now = timezone.now()
    PreviewLink.objects.create(
        article=article,
        token_digest=f"{article.pk}",
        reader="Ông Tám",
        created_by=creator,
        created_at=now,
        expires_at=now + timedelta(days=1),
    )


def _go(*steps: Callable[[Article], object]) -> Callable[[Article], None]:
    def go(article):
        for step in steps:
            step(article)

    return go


def _perform(step, note="") -> Callable[[Article], object]:
    return lambda article: workflow.perform(step, article, actor=None, note=note)


def _schedule(article):
    at = timezone.now() + timedelta(days=1)
    publishing.publish(article, actor=None, at=at)


def _publish(article):
    publishing.publish(article, actor=None)


def _withdraw(article):
    publishing.withdraw(article, actor=None, reason="Số liệu sai.")


SUBMITTED = _perform(workflow.SUBMIT)
STATES = {
    "draft": _go(),
    "submitted": _go(SUBMITTED),
    "edited": _go(SUBMITTED, _perform(workflow.ACCEPT)),
    "returned": _go(SUBMITTED, _perform(workflow.RETURN, "Thiếu số liệu.")),
    "published": _go(_publish),
    "scheduled": _go(_schedule),
    "withdrawn": _go(_publish, _withdraw),
}


# --- the doors ----------------------------------------------------------------------


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
}
