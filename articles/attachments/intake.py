"""The one door for files that go with bulletins.

The content decides what a file is, and its name has to agree. Two steps, as with
photos: `receive` checks and stores before any transaction is open; `keep` writes the
row inside one.
"""

import hashlib
import mmap
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePath
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.attachments import compound, film, packages, pdf, sound, strangers
from articles.attachments.kinds import MAX_BYTES, MEGABYTE, TYPES, FileType, Kind
from articles.attachments.refusal import AttachmentRefused
from articles.models import Attachment
from articles.text import vietnamese

BLOCK = 256 * 1024
HEAD = 1024  # bytes that tell the family
LONGEST_NAME = 255
YOUNG = timedelta(hours=12)  # half of what housekeeping leaves alone


@dataclass(frozen=True)
class Received:
    """A file that is stored; nothing in the database names it yet."""

    digest: str  # SHA-256 of the file as stored, hexadecimal
    name: str
    type: FileType
    size: int


def receive(file: IO[bytes], *, name: str) -> Received:
    """Check the file, clean it and store it; `name` is the one it came under.

    A file that no row comes to name is left to housekeeping: others may have sent the
    same one at the same time. What a recording tells besides picture and sound (where, on what) is blanked. Raises
    AttachmentRefused with a sentence for whoever chose the file; then nothing is stored.
    """
    name = _clean(name)
    with tempfile.TemporaryFile() as copy:
        file_type = _taken_over(file, copy)
        _compare(name, file_type)
        copy.seek(0)
        digest = hashlib.file_digest(copy, "sha256").hexdigest()
        size = copy.seek(0, 2)
        _store(digest, copy, size)
    return Received(digest, name, file_type, size)


@transaction.atomic
def keep(received: Received, *, actor) -> Attachment:
    """The row of a received file; of one kept already, the row that stands.

    That row has the name under which somebody sent the file first. Raises
    AttachmentRefused if the file has gone since it was received.
    """
    attachment, created = Attachment.objects.get_or_create(
        digest=received.digest,
        defaults={
            "file": path(received.digest),
            "name": received.name,
            "kind": received.type.kind,
            "content_type": received.type.content_type,
            "size": received.size,
            "uploaded_by": actor,
        },
    )
    if created and not default_storage.exists(path(received.digest)):
        raise AttachmentRefused(
            _("The file was removed while it was being sent. Please send it again.")
        )
    return attachment


def take_in(file: IO[bytes], *, name: str, actor) -> Attachment:
    """Receive and keep in one step, where no transaction is waiting."""
    return keep(receive(file, name=name), actor=actor)


def path(digest: str) -> str:
    """Where the file lies; outside of what has an address of its own."""
    return f"attachments/{digest[:2]}/{digest}"


def _taken_over(file: IO[bytes], copy: IO[bytes]) -> FileType:
    """Copy the file and say what it is; the copy is cleaned."""
    head = file.read(HEAD)
    if not head:
        raise AttachmentRefused(_("The file is empty."))
    check, limit = _family(head)
    copy.write(head)
    while block := file.read(BLOCK):
        copy.write(block)
        _limit(copy.tell(), limit)
    copy.flush()
    with mmap.mmap(copy.fileno(), 0, access=mmap.ACCESS_READ) as content:
        found, telltale = check(content)
        _limit(len(content), TYPES[found].kind)
    for box in telltale:
        _blank(copy, box)
    return TYPES[found]


def _family(head: bytes) -> tuple[Callable, str]:
    """How to look at a file that begins like this, and how large it may be."""
    families = [
        (head.startswith(pdf.HEADER), _plain(pdf.check), Kind.DOCUMENT),
        (head.startswith(packages.SIGN), _plain(packages.check), Kind.DOCUMENT),
        (head.startswith(compound.SIGN), _plain(compound.check), Kind.DOCUMENT),
        (head.startswith(b"OggS"), _plain(sound.check_ogg), Kind.AUDIO),
        (film.is_film(head), film.check, Kind.VIDEO),
        (sound.is_mp3(head), _plain(sound.check_mp3), Kind.AUDIO),
    ]
    for matches, check, kind in families:
        if matches:
            return check, kind
    raise strangers.refusal(head)


def _plain(check: Callable) -> Callable:
    """The check of a format in which nothing is blanked."""
    return lambda content: (check(content), [])


def _limit(size: int, kind: str) -> None:
    if size > MAX_BYTES[kind]:
        raise AttachmentRefused(
            _("The file is larger than %(limit)d MB. Please send a smaller copy.")
            % {"limit": MAX_BYTES[kind] // MEGABYTE}
        )


def _blank(copy: IO[bytes], box: film.Box) -> None:
    """Turn the box into empty room of the same size, so that nothing else moves."""
    copy.seek(box.start + 4)
    copy.write(b"free")
    copy.seek(box.body)
    for start in range(box.body, box.end, BLOCK):
        copy.write(bytes(min(BLOCK, box.end - start)))


def _clean(name: str) -> str:
    """The bare name in one line; a long one loses letters before its ending."""
    bare = PurePath(vietnamese.one_line(name.replace("\\", "/"))).name
    ending = PurePath(bare).suffix
    return bare.removesuffix(ending)[: LONGEST_NAME - len(ending)].rstrip() + ending


def _compare(name: str, file_type: FileType) -> None:
    """The name says to every computer what to open the file with: it has to be true."""
    ending = PurePath(name).suffix.removeprefix(".").lower()
    if ending not in file_type.extensions:
        right = file_type.extensions[0]
        raise AttachmentRefused(
            _(
                "The content of the file is %(what)s, but its name does not end in"
                " .%(right)s. Please send it under its right name."
            )
            % {"what": file_type.word, "right": right}
        )


def _store(digest: str, copy: IO[bytes], size: int) -> None:
    """Write the file under exactly its name; one cut short is replaced."""
    place = path(digest)
    if default_storage.exists(place):
        if default_storage.size(place) == size and _may_stay(digest):
            return
        default_storage.delete(place)
    try:
        stored_as = default_storage.save(place, File(copy))
    except Exception:
        default_storage.delete(place)
        raise
    if stored_as != place:  # another process was quicker, with the same file
        default_storage.delete(stored_as)


def _may_stay(digest: str) -> bool:
    """Whether housekeeping lets the stored file be until a row names it.

    An old one without a row may be on its list of what nothing needs.
    """
    if Attachment.objects.filter(digest=digest).exists():
        return True
    return timezone.now() - default_storage.get_modified_time(path(digest)) < YOUNG
