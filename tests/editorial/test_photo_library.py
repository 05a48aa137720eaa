"""Finding, describing, replacing and deleting photos of the library."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext

from articles.editorial import (
    permissions,
    photo_describing,
    photo_library,
    photo_replacing,
    publishing,
    restoring,
    versions,
)
from articles.models import Photo, PhotoPlace, PhotoTag, Revision, Status
from articles.photos import intake
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_user,
    picture_file,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

EDITOR, WRITER = "Biên tập viên", "Cộng tác viên"
SMALL = (96, 64)  # few renditions, quickly made


@pytest.fixture
def editor():
    return make_user(role=EDITOR)


def library_photo(colour="teal", *, tags=(), **fields):
    photo = make_photo(colour=colour, size=SMALL)
    for name, value in fields.items():
        setattr(photo, name, value)
    photo.save()
    photo_describing.set_tags(photo, tags)
    return photo


def found(words):
    return set(photo_library.find(Photo.objects.all(), words))


def received(colour):
    return intake.receive(picture_file(colour=colour, size=SMALL))


# --- finding ------------------------------------------------------------------


def test_photos_are_found_by_what_is_said_of_them_whatever_the_marks():
    road = library_photo("red", caption="Đường mới ở thôn Trại Cau", place="Vân Trà")
    flood = library_photo("blue", tags=["Lũ lụt"], author=make_author(name="Thu Hằng"))
    assert found("duong moi") == {road}
    assert found("VÂN cau") == {road}
    assert found("lu lut") == {flood}
    assert found("thu hang lu") == {flood}
    assert found("duong lu") == set()
    assert found("%") == set()
    assert found("  ") == {road, flood}


def test_a_name_that_is_no_photographers_finds_nothing():
    library_photo()
    make_author(name="Thu Hằng")
    assert found("hang") == set()


def test_a_photo_is_used_while_a_bulletin_or_an_edition_has_it():
    idle, placed, shown = map(library_photo, ["red", "green", "blue"])
    place_photo(make_article(), placed)
    article = make_article()
    place = place_photo(article, shown)
    publish(article)
    place.delete()
    everything = Photo.objects.all()
    assert set(photo_library.unused(everything)) == {idle}
    assert set(photo_library.used(everything)) == {placed, shown}
    marked = {each: each.is_used for each in photo_library.with_use(everything)}
    assert marked == {idle: False, placed: True, shown: True}


def test_uses_name_what_the_person_may_see_and_count_the_rest():
    writer = make_user(role=WRITER)
    photo = library_photo()
    own, foreign = make_article(actor=writer, title="Của tôi"), make_article()
    for article in (own, foreign):
        place_photo(article, photo)
    live = make_article()
    place_photo(live, photo)
    edition = publish(live)
    waiting = make_article()
    place_photo(waiting, photo)
    publish(waiting, at=timezone.now() + timedelta(days=1))
    uses = photo_library.uses(photo, user=writer)
    assert (uses.articles, uses.editions, uses.hidden) == ([own], [edition], 2)
    everything = photo_library.uses(photo, user=make_user(role=EDITOR))
    assert (len(everything.articles), len(everything.editions)) == (4, 2)
    assert everything.hidden == 0


def test_unused_photos_have_no_uses(editor):
    assert not photo_library.uses(library_photo(), user=editor)


def test_contributors_see_of_others_what_readers_see_now():
    writer = make_user(role=WRITER)
    live, waiting, gone, before = map(library_photo, ["red", "green", "blue", "teal"])
    published = [make_article() for _ in range(3)]
    for article, photo in zip(published, (live, waiting, gone), strict=True):
        place_photo(article, photo)
    in_two_editions, scheduled, withdrawn = published
    earlier = place_photo(in_two_editions, before)
    publish(in_two_editions)
    earlier.delete()
    publish(in_two_editions)
    publish(scheduled, at=timezone.now() + timedelta(days=9))
    publish(withdrawn)
    publishing.withdraw(withdrawn, actor=None, reason="Số liệu sai.")
    assert set(permissions.visible_photos(writer)) == {live}


# --- describing ---------------------------------------------------------------


def test_a_description_is_kept_with_its_tags_and_recorded(editor):
    photo = library_photo()
    photo.caption = "Cầu  mới"
    photo_describing.describe(photo, tags=["Cầu", "đường"], actor=editor)
    photo.refresh_from_db()
    assert (photo.caption, photo.search_key.split("\n")[0]) == ("Cầu mới", "cau moi")
    assert {tag.name for tag in photo.tags.all()} == {"Cầu", "đường"}
    entry = LogEntry.objects.get(object_id=photo.pk)
    said = entry.get_change_message()
    assert entry.user == editor
    assert all(gettext(word) in said for word in ("caption", "tags"))


def test_saving_the_same_words_again_leaves_no_trace(editor):
    photo = library_photo(tags=["Cầu"])
    photo_describing.describe(photo, tags=["cầu"], actor=editor)
    assert not LogEntry.objects.exists()


def test_case_does_not_make_another_tag_and_marks_do(editor):
    bridge = photo_describing.tag_named("Cầu  mới")
    assert photo_describing.tag_named("CẦU MỚI") == bridge
    assert photo_describing.tag_named("cau moi") != bridge
    assert set(PhotoTag.objects.values_list("name", flat=True)) == {
        "Cầu mới",
        "cau moi",
    }


def test_words_that_somebody_else_saved_meanwhile_are_not_overwritten(editor):
    photo = library_photo(caption="Cũ")
    seen = photo_describing.digest(photo)
    theirs = Photo.objects.get()
    theirs.caption = "Của họ"
    photo_describing.describe(theirs, tags=[], actor=editor, seen=seen)
    photo.caption = "Của tôi"
    with pytest.raises(photo_describing.Overtaken) as refusal:
        photo_describing.describe(photo, tags=[], actor=editor, seen=seen)
    assert refusal.value.standing.caption == "Của họ"
    assert Photo.objects.get().caption == "Của họ"


def test_another_tag_is_another_description(editor):
    photo = library_photo()
    seen = photo_describing.digest(photo)
    photo_describing.describe(photo, tags=["Mới"], actor=editor, seen=seen)
    with pytest.raises(photo_describing.Overtaken):
        photo_describing.describe(photo, tags=[], actor=editor, seen=seen)


def test_contributors_describe_their_own_photos_alone():
    writer = make_user(role=WRITER)
    own, other = library_photo("red", uploaded_by=writer), library_photo("blue")
    own.caption = other.caption = "Mới"
    photo_describing.describe(own, tags=[], actor=writer)
    with pytest.raises(PermissionDenied):
        photo_describing.describe(other, tags=[], actor=writer)
    assert set(Photo.objects.values_list("caption", flat=True)) == {"Mới", ""}


def test_a_new_focus_makes_its_crops_once_it_is_saved(
    editor, django_capture_on_commit_callbacks
):
    photo = library_photo()
    photo.focus_x, photo.focus_y = 10, 20
    with django_capture_on_commit_callbacks(execute=True):
        photo_describing.describe(photo, tags=[], actor=editor)
    _folders, files = default_storage.listdir(f"renditions/{photo.digest[:2]}")
    assert any("-card-10x20-" in name for name in files)


@pytest.mark.parametrize(("overwrite", "caption"), [(False, "Có rồi"), (True, "Chung")])
def test_several_photos_are_described_at_once(overwrite, caption):
    writer = make_user(role=WRITER)
    full = library_photo("red", uploaded_by=writer, caption="Có rồi", tags=["Cũ"])
    empty = library_photo("green", uploaded_by=writer, credit="Ông Tám")
    foreign = library_photo("blue")
    author = make_author()
    said = {"caption": "Chung", "author": author, "credit": "", "people": ""}
    outcome = photo_describing.describe_many(
        [full, empty, foreign], said, tags=["Chợ"], actor=writer, overwrite=overwrite
    )
    assert outcome == (2, 1)
    for photo in (full, empty, foreign):
        photo.refresh_from_db()
    assert (full.caption, empty.caption, foreign.caption) == (caption, "Chung", "")
    assert (full.author, full.credit) == (author, "")
    assert empty.credit_line == (author.name if overwrite else "Ông Tám")
    assert {tag.name for tag in full.tags.all()} == {"Cũ", "Chợ"}


# --- replacing ----------------------------------------------------------------


def test_a_new_file_takes_every_place_and_the_words_of_the_old_one(editor):
    old = library_photo(caption="Cầu mới", alt_text="Cây cầu", tags=["Cầu"])
    articles = [make_article(), make_article()]
    for article in articles:
        place_photo(article, old, caption="Riêng" if article == articles[0] else "")
    new = photo_replacing.replace(old, received("red"), actor=editor)
    old.refresh_from_db()
    assert old.replaced_by == new
    assert (new.caption, new.alt_text) == ("Cầu mới", "Cây cầu")
    assert [tag.name for tag in new.tags.all()] == ["Cầu"]
    assert set(PhotoPlace.objects.values_list("photo", "caption")) == {
        (new.pk, "Riêng"),
        (new.pk, ""),
    }
    for article in articles:
        assert article.events.latest("number").actor == editor
        assert versions.latest(article).number == 2
    assert set(photo_library.to_choose_from(editor)) == {new}


def test_what_is_still_to_come_is_named_to_those_who_see_its_bulletin(editor):
    writer = make_user(role=WRITER)
    old = library_photo(uploaded_by=writer)
    editions = []
    for at in (None, timezone.now() + timedelta(days=9)):
        article = make_article()
        place_photo(article, old)
        editions.append(publish(article, at=at))
    photo_replacing.replace(old, received("red"), actor=editor)
    live, _coming = editions
    assert set(photo_library.still_shown(old, user=editor)) == set(editions)
    assert list(photo_library.still_shown(old, user=writer)) == [live]


def test_readers_keep_the_old_picture_until_the_bulletin_is_published_again(editor):
    old = library_photo()
    article = make_article()
    place_photo(article, old)
    edition = publish(article)
    assert not photo_library.still_shown(old, user=editor).exists()
    new = photo_replacing.replace(old, received("red"), actor=editor)
    article.refresh_from_db()
    edition.refresh_from_db()
    assert article.status == Status.DRAFT
    assert edition.is_live()
    assert [row["digest"] for row in edition.photos] == [old.digest]
    assert list(photo_library.still_shown(old, user=editor)) == [edition]
    again = publishing.publish(article, actor=None)
    assert [row["digest"] for row in again.photos] == [new.digest]
    assert not photo_library.still_shown(old, user=editor).exists()


def test_a_picture_of_the_library_keeps_its_words_and_bulletins_keep_theirs(editor):
    old = library_photo("teal", caption="Cũ")
    known = library_photo("red", caption="Có sẵn")
    place = place_photo(make_article(), old)
    assert photo_replacing.replace(old, received("red"), actor=editor) == known
    place.refresh_from_db()
    known.refresh_from_db()
    assert (known.caption, place.said("caption")) == ("Có sẵn", "Cũ")


def test_a_replaced_picture_may_come_back(editor):
    first = library_photo("teal")
    place_photo(make_article(), first)
    second = photo_replacing.replace(first, received("red"), actor=editor)
    assert photo_replacing.replace(second, received("teal"), actor=editor) == first
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.replaced_by, second.replaced_by) == (None, first)


def test_the_same_file_and_a_photo_replaced_before_are_refused(editor):
    photo = library_photo("teal")
    with pytest.raises(photo_replacing.NotReplaced):
        photo_replacing.replace(photo, received("teal"), actor=editor)
    photo_replacing.replace(photo, received("red"), actor=editor)
    with pytest.raises(photo_replacing.NotReplaced):
        photo_replacing.replace(photo, received("blue"), actor=editor)


def test_nothing_is_replaced_while_a_bulletin_is_out_of_reach():
    """Reviews, but may see only their own work: a role that a newsroom could give."""
    half = make_user(
        "view_article", "change_article", "review_article", "add_article",
        "view_photo", "change_photo", "describe_any_photo", "write_for_any_unit",
    )  # fmt: skip
    photo = library_photo()
    for actor in (half, None, None):
        place_photo(make_article(actor=actor), photo)
    with pytest.raises(photo_replacing.NotReplaced) as refusal:
        photo_replacing.replace(photo, received("red"), actor=half)
    assert "2" in str(refusal.value)
    assert PhotoPlace.objects.filter(photo=photo).count() == 3
    assert Photo.objects.count() == 1


def test_contributors_replace_nothing():
    writer = make_user(role=WRITER)
    photo = library_photo(uploaded_by=writer)
    with pytest.raises(PermissionDenied):
        photo_replacing.replace(photo, received("red"), actor=writer)


# --- deleting -----------------------------------------------------------------


def test_an_unused_photo_goes_with_its_files(
    editor, django_capture_on_commit_callbacks
):
    photo = library_photo()
    assert default_storage.exists(photo.original.name)
    with django_capture_on_commit_callbacks(execute=True):
        photo_replacing.delete(photo, actor=editor)
    assert not Photo.objects.exists()
    assert not default_storage.exists(photo.original.name)
    _folders, files = default_storage.listdir(f"renditions/{photo.digest[:2]}")
    assert files == []
    entry = LogEntry.objects.get()
    assert (entry.user, photo.digest in entry.change_message) == (editor, True)


def test_files_stay_where_the_deletion_is_taken_back(
    editor, django_capture_on_commit_callbacks
):
    photo = library_photo()
    with django_capture_on_commit_callbacks() as callbacks:
        photo_replacing.delete(photo, actor=editor)
    assert default_storage.exists(photo.original.name)
    make_photo(colour="teal", size=SMALL)  # sent again before the files went
    for callback in callbacks:
        callback()
    assert default_storage.exists(photo.original.name)


def test_a_photo_in_use_cannot_be_deleted(editor):
    placed, shown = library_photo("red"), library_photo("blue")
    place_photo(make_article(), placed)
    article = make_article()
    place = place_photo(article, shown)
    publish(article)
    place.delete()
    for photo in (placed, shown):
        with pytest.raises(photo_replacing.InUse):
            photo_replacing.delete(photo, actor=editor)
    assert Photo.objects.count() == 2


def test_an_old_version_that_names_a_deleted_photo_is_not_restored(editor):
    photo = library_photo()
    article = make_article()
    place = place_photo(article, photo)
    revision = versions.take(article, actor=None)
    place.delete()
    versions.take(article, actor=None)
    photo_replacing.delete(photo, actor=editor)
    with pytest.raises(restoring.NamesTheGone):
        restoring.restore(Revision.objects.get(pk=revision.pk), actor=editor)


def test_what_a_deleted_photo_had_replaced_is_no_longer_replaced(editor):
    old = library_photo()
    new = photo_replacing.replace(old, received("red"), actor=editor)
    photo_replacing.delete(new, actor=editor)
    old.refresh_from_db()
    assert old.replaced_by is None


def test_only_editors_delete():
    writer = make_user(role=WRITER)
    photo = library_photo(uploaded_by=writer)
    with pytest.raises(PermissionDenied):
        photo_replacing.delete(photo, actor=writer)
