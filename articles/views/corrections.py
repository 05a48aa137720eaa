from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Correction, Edition

LENGTH = 50  # bulletins of either kind


@dataclass(frozen=True)
class Entry:
    """A public note on a bulletin, or a withdrawal if there is no note."""

    edition: Edition
    at: datetime
    note: Correction | None = None


@require_safe
def corrections(request):
    """What was corrected and what was withdrawn, newest first.

    Of a withdrawn bulletin the title is a part of the text and is not told again.
    """
    entries = sorted([*_notes(), *_withdrawals()], key=attrgetter("at"), reverse=True)
    return render(request, "articles/corrections.html", {"entries": entries})


def _notes() -> list[Entry]:
    editions = Edition.objects.corrected().only(
        "article_id", "title", "slug", "corrections"
    )
    return [
        Entry(edition, note.at, note)
        for edition in editions[:LENGTH]
        for note in edition.public_notes
    ]


def _withdrawals() -> list[Entry]:
    editions = Edition.objects.withdrawn().order_by("-live_until", "-article_id")
    return [
        Entry(edition, edition.live_until)
        for edition in editions.only("unit_name", "live_until", "closing_note")[:LENGTH]
    ]
