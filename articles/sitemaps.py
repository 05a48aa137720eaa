"""What crawlers should know of: an index, its parts, and the news of two days.

A part holds the bulletins of a range of article ids, so that each is one query along one
index however many there are, and a bulletin stays in its part for good. Part 0 holds the
site's other pages. Everything streams: no part is ever in memory as a whole.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import chain

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.models import Author, Category, Edition, Unit
from articles.photos import markup

PART_SIZE = 50_000  # article ids: the protocol allows no more addresses in a file
ROWS_AT_ONCE = 1_000  # read from the database
NEWS_AGE = timedelta(days=2)  # what search engines take for news
NEWS_LENGTH = 1_000
CACHE_CONTROL = "public, max-age=600"

PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"

PAGES = [
    "front", "archive", "categories", "units", "authors", "most_read", "corrections",
    "accessibility",
]  # fmt: skip


@require_safe
def index(request: HttpRequest) -> StreamingHttpResponse:
    """The parts that hold something, and the news while there are any."""
    addresses = [
        reverse("articles:sitemap_part", args=[number]) for number in (0, *_parts())
    ]
    if _news().exists():
        addresses.append(reverse("articles:sitemap_news"))
    site = _site(request)
    entries = (
        f"<sitemap><loc>{escape(site + address)}</loc></sitemap>"
        for address in addresses
    )
    return _respond("sitemapindex", entries)


@require_safe
def part(request: HttpRequest, number: str) -> StreamingHttpResponse:
    """The site's own pages (0), or one range of its bulletins; 404 if that is empty."""
    site = _site(request)
    if number == "0":
        return _respond("urlset", (_url(site + address) for address in _pages()))
    rows = _rows(int(number))
    first = next(rows, None)
    if first is None:
        raise Http404
    before, after = _around_the_slug()
    entries = (
        _url(f"{site}{before}{slug}-{article_id}{after}", live_from)
        for article_id, slug, live_from in chain([first], rows)
    )
    return _respond("urlset", entries)


@require_safe
def news(request: HttpRequest) -> StreamingHttpResponse:
    """The bulletins of the last two days, with their pictures, newest first."""
    editions = _news().only(
        "article_id", "slug", "title", "dateline_at", "live_from", "cover"
    )
    site = _site(request)
    entries = (
        _news_url(request, site, edition)
        for edition in editions[:NEWS_LENGTH].iterator(ROWS_AT_ONCE)
    )
    return _respond("urlset", entries, {"news": NEWS, "image": IMAGE})


def _parts() -> Iterator[int]:
    """The numbers of the parts that hold a bulletin: a look into the index for each."""
    live = Edition.objects.live().order_by("article_id")
    ids = live.values_list("article_id", flat=True)
    number = 0
    # The condition, always true for the first part, lets the database use the index.
    while article_id := ids.filter(article_id__gt=number * PART_SIZE).first():
        number = (article_id - 1) // PART_SIZE + 1
        yield number


def _rows(number: int) -> Iterator[tuple[int, str, datetime]]:
    """Article id, slug and `live_from` of the part's live editions."""
    last = number * PART_SIZE
    editions = Edition.objects.live().filter(
        article_id__gt=last - PART_SIZE, article_id__lte=last
    )
    columns = editions.values_list("article_id", "slug", "live_from")
    return columns.order_by("article_id").iterator(ROWS_AT_ONCE)


def _news():
    now = timezone.now()
    return (
        Edition.objects.live(now).filter(dateline_at__gte=now - NEWS_AGE).newest_first()
    )


def _pages() -> Iterator[str]:
    """The paths of all pages but the bulletins."""
    for name in PAGES:
        yield reverse(f"articles:{name}")
    named = Edition.objects.live().filter(named_authors__author=OuterRef("pk"))
    slugs = {
        "category": Category.objects.order_by("pk"),
        "unit": Unit.objects.order_by("pk"),
        "author": Author.objects.filter(Exists(named)).order_by("pk"),
    }
    for name, found in slugs.items():
        for slug in found.values_list("slug", flat=True).iterator(ROWS_AT_ONCE):
            yield reverse(f"articles:{name}", args=[slug])


def _url(address: str, changed_at: datetime | None = None) -> str:
    lastmod = f"<lastmod>{_moment(changed_at)}</lastmod>" if changed_at else ""
    return f"<url><loc>{escape(address)}</loc>{lastmod}</url>"


def _news_url(request: HttpRequest, site: str, edition: Edition) -> str:
    image = ""
    if edition.cover:
        picture = request.build_absolute_uri(markup.share_url(edition.cover))
        image = f"<image:image><image:loc>{escape(picture)}</image:loc></image:image>"
    return (
        f"<url><loc>{escape(site + edition.get_absolute_url())}</loc>"
        f"<lastmod>{_moment(edition.live_from)}</lastmod>"
        "<news:news><news:publication>"
        f"<news:name>{escape(settings.SITE_NAME)}</news:name>"
        "<news:language>vi</news:language></news:publication>"
        f"<news:publication_date>{_moment(edition.dateline_at)}</news:publication_date>"
        f"<news:title>{escape(edition.title)}</news:title></news:news>{image}</url>"
    )


def _respond(
    root: str, entries: Iterable[str], extensions: dict[str, str] | None = None
) -> StreamingHttpResponse:
    names = "".join(
        f' xmlns:{prefix}="{name}"' for prefix, name in (extensions or {}).items()
    )
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{PROTOCOL}"{names}>\n'
    )
    lines = (f"{entry}\n" for entry in entries)
    return StreamingHttpResponse(
        chain([head], lines, [f"</{root}>\n"]),
        content_type="application/xml; charset=utf-8",
        headers={"Cache-Control": CACHE_CONTROL},
    )


def _around_the_slug() -> tuple[str, str]:
    """What stands before and after slug and id in a bulletin's path: reversing each
    address would take longer than all the rest.
    """
    before, _, after = reverse("articles:bulletin", args=["slug", 1]).partition(
        "slug-1"
    )
    return before, after


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").removesuffix("/")


def _moment(value: datetime) -> str:
    local = timezone.localtime(value, timezone.get_default_timezone())
    return local.isoformat(timespec="seconds")
