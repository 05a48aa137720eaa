"""The working copy as readers will see it, without publishing it."""

from datetime import datetime

from django.utils import timezone

from articles.editorial import composing, corrections, rendering, schedule
from articles.models import Article, Edition


def preview(article: Article, at: datetime | None = None) -> Edition:
    """The edition that publishing at the moment would make; nothing is written.

    Where one waits for its time, the preview has that time and its public note. What
    would keep the text from being published does not matter: half of it can be looked at.
    """
    at = at or timezone.now()
    edition = composing.compose(
        article,
        live_from=schedule.standing_time(article, at) or at,
        correction=corrections.waiting(article, at),
    )
    rendering.render(edition)
    return edition
