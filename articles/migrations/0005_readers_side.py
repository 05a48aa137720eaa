"""Sources, recordings, lead stories, authors' pages, reads and what readers report.

As in 0003, the triggers on editions are dropped first and made again at the end.
"""

from importlib import import_module

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

record = import_module("articles.migrations.0002_the_record_stands")
before = import_module("articles.migrations.0003_photo_library")

EDITION_CONTENT = [*before.EDITION_CONTENT, "source", "source_url"]
TRIGGERS = before.TRIGGERS | {
    "edition_content_is_immutable": ("articles_edition", "UPDATE", EDITION_CONTENT)
}


def create(apps, schema_editor):
    triggers = {name: TRIGGERS[name] for name in before.OF_EDITIONS}
    record.create_triggers(triggers, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_link_editions_to_photos"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(before.drop, before.create),
        migrations.CreateModel(
            name="DailyReads",
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
                ("day", models.DateField(db_index=True)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="EditionByline",
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
                ("dateline_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "author of an edition",
                "verbose_name_plural": "authors of editions",
            },
        ),
        migrations.CreateModel(
            name="FrontStory",
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
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Smaller numbers come first.",
                        verbose_name="position",
                    ),
                ),
            ],
            options={
                "verbose_name": "lead story",
                "verbose_name_plural": "lead stories",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReaderReport",
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
                ("edition_number", models.PositiveIntegerField(verbose_name="edition")),
                (
                    "text",
                    models.TextField(max_length=2000, verbose_name="what is wrong"),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="A telephone number or e-mail address, if you want an answer.",
                        max_length=200,
                        verbose_name="how to reach you",
                    ),
                ),
                ("reported_at", models.DateTimeField(verbose_name="reported")),
                (
                    "resolved_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="settled"),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="what was done"
                    ),
                ),
            ],
            options={
                "verbose_name": "report from a reader",
                "verbose_name_plural": "reports from readers",
                "ordering": ["-reported_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="source",
            field=models.CharField(
                blank=True,
                help_text="Where the bulletin was taken from, if it is not our own.",
                max_length=200,
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="source_url",
            field=models.CharField(
                blank=True,
                help_text="Complete, as the browser shows it: https://…",
                max_length=500,
                validators=[django.core.validators.URLValidator(["https", "http"])],
                verbose_name="address of the source",
            ),
        ),
        migrations.AddField(
            model_name="attachmentplace",
            name="is_reading",
            field=models.BooleanField(
                default=False,
                help_text="The recording takes the place of the browser's own voice.",
                verbose_name="reads the bulletin aloud",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="source"),
        ),
        migrations.AddField(
            model_name="edition",
            name="source_url",
            field=models.CharField(
                blank=True, max_length=500, verbose_name="address of the source"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("source_url", ""),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="article_source_has_a_name",
                violation_error_message="Name the source that the address leads to.",
            ),
        ),
        migrations.AddField(
            model_name="dailyreads",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="daily_reads",
                to="articles.article",
            ),
        ),
        migrations.AddField(
            model_name="editionbyline",
            name="article",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.article",
            ),
        ),
        migrations.AddField(
            model_name="editionbyline",
            name="author",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="named_in",
                to="articles.author",
            ),
        ),
        migrations.AddField(
            model_name="editionbyline",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="named_authors",
                to="articles.edition",
            ),
        ),
        migrations.AddField(
            model_name="frontstory",
            name="article",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="front_story",
                to="articles.article",
                verbose_name="bulletin",
            ),
        ),
        migrations.AddField(
            model_name="readerreport",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reader_reports",
                to="articles.article",
                verbose_name="bulletin",
            ),
        ),
        migrations.AddField(
            model_name="readerreport",
            name="resolved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="resolved_reports",
                to=settings.AUTH_USER_MODEL,
                verbose_name="settled by",
            ),
        ),
        migrations.AddConstraint(
            model_name="dailyreads",
            constraint=models.UniqueConstraint(
                fields=("article", "day"), name="daily_reads_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="dailyreads",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__gt", 0)), name="daily_reads_counts"
            ),
        ),
        migrations.AddIndex(
            model_name="editionbyline",
            index=models.Index(
                fields=["author", "-dateline_at", "-article"],
                name="edition_byline_newest",
            ),
        ),
        migrations.AddConstraint(
            model_name="editionbyline",
            constraint=models.UniqueConstraint(
                fields=("edition", "author"), name="edition_byline_once"
            ),
        ),
        migrations.AddIndex(
            model_name="readerreport",
            index=models.Index(
                fields=["resolved_at", "-reported_at"], name="report_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="readerreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="reader_report_has_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="readerreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("resolved_at", None), ("resolved_by", None)),
                    models.Q(
                        ("resolved_at__isnull", False), ("resolved_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="reader_report_settled_by_somebody",
            ),
        ),
        migrations.RunPython(create, before.drop),
    ]
