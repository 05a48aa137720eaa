"""The database itself refuses to change what was published or recorded.

Editions: content is written once; lifetime and derived columns may change. Events and
revisions: never changed, never deleted.

SQLite rebuilds a table to alter it and forgets its triggers: a later migration that
alters one of these tables has to create its trigger again
(tests/models/test_triggers.py notices if it doesn't).
"""

from django.db import migrations

EDITION_CONTENT = [
    "article_id", "number", "title", "slug", "lead", "body", "bylines", "photos",
    "corrections", "unit_id", "unit_name", "category_id", "category_name", "genre_id",
    "dateline_at", "dateline_has_time", "composed_at", "live_from",
]  # fmt: skip

# Of a withdrawn edition the lifetime stands as well: publishing again is a new edition.
WITHDRAWAL = ["live_until", "closed_as", "closing_note"]

# name → (table, what happens to a row, condition with {differs} filled by the vendor)
TRIGGERS = {
    "edition_content_is_immutable": ("articles_edition", "UPDATE", EDITION_CONTENT),
    "withdrawal_is_final": ("articles_edition", "UPDATE", WITHDRAWAL),
    "event_is_never_changed": ("articles_event", "UPDATE", None),
    "event_is_never_deleted": ("articles_event", "DELETE", None),
    "revision_is_never_changed": ("articles_revision", "UPDATE", None),
    "revision_is_never_deleted": ("articles_revision", "DELETE", None),
}

SQLITE = """
CREATE TRIGGER {name} BEFORE {change} ON {table} {when}
BEGIN SELECT RAISE(ABORT, '{name}'); END
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{name}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRES = """
CREATE TRIGGER {name} BEFORE {change} ON {table}
FOR EACH ROW {when} EXECUTE FUNCTION {name}()
"""


def when(columns, differs):
    """The condition under which the trigger fires; none: always."""
    if columns is None:
        return ""
    changed = " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in columns)
    if columns is WITHDRAWAL:
        changed = f"OLD.closed_as = 'withdrawn' AND ({changed})"
    return f"WHEN ({changed})"


def create(apps, schema_editor):
    create_triggers(TRIGGERS, schema_editor)


def drop(apps, schema_editor):
    drop_triggers(TRIGGERS, schema_editor)


def create_triggers(triggers, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for name, (table, change, columns) in triggers.items():
        words = {"name": name, "table": table, "change": change}
        words["when"] = when(columns, "IS NOT" if is_sqlite else "IS DISTINCT FROM")
        if not is_sqlite:
            schema_editor.execute(POSTGRES_FUNCTION.format(**words))
        schema_editor.execute((SQLITE if is_sqlite else POSTGRES).format(**words))


def drop_triggers(triggers, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for name, (table, _change, _columns) in triggers.items():
        place = "" if is_sqlite else f" ON {table}"
        schema_editor.execute(f"DROP TRIGGER {name}{place}")
        if not is_sqlite:
            schema_editor.execute(f"DROP FUNCTION {name}()")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
