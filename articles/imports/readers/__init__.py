"""One module per kind of file; `read` chooses by the extension."""

from pathlib import PurePath

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports.bulletin import Bulletin
from articles.imports.items import Item
from articles.imports.readers import txt
from articles.imports.refusals import UnreadableBulletin

READERS = {".txt": txt.read}


def supported(name: str) -> bool:
    """Whether a file of this name can hold a bulletin."""
    return PurePath(name).suffix.lower() in READERS


def read(item: Item) -> Bulletin:
    """Read the item as its extension says.

    Raises UnreadableBulletin, or SourceError where the file itself cannot be read.
    """
    reader = READERS.get(PurePath(item.name).suffix.lower())
    if reader is None:
        sentence = _("There is no reader for “{name}”.")
        raise UnreadableBulletin(format_lazy(sentence, name=item.name))
    return reader(item.name, item.data())
