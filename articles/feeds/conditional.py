"""A feed is built only for readers who haven't got it yet; the rest hear 304.

One query tells which bulletins the feed would show and when that last changed. Editions
are immutable, so their keys are the whole content: the tag needs none of their text.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from types import ModuleType

from django.conf import settings
from django.db.models import Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from articles.feeds.channels import Channel
from articles.models import Edition
from articles.models.edition import EditionQuerySet

LENGTH = 20  # bulletins
# Kept for the pages, which print more than a feed can.
UNPRINTED = ["body_html", "search_text"]
LANGUAGE = "vi"  # whatever the reader's cookie says
# Raised when a feed prints something else of the same bulletins.
FORMAT = 1
# Short: a withdrawn bulletin leaves the feeds as well.
CACHE_CONTROL = "public, max-age=300"
LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)  # a day to spare for every zone


@dataclass(frozen=True)
class State:
    """The keys of the live editions that a feed shows, newest first, and the moment of
    the last change among them; None where there never was a bulletin.
    """

    shown: list[int]
    changed_at: datetime | None


def respond(request: HttpRequest, channel: Channel, writer: ModuleType) -> HttpResponse:
    """The channel as `writer` (`rss`, `json_feed`) prints it, or 304."""
    state = read_state(channel.editions, timezone.now())
    tag = _tag(request, channel, writer, state)
    changed = int(state.changed_at.timestamp()) if state.changed_at else None
    response = get_conditional_response(request, etag=tag, last_modified=changed)
    if response is None:
        with translation.override(LANGUAGE):
            text = writer.write(request, channel, _editions(state), state.changed_at)
        response = HttpResponse(text, content_type=writer.CONTENT_TYPE)
    response["ETag"] = tag
    if changed is not None:
        response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def read_state(editions: EditionQuerySet, now: datetime) -> State:
    """What the feed of these editions shows at the moment, in one query.

    It walks the order of lists down to the last bulletin shown. What was replaced or
    withdrawn on that way left the feed then, and that is a change as well.
    """
    rows = (
        editions.filter(_down_to_the_last(editions.live(now)), live_from__lte=now)
        .newest_first()
        .values_list("pk", "live_from", "live_until")
    )
    shown: list[int] = []
    changes: list[datetime] = []
    for key, live_from, live_until in rows:
        changes.append(live_from)
        if live_until is None or live_until > now:
            shown.append(key)
        else:
            changes.append(live_until)
    return State(shown, max(changes, default=None))


def _down_to_the_last(live: EditionQuerySet) -> Q:
    """Above the last of the newest live editions, or where it stands; all if there are
    fewer. Many bulletins may share a date line, so the article decides as in lists.
    """
    last = live.newest_first()[LENGTH - 1 : LENGTH]
    moment = Coalesce(Subquery(last.values("dateline_at")), Value(LONG_AGO))
    article = Coalesce(Subquery(last.values("article_id")), Value(0))
    return Q(dateline_at__gte=moment) & (
        Q(dateline_at__gt=moment) | Q(article_id__gte=article)
    )


def _editions(state: State) -> list[Edition]:
    """The editions themselves, in the order shown."""
    found = Edition.objects.live().defer(*UNPRINTED).in_bulk(state.shown)
    return [found[key] for key in state.shown if key in found]


def _tag(request, channel: Channel, writer: ModuleType, state: State) -> str:
    """The feed's ETag: all that it is made of, without making it."""
    made_of = [
        FORMAT,
        writer.__name__,
        request.build_absolute_uri(),
        settings.SITE_NAME,
        settings.MANAGING_BODY,
        channel.title,
        channel.description,
        *state.shown,
    ]
    digest = hashlib.sha256("\n".join(map(str, made_of)).encode()).hexdigest()
    return f'"{digest[:32]}"'
