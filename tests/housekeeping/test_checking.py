"""What cannot be trusted is named, and holds every removal back."""

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils.translation import gettext as _

from articles.housekeeping import checking, rows
from articles.models import Attachment, Edition, EditionPhoto, Photo
from tests.factories import make_article, make_photo, place_photo, publish
from tests.housekeeping.media import all_files, found, make_attachment, put

pytestmark = pytest.mark.django_db

ORPHAN = "originals/ab/" + "ab" * 32 + ".jpg"


def edition_row(edition):
    numbers = {"number": edition.number, "pk": edition.article_id}
    return _("edition %(number)s of bulletin %(pk)s") % numbers


def kinds(problems):
    return {kind for kind, _what, _repaired in problems}


def published(photo):
    article = make_article()
    place_photo(article, photo, alt_text="Cầu")
    return publish(article)


def publish_as_it_is(**fields):
    """A second, cancelled edition of a bulletin, with content that no door lets through."""
    edition = publish()
    kept = {
        field.attname: getattr(edition, field.attname)
        for field in Edition._meta.concrete_fields
        if field.attname not in ("id", "number")
    }
    closed = {"live_until": edition.live_from, "closed_as": "cancelled"}
    (odd,) = Edition.objects.bulk_create([Edition(number=2, **kept | closed | fields)])
    return odd


SOUND = {"digest": "ab" * 32, "width": 640, "height": 480}


@pytest.mark.parametrize(
    "entry",
    [
        SOUND,
        SOUND | {"focus": [0, 100]},
        SOUND | {"focus": None},
        SOUND | {"width": 1, "height": 16_000},
    ],
    ids=str,
)
def test_entries_as_editions_have_them_are_sound(entry):
    assert rows.is_sound(entry)


@pytest.mark.parametrize(
    "entry",
    [
        None, 7, "ab", [], {}, {"digest": "ab" * 32},
        SOUND | {"digest": None}, SOUND | {"digest": "../" + "a" * 61},
        SOUND | {"digest": "AB" * 32}, SOUND | {"digest": "ab" * 31},
        SOUND | {"width": 0}, SOUND | {"width": "640"}, SOUND | {"height": None},
        SOUND | {"width": 640.5}, SOUND | {"width": -640},
        SOUND | {"focus": [50]}, SOUND | {"focus": "ab"}, SOUND | {"focus": [50.5, 50]},
        SOUND | {"focus": [-1, 50]}, SOUND | {"focus": [None, None]}, SOUND | {"focus": 5},
    ],
    ids=str,
)  # fmt: skip
def test_entries_that_cannot_be_are_not(entry):
    assert not rows.is_sound(entry)


@pytest.mark.parametrize(
    "fields",
    [
        {"original": "../../etc/passwd"},
        {"original": "originals/ab/" + "cd" * 32 + ".jpg"},
        {"original": ""},
        {"digest": "not a digest"},
        {"digest": "AB" * 32},
    ],
    ids=str,
)
def test_a_photo_that_does_not_name_its_file_holds_removals_back(fields):
    make_photo(colour="navy")
    photo = make_photo()
    put(ORPHAN)
    Photo.objects.filter(pk=photo.pk).update(**fields)
    before = all_files()
    problems = found(repair=True)
    assert ("row", _("photo %(pk)s") % {"pk": photo.pk}, False) in problems
    assert ("unneeded", ORPHAN, False) in problems
    assert kinds(problems) <= {"row", "held_back", "unneeded"}
    assert all_files() == before


def test_an_attachment_that_does_not_name_its_file_holds_removals_back():
    make_photo()
    attachment = make_attachment()
    Attachment.objects.update(file="elsewhere")
    put(ORPHAN)
    problems = found(repair=True)
    said = _("attachment %(pk)s") % {"pk": attachment.pk}
    assert problems[0] == ("row", said, False)
    assert ("unneeded", ORPHAN, False) in problems


def test_an_edition_whose_photo_left_the_library_holds_removals_back():
    edition = published(make_photo())
    EditionPhoto.objects.all()._raw_delete("default")
    put(ORPHAN)
    problems = found(repair=True)
    assert problems[0] == ("row", edition_row(edition), False)
    assert ("unneeded", ORPHAN, False) in problems


@pytest.mark.parametrize(
    "fields",
    [
        {"photos": {"digest": "ab"}},
        {"photos": "ab"},
        {"photos": 7},
        {"photos": [SOUND, None]},
        {"photos": [SOUND]},  # of a photo that has no row
        {"attachments": 7},
        {"attachments": {"a": 1}},
        {"attachments": [{"number": 1}]},
        {"attachments": [{"digest": ["ab"]}]},
        {"attachments": [{"digest": "ab" * 32}]},
    ],
    ids=str,
)
def test_an_edition_that_cannot_be_understood_holds_removals_back(fields):
    make_photo()
    edition = publish_as_it_is(**fields)
    put(ORPHAN)
    assert found(repair=True)[0] == ("row", edition_row(edition), False)
    assert ORPHAN in all_files()


def test_files_of_another_newsroom_are_not_removed():
    theirs = make_photo()
    ours = make_photo(colour="navy")
    put(theirs.original.name, b"theirs")
    theirs.delete()
    default_storage.delete(ours.original.name)
    problems = found(repair=True)
    assert kinds(problems) == {"held_back", "original_missing", "unneeded"}
    assert default_storage.exists(theirs.original.name)


def test_an_empty_database_removes_nobodys_photos():
    put(ORPHAN)
    assert kinds(found(repair=True)) == {"held_back", "unneeded"}
    assert ORPHAN in all_files()


def test_the_steps_are_counted():
    make_photo()
    assert len(list(checking.walk())) == checking.STEPS


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_same_however_many_photos(number, django_assert_num_queries):
    for index in range(number):
        published(make_photo(colour=(index, 0, 0)))
        make_attachment(bytes([index]))
    with django_assert_num_queries(3 * 256 + 5):
        assert found() == []


def test_a_file_that_cannot_be_read_is_named(monkeypatch):
    photo = make_photo()
    size = FileSystemStorage.size

    def failing(storage, path):
        if path == photo.original.name:
            raise PermissionError(13, "Permission denied")
        return size(storage, path)

    monkeypatch.setattr(FileSystemStorage, "size", failing)
    assert found() == [("unreadable", photo.original.name, False)]


def test_a_folder_that_cannot_be_read_is_named(monkeypatch):
    photo = make_photo()
    folder = photo.original.name.rpartition("/")[0]
    listdir = FileSystemStorage.listdir

    def failing(storage, path):
        if path == folder:
            raise OSError("Input/output error")
        return listdir(storage, path)

    monkeypatch.setattr(FileSystemStorage, "listdir", failing)
    assert found() == [("unreadable", folder, False)]
