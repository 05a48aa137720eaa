"""Zip archives, read with distrust: an archive may lie about every name and size."""

import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from zipfile import ZipFile, ZipInfo

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports.folders import refusals_as_sentences, shown
from articles.imports.items import check_size, is_hidden
from articles.imports.refusals import SourceError
from articles.text.vietnamese import nfc

MOST_ENTRIES = 2_000
LARGEST_TOTAL = 200  # megabytes, unpacked
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ENCRYPTED = 0x1  # bits of an entry's flags
NAMED_IN_UTF8 = 0x800
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError,
)  # fmt: skip


class Archive:
    """A zip archive whose entries have been checked.

    `folders` maps the path of each folder within to its files. Closing frees the file;
    reading opens it again. Raises SourceError, here and in `read`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = shown(path.name)
        self._zip: ZipFile | None = None
        self.folders: dict[PurePosixPath, ArchiveFolder] = defaultdict(
            lambda: ArchiveFolder(self, {})
        )
        with self.damage_as_sentence():
            entries = self.zip().infolist()
        self.check(entries)
        for entry in entries:
            file = entry_path(entry)
            if not entry.is_dir() and not is_hidden(file):
                self.folders[file.parent].entries[file.name] = entry

    def zip(self) -> ZipFile:
        if self._zip is None:
            self._zip = ZipFile(self.path)
        return self._zip

    def close(self) -> None:
        if self._zip is not None:
            self._zip.close()
            self._zip = None

    def check(self, entries: list[ZipInfo]) -> None:
        """Refuse the whole archive for one entry that nobody would pack in good faith."""
        if len(entries) > MOST_ENTRIES:
            self.refuse(_("“{name}” holds more than {most} files."), most=MOST_ENTRIES)
        if sum(entry.file_size for entry in entries) > LARGEST_TOTAL * 1_000_000:
            sentence = _("“{name}” unpacks to more than {most} MB.")
            self.refuse(sentence, most=LARGEST_TOTAL)
        for entry in entries:
            if leads_outside(entry_path(entry)):
                self.refuse(_("“{name}” holds a file whose path leads outside of it."))
            if entry.flag_bits & ENCRYPTED:
                self.refuse(_("“{name}” is protected by a password."))
            if entry.compress_type not in COMPRESSIONS:
                self.refuse(_("“{name}” is packed in a way that cannot be read."))

    def refuse(self, sentence: str, **facts: int) -> None:
        self.close()
        raise SourceError(format_lazy(sentence, name=self.name, **facts))

    def read(self, entry: ZipInfo) -> bytes:
        """The entry's bytes: never more than the size it declares."""
        check_size(f"{self.name}/{entry_path(entry)}", entry.file_size)
        with self.damage_as_sentence(), self.zip().open(entry) as stream:
            return stream.read(entry.file_size)

    @contextmanager
    def damage_as_sentence(self) -> Iterator[None]:
        try:
            with refusals_as_sentences(self.path):
                yield
        except SourceError:
            raise
        except DAMAGE as error:
            self.close()
            sentence = _("“{name}” is damaged or is no zip archive.")
            raise SourceError(format_lazy(sentence, name=self.name)) from error


@dataclass
class ArchiveFolder:
    """The files side by side in one folder of an archive."""

    archive: Archive
    entries: dict[str, ZipInfo]

    def names(self) -> list[str]:
        return list(self.entries)

    def read(self, name: str) -> bytes:
        return self.archive.read(self.entries[name])


def entry_path(entry: ZipInfo) -> PurePosixPath:
    """The entry's path within the archive.

    Names not marked as UTF-8 are read as code page 437 by the format's rule; where their
    bytes are valid UTF-8 the mark was only forgotten.
    """
    name = entry.filename
    if not entry.flag_bits & NAMED_IN_UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.filename
    return PurePosixPath(nfc(name).replace("\\", "/"))


def leads_outside(path: PurePosixPath) -> bool:
    is_absolute = path.is_absolute() or PureWindowsPath(path).drive != ""
    return is_absolute or ".." in path.parts
