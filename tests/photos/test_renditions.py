import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connections
from django.utils import timezone
from PIL import Image

from articles.models import Edition, EditionPhoto, Photo
from articles.photos import locks, renditions, specs
from tests.factories import make_article, make_photo, place_photo, publish
from tests.photos.files import encoded, names, stored, taken_in

pytestmark = pytest.mark.django_db


def halves() -> Photo:
    """A wide photo, red on the left and blue on the right, cropped around the middle."""
    image = Image.new("RGB", (1800, 400), "blue")
    image.paste("red", (0, 0, 900, 400))
    photo = taken_in(encoded(image, "PNG"))
    focused(photo, 50, 50)
    return photo


def focused(photo, x, y):
    photo.focus_x, photo.focus_y = x, y
    photo.save()


def show(photo) -> dict:
    """An edition that shows the photo as it is now; what it keeps of the photo."""
    article = make_article()
    place_photo(article, photo, alt_text="Ảnh")
    return publish(article).photos[0]


def show_as_before_focus(photo) -> dict:
    """The same, from the time when editions kept no focus."""
    shown = show(photo)
    entry = {name: shown[name] for name in shown if name != "focus"}
    article = make_article()
    edition = Edition.objects.create(
        article=article, number=1, title="Tin", slug="tin", unit=article.unit,
        unit_name="Xã", dateline_at=timezone.now(), dateline_has_time=True,
        composed_at=timezone.now(), live_from=timezone.now(), photos=[entry],
    )  # fmt: skip
    EditionPhoto.objects.create(edition=edition, photo=photo)
    return entry


def crops(photo) -> set[str]:
    return {name for name in renditions.names(photo) if "-card-" in name}


