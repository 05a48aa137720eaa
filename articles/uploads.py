"""Files that arrive piece by piece, so that a bad line loses no finished part.

Each piece is an object of its own, `incoming/<token>/<offset>`, in the media storage:
folders and S3-compatible buckets can both hold them, neither can append. Readers have
no address for them. A finished upload stays until the browser says that it has the
answer (`discard`), so that whoever did not hear it can ask once more.
"""

import contextlib
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Upload
from articles.text import vietnamese

FOLDER = "incoming"
MAX_BYTES = 100 * 1024 * 1024
MOST_OPEN = 40  # uploads of one person
MOST_OPEN_BYTES = 500 * 1024 * 1024  # of one person, with what has yet to come
SPARED = 1024 * 1024 * 1024  # bytes of the disk that uploads leave free
STALE_AFTER = timedelta(hours=24)
LONGEST_NAME = 255


class UploadRefused(ValueError):
    """The file cannot be sent; the message says why, for whoever chose it."""


class WrongOffset(Exception):
    """The piece does not follow what is here; `received` says where to go on."""

    def __init__(self, received: int):
        super().__init__(f"Go on at {received}.")
        self.received = received


def begin(user, *, name: str, size: int) -> Upload:
    """A place for a file of `size` bytes. Raises UploadRefused.

    Makes room first: stale uploads go, and of a person's own those that were touched
    longest ago when there are too many or they take too much.
    """
    if size < 1:
        raise UploadRefused(_("The file is empty."))
    if size > MAX_BYTES:
        raise UploadRefused(
            _("The file is larger than 100 MB. Please send a smaller one.")
        )
    discard_stale()
    _make_room(user, size)
    _check_disk(size)
    now = timezone.now()
    return Upload.objects.create(
        token=secrets.token_hex(16),
        user=user,
        name=_bare_name(name),
        size=size,
        begun_at=now,
        touched_at=now,
    )


def find(user, token: str) -> Upload | None:
    """The upload, if it is this person's; None for anybody else's."""
    return Upload.objects.filter(user=user, token=token).first()


def append(upload: Upload, offset: int, data: bytes) -> Upload:
    """Keep the next piece. Raises WrongOffset, or UploadRefused if it is too long;
    Upload.DoesNotExist if somebody discarded the upload meanwhile.

    The piece is stored before the row knows of it: what is `received` is always there.
    """
    if offset != upload.received:
        raise WrongOffset(upload.received)
    end = offset + len(data)
    if end > upload.size:
        discard(upload)
        raise UploadRefused(
            _("The file has changed while it was being sent. Please choose it again.")
        )
    _store(f"{_folder(upload)}/{offset}", data)
    _move_on(upload, offset, end)
    return upload


def is_complete(upload: Upload) -> bool:
    return upload.received == upload.size


@contextlib.contextmanager
def content(upload: Upload) -> Iterator[IO[bytes]]:
    """The whole file in a temporary one, at its beginning, while the block runs.

    Raises WrongOffset while pieces are missing, FileNotFoundError if some are gone:
    somebody discarded the upload meanwhile.
    """
    if not is_complete(upload):
        raise WrongOffset(upload.received)
    with tempfile.TemporaryFile() as whole:
        for name in sorted(_pieces(upload), key=int):
            with default_storage.open(f"{_folder(upload)}/{name}") as piece:
                shutil.copyfileobj(piece, whole)
        if whole.tell() != upload.size:
            raise FileNotFoundError(f"Pieces of {upload} are gone.")
        whole.seek(0)
        yield whole


def discard(upload: Upload) -> None:
    """Remove the pieces, then the row: what is left of an accident is swept later."""
    _remove_pieces(upload)
    upload.delete()


def discard_stale() -> None:
    """Remove what nobody has touched for a day."""
    for upload in Upload.objects.filter(touched_at__lt=timezone.now() - STALE_AFTER):
        discard(upload)


def _make_room(user, size: int) -> None:
    total = size
    own = Upload.objects.filter(user=user).order_by("-touched_at", "-pk")
    for number, upload in enumerate(own, start=1):
        total += upload.size
        if number >= MOST_OPEN or total > MOST_OPEN_BYTES:
            discard(upload)


def _check_disk(size: int) -> None:
    """Raises UploadRefused where the storage is a disk that is almost full."""
    try:
        folder = Path(default_storage.path(""))
    except NotImplementedError:  # a bucket
        return
    folder.mkdir(parents=True, exist_ok=True)
    to_come = Upload.objects.aggregate(bytes=Sum(F("size") - F("received")))["bytes"]
    if shutil.disk_usage(folder).free - (to_come or 0) - size < SPARED:
        raise UploadRefused(
            _(
                "The newsroom's disk is almost full, so nothing can be sent. Please tell"
                " whoever looks after the computer."
            )
        )


def _move_on(upload: Upload, offset: int, end: int) -> None:
    """Say that the piece is here, unless another request did something first."""
    at_offset = Upload.objects.filter(pk=upload.pk, received=offset)
    if at_offset.update(received=end, touched_at=timezone.now()):
        upload.received = end
        return
    try:
        upload.refresh_from_db(fields=["received"])
    except Upload.DoesNotExist:
        _remove_pieces(upload)
        raise
    raise WrongOffset(upload.received)


def _store(path: str, data: bytes) -> None:
    """Write the piece under exactly this name; one that was cut short is replaced."""
    if default_storage.exists(path):
        if default_storage.size(path) == len(data):
            return  # from a request whose answer was lost
        default_storage.delete(path)
    stored_as = default_storage.save(path, ContentFile(data))
    if stored_as != path:  # another request was quicker, with the same piece
        default_storage.delete(stored_as)


def _pieces(upload: Upload) -> list[str]:
    """Names of the pieces, which are their offsets; not those of a race that was lost."""
    names = default_storage.listdir(_folder(upload))[1]
    return [name for name in names if name.isdecimal()]


def _remove_pieces(upload: Upload) -> None:
    folder = _folder(upload)
    with contextlib.suppress(FileNotFoundError):
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")
    with contextlib.suppress(OSError):  # a piece that arrives at this very moment
        default_storage.delete(folder)


def _folder(upload: Upload) -> str:
    return f"{FOLDER}/{upload.token}"


def _bare_name(name: str) -> str:
    """The file's name without folders; a name that is too long keeps its ending."""
    line = vietnamese.one_line(name.replace("\\", "/").rpartition("/")[2])
    return line[-LONGEST_NAME:]
