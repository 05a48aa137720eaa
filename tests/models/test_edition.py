from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.models.query import QuerySet
from django.utils import timezone

from articles.models import Edition, ImmutableEdition
from tests.factories import publish

pytestmark = pytest.mark.django_db

NOW = timezone.now()
TICK = timedelta(microseconds=1)


def changed(edition, **fields):
    for name, value in fields.items():
        setattr(edition, name, value)
    return edition


@pytest.fixture
def edition():
    return publish(title="Như đã đăng")


def test_model_refuses_to_change_what_was_published(edition):
    with pytest.raises(ImmutableEdition, match="title"):
        changed(edition, title="Khác").save(update_fields=["title"])
    assert Edition.objects.get().title == "Như đã đăng"


def test_model_refuses_a_full_save(edition):
    with pytest.raises(ImmutableEdition):
        changed(edition, title="Khác").save()


def test_queryset_refuses_to_change_what_was_published(edition):
    with pytest.raises(ImmutableEdition, match="lead, title"):
        Edition.objects.update(title="Khác", lead="Khác")
    with pytest.raises(ImmutableEdition):
        Edition.objects.bulk_update([changed(edition, title="Khác")], ["title"])


def test_editions_are_never_deleted(edition):
    with pytest.raises(ImmutableEdition):
        edition.delete()
    with pytest.raises(ImmutableEdition):
        Edition.objects.all().delete()


CONTENT = {
    "article": None,
    "number": 7,
    "title": "Khác",
    "slug": "khac",
    "lead": "Khác",
    "body": "<p>Khác</p>",
    "bylines": [{"name": "Khác"}],
    "photos": [{"number": 9}],
    "attachments": [{"number": 9}],
    "source": "Khác",
    "source_url": "https://khac.example.vn/",
    "corrections": [{"text": "Khác"}],
    "unit": None,
    "unit_name": "Khác",
    "category": None,
    "category_name": "Khác",
    "genre": None,
    "dateline_at": NOW,
    "dateline_has_time": False,
    "composed_at": NOW,
    "live_from": NOW,
}


def test_the_table_of_content_is_whole():
    fields = {field.name for field in Edition._meta.fields} - {"id"}
    derived = {"body_html", "cover", "search_text"}
    assert fields - derived - {"live_until", "closed_as", "closing_note"} == set(
        CONTENT
    )


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_database_refuses_to_change_what_was_published(edition, name):
    other = publish(category=None)
    values = CONTENT | {"article": other.article, "unit": other.unit, "category": None}
    if name in ("category", "genre"):
        edition = publish_with(name)
    with (
        pytest.raises(DatabaseError, match="edition_content_is_immutable"),
        transaction.atomic(),
    ):
        # Past the model's own refusal, as a careless script would go.
        QuerySet(Edition).filter(pk=edition.pk).update(**{name: values[name]})


def publish_with(name):
    from tests import factories  # noqa: PLC0415 — chosen by name

    return publish(**{name: getattr(factories, f"make_{name}")()})


def test_database_lets_lifetime_and_derived_columns_change(edition):
    edition.live_until, edition.closed_as = edition.live_from + TICK, "superseded"
    edition.body_html = "<p>anew</p>"
    edition.save(update_fields=["live_until", "closed_as", "body_html"])
    edition.refresh_from_db()
    assert (edition.closed_as, edition.body_html) == ("superseded", "<p>anew</p>")


@pytest.mark.parametrize(
    ("offset", "is_live"),
    [
        (-TICK, False),
        (timedelta(0), True),
        (timedelta(hours=1) - TICK, True),
        (timedelta(hours=1), False),
    ],
    ids=["just before", "at the start", "just before the end", "at the end"],
)
def test_live_is_half_open_to_the_microsecond(edition, offset, is_live):
    edition.live_until, edition.closed_as = (
        edition.live_from + timedelta(hours=1),
        "superseded",
    )
    edition.save(update_fields=["live_until", "closed_as"])
    at = edition.live_from + offset
    assert list(Edition.objects.live(at)) == ([edition] if is_live else [])
    assert edition.is_live(at) is is_live
