import pytest
from django.core import checks as django_checks

from articles.admin import editor
from articles.checks import check_editor_is_fed_clean_html, check_imprint


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


IMPRINT = {
    "MANAGING_BODY": "UBND xã Vân Trà",
    "RESPONSIBLE_PERSON": "Bà Lê Thị Vân, Chủ tịch UBND xã",
    "LICENCE": "Số 12/GP-TTĐT",
    "CONTACT": "Điện thoại: 0237 3871 555",
}
MISSING = {
    "MANAGING_BODY": ("articles.W001", "The footer does not name the managing body."),
    "RESPONSIBLE_PERSON": (
        "articles.W002",
        "The footer does not name the person responsible for the content.",
    ),
    "LICENCE": ("articles.W003", "The footer does not name the licence."),
    "CONTACT": (
        "articles.W004",
        "The footer does not name how to reach the editors.",
    ),
}


@pytest.fixture
def imprint(settings):
    for name, value in IMPRINT.items():
        setattr(settings, name, value)


def test_a_complete_footer_passes(imprint):
    assert check_imprint(None) == []


@pytest.mark.parametrize("name", MISSING)
def test_each_line_that_the_law_asks_for_is_missed(name, imprint, settings):
    setattr(settings, name, " ")
    number, sentence = MISSING[name]
    assert check_imprint(None) == [
        django_checks.Warning(
            sentence, hint=f"Set NEWSROOM_{name} in the environment.", id=number
        )
    ]


def test_a_public_site_is_warned_and_work_in_progress_is_not(settings):
    settings.LICENCE = ""
    everyday = django_checks.run_checks()
    before_deployment = django_checks.run_checks(include_deployment_checks=True)
    assert "articles.W003" not in [each.id for each in everyday]
    assert "articles.W003" in [each.id for each in before_deployment]
