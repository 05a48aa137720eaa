"""The files that go with bulletins, read to the last byte."""

import hashlib
from collections.abc import Iterator

from django.core.files.storage import default_storage

from articles.attachments import intake
from articles.housekeeping import files, unneeded
from articles.housekeeping.problems import Kind, Problem, judged
from articles.models import Attachment

FOLDER = "attachments"
BLOCK = 1024 * 1024  # bytes


def check(beginning: str, folders: list[str], *, remove: bool) -> Iterator[Problem]:
    """What is wrong with the files whose digest begins with the two digits; `folders`
    is the one that they lie in, or empty.
    """
    there = {path for folder in folders for path in files.everything(folder)}
    digests = (beginning + "0" * 62, beginning + "f" * 62)
    wanted = set()
    for attachment in Attachment.objects.filter(digest__range=digests):
        path = intake.path(attachment.digest)
        wanted.add(path)
        yield from judged(_judge, path, attachment=attachment)
    for path in sorted(there - wanted):
        yield from judged(_judge_unneeded, path, remove=remove)


def _judge(path: str, *, attachment: Attachment) -> Problem | None:
    kind = _wrong(path, attachment)
    if kind is None or not Attachment.objects.filter(pk=attachment.pk).exists():
        return None
    return Problem(kind, path, attachment.name)


def _wrong(path: str, attachment: Attachment) -> Kind | None:
    size = files.size(path)
    if size is None:
        return Kind.ATTACHMENT_MISSING
    if size != attachment.size:
        return Kind.ATTACHMENT_SIZE
    return None if _sha256(path) == attachment.digest else Kind.ATTACHMENT_CONTENT


def _sha256(path: str) -> str:
    digest = hashlib.sha256()
    with files.asking(path), default_storage.open(path) as file:
        for block in file.chunks(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _judge_unneeded(path: str, *, remove: bool) -> Problem | None:
    """A row may have come since the folder was read."""
    digest = path.rpartition("/")[2]
    is_needed = (
        path == intake.path(digest)
        and Attachment.objects.filter(digest=digest).exists()
    )
    return None if is_needed else unneeded.judge(path, remove=remove)
