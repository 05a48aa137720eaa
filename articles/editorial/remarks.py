"""Remarks: what colleagues tell each other about an article, never public."""

import logging
import re

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.editorial import permissions
from articles.editorial.people import name_of
from articles.editorial.refusal import Refused
from articles.models import Article, Remark
from articles.text import vietnamese

logger = logging.getLogger(__name__)

LANGUAGE_OF_MAIL = "vi"  # the newsroom's; who reads it is not asked
_MENTION = re.compile(
    r'@(?:["“](?P<name>[^"“”\n]{1,150})["”]|(?P<user>[\w.@+-]{1,150}))'
)


class UnfitRemark(Refused):
    """A remark has to say something, and not without end."""


@transaction.atomic
def add(article: Article, *, actor, text: str, address: str = "") -> Remark:
    """Keep a remark, open until resolved, and tell whom it mentions.

    Mentions are `@username` or `@"display name"` of staff who may see the article; what
    names nobody stays plain text. `address` is where they find it, for the e-mail, which
    leaves once the remark is kept; that it cannot be sent is logged and no refusal.
    Raises UnfitRemark or PermissionDenied.
    """
    _check_view(actor, article)
    text = _fit(text)
    remark = Remark.objects.create(article=article, author=actor, text=text)
    people = mentioned(text, article, by=actor)
    remark.mentions.set(people)
    transaction.on_commit(lambda: _tell(remark, people, address))
    return remark


@transaction.atomic
def resolve(remark: Remark, *, actor) -> Remark:
    """Settle the remark; one that somebody else settled before stays theirs."""
    _check_view(actor, remark.article)
    remark = Remark.objects.select_for_update().get(pk=remark.pk)
    if remark.resolved_at is None:
        remark.resolved_at, remark.resolved_by = timezone.now(), actor
        remark.save(update_fields=["resolved_at", "resolved_by"])
    return remark


@transaction.atomic
def reopen(remark: Remark, *, actor) -> Remark:
    _check_view(actor, remark.article)
    remark = Remark.objects.select_for_update().get(pk=remark.pk)
    remark.resolved_at = remark.resolved_by = None
    remark.save(update_fields=["resolved_at", "resolved_by"])
    return remark


def of(article: Article) -> list[Remark]:
    """All remarks on the article: open ones first, each part in order of writing."""
    remarks = article.remarks.select_related("author", "resolved_by")
    return sorted(remarks, key=lambda remark: remark.resolved_at is not None)


def mentioned(text: str, article: Article, *, by) -> list[User]:
    """Staff whom the text names and who may see the article; never its writer.

    A display name that several people bear means all of them.
    """
    keys = {key for match in _MENTION.finditer(text) for key in _keys(match)}
    if not keys:
        return []
    staff = User.objects.filter(is_staff=True, is_active=True).exclude(pk=by.pk)
    named = [
        user
        for user in staff
        if keys & {_key(user.get_username()), f"“{_key(name_of(user))}"}
    ]
    return [user for user in named if permissions.can_view(user, article)]


def _fit(text: str) -> str:
    text = vietnamese.nfc(text).strip()
    longest = Remark._meta.get_field("text").max_length
    if not text:
        raise UnfitRemark(_("Write the remark first."))
    if len(text) > longest:
        raise UnfitRemark(
            _("A remark has at most %(longest)d characters; this one has %(length)d.")
            % {"longest": longest, "length": len(text)}
        )
    return text


def _keys(match: re.Match) -> set[str]:
    """A user name as written, and without the full stop that ends the sentence."""
    if match["name"]:
        return {f"“{_key(match['name'])}"}
    return {_key(match["user"]), _key(match["user"].rstrip(".-+@"))}


def _key(name: str) -> str:
    return vietnamese.one_line(name).casefold()


def _check_view(actor, article: Article) -> None:
    if not permissions.can_view(actor, article):
        raise PermissionDenied(_("You may not see this bulletin."))


def _tell(remark: Remark, people: list[User], address: str) -> None:
    """Write to everybody who was mentioned and has an e-mail address, each by themselves."""
    with translation.override(LANGUAGE_OF_MAIL):
        words = {"who": name_of(remark.author), "title": remark.article.title}
        subject = _("%(who)s mentions you: %(title)s") % words
        opening = _("%(who)s mentions you in a remark on “%(title)s”:") % words
    body = f"{opening}\n\n{remark.text}\n\n{address}".rstrip() + "\n"
    letters = [
        EmailMessage(subject, body, to=[person.email])
        for person in people
        if person.email
    ]
    try:
        get_connection().send_messages(letters)
    except (OSError, ValueError):  # every error of SMTP is an OSError
        logger.exception("The mail about remark %s could not be sent.", remark.pk)
