"""Public notes on what was wrong: what makes one, and which one waits for its time."""

from dataclasses import replace
from datetime import datetime

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial.refusal import Refused
from articles.models import Article, Correction, CorrectionKind
from articles.text import vietnamese


class BadCorrection(Refused):
    """There is nothing to correct, or the note does not say what was wrong."""


def possible(article: Article, at: datetime | None = None) -> bool:
    """Whether readers have seen an edition of the article."""
    at = at or timezone.now()
    seen = Q(live_until=None) | Q(live_until__gt=F("live_from"))
    return article.editions.filter(seen, live_from__lte=at).exists()


def waiting(article: Article, at: datetime | None = None) -> Correction | None:
    """The note that begins with the scheduled edition, if there is one."""
    edition = article.editions.scheduled(at).first()
    if edition is None or not edition.corrections:
        return None
    newest = edition.public_notes[-1]
    return newest if newest.at == edition.live_from else None


def checked(
    article: Article, correction: Correction | None, *, at: datetime
) -> Correction | None:
    """The note as readers will get it: plain text in NFC. Raises BadCorrection.

    None stands for the note that waits with the scheduled edition, if any: a new time
    for a bulletin must not lose what it owns up to. Cancelling the schedule drops it.
    """
    correction = correction or waiting(article, at)
    if correction is None:
        return None
    if correction.kind not in CorrectionKind.values:
        raise BadCorrection(_("Say whether this is a correction or something else."))
    text = vietnamese.nfc(correction.text).strip()
    if not text:
        raise BadCorrection(_("Say publicly what was wrong."))
    if not possible(article, at):
        raise BadCorrection(
            _("Readers have not seen this bulletin yet; there is nothing to correct.")
        )
    return replace(correction, text=text)
