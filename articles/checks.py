"""What must hold before the newsroom starts, beside Django's own checks."""

from django.conf import settings
from django.core import checks as django_checks

from articles.admin import editor

# What a public body's site has to say of itself on every page: setting, what is missing.
IMPRINT = {
    "MANAGING_BODY": "the managing body",
    "RESPONSIBLE_PERSON": "the person responsible for the content",
    "LICENCE": "the licence",
    "CONTACT": "how to reach the editors",
}
PROBE = '<p onclick="probe()">a</p><script>probe()</script>'


def check_editor_is_fed_clean_html(app_configs, **kwargs):
    """Stand in for ckeditor.W001, which settings silence on this one condition."""
    fed = editor.RichTextWidget().format_value(PROBE)
    kept = editor.RichTextFormField().clean(PROBE)
    if "probe" not in fed + kept:
        return []
    return [
        django_checks.Error(
            "HTML reaches the rich-text editor, or the database, without being sanitised.",
            hint="articles/admin/editor.py must pass everything through text/html.py.",
            id="articles.E001",
        )
    ]


@django_checks.register(deploy=True)
def check_imprint(app_configs, **kwargs):
    """Warn of each line that the law asks for and that the footer cannot print."""
    return [
        django_checks.Warning(
            f"The footer does not name {what}.",
            hint=f"Set NEWSROOM_{name} in the environment.",
            id=f"articles.W{number:03}",
        )
        for number, (name, what) in enumerate(IMPRINT.items(), start=1)
        if not getattr(settings, name).strip(" |")
    ]
