import os

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages

from articles.photos import storing
from tests.photos.files import names


def read(path: str) -> bytes:
    with default_storage.open(path) as file:
        return file.read()


def test_what_a_failed_block_wrote_goes_and_what_was_there_stays():
    default_storage.save("a/before", ContentFile(b"1"))

    def block():
        with storing.together() as store:
            store("a/before", b"1")
            store("a/new", b"2")
            raise ValueError("in the middle")

    with pytest.raises(ValueError, match="in the middle"):
        block()
    assert names() == ["a/before"]


def test_a_file_of_another_length_is_replaced_and_one_of_the_same_stays():
    default_storage.save("short", ContentFile(b"1"))
    default_storage.save("whole", ContentFile(b"ab"))
    with storing.together() as store:
        store("short", b"123")
        store("whole", b"cd")
    assert (read("short"), read("whole")) == (b"123", b"ab")


def test_nothing_temporary_is_left_and_the_web_server_may_read():
    before = set(os.listdir(settings.DATA_DIR))
    with storing.together() as store:
        store("a/file", b"1")
    assert set(os.listdir(settings.DATA_DIR)) == before
    mode = os.stat(default_storage.path("a/file")).st_mode & 0o777
    assert mode == settings.FILE_UPLOAD_PERMISSIONS


def test_of_two_who_write_the_same_at_once_one_copy_stays(monkeypatch):
    default_storage.save("a/file", ContentFile(b"1"))
    exists, asked = default_storage.exists, []

    def not_yet(path):
        asked.append(path)
        return len(asked) > 1 and exists(path)

    monkeypatch.setattr(default_storage, "exists", not_yet)
    with storing.together() as store:
        store("a/file", b"1")
    monkeypatch.undo()
    assert names() == ["a/file"]


def test_storages_without_a_disk_get_the_bytes(settings):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }
    assert type(storages["default"]).__name__ == "InMemoryStorage"
    with storing.together() as store:
        store("a/file", b"12")
    assert read("a/file") == b"12"
