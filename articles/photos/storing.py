"""Files of photos are written whole or not at all, and together or not at all."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.utils import timezone

Store = Callable[[str, bytes], None]

YOUNG = timedelta(hours=12)  # half of what housekeeping leaves alone


@contextlib.contextmanager
def together() -> Iterator[Store]:
    """Yield `store(path, data)`. If the block fails, what it wrote is removed again.

    A file that is there already, as long as the data, is taken for it: names say what
    is in a file. One of another length was cut short and is replaced, and an old one
    may be on `check_media`'s list of what nothing needs.
    """
    written = []

    def store(path: str, data: bytes) -> None:
        if default_storage.exists(path):
            if default_storage.size(path) == len(data) and _is_young(path):
                return
            default_storage.delete(path)
        written.append(path)
        _write(path, data)

    try:
        yield store
    except BaseException:
        for path in written:
            with contextlib.suppress(Exception):  # the first error is the one to tell
                default_storage.delete(path)
        raise


def _is_young(path: str) -> bool:
    return timezone.now() - default_storage.get_modified_time(path) < YOUNG


class _Finished(File):
    """A file that the storage may move into place instead of copying it."""

    def temporary_file_path(self) -> str:
        return self.name


def _write(path: str, data: bytes) -> None:
    """Write under exactly this name. On a disk the file appears with all it holds:
    a reader who came halfway would keep half a picture for a year.
    """
    with tempfile.NamedTemporaryFile(dir=settings.DATA_DIR, delete=False) as file:
        try:
            file.write(data)
            file.flush()
            stored_as = default_storage.save(path, _Finished(file))
        finally:
            Path(file.name).unlink(missing_ok=True)
    if stored_as != path:  # another machine was quicker, with the same picture
        default_storage.delete(stored_as)
