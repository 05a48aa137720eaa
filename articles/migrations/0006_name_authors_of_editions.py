"""Editions published before are linked to the authors whom they name, by address."""

from django.db import migrations


def link(apps, schema_editor):
    edition_model = apps.get_model("articles", "Edition")
    link_model = apps.get_model("articles", "EditionByline")
    authors = dict(
        apps.get_model("articles", "Author").objects.values_list("slug", "pk")
    )
    rows = edition_model.objects.exclude(bylines=[]).values_list(
        "pk", "article_id", "dateline_at", "bylines"
    )
    for edition, article, dateline_at, people in rows.iterator(chunk_size=500):
        keys = {
            authors[person["slug"]] for person in people if person["slug"] in authors
        }
        link_model.objects.bulk_create(
            link_model(
                edition_id=edition,
                author_id=key,
                article_id=article,
                dateline_at=dateline_at,
            )
            for key in sorted(keys)
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_readers_side")]
    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
