"""Editions published before the library are linked to their photos by digest."""

from django.db import migrations


def link(apps, schema_editor):
    edition_model = apps.get_model("articles", "Edition")
    link_model = apps.get_model("articles", "EditionPhoto")
    photos = dict(
        apps.get_model("articles", "Photo").objects.values_list("digest", "pk")
    )
    rows = edition_model.objects.exclude(photos=[]).values_list("pk", "photos")
    for edition, shown in rows.iterator(chunk_size=500):
        keys = {photos[photo["digest"]] for photo in shown if photo["digest"] in photos}
        link_model.objects.bulk_create(
            link_model(edition_id=edition, photo_id=key) for key in sorted(keys)
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_photo_library")]
    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
