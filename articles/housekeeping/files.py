"""The media storage, asked so that one bad file ends nothing.

Names that lead out of a folder are never followed: a bucket can hold a "..".
"""

import contextlib
from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

# What is younger may be on its way: its row comes last.
YOUNG = timedelta(hours=24)
ASTRAY = ("", ".", "..")


class Unreadable(Exception):
    """The storage gives no answer about `path`; the message is what it said instead."""

    def __init__(self, path: str, error: Exception):
        said = str(error).strip() or type(error).__name__
        super().__init__(said.splitlines()[0].rstrip("."))
        self.path = path


def listed(folder: str) -> tuple[list[str], list[str]]:
    """Names of the folders and of the files in a folder; none where it does not exist."""
    with asking(folder):
        try:
            folders, files = default_storage.listdir(folder)
        except (FileNotFoundError, NotADirectoryError):
            return [], []
    return _straight(folders), _straight(files)


def everything(folder: str) -> Iterator[str]:
    """The paths of all files in the folder, at any depth."""
    folders, files = listed(folder)
    for name in files:
        yield f"{folder}/{name}"
    for name in folders:
        yield from everything(f"{folder}/{name}")


def size(path: str) -> int | None:
    """In bytes; None if the file is not there."""
    with asking(path):
        try:
            return default_storage.size(path)
        except (FileNotFoundError, NotADirectoryError):
            return None


def is_old(path: str) -> bool:
    """Whether the file is there and has been for a day."""
    with asking(path):
        return (
            default_storage.exists(path)
            and default_storage.get_modified_time(path) < timezone.now() - YOUNG
        )


def remove(path: str) -> None:
    with asking(path):
        default_storage.delete(path)


def can_be_cut_short() -> bool:
    """Whether a file may exist without its content, as on a disk that lost its power.

    A bucket has a file whole or not at all. To ask it for the size of every rendition
    would take hours.
    """
    try:
        default_storage.path("")
    except NotImplementedError:
        return False
    return True


@contextlib.contextmanager
def asking(path: str) -> Iterator[None]:
    """Turn whatever goes wrong into Unreadable: each storage has errors of its own."""
    try:
        yield
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(path, error) from error


def _straight(names: list[str]) -> list[str]:
    return sorted(
        name for name in names if name not in ASTRAY and not {"/", "\\"} & set(name)
    )
