"""The database itself refuses to change what was published.

SQLite rebuilds a table to alter it and forgets its triggers: a later migration that
alters `articles_edition` has to run `create` again (tests/models/test_edition.py
notices if it doesn't).
"""

from django.db import migrations

CONTENT = [
    "article_id", "number", "title", "slug", "lead", "body", "bylines", "photos",
    "unit_id", "unit_name", "category_id", "category_name", "genre_id", "dateline_at",
    "dateline_has_time", "composed_at", "live_from",
]  # fmt: skip

SQLITE = """
CREATE TRIGGER edition_content_is_immutable BEFORE UPDATE ON articles_edition
WHEN {changed}
BEGIN SELECT RAISE(ABORT, 'edition_content_is_immutable'); END
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION edition_content_is_immutable() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'edition_content_is_immutable'
   USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRES = """
CREATE TRIGGER edition_content_is_immutable BEFORE UPDATE ON articles_edition
FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION edition_content_is_immutable()
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in CONTENT)
        schema_editor.execute(SQLITE.format(changed=changed))
    else:
        changed = " OR ".join(
            f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in CONTENT
        )
        schema_editor.execute(POSTGRES_FUNCTION)
        schema_editor.execute(POSTGRES.format(changed=changed))


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER edition_content_is_immutable")
    else:
        schema_editor.execute(
            "DROP TRIGGER edition_content_is_immutable ON articles_edition"
        )
        schema_editor.execute("DROP FUNCTION edition_content_is_immutable()")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
