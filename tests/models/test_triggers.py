"""What was published or recorded stands, whoever asks the database to change it."""

from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.query import QuerySet

from articles.editorial import publishing
from articles.models import Edition, Event, ImmutableEvent, ImmutableRevision, Revision
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

TRIGGERS = import_module("articles.migrations.0005_readers_side").TRIGGERS


def test_every_trigger_is_there_after_all_migrations():
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        assert {name for (name,) in cursor.fetchall()} == set(TRIGGERS)


@pytest.mark.parametrize(
    ("model", "name", "change"),
    [
        (Event, "event_is_never_changed", lambda rows: rows.update(note="khác")),
        (Event, "event_is_never_deleted", lambda rows: rows._raw_delete(rows.db)),
        (Revision, "revision_is_never_changed", lambda rows: rows.update(note="khác")),
        (Revision, "revision_is_never_deleted", lambda rows: rows._raw_delete(rows.db)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_database_refuses(model, name, change):
    make_article()
    with pytest.raises(DatabaseError, match=name), transaction.atomic():
        # Past the model's own refusal, as a careless script would go.
        change(QuerySet(model).filter(pk=model.objects.get().pk))
    assert model.objects.count() == 1


def test_a_withdrawal_is_final():
    edition = publish()
    publishing.withdraw(edition.article, actor=None, reason="Số liệu sai.")
    edition.refresh_from_db()
    edition.live_until, edition.closed_as, edition.closing_note = None, "", ""
    with (
        pytest.raises(DatabaseError, match="withdrawal_is_final"),
        transaction.atomic(),
    ):
        edition.save(update_fields=["live_until", "closed_as", "closing_note"])
    assert not Edition.objects.live().exists()


@pytest.mark.parametrize(
    ("model", "refusal"), [(Event, ImmutableEvent), (Revision, ImmutableRevision)]
)
def test_the_model_refuses(model, refusal):
    make_article()
    row = model.objects.get()
    for change in (row.save, row.delete, model.objects.all().delete):
        with pytest.raises(refusal):
            change()
    with pytest.raises(refusal):
        model.objects.update(note="khác")
