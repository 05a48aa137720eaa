"""The one door for photos: uploads, imports and the demo newsroom all come through it.

The content decides what a file is, never its name. Whatever is accepted is decoded,
turned upright, brought to sRGB and encoded anew, so nothing that was hidden in the
file (place, camera, a second file behind the picture) is kept.

Two steps: `receive` does the long work (decoding, encoding, writing files) before any
transaction is open; `keep` writes the row inside one.
"""

import hashlib
import threading
from dataclasses import dataclass
from datetime import date
from typing import IO

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from articles.models import Photo
from articles.photos import (
    decoding,
    focus,
    likeness,
    memory,
    placeholder,
    renditions,
)
from articles.photos.likeness import Likeness
from articles.photos.refusals import PhotoRefused
from articles.text import vietnamese

MAX_BYTES = 20 * 1024 * 1024
SAMPLE_SIDE = 64  # pixels
LONGEST_NAME = Photo._meta.get_field("name").max_length
LONGEST_ENDING = 10

# A large photo takes hundreds of megabytes while it is open: one at a time a process.
ONE_AT_A_TIME = threading.Lock()
Busy = memory.Busy


@dataclass(frozen=True)
class Received:
    """A photo whose files are stored; a row may not name it yet."""

    digest: str  # SHA-256 of the file as it came, hexadecimal
    width: int
    height: int
    name: str = ""
    placeholder: str = ""
    likeness: Likeness | None = None
    focus: tuple[int, int] = (50, 50)
    taken_on: date | None = None


def receive(
    file: IO[bytes], *, name: str = "", keep_date: bool = False, wait: bool = True
) -> Received:
    """Decode, clean and store a photo file: the cleaned original and its renditions.

    Names follow from the content, so files that no row comes to name do no harm. Takes
    a second or so of processor time for a large photo; with `wait` false it raises Busy
    instead of waiting for another one. Raises PhotoRefused with a sentence for whoever
    chose the file; then, as after any other error, nothing is stored. The day it was
    taken is read out of the file only with `keep_date`.
    """
    if not name and isinstance(file, UploadedFile):
        name = file.name or ""
    with memory.alone(ONE_AT_A_TIME, wait=wait):
        return _receive(file, _bare(name), keep_date)


@transaction.atomic
def keep(received: Received, *, actor) -> Photo:
    """The row of a photo whose files are stored; a photo kept already is returned.

    Raises PhotoRefused if it was deleted, and its files with it, since it was received.
    """
    quarters = received.likeness or (None,) * likeness.QUARTERS
    photo, created = Photo.objects.get_or_create(
        digest=received.digest,
        defaults={
            "original": renditions.original_path(received.digest),
            "width": received.width,
            "height": received.height,
            "name": received.name,
            "placeholder": received.placeholder,
            "focus_x": received.focus[0],
            "focus_y": received.focus[1],
            "taken_on": received.taken_on,
            "uploaded_by": actor,
            **dict(zip(likeness.FIELDS, quarters, strict=True)),
        },
    )
    if created and not default_storage.exists(photo.original.name):
        raise PhotoRefused(
            _("The photo was removed while it was being sent. Please send it again.")
        )
    return photo


def take_in(
    file: IO[bytes], *, actor, name: str = "", keep_date: bool = False
) -> Photo:
    """Receive and keep in one step, where no transaction is waiting."""
    return keep(receive(file, name=name, keep_date=keep_date), actor=actor)


def _receive(file: IO[bytes], name: str, keep_date: bool) -> Received:
    data = _read(file)
    digest = hashlib.sha256(data).hexdigest()
    known = Photo.objects.filter(digest=digest).first()
    if known and default_storage.exists(known.original.name):
        return _as_received(known)
    picture = decoding.decode(data)
    sample = _sample(picture.image)
    received = Received(
        digest, *picture.image.size, name,
        placeholder.encode(sample),
        likeness.fingerprint(sample),
        known.focus if known else focus.propose(sample),
        picture.taken_on if keep_date else None,
    )  # fmt: skip
    renditions.make(picture.image, digest, received.focus)
    return received


def _read(file: IO[bytes]) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise PhotoRefused(_("The file is empty."))
    if len(data) > MAX_BYTES:
        raise PhotoRefused(
            _("The photo is larger than 20 MB. Please send a smaller copy.")
        )
    return data


def _sample(image: Image.Image) -> Image.Image:
    """A small copy, enough to see what is where."""
    scale = min(1, SAMPLE_SIDE / max(image.size))
    size = tuple(max(1, round(side * scale)) for side in image.size)
    return image.resize(size, Image.Resampling.BOX, reducing_gap=2)


def _bare(name: str) -> str:
    """The file's name without folders, as one line that fits; its ending stays."""
    name = vietnamese.one_line(name.replace("\\", "/").rpartition("/")[2])
    if len(name) <= LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return name[:LONGEST_NAME]
    return stem[: LONGEST_NAME - len(dot + ending)] + dot + ending


def _as_received(photo: Photo) -> Received:
    return Received(
        photo.digest, photo.width, photo.height, photo.name, photo.placeholder,
        likeness.of(photo), photo.focus, photo.taken_on,
    )  # fmt: skip
