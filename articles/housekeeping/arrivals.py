"""Uploads that nobody finished, and pieces whose upload is gone."""

import contextlib
from collections.abc import Iterator

from django.utils import timezone

from articles import uploads
from articles.housekeeping import files, unneeded
from articles.housekeeping.problems import Kind, Problem, judged
from articles.models import Upload


def check(*, remove: bool) -> Iterator[Problem]:
    yield from _abandoned(remove)
    tokens, names = files.listed(uploads.FOLDER)
    for name in names:
        yield from judged(unneeded.judge, f"{uploads.FOLDER}/{name}", remove=remove)
    for token in tokens:
        if not Upload.objects.filter(token=token).exists():
            yield from _without_row(f"{uploads.FOLDER}/{token}", remove)


def _abandoned(remove: bool) -> Iterator[Problem]:
    before = timezone.now() - uploads.STALE_AFTER
    for upload in Upload.objects.filter(touched_at__lt=before).order_by("pk"):
        path = f"{uploads.FOLDER}/{upload.token}"
        if remove:
            with files.asking(path):
                uploads.discard(upload)
        yield Problem(Kind.ABANDONED, path, upload.name, repaired=remove)


def _without_row(folder: str, remove: bool) -> Iterator[Problem]:
    for path in files.everything(folder):
        yield from judged(unneeded.judge, path, remove=remove)
    if remove:  # on a disk the folder stays; one that is not empty refuses to go
        with contextlib.suppress(files.Unreadable):
            files.remove(folder)
