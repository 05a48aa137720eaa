"""Who may do what, at every door of the desk: generated, and compared with two tables.

`tests/admin/doors.py` knocks. A letter in a table is an open door:

    i in the list           j found by the search box
    v change page           e saving it              h history        f preview
    s submit                a mark as edited         r return         o reopen
    p publish               q publish alone, urgent  c cancel         w withdraw
    S A P the same for several at once: submit, mark as edited, publish
    x delete                X delete several at once
    l make a preview link   k take one back          d duplicate
    m read remarks          n write one              t settle one
    V versions              C compare two            B restore one   M settle a conflict
    y autosave              z compare typed text     b give it up    g be seen here
    u a file of its attachments

and of rooms that hold no bulletin, or all of them:

    i the desk     l the list       s what is due
    a add page     h add for the own unit      e add for another unit
    y autosave of a new one      z compare it      d give it up
    q what readers report        Q settle one
    look-ups:      A authors        U units         V accounts
    add pages:     b authors  u units  c categories  g genres  k accounts  G groups
"""

from collections import defaultdict

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.test import RequestFactory
from django.urls import reverse

from articles.editorial import roles
from articles.models import (
    Approval,
    Article,
    Edition,
    Event,
    Membership,
    ReaderReport,
    Revision,
)
from tests.admin import doors, world
from tests.admin.doors import DOORS, NO_PARTS, compares, does, keeps, shows
from tests.admin.world import FORM_KEY
from tests.factories import make_unit, make_user

pytestmark = pytest.mark.django_db

HEAD = "Trưởng ban biên tập"
ALL = (
    "own draft, own submitted, own edited, own returned, own published, own scheduled, "
    "own withdrawn, colleague's draft, other's draft, other's submitted, other's edited, "
    "other's returned, other's published, other's scheduled, other's withdrawn, "
    "own elsewhere draft"
)
OTHERS = (
    "colleague's draft, other's draft, other's submitted, other's edited, "
    "other's returned, other's published, other's scheduled, other's withdrawn"
)
IN_OTHER_HANDS = (
    "own submitted, own edited, own published, own scheduled, own withdrawn"
)

# What goes with the right to change a bulletin, and what with the right to see one's own.
WORK = "hflkdmntVCBMyzbgu"
READ = "hfdmntVCzbu"

RIGHTS = {
    "visitor": {"": ALL},
    "no role": {"": ALL},
    "Cộng tác viên": {
        f"ijvesS{WORK}": "own draft, own returned",
        f"ijv{READ}": IN_OTHER_HANDS,
        "": f"{OTHERS}, own elsewhere draft",
    },
    "Phóng viên": {
        f"ijvesS{WORK}": "own draft, own returned, own elsewhere draft",
        f"ijv{READ}": IN_OTHER_HANDS,
        "": OTHERS,
    },
    "Biên tập viên": {
        f"ijvesS{WORK}": "own draft, own returned, colleague's draft, other's draft, "
        "other's returned, own elsewhere draft",
        f"ijvearA{WORK}": "own submitted, other's submitted",
        f"ijver{WORK}": "own edited, other's edited",
        f"ijve{WORK}": "own published, own scheduled, own withdrawn, other's published, "
        "other's scheduled, other's withdrawn",
    },
    HEAD: {
        # What the head wrote goes out as urgent, or past another pair of eyes.
        f"ijvesqS{WORK}": "own draft, own elsewhere draft",
        f"ijvearqA{WORK}": "own submitted",
        f"ijverq{WORK}": "own edited",
        f"ijvesS{WORK}": "own returned, other's returned",
        f"ijvew{WORK}": "own published, other's published",
        f"ijveqcw{WORK}": "own scheduled",
        f"ijveq{WORK}": "own withdrawn",
        f"ijvespqSP{WORK}": "colleague's draft, other's draft",
        f"ijvearpqAP{WORK}": "other's submitted",
        f"ijverpqP{WORK}": "other's edited",
        f"ijvepqcwP{WORK}": "other's scheduled",
        f"ijvepqP{WORK}": "other's withdrawn",
    },
    "Quản trị": {"ijvhfmntVCzbu": ALL},
}
RIGHTS["superuser"] = RIGHTS[HEAD]  # nobody stands above the four eyes

ROOMS = {
    "visitor": "",
    # Whoever has an account may compare and give up what they typed themselves.
    "no role": "izd",
    "Cộng tác viên": "ilsahyzdAU",
    "Phóng viên": "ilsaheyzdAU",
    "Biên tập viên": "ilsaheyzdqQAUb",
    HEAD: "ilsaheyzdqQAUb",
    "Quản trị": "ilszdAUVbucgk",
    "superuser": "ilsaheyzdqQAUVbucgkG",
}


def person(name):
    if name == "visitor":
        return AnonymousUser()
    if name == "no role":
        return make_user()
    if name == "superuser":
        return User.objects.create_superuser("root")
    user = make_user(role=name)
    return User.objects.get(pk=user.pk)


