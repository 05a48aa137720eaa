"""The bulletins in files, folders and zip archives, found one at a time."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports import readers
from articles.imports.archives import Archive
from articles.imports.folders import (
    DiskFolder,
    files_below,
    refusals_as_sentences,
    shown,
)
from articles.imports.items import Item, reading_order
from articles.imports.refusals import SourceError

__all__ = ["Item", "SourceError", "find"]


def find(paths: Iterable[Path]) -> Iterator[Item]:
    """Every bulletin in the paths, in reading order; a folder's own files come first.

    Raises SourceError, when it gets there, for a path that does not exist or cannot be
    read, for an archive that is damaged or dangerous, and for a path without bulletins.
    """
    for path in paths:
        with refusals_as_sentences(path):
            path.stat()
        found = False
        for item in items_in(path):
            found = True
            yield item
        if not found:
            sentence = _("“{name}” holds no bulletin that can be read ({kinds}).")
            kinds = ", ".join(readers.READERS)
            name = shown(path.resolve().name)
            raise SourceError(format_lazy(sentence, name=name, kinds=kinds))


def items_in(path: Path) -> Iterator[Item]:
    if path.is_dir():
        return in_folder(path)
    if is_archive(path):
        return in_archive(path, shown(path.name))
    if readers.supported(path.name):
        return iter([Item(shown(path.name), path.name, DiskFolder(path.parent))])
    sentence = _("“{name}” is not a kind of file that can be read.")
    raise SourceError(format_lazy(sentence, name=shown(path.name)))


def in_folder(root: Path) -> Iterator[Item]:
    folder = DiskFolder(root)
    for path in files_below(root):
        name = f"{root.resolve().name}/{path.relative_to(root).as_posix()}"
        if is_archive(path):
            yield from in_archive(path, shown(name))
        elif readers.supported(path.name):
            if path.parent != folder.path:
                folder = DiskFolder(path.parent)
            yield Item(shown(name), path.name, folder)


def in_archive(path: Path, name: str) -> Iterator[Item]:
    archive = Archive(path)
    try:
        for place in sorted(archive.folders, key=reading_order):
            folder = archive.folders[place]
            for file in sorted(map(place.joinpath, folder.names()), key=reading_order):
                if readers.supported(file.name):
                    yield Item(f"{name}/{file}", file.name, folder)
    finally:
        archive.close()


def is_archive(path: Path) -> bool:
    return path.suffix.lower() == ".zip"
