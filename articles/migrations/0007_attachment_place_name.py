from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_name_authors_of_editions")]
    operations = [
        migrations.AddField(
            model_name="attachmentplace",
            name="name",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                max_length=255,
                verbose_name="file name",
            ),
            preserve_default=False,
        ),
    ]
