import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import Edition
from tests.factories import publish

pytestmark = pytest.mark.django_db


def run(**options):
    out = io.StringIO()
    call_command("render_editions", stdout=out, **options)
    return out.getvalue()


def test_what_is_derived_comes_back_and_what_was_published_stays():
    edition = publish(title="Đường", body="<p>Bê tông</p>")
    Edition.objects.update(body_html="", search_text="")
    run()
    again = Edition.objects.get()
    assert (again.body_html, again.search_text) == (
        edition.body_html,
        edition.search_text,
    )
    assert (again.title, again.composed_at) == (edition.title, edition.composed_at)


def test_only_editions_since_the_day():
    publish()
    Edition.objects.update(body_html="")
    call_command("render_editions", "--since", "01/01/2099")
    assert Edition.objects.get().body_html == ""
    call_command("render_editions", "--since", "2020-01-01")
    assert Edition.objects.get().body_html != ""


@pytest.mark.parametrize("text", ["31/02/2026", "hôm qua", "2026"])
def test_a_day_that_is_none_is_one_sentence(text):
    with pytest.raises(CommandError, match=text):
        call_command("render_editions", "--since", text)
