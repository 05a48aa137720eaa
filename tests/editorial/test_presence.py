from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import presence
from articles.models import Presence, Status
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def make_editor(name):
    return make_user(role="Biên tập viên", first_name=name)


@pytest.mark.parametrize(
    ("seconds", "has_typed", "sentence"),
    [
        (20, True, "%(name)s is editing this bulletin now"),
        (130, True, "%(name)s is editing, %(minutes)s min ago"),
        (130, False, "%(name)s has this bulletin open"),
    ],
)
def test_the_sentence_says_who_and_since_when(seconds, has_typed, sentence):
    article, lan, minh = make_article(), make_editor("Lan"), make_editor("Minh")
    now = timezone.now()
    then = now - timedelta(seconds=seconds)
    presence.seen(lan, article, has_typed=has_typed, at=then)
    [other] = presence.others(article, minh, now)
    assert str(other) == gettext(sentence) % {"name": "Lan", "minutes": 2}


def test_nobody_is_their_own_colleague_and_silence_is_forgotten():
    article, lan, minh = make_article(), make_editor("Lan"), make_editor("Minh")
    now = timezone.now()
    presence.seen(lan, article, has_typed=True, at=now - timedelta(minutes=3))
    presence.seen(minh, article, has_typed=True, at=now)
    assert presence.others(article, minh, now) == []
    assert presence.others(make_article(), lan, now) == []


def test_one_row_a_person_and_one_query(django_assert_num_queries):
    article, lan = make_article(), make_editor("Lan")
    presence.seen(lan, article, has_typed=False)
    lan.get_all_permissions()
    with django_assert_num_queries(1):
        presence.seen(lan, article, has_typed=True)
    assert Presence.objects.get().has_typed


def test_those_who_only_read_are_not_noted():
    writer = make_user(role="Cộng tác viên")
    article = make_article(actor=writer)
    article.status = Status.SUBMITTED
    article.save()
    with pytest.raises(PermissionDenied):
        presence.seen(writer, article, has_typed=False)


@pytest.mark.parametrize("colleagues", [1, 3])
def test_others_are_one_query(colleagues, django_assert_num_queries):
    article, me = make_article(), make_editor("Tôi")
    for number in range(colleagues):
        presence.seen(make_editor(f"Lan {number}"), article, has_typed=True)
    with django_assert_num_queries(1):
        assert len(presence.others(article, me)) == colleagues