def colours(name) -> list[str]:
    """What is at the left and at the right end."""
    image = stored(name)
    ends = (image.getpixel((x, image.height // 2)) for x in (3, image.width - 4))
    return ["red" if red > blue else "blue" for red, _green, blue in ends]


@pytest.mark.parametrize(
    ("focus", "expected"),
    [
        ((50, 50), ["red", "blue"]),
        ((0, 50), ["red", "red"]),
        ((100, 0), ["blue", "blue"]),
    ],
)
def test_crops_show_what_is_around_the_focus(focus, expected):
    photo = halves()
    focused(photo, *focus)
    renditions.make_crops(photo)
    assert [colours(name) for name in crops(photo)] == [expected] * 4
    assert {stored(name).size for name in crops(photo)} == {(320, 213), (600, 400)}


def test_crops_around_an_older_focus_stay_and_the_rest_is_untouched():
    photo = halves()
    renditions.make_crops(photo)
    before = set(names())
    focused(photo, 10, 20)
    renditions.make_crops(photo)
    new = renditions.names(photo)
    assert set(names()) == before | new
    assert not [name for name in new - before if "-50x50-" in name]


def test_crops_of_a_lost_original_cannot_be_made():
    photo = halves()
    default_storage.delete(photo.original.name)
    with pytest.raises(FileNotFoundError):
        renditions.make_crops(photo)


@pytest.mark.parametrize("spec", specs.SPECS)
def test_a_missing_rendition_is_made_from_the_original(spec):
    photo = make_photo(size=(2400, 1800))
    missing = specs.path(photo.digest, specs.SPECS[spec].widths[-1], "jpg", spec)
    size = stored(missing).size
    default_storage.delete(missing)
    assert renditions.make_missing(missing)
    assert stored(missing).size == size
    assert stored(missing).info.get("icc_profile") is None


def test_a_missing_rendition_looks_as_the_one_made_at_once():
    photo = halves()
    renditions.make_crops(photo)
    (missing,) = [name for name in crops(photo) if name.endswith("w320.webp")]
    default_storage.delete(missing)
    assert renditions.make_missing(missing)
    assert colours(missing) == ["red", "blue"]


def test_what_is_there_is_not_made_again():
    photo = make_photo()
    path = specs.path(photo.digest, 480, "jpg")
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"as it is"))
    assert renditions.make_missing(path)
    assert default_storage.size(path) == len(b"as it is")


def missing_names(photo):
    """Names that look right and that nobody may have made."""
    yield specs.path("f" * 64, 480, "jpg")
    yield specs.path(photo.digest, 481, "jpg")
    yield specs.path(photo.digest, 960, "jpg")  # the photo is smaller
    yield specs.path(photo.digest, 640, "webp", "card", (1, 2))
    yield specs.path(photo.digest, 640, "webp", "card", (50, 101))
    yield specs.path(photo.digest, 600, "webp", "share", photo.focus)
    yield photo.original.name
    yield "renditions/../newsroom.sqlite3"


def test_what_no_photo_should_have_is_not_made():
    photo = make_photo()
    before = names()
    assert [renditions.make_missing(name) for name in missing_names(photo)] == [
        False
    ] * 8
    assert names() == before


def test_an_edition_may_still_ask_for_the_focus_it_was_published_with():
    photo = halves()
    focused(photo, 30, 40)
    entry = show(photo)
    focused(photo, 50, 50)
    wanted = {name for name in renditions.names_for(entry) if "-30x40-" in name}
    assert len(wanted) == 9
    assert [renditions.make_missing(name) for name in wanted] == [True] * 9
    assert not renditions.make_missing(
        specs.path(photo.digest, 320, "webp", "card", (30, 41))
    )


def test_an_edition_from_before_focus_was_known_shows_the_centre():
    photo = halves()
    entry = show_as_before_focus(photo)
    focused(photo, 10, 10)
    path = specs.path(photo.digest, 320, "webp", "card", specs.CENTRE)
    default_storage.delete(path)
    assert path in renditions.names_for(entry)
    assert renditions.make_missing(path)


def test_the_edition_of_another_photo_says_nothing_of_this_one():
    photo, other = halves(), make_photo()
    focused(other, 30, 40)
    show(other)
    path = specs.path(photo.digest, 320, "webp", "card", (30, 40))
    assert not renditions.make_missing(path)


@pytest.mark.parametrize("content", [None, b"", b"no picture", b"\xff\xd8\xff\xe0"])
def test_without_a_readable_original_nothing_is_made(content, caplog):
    photo = make_photo()
    default_storage.delete(photo.original.name)
    if content is not None:
        default_storage.save(photo.original.name, ContentFile(content))
    path = specs.path(photo.digest, 480, "jpg")
    default_storage.delete(path)
    assert not renditions.make_missing(path)
    assert not default_storage.exists(path)
    assert f"Photo {photo.pk}: its original cannot be read" in caplog.text


def test_a_photo_goes_with_all_its_files_and_no_other():
    photo, other = halves(), make_photo()
    focused(photo, 10, 10)
    renditions.make_crops(photo)
    renditions.remove(photo)
    assert set(names()) == renditions.names(other)
    renditions.remove(photo)


def test_names_are_of_the_original_and_of_what_readers_can_ask_for():
    photo = make_photo(size=(2400, 1800))
    entry = {"digest": photo.digest, "width": 2400, "height": 1800, "focus": [50, 50]}
    assert renditions.names(photo) == renditions.names_for(entry) | {
        photo.original.name
    }


@pytest.mark.django_db(transaction=True)
def test_readers_who_ask_at_the_same_time_wait_for_one_maker(monkeypatch):
    photo = make_photo(size=(1600, 1200))
    path = specs.path(photo.digest, 1600, "webp")
    default_storage.delete(path)
    made = []
    make = renditions._make_from_original
    monkeypatch.setattr(
        renditions,
        "_make_from_original",
        lambda wanted, photo: (made.append(wanted), make(wanted, photo)),
    )

    def ask(_reader) -> bool:
        try:
            return renditions.make_missing(path)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as readers:
        assert list(readers.map(ask, range(6))) == [True] * 6
    assert len(made) == 1


HOLD = """
import sys
import django
django.setup()
from articles.photos import locks
with locks.held("ab" * 32):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_waits_as_well():
    """Whoever dies gives the lock back."""
    environment = {"NEWSROOM_DATA_DIR": str(settings.DATA_DIR)}
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"},
    )
    with process, ThreadPoolExecutor(1) as pool:
        assert process.stdout.readline() == b"held\n"
        with locks.held("cd" * 32):
            waiting = pool.submit(enter, "ab" * 32)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
        process.kill()
        assert waiting.result(timeout=5)


def enter(digest: str) -> bool:
    with locks.held(digest):
        return True
