from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import reading_counts
from articles.models import Category, Edition, FrontStory
from articles.views import paging
from articles.views.paging import Page, Walk

NEWEST = 7  # one large, then two rows of three
MOST_READ = 5
IN_SECTION = 4
SECTIONS = 20  # more would be no front page


@dataclass(frozen=True)
class Section:
    category: Category
    editions: list[Edition]


@require_safe
def front(request):
    """What the desk put first, the newest, what is read most, the newest by section.

    No bulletin stands there twice.
    """
    leads = _leads()
    newest = _newest(leads)
    shown = {edition.article_id for edition in [*leads, *newest.editions]}
    most_read = reading_counts.most_read(MOST_READ, without=shown)
    shown |= {edition.article_id for edition in most_read}
    context = {
        "leads": leads,
        "newest": newest,
        "most_read": most_read,
        "sections": _sections(shown),
    }
    return render(request, "articles/front.html", context)


def _leads() -> list[Edition]:
    """The lead stories that are live, in the desk's order."""
    chosen = FrontStory.objects.filter(article=OuterRef("article"))
    return list(
        Edition.objects.live()
        .filter(article__in=FrontStory.objects.values("article"))
        .annotate(position=Subquery(chosen.values("position")[:1]))
        .order_by("position", "article_id")
        .for_cards()
    )


def _newest(leads: list[Edition]) -> Page:
    """The newest beside the lead stories; the page's cursor goes on where they end.

    The lead stories are passed over here: told to leave them out, SQLite sorts it all.
    """
    walk = Walk([Edition.objects.live().for_cards()])
    size = NEWEST - 1 if leads else NEWEST
    found = [each for each in walk.newest(size + len(leads) + 1) if each not in leads]
    shown = found[:size]
    return Page(shown, older=paging.cursor_at(shown[-1]) if len(found) > size else "")


def _sections(shown: set[int]) -> list[Section]:
    """The newest of each category in the editors' order; those with nothing new left out.

    Two queries: the categories with the keys of their newest, each found at the
    beginning of the category's own index, and the editions of all these keys.
    """
    newest = (
        Edition.objects.live()
        .filter(category=OuterRef("pk"))
        .exclude(article_id__in=shown)
        .newest_first()
        .values("pk")
    )
    names = [f"newest_{place}" for place in range(IN_SECTION)]
    categories = Category.objects.only("name", "slug").annotate(
        **{
            name: Subquery(newest[place : place + 1])
            for place, name in enumerate(names)
        }
    )[:SECTIONS]
    keys = {
        category: [getattr(category, name) for name in names] for category in categories
    }
    every = {key for found in keys.values() for key in found if key}
    editions = Edition.objects.live().for_cards().in_bulk(every)
    sections = [
        Section(category, [editions[key] for key in found if key in editions])
        for category, found in keys.items()
    ]
    return [section for section in sections if section.editions]
