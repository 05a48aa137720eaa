"""Rows that do not say which files they need.

While there is one, nothing is removed: what it means to need would look unneeded.
"""

import re
from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from articles.attachments import intake
from articles.housekeeping.problems import Kind, Problem
from articles.models import Attachment, Edition, EditionPhoto, Photo
from articles.photos import renditions, specs

DIGEST = re.compile(r"[0-9a-f]{64}")
CHUNK = 500  # rows at a time


def corrupt() -> Iterator[Problem]:
    yield from _photos()
    yield from _attachments()
    yield from _editions()


def names_its_files(photo: Photo) -> bool:
    return _agree(
        photo.digest, photo.original.name, renditions.original_path(photo.digest)
    )


def is_sound(entry) -> bool:
    """Whether an entry of an edition's `photos` names renditions that can be."""
    try:
        names = renditions.names_for(entry)
        return bool(DIGEST.fullmatch(entry["digest"]) and all(map(specs.parse, names)))
    except (AttributeError, ArithmeticError, LookupError, TypeError, ValueError):
        return False


def _photos() -> Iterator[Problem]:
    photos = Photo.objects.order_by("pk").only("digest", "original")
    for photo in photos.iterator(chunk_size=CHUNK):
        if not names_its_files(photo):
            what = _("photo %(pk)s") % {"pk": photo.pk}
            yield Problem(Kind.ROW, what, photo.original.name)


def _attachments() -> Iterator[Problem]:
    rows = Attachment.objects.order_by("pk").values_list("pk", "digest", "file")
    for pk, digest, file in rows.iterator(chunk_size=CHUNK):
        if not _agree(digest, file, intake.path(digest)):
            yield Problem(Kind.ROW, _("attachment %(pk)s") % {"pk": pk}, file)


def _agree(digest: str, path: str, expected: str) -> bool:
    return path == expected and DIGEST.fullmatch(digest) is not None


def _editions() -> Iterator[Problem]:
    links = EditionPhoto.objects.select_related("photo").only(
        "edition", "photo__digest"
    )
    editions = (
        Edition.objects.exclude(photos=[], attachments=[])
        .prefetch_related(Prefetch("shown_photos", links))
        .only("article_id", "number", "photos", "attachments")
        .order_by("pk")
    )
    for edition in editions.iterator(chunk_size=CHUNK):
        if wrong := _wrong_photos(edition) or _wrong_attachments(edition):
            what = _("edition %(number)s of bulletin %(pk)s") % {
                "number": edition.number,
                "pk": edition.article_id,
            }
            yield Problem(Kind.ROW, what, wrong)


def _wrong_photos(edition: Edition) -> str:
    """What cannot be right in the edition's photos; "" where all can."""
    if not isinstance(edition.photos, list) or not all(map(is_sound, edition.photos)):
        return _("its photos cannot be understood")
    linked = {shown.photo.digest for shown in edition.shown_photos.all()}
    if {entry["digest"] for entry in edition.photos} - linked:
        return _("it shows a photo that is not in the library")
    return ""


def _wrong_attachments(edition: Edition) -> str:
    if not edition.attachments:
        return ""
    try:
        digests = {row["digest"] for row in edition.attachments}
        known = Attachment.objects.filter(digest__in=digests).count()
    except (LookupError, TypeError, ValueError):
        return _("its attachments cannot be understood")
    return "" if known == len(digests) else _("it offers an attachment that has no row")
