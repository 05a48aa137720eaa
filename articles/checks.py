"""What must hold before the newsroom starts, beside Django's own checks."""

from django.core.checks import Error

from articles.admin import editor

PROBE = '<p onclick="probe()">a</p><script>probe()</script>'


def check_editor_is_fed_clean_html(app_configs, **kwargs):
    """Stand in for ckeditor.W001, which settings silence on this one condition."""
    fed = editor.RichTextWidget().format_value(PROBE)
    kept = editor.RichTextFormField().clean(PROBE)
    if "probe" not in fed + kept:
        return []
    return [
        Error(
            "HTML reaches the rich-text editor, or the database, without being sanitised.",
            hint="articles/admin/editor.py must pass everything through text/html.py.",
            id="articles.E001",
        )
    ]
