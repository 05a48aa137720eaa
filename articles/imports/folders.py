"""Files and folders of the disk. Links are not followed, hidden files not seen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports.items import check_size, is_hidden, reading_order
from articles.imports.refusals import SourceError
from articles.text.vietnamese import one_line


class DiskFolder:
    """The files side by side in one folder, listed once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> list[str]:
        return self._names

    def read(self, name: str) -> bytes:
        path = self.path / name
        with refusals_as_sentences(path):
            check_size(shown(path.name), path.stat().st_size)
            return path.read_bytes()

    @cached_property
    def _names(self) -> list[str]:
        return [path.name for path in entries(self.path) if is_plain_file(path)]


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below the folder: its own in reading order, then those of its folders."""
    own = sorted(entries(folder), key=reading_order)
    yield from (path for path in own if is_plain_file(path))
    for path in own:
        if path.is_dir() and not path.is_symlink():
            yield from files_below(path)


def entries(folder: Path) -> list[Path]:
    with refusals_as_sentences(folder):
        return [path for path in folder.iterdir() if not is_hidden(Path(path.name))]


def is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def shown(name: str) -> str:
    """A name of the disk as people see it; bytes that are no UTF-8 become "�"."""
    return one_line(os.fsencode(name).decode("utf-8", "replace"))


@contextmanager
def refusals_as_sentences(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a SourceError."""
    try:
        yield
    except FileNotFoundError:
        sentence = _("“{name}” does not exist.")
        raise SourceError(format_lazy(sentence, name=shown(path.name))) from None
    except PermissionError:
        sentence = _("“{name}” may not be read by this user.")
        raise SourceError(format_lazy(sentence, name=shown(path.name))) from None
    except OSError as error:
        sentence = _("“{name}” cannot be read: {reason}.")
        raise SourceError(
            format_lazy(sentence, name=shown(path.name), reason=error.strerror)
        ) from error
