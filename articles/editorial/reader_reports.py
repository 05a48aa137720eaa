"""What readers say is wrong in a bulletin: how it arrives, and who settles it.

Against machines stand a stamp that says when the form was shown (people need a moment,
and no form stays open for ever), a limit for each address and a look at the words. No
address is stored: a keyed hash of it holds a place in the cache for an hour.
"""

import re
from typing import NamedTuple

from django.core import signing
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.refusal import Refused
from articles.models import Edition, ReaderReport
from articles.text import vietnamese

SALT = "articles.editorial.reader_reports"
SHORTEST = 3  # seconds between seeing the form and sending it
LONGEST = 12 * 60 * 60
PER_HOUR = 5  # reports from one address
HOUR = 60 * 60

_LINK = re.compile(
    r"(?i)<[^>]*>|\[/?url[^\]]*\]|\b(?:https?:|www\.)\S+|\S+\.\w{2,}/\S*"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


class UnfitReport(Refused):
    """It says nothing that anybody could look into."""


class TooQuick(Refused):
    """Sent sooner than a person could have written it."""


class FormExpired(Refused):
    """The form stood open too long, or did not come from here."""


class TooManyReports(Refused):
    """More from one address than anybody finds wrong in an hour."""


class Stamp(NamedTuple):
    """What the form was about: the edition that the reader had before them."""

    article_id: int
    number: int


def stamp(edition: Edition) -> str:
    """What the form carries: which edition it is about and when it was shown, signed."""
    return _signer().sign(f"{edition.article_id}:{edition.number}")


def send(
    edition: Edition, *, text: str, contact: str = "", stamped: str, address: str
) -> ReaderReport:
    """Keep what a reader of the live edition wrote, for the desk of editors.

    `stamped` is what `stamp` made; `address` is the reader's. Sent twice it is kept once.
    Raises UnfitReport, TooQuick, FormExpired or TooManyReports.
    """
    _check_words(text)
    seen = _read(stamped, edition)
    same = ReaderReport.objects.filter(
        article=edition.article_id, text=text, contact=contact, resolved_at=None
    )
    if kept := same.first():
        return kept
    _take_place(address)
    return ReaderReport.objects.create(
        article_id=edition.article_id,
        edition_number=seen.number,
        text=text,
        contact=contact,
        reported_at=timezone.now(),
    )


def may_see(user) -> bool:
    return user.has_perm("articles.view_readerreport")


def waiting(user):
    """Reports that nobody has settled, newest first; none for who may not see them."""
    if not may_see(user):
        return ReaderReport.objects.none()
    return ReaderReport.objects.filter(resolved_at=None).select_related("article")


@transaction.atomic
def settle(report: ReaderReport, *, actor, note: str = "") -> ReaderReport:
    """Say that it was looked into; what somebody else settled before stays theirs."""
    _check_settle(actor)
    report = ReaderReport.objects.select_for_update().get(pk=report.pk)
    if report.resolved_at is None:
        report.resolved_at, report.resolved_by = timezone.now(), actor
        report.note = note
        report.save(update_fields=["resolved_at", "resolved_by", "note"])
    return report


@transaction.atomic
def reopen(report: ReaderReport, *, actor) -> ReaderReport:
    """Let it wait again; what was noted stays."""
    _check_settle(actor)
    report = ReaderReport.objects.select_for_update().get(pk=report.pk)
    report.resolved_at = report.resolved_by = None
    report.save(update_fields=["resolved_at", "resolved_by"])
    return report


def _check_settle(actor) -> None:
    if not actor.has_perm("articles.change_readerreport"):
        raise PermissionDenied(_("You may not settle what readers report."))


def _check_words(text: str) -> None:
    """Two words besides all links: what machines send is mostly links alone."""
    words = _LETTERS.findall(_LINK.sub(" ", vietnamese.nfc(text)))
    if len(words) < 2:
        raise UnfitReport(_("Say in a few words of your own what is wrong."))


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=SALT)


EXPIRED = gettext_lazy(
    "This form was open for too long. Your text is still here: send it again."
)


def _read(stamped: str, edition: Edition) -> Stamp:
    try:
        said = _signer().unsign(stamped, max_age=LONGEST)
    except signing.BadSignature as error:
        raise FormExpired(EXPIRED) from error
    seen = Stamp(*map(int, said.split(":")))
    if seen.article_id != edition.article_id:
        raise FormExpired(EXPIRED)
    if _is_younger(stamped, SHORTEST):
        raise TooQuick(
            _("That was very quick. Look your text over once more and send it again.")
        )
    return seen


def _is_younger(stamped: str, seconds: int) -> bool:
    try:
        _signer().unsign(stamped, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return True


def _take_place(address: str) -> None:
    """One of the places of this address for an hour; `add` lets two never share one."""
    who = salted_hmac(SALT, address, algorithm="sha256").hexdigest()
    places = (f"reader-report:{who}:{place}" for place in range(PER_HOUR))
    if not any(cache.add(place, True, HOUR) for place in places):
        raise TooManyReports(
            _("Several reports came from your connection within the last hour. "
              "Your text is still here: please send it a little later.")
        )  # fmt: skip
