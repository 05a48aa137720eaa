"""What was typed and not saved: kept for its writer alone, beside the history.

Each form that somebody opens has a key of its own. A bulletin has one kept text a
person, and it belongs to the form it was typed into: another form (a second window, a
second machine) never overwrites it, it has to be restored or discarded first.
"""

import json
import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import permissions, typed
from articles.editorial.refusal import Refused
from articles.models import Article, Autosave

MAX_BYTES = 1_500_000  # of JSON: the largest body, and everything around it
MAX_FIELDS = 2_000
FORM_KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")

# Buttons begin with "_". What says who may post, or from where, is no text.
FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")
MACHINERY = {"csrfmiddlewaretoken", "form_key", "writer", "based_on"}
SECRET = re.compile(r"passw|secret|token|mat_?khau", re.IGNORECASE)


class TypedElsewhere(Refused):
    """Text typed into another form of the same bulletin waits to be decided on."""


def keep(
    user,
    article: Article | None,
    *,
    form_key: str,
    data: dict[str, Any],
    based_on: int = 0,
    replacing: bool = False,
) -> Autosave:
    """Keep the form's fields; `article=None` for a bulletin that has none yet.

    `replacing` gives up what another form keeps of the same bulletin. Raises
    TypedElsewhere, Refused (too much, or no form's key) or PermissionDenied.
    """
    _check(user, article)
    if not FORM_KEY.fullmatch(form_key):
        raise Refused(_("This form cannot be told from others."))
    content = {
        "form_key": form_key,
        "data": _within_limit(what_may_be_kept(data)),
        "based_on": based_on,
        "saved_at": timezone.now(),
    }
    with transaction.atomic():
        return _write(user, article, content, replacing=replacing)


def _write(user, article: Article | None, content, *, replacing: bool) -> Autosave:
    kept = _kept(user, article, content["form_key"]).select_for_update().first()
    if kept is None:
        try:
            with transaction.atomic():
                return Autosave.objects.create(user=user, article=article, **content)
        except IntegrityError as error:  # another form was a moment faster
            raise TypedElsewhere(_elsewhere()) from error
    is_own = kept.form_key == content["form_key"]
    if not is_own and not replacing and differs(kept):
        raise TypedElsewhere(_elsewhere())
    for name, value in content.items():
        setattr(kept, name, value)
    kept.save()
    return kept


def find(user, article: Article | None, form_key: str = "") -> Autosave | None:
    """What the user's form keeps; without a key, what is kept of the article."""
    kept = _kept(user, article, form_key)
    return (kept.filter(form_key=form_key) if form_key else kept).first()


def waiting(
    user, article: Article | None, *, at_most: int = 5
) -> list[tuple[Autosave, list[typed.Difference]]]:
    """What can be offered to the user on the article's form, newest first, and why.

    Nothing that says the same as what is saved. With `article=None`: what was typed
    into forms for new bulletins.
    """
    kept = Autosave.objects.filter(user=user, article=article)
    kept = kept.select_related("article")
    found = [(each, differs(each)) for each in kept.order_by("-saved_at")[:at_most]]
    return [(each, differences) for each, differences in found if differences]


def discard(user, article: Article | None, form_key: str) -> None:
    """Forget what the user's form keeps, and no other form's."""
    Autosave.objects.filter(user=user, article=article, form_key=form_key).delete()


def differs(kept: Autosave) -> list[typed.Difference]:
    """What the kept text would change if it were saved; nothing is never offered."""
    return typed.differences(kept.data, kept.article, user_id=kept.user_id)


def what_may_be_kept(data: dict[str, Any]) -> dict[str, str | list[str]]:
    """Fields that people fill in: no token, no secret, no button, no file."""
    return {
        name: _plain(value)
        for name, value in list(data.items())[:MAX_FIELDS]
        if FIELD_NAME.fullmatch(name)
        and name not in MACHINERY
        and not SECRET.search(name)
        and "__prefix__" not in name
        and _is_text(value)
    }


def _is_text(value) -> bool:
    values = value if isinstance(value, list) else [value]
    return all(isinstance(each, str) for each in values)


def _plain(value: str | list[str]) -> str | list[str]:
    """Without what PostgreSQL cannot keep in JSON: NUL and half characters."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def _within_limit(data: dict) -> dict:
    if len(json.dumps(data, ensure_ascii=False).encode()) > MAX_BYTES:
        raise Refused(_("The text is too long to be kept: at most 1.5 MB."))
    return data


def _kept(user, article: Article | None, form_key: str):
    """The row that the form would write to, whoever wrote it."""
    if article is not None:
        return Autosave.objects.filter(user=user, article=article)
    return Autosave.objects.filter(user=user, article=None, form_key=form_key)


def _check(user, article: Article | None) -> None:
    if article is None:
        if not permissions.can_add(user):
            raise PermissionDenied(_("You may not write bulletins."))
    elif not permissions.can_edit(user, article):
        raise PermissionDenied(_("You may not change this bulletin."))


def _elsewhere() -> str:
    return _("This bulletin has unsaved text from another window or machine.")
