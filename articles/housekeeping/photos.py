"""Originals and renditions, by the first digits of their photos' digests.

A part of the photos at a time, so that memory stays the same however many there are.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.housekeeping import files, rows, unneeded
from articles.housekeeping.problems import Kind, Problem, judged
from articles.models import Edition, EditionPhoto, Photo
from articles.photos import locks, renditions, specs

ORIGINALS = "originals"
FOLDERS = (ORIGINALS, specs.FOLDER)
OWNER = re.compile(r"[a-z]+/[0-9a-f]{2}/(?P<beginning>[0-9a-f]{32,64})[.-]")


def check(
    beginning: str, folders: list[str], *, repair: bool, remove: bool
) -> Iterator[Problem]:
    """What is wrong with the files of photos whose digest begins with the two digits;
    `folders` are those that files of theirs lie in.

    With `repair`, renditions are made anew; with `remove`, what nothing needs goes.
    """
    wanted = needed(beginning)
    there = {path for folder in folders for path in files.everything(folder)}
    lost = set()
    for path in sorted(path for path in wanted if _is_original(path)):
        for problem in judged(_judge_original, path):
            lost.add(_owner(path)[:32])
            yield problem
    sizes = files.can_be_cut_short()
    for path in sorted(path for path in wanted if not _is_original(path)):
        if path not in there or sizes:
            can = repair and _owner(path) not in lost
            yield from judged(_judge_rendition, path, repair=can)
    for path in sorted(there - wanted):
        yield from judged(_judge_unneeded, path, remove=remove)


def needed(beginning: str) -> set[str]:
    """The files that photos need whose digest begins so: for what the library has now,
    and for every edition, whether readers see it, saw it or will.
    """
    rest = 64 - len(beginning)
    digests = (beginning + "0" * rest, beginning + "f" * rest)
    names = set()
    for photo in Photo.objects.filter(digest__range=digests):
        if rows.names_its_files(photo):
            names |= renditions.names(photo)
    shown = EditionPhoto.objects.filter(photo__digest__range=digests).values("edition")
    published = Edition.objects.filter(pk__in=shown).values_list("photos", flat=True)
    for entries in published.iterator():
        for entry in entries if isinstance(entries, list) else []:
            if rows.is_sound(entry) and entry["digest"].startswith(beginning):
                names |= renditions.names_for(entry)
    return names


def _judge_original(path: str) -> Problem | None:
    size = files.size(path)
    if size or not _is_needed(path):
        return None
    kind = Kind.ORIGINAL_MISSING if size is None else Kind.ORIGINAL_EMPTY
    photos = Photo.objects.filter(original=path).values_list("pk", flat=True)
    return Problem(kind, path, _("photo %(pk)s") % {"pk": photos.first()})


def _judge_rendition(path: str, *, repair: bool) -> Problem | None:
    size = files.size(path)
    if size or not _is_needed(path):
        return None
    if repair and size == 0:
        files.remove(path)
    with files.asking(path):
        made = repair and renditions.make_missing(path)
    kind = Kind.RENDITION_MISSING if size is None else Kind.RENDITION_EMPTY
    return Problem(kind, path, repaired=made)


def _judge_unneeded(path: str, *, remove: bool) -> Problem | None:
    """Under the lock of whoever makes files of the photo, and with the rows of now."""
    with files.asking(path), locks.held(path.split("/")[1]):
        return None if _is_needed(path) else unneeded.judge(path, remove=remove)


def _is_needed(path: str) -> bool:
    owner = _owner(path)
    return owner is not None and path in needed(owner)


def _owner(path: str) -> str | None:
    """The beginning of the digest that a file's name gives; None where it gives none."""
    found = OWNER.match(path)
    return found and found["beginning"]


def _is_original(path: str) -> bool:
    return path.startswith(f"{ORIGINALS}/")
