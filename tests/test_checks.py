from django.core import checks as django_checks

from articles.admin import editor
from articles.checks import check_editor_is_fed_clean_html


def test_a_clean_editor_passes():
    assert check_editor_is_fed_clean_html(None) == []


def test_an_editor_that_is_fed_as_it_comes_is_an_error(monkeypatch):
    monkeypatch.setattr(editor.html, "sanitise", lambda text: text)
    assert check_editor_is_fed_clean_html(None) == [
        django_checks.Error(
            "HTML reaches the rich-text editor, or the database, without being sanitised.",
            hint="articles/admin/editor.py must pass everything through text/html.py.",
            id="articles.E001",
        )
    ]


def test_the_check_runs_with_the_others(monkeypatch):
    monkeypatch.setattr(editor.html, "sanitise", lambda text: text)
    assert "articles.E001" in [each.id for each in django_checks.run_checks()]
