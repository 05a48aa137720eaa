"""Media files as a test finds, spoils and leaves them."""

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.attachments import intake
from articles.housekeeping import checking
from articles.models import Attachment

TWO_DAYS = 2 * 24 * 60 * 60


def put(path: str, content: bytes = b"x", *, old: bool = True) -> str:
    """A file in the media folder, two days old unless it shall be new."""
    file = Path(settings.MEDIA_ROOT, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    if old:
        moment = file.stat().st_mtime - TWO_DAYS
        os.utime(file, (moment, moment))
    return path


def age(path: str) -> None:
    put(path, Path(settings.MEDIA_ROOT, path).read_bytes())


def all_files() -> set[str]:
    root = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def make_attachment(content: bytes = b"%PDF-1.7", **fields) -> Attachment:
    """A row and its file; the door for attachments has tests of its own."""
    digest = hashlib.sha256(content).hexdigest()
    path = intake.path(digest)
    default_storage.save(path, ContentFile(content))
    defaults = {
        "digest": digest, "file": path, "name": "tep.pdf", "kind": "document",
        "content_type": "application/pdf", "size": len(content),
    }  # fmt: skip
    return Attachment.objects.create(**defaults | fields)


def found(*, repair: bool = False) -> list[tuple[str, str, bool]]:
    """What the whole check says: kind, what, and whether it was repaired."""
    return [
        (problem.kind.value, problem.what, problem.repaired)
        for problems in checking.walk(repair=repair)
        for problem in problems
    ]
