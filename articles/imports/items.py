"""One bulletin's file where it lies, with the images that lie beside it."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports.refusals import SourceError
from articles.text.vietnamese import collation_key, one_line

LARGEST_FILE = 25  # megabytes; more than any bulletin or photo needs
PHOTO_EXTENSIONS = (".jpg", ".jpeg", ".png", ".webp", ".heic")


class Folder(Protocol):
    """The files side by side in a folder or in one folder of an archive."""

    def names(self) -> list[str]: ...

    def read(self, name: str) -> bytes: ...


@dataclass(frozen=True)
class Item:
    """A bulletin's file. `name` is what people see; nothing is read before it is asked.

    Both methods raise SourceError where a file is there but cannot be read.
    """

    name: str
    file_name: str
    folder: Folder

    def data(self) -> bytes:
        return self.folder.read(self.file_name)

    def sibling(self, file_name: str) -> bytes | None:
        """The image of that name in the item's own folder, or None.

        Upper and lower case, composed and decomposed letters and the extensions of
        photos count as the same.
        """
        wanted = matching_key(file_name)
        exact = one_line(file_name).casefold()
        found = [name for name in self.folder.names() if matching_key(name) == wanted]
        if not found:
            return None
        found.sort(key=lambda name: (one_line(name).casefold() != exact, rank(name)))
        return self.folder.read(found[0])


def matching_key(file_name: str) -> str:
    """The name without case and, for photos, without the extension."""
    name = one_line(file_name).casefold()
    stem, dot, extension = name.rpartition(".")
    return f"{stem}." if dot + extension in PHOTO_EXTENSIONS else name


def rank(file_name: str) -> int:
    extension = PurePath(file_name).suffix.lower()
    return PHOTO_EXTENSIONS.index(extension) if extension in PHOTO_EXTENSIONS else 0


def check_size(name: str, size: int) -> None:
    """Refuse a file larger than any bulletin or photo needs to be."""
    if size > LARGEST_FILE * 1_000_000:
        sentence = _("“{name}” is larger than {size} MB.")
        raise SourceError(format_lazy(sentence, name=name, size=LARGEST_FILE))


def is_hidden(path: PurePath) -> bool:
    """Whether any part of the path is hidden, or what macOS adds to archives."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def reading_order(path: PurePath) -> list:
    """A sort key: folder by folder, numbers by value, letters as dictionaries do."""
    return [(collation_key(part), part) for part in path.parts]
