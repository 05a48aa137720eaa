"""What a feed is of: whose bulletins it holds, under which name, on which page."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from articles.models import Category, Edition, Unit
from articles.models.edition import EditionQuerySet


@dataclass(frozen=True)
class Channel:
    """`page` is the path of the page that shows the same; `editions` are all of the
    scope, live or not: what is no longer live tells when the feed changed.
    """

    title: str
    description: str
    page: str
    editions: EditionQuerySet


def site() -> Channel:
    return Channel(
        title=settings.SITE_NAME,
        description=settings.MANAGING_BODY or settings.SITE_NAME,
        page=reverse("articles:front"),
        editions=Edition.objects.all(),
    )


def category(slug: str) -> Channel:
    """Raises Category.DoesNotExist."""
    category = Category.objects.get(slug=slug)
    return Channel(
        title=_of_the_site(category.name),
        description=category.description or category.name,
        page=category.get_absolute_url(),
        editions=Edition.objects.filter(category=category),
    )


def unit(slug: str) -> Channel:
    """As the unit's page: its bulletins and those of the units it took over.

    Raises Unit.DoesNotExist.
    """
    history = Unit.objects.history_of(slug)
    return Channel(
        title=_of_the_site(history.unit.name),
        description=history.unit.description or history.unit.name,
        page=history.unit.get_absolute_url(),
        editions=Edition.objects.filter(unit__in=history.held_ids),
    )


def _of_the_site(name: str) -> str:
    return f"{name} – {settings.SITE_NAME}"
