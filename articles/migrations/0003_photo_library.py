"""The photo library, attachments, and files on their way in.

SQLite builds the table of editions anew for its new column and forgets its triggers, so
they are dropped first and made again at the end, with the column among the content.
"""

from importlib import import_module

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

record = import_module("articles.migrations.0002_the_record_stands")

EDITION_CONTENT = [*record.EDITION_CONTENT, "attachments"]
TRIGGERS = record.TRIGGERS | {
    "edition_content_is_immutable": ("articles_edition", "UPDATE", EDITION_CONTENT)
}
OF_EDITIONS = {
    name: trigger
    for name, trigger in TRIGGERS.items()
    if trigger[0] == "articles_edition"
}


def create(apps, schema_editor):
    record.create_triggers(OF_EDITIONS, schema_editor)


def create_old(apps, schema_editor):
    record.create_triggers(
        {name: record.TRIGGERS[name] for name in OF_EDITIONS}, schema_editor
    )


def drop(apps, schema_editor):
    record.drop_triggers(OF_EDITIONS, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_the_record_stands"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(drop, create_old),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("token", models.CharField(max_length=32, unique=True)),
                ("name", models.CharField(max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("received", models.PositiveBigIntegerField(default=0)),
                ("begun_at", models.DateTimeField()),
                ("touched_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.AddField(
            model_name="article",
            name="cover_number",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="The photo that stands for the whole on lists; empty: the first.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(999),
                ],
                verbose_name="cover photo",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="attachments",
            field=models.JSONField(default=list, verbose_name="attachments"),
        ),
        migrations.AddField(
            model_name="genre",
            name="is_gallery",
            field=models.BooleanField(
                default=False,
                help_text="The photos stand as a gallery, each as large as the page.",
                verbose_name="photo story",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="alt_text",
            field=models.CharField(
                blank=True,
                help_text="What is to be seen, for readers who cannot see it.",
                max_length=500,
                verbose_name="alternative text",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="author",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="photos",
                to="articles.author",
                verbose_name="photographer",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="caption",
            field=models.CharField(blank=True, max_length=500, verbose_name="caption"),
        ),
        migrations.AddField(
            model_name="photo",
            name="credit",
            field=models.CharField(
                blank=True,
                help_text="Who took the photo, where it is none of our authors.",
                max_length=200,
                verbose_name="credit",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="focus_x",
            field=models.PositiveSmallIntegerField(
                default=50, verbose_name="focus from the left"
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="focus_y",
            field=models.PositiveSmallIntegerField(
                default=50, verbose_name="focus from the top"
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="is_decorative",
            field=models.BooleanField(
                default=False,
                help_text="It only adorns; readers who cannot see it miss nothing.",
                verbose_name="decorative",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="likeness_1",
            field=models.PositiveIntegerField(db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="photo",
            name="likeness_2",
            field=models.PositiveIntegerField(db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="photo",
            name="likeness_3",
            field=models.PositiveIntegerField(db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="photo",
            name="likeness_4",
            field=models.PositiveIntegerField(db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="photo",
            name="name",
            field=models.CharField(
                blank=True,
                help_text="The name of the file as it was sent.",
                max_length=255,
                verbose_name="file name",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="people",
            field=models.CharField(
                choices=[
                    ("unknown", "Not looked at yet"),
                    ("none", "Nobody can be recognised"),
                    ("public", "At a public event"),
                    ("agreed", "They have agreed"),
                    ("ask", "Ask before publishing"),
                ],
                default="unknown",
                max_length=10,
                verbose_name="people in the photo",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="place",
            field=models.CharField(blank=True, max_length=200, verbose_name="place"),
        ),
        migrations.AddField(
            model_name="photo",
            name="placeholder",
            field=models.TextField(
                blank=True, editable=False, verbose_name="placeholder"
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="replaced_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaces",
                to="articles.photo",
                verbose_name="replaced by",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="search_key",
            field=models.TextField(blank=True, default="", editable=False),
        ),
        migrations.AddField(
            model_name="photo",
            name="taken_on",
            field=models.DateField(blank=True, null=True, verbose_name="taken on"),
        ),
        migrations.AddField(
            model_name="photoplace",
            name="is_decorative",
            field=models.BooleanField(
                default=False,
                help_text="It only adorns; readers who cannot see it miss nothing.",
                verbose_name="decorative",
            ),
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "digest",
                    models.CharField(max_length=64, unique=True, verbose_name="digest"),
                ),
                ("file", models.FileField(upload_to="", verbose_name="file")),
                ("name", models.CharField(max_length=255, verbose_name="file name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("audio", "sound"),
                            ("video", "video"),
                            ("document", "document"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "content_type",
                    models.CharField(max_length=100, verbose_name="content type"),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                (
                    "uploaded_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="uploaded"),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="AttachmentPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        editable=False, verbose_name="number"
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="What readers see; empty: the file's name.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachment_places",
                        to="articles.article",
                    ),
                ),
                (
                    "attachment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="articles.attachment",
                        verbose_name="attachment",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment of the bulletin",
                "verbose_name_plural": "attachments of the bulletin",
                "ordering": ["order", "number"],
            },
        ),
        migrations.CreateModel(
            name="EditionPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shown_photos",
                        to="articles.edition",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shown_in",
                        to="articles.photo",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo of an edition",
                "verbose_name_plural": "photos of editions",
            },
        ),
        migrations.CreateModel(
            name="PhotoTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=60, unique=True, verbose_name="tag"),
                ),
                (
                    "search_key",
                    models.TextField(blank=True, default="", editable=False),
                ),
            ],
            options={
                "verbose_name": "photo tag",
                "verbose_name_plural": "photo tags",
                "ordering": ["search_key", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="photo_tag_has_name",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="photo",
            name="tags",
            field=models.ManyToManyField(
                blank=True,
                related_name="photos",
                to="articles.phototag",
                verbose_name="tags",
            ),
        ),
        migrations.AlterField(
            model_name="photoplace",
            name="number",
            field=models.PositiveSmallIntegerField(verbose_name="number"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cover_number", None),
                    models.Q(("cover_number__gte", 1), ("cover_number__lte", 999)),
                    _connector="OR",
                ),
                name="article_cover_number_in_range",
            ),
        ),
        migrations.AlterModelOptions(
            name="photo",
            options={
                "ordering": ["-pk"],
                "permissions": [
                    ("describe_any_photo", "Can describe photos of others")
                ],
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
            },
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(("focus_x__lte", 100), ("focus_y__lte", 100)),
                name="photo_focus_is_inside",
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("people__in", ["unknown", "none", "public", "agreed", "ask"])
                ),
                name="photo_people_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(("author", None), ("credit", ""), _connector="OR"),
                name="photo_credited_once",
                violation_error_message="Choose one of our authors or write the credit, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_decorative", False), ("alt_text", ""), _connector="OR"
                ),
                name="photo_decorative_says_nothing",
                violation_error_message="A decorative photo has no alternative text: empty one of the two.",
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="uploads",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["audio", "video", "document"])),
                name="attachment_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__gt", 0)), name="attachment_is_not_empty"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="attachment_has_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachmentplace",
            constraint=models.UniqueConstraint(
                fields=("article", "number"), name="attachment_place_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachmentplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("number__lte", 999)),
                name="attachment_place_number_in_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="editionphoto",
            constraint=models.UniqueConstraint(
                fields=("edition", "photo"), name="edition_photo_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="upload",
            constraint=models.CheckConstraint(
                condition=models.Q(("received__lte", models.F("size"))),
                name="upload_not_overfull",
            ),
        ),
        migrations.RunPython(create, drop),
    ]