def letters_of(desk, article, listed, found):
    """The doors to the article that are open to the person of the desk."""
    letters = ["i"] * (article.pk in listed) + ["j"] * (article.pk in found)
    return "".join(
        letters
        + [letter for letter, (_, ask) in DOORS.items() if ask(desk.person, article)]
    )


@pytest.mark.parametrize("name", ["visitor", "no role", *roles.ROLES, "superuser"])
def test_every_door_to_a_bulletin_is_open_to_whom_it_should_be(name):
    desk = world.build(person(name))
    listed = doors.on_list(desk.person)
    found = doors.on_list(desk.person, q="tin")
    by_letters = defaultdict(list)
    for state, article in desk.articles.items():
        letters = letters_of(desk, article, listed, found)
        by_letters[letters].append(state)
    rights = {letters: ", ".join(states) for letters, states in by_letters.items()}
    assert rights == RIGHTS[name]


def adds(user, unit):
    form = {"title": "Tin mới", "body": "<p>Chữ.</p>", "unit": unit.pk}
    return does(user, reverse("admin:articles_article_add"), **form, **NO_PARTS)


def new(name):
    return reverse(f"admin:articles_article_add_{name}")


def looks_up(user, model, name):
    path = reverse("admin:autocomplete")
    return shows(user, path, app_label="articles", model_name=model, field_name=name)


def opens(user, name):
    return shows(user, reverse(f"admin:{name}"))


def settles(user):
    report = ReaderReport.objects.get()
    address = reverse("admin:articles_readerreport_change", args=[report.pk])
    return does(user, address, note="Đã sửa.")


# Letter in ROOMS → (name of the address among those of bulletins, question).
ROOM_DOORS = {
    "i": (None, lambda u, home, away: opens(u, "index")),
    "l": ("changelist", lambda u, home, away: opens(u, "articles_article_changelist")),
    "s": ("scheduled", lambda u, home, away: opens(u, "articles_article_scheduled")),
    "a": ("add", lambda u, home, away: opens(u, "articles_article_add")),
    "h": ("add", lambda u, home, away: adds(u, home)),
    "e": ("add", lambda u, home, away: adds(u, away)),
    "y": ("add_autosave", lambda u, home, away: keeps(u, new("autosave"))),
    "z": (
        "add_autosave_compare",
        lambda u, home, away: compares(u, new("autosave_compare")),
    ),
    "d": (
        "add_autosave_discard",
        lambda u, home, away: does(u, new("autosave_discard"), form_key=FORM_KEY),
    ),
    "q": (None, lambda u, home, away: opens(u, "articles_readerreport_changelist")),
    "Q": (None, lambda u, home, away: settles(u)),
    "A": (None, lambda u, home, away: looks_up(u, "byline", "author")),
    "U": (None, lambda u, home, away: looks_up(u, "membership", "unit")),
    "V": (None, lambda u, home, away: looks_up(u, "author", "user")),
    "b": (None, lambda u, home, away: opens(u, "articles_author_add")),
    "u": (None, lambda u, home, away: opens(u, "articles_unit_add")),
    "c": (None, lambda u, home, away: opens(u, "articles_category_add")),
    "g": (None, lambda u, home, away: opens(u, "articles_genre_add")),
    "k": (None, lambda u, home, away: opens(u, "auth_user_add")),
    "G": (None, lambda u, home, away: opens(u, "auth_group_add")),
}


@pytest.mark.parametrize("name", ROOMS)
def test_every_room_is_open_to_whom_it_should_be(name):
    user, home, away = person(name), make_unit(), make_unit()
    if user.pk:
        Membership.objects.create(user=user, unit=home)
        world.type_something(None, user)
    world.report_something()
    asked = ROOM_DOORS.items()
    assert (
        "".join(key for key, (_, ask) in asked if ask(user, home, away)) == ROOMS[name]
    )


def test_every_address_of_bulletins_stands_in_a_table():
    """A new page is a new door: say here who may open it."""
    prefix = "articles_article_"
    addresses = {
        pattern.name.removeprefix(prefix)
        for pattern in admin.site.get_model_admin(Article).get_urls()
        if pattern.name  # Django's own redirect to the change page has none
    }
    asked = {name for name, _ask in [*DOORS.values(), *ROOM_DOORS.values()] if name}
    assert addresses == asked


def test_nobody_deletes_anything_that_the_record_names():
    """Not at any door of the admin, and not the one above all rights either."""
    root = person("superuser")
    request = RequestFactory().get("/")
    request.user = root
    deletable = {
        model.__name__
        for model, model_admin in admin.site._registry.items()
        if model_admin.has_delete_permission(request)
    }
    assert deletable == {"Group"}
    assert admin.site.is_registered(Article)
    assert not any(map(admin.site.is_registered, (Edition, Event, Revision, Approval)))
