"""Originals and renditions against the library and against every edition."""

import pytest
from django.core.files.storage import default_storage

from articles.models import Edition, Photo
from articles.photos import locks, renditions
from tests.factories import make_article, make_photo, place_photo, publish
from tests.housekeeping.media import age, all_files, found, put

pytestmark = pytest.mark.django_db


def rendition_of(photo, spec=""):
    """One of the photo's renditions with its present focus; a crop if `spec` names it."""
    paths = sorted(renditions.names(photo) - {photo.original.name})
    return next(path for path in paths if f"-{spec}" in path)


def move_focus(photo, x, y):
    Photo.objects.filter(pk=photo.pk).update(focus_x=x, focus_y=y)
    photo.refresh_from_db()
    renditions.make_crops(photo)


def published(photo):
    article = make_article()
    place_photo(article, photo, alt_text="Cầu")
    return publish(article)


def test_a_newsroom_in_order_has_nothing_to_say():
    published(make_photo())
    make_photo(colour="navy", size=(300, 900))
    assert found() == []


def test_an_empty_newsroom_has_nothing_to_say():
    assert found() == []


def test_a_lost_original_is_named_and_stays_lost():
    photo = make_photo()
    default_storage.delete(photo.original.name)
    problem = ("original_missing", photo.original.name, False)
    assert found() == [problem]
    assert problem in found(repair=True)


def test_an_empty_original_is_named():
    photo = make_photo()
    put(photo.original.name, b"")
    assert found(repair=True) == [("original_empty", photo.original.name, False)]


@pytest.mark.parametrize("spec", ["w", "card", "hero", "share"])
def test_a_missing_rendition_is_made_anew(spec):
    photo = make_photo()
    path = rendition_of(photo, spec)
    before = default_storage.size(path)
    default_storage.delete(path)
    assert found() == [("rendition_missing", path, False)]
    assert found(repair=True) == [("rendition_missing", path, True)]
    assert found() == []
    assert default_storage.size(path) == pytest.approx(before, rel=0.2)


def test_an_empty_rendition_is_made_anew():
    path = rendition_of(make_photo())
    put(path, b"")
    assert found() == [("rendition_empty", path, False)]
    assert found(repair=True) == [("rendition_empty", path, True)]
    assert default_storage.size(path) > 0


def test_without_the_original_a_rendition_cannot_be_made():
    photo = make_photo()
    path = rendition_of(photo)
    default_storage.delete(path)
    default_storage.delete(photo.original.name)
    assert ("rendition_missing", path, False) in found(repair=True)


def test_an_original_that_is_no_picture_ends_nothing():
    photo = make_photo()
    path = rendition_of(photo)
    default_storage.delete(path)
    put(photo.original.name, b"not a JPEG at all")
    assert found(repair=True) == [("rendition_missing", path, False)]


def crops(photo, focus):
    return {
        path
        for path in all_files()
        if f"{photo.digest[:32]}-" in path and focus in path
    }


def test_crops_of_an_older_focus_go_unless_an_edition_names_them():
    seen, unseen = make_photo(), make_photo(colour="navy")
    for photo in (seen, unseen):
        move_focus(photo, 20, 20)
    edition = published(seen)
    for photo in (seen, unseen):
        move_focus(photo, 80, 80)
    proposed = crops(seen, "-50x50-") | crops(unseen, "-50x50-")
    stale = proposed | crops(unseen, "-20x20-")
    kept = all_files() - stale
    assert found(repair=True) == []  # all of them are young
    for path in stale:
        age(path)
    assert found() == [("unneeded", path, False) for path in sorted(stale)]
    found(repair=True)
    assert all_files() == kept
    assert renditions.names_for(edition.photos[0]) <= kept
    assert found() == []


def test_a_withdrawn_edition_keeps_its_crops():
    photo = make_photo()
    move_focus(photo, 20, 20)
    published(photo)
    move_focus(photo, 80, 80)
    Edition.objects.update(
        live_until=Edition.objects.get().live_from,
        closed_as="withdrawn",
        closing_note="Sai.",
    )
    published_crops = crops(photo, "-20x20-")
    for path in published_crops:
        age(path)
    found(repair=True)
    assert published_crops
    assert published_crops == crops(photo, "-20x20-")


def test_a_crop_that_an_edition_names_is_made_anew():
    photo = make_photo()
    move_focus(photo, 20, 20)
    published(photo)
    path = rendition_of(photo, "card-20x20")
    move_focus(photo, 80, 80)
    default_storage.delete(path)
    assert found(repair=True) == [("rendition_missing", path, True)]
    assert default_storage.exists(path)


ORPHANS = [
    "originals/ab/" + "ab" * 32 + ".jpg",
    "originals/ab/" + "ab" * 32 + "_x3Kf9aL.jpg",
    "renditions/ab/" + "ab" * 16 + "-w480.webp",
    "renditions/ab/" + "ab" * 16 + "-poster-50x50-w480.webp",
    "renditions/ab/deeper/down.txt",
    "renditions/zz/x.webp",
    "originals/thumbs.db",
    "attachments/ab/" + "ab" * 32,
    "attachments/readme.txt",
    "incoming/loose",
]


@pytest.mark.parametrize("path", ORPHANS)
def test_a_file_that_nothing_needs_is_removed_when_it_is_a_day_old(path):
    make_photo()
    before = all_files()
    put(path, old=False)
    assert found(repair=True) == []
    age(path)
    assert found() == [("unneeded", path, False)]
    assert found(repair=True) == [("unneeded", path, True)]
    assert all_files() == before


@pytest.mark.parametrize("path", ["secret.txt", "backup/originals/ab/x.jpg"])
def test_nothing_beside_the_four_folders_is_touched(path):
    make_photo()
    put(path)
    assert found(repair=True) == []
    assert path in all_files()


def test_a_row_that_came_meanwhile_keeps_its_file(monkeypatch):
    """The rows are asked again under the lock of whoever makes files of the photo."""
    photo = make_photo()
    digest = "ab" * 32
    path = put(renditions.original_path(digest))
    held = locks.held

    def arriving(beginning):
        Photo.objects.create(digest=digest, original=path, width=1, height=1)
        return held(beginning)

    monkeypatch.setattr(locks, "held", arriving)
    kinds = {kind for kind, what, _repaired in found(repair=True) if what == path}
    assert kinds == set()
    assert {path, photo.original.name} <= all_files()
