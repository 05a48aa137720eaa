"""The whole check in steps, for a command that shows how far it is."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.housekeeping import arrivals, attachments, files, photos, rows, unneeded
from articles.housekeeping.problems import Kind, Problem, collected
from articles.models import Photo

TOPS = (*photos.FOLDERS, attachments.FOLDER)
STEPS = 1 + 2 * len(unneeded.BEGINNINGS) + len(TOPS) + 1


class StorageSilent(Exception):
    """The media storage does not answer at all; the message is what it said."""


def walk(*, repair: bool = False) -> Iterator[list[Problem]]:
    """Yield what each of the STEPS finds wrong; repairs what can be repaired if asked.

    Files that no row needs are removed only where the rows can be trusted: all of them
    make sense, and the files are those of this database. Raises StorageSilent.
    """
    known = _known_folders()
    found = collected(rows.corrupt())
    held_back = _reason_to_keep(found) if repair else ""
    if held_back:
        found.append(Problem(Kind.HELD_BACK, held_back))
    yield found
    remove = repair and not held_back
    for beginning in unneeded.BEGINNINGS:
        folders = sorted(known & {f"{top}/{beginning}" for top in photos.FOLDERS})
        problems = photos.check(beginning, folders, repair=repair, remove=remove)
        yield collected(problems)
    for beginning in unneeded.BEGINNINGS:
        folders = sorted(known & {f"{attachments.FOLDER}/{beginning}"})
        yield collected(attachments.check(beginning, folders, remove=remove))
    for folder in TOPS:
        yield collected(unneeded.check_beside(folder, remove=remove))
    yield collected(arrivals.check(remove=remove))


def _known_folders() -> set[str]:
    """Those that are there: a bucket takes as long to say that there is none."""
    try:
        return {f"{top}/{name}" for top in TOPS for name in files.listed(top)[0]}
    except files.Unreadable as error:
        raise StorageSilent(str(error)) from error


def _reason_to_keep(corrupt: list[Problem]) -> str:
    """Why nothing may be removed; "" where it may."""
    if corrupt:
        return _("there are rows that cannot be right")
    try:
        together = _belong_together()
    except files.Unreadable as error:
        return f"{error.path}: {error}"
    if not together:
        return _(
            "no photo of this database has its original here: is it the right one?"
        )
    return ""


def _belong_together() -> bool:
    """Whether the files are those of this database, not of another newsroom's.

    One original that is where its row says is enough; so are no originals at all.
    """
    paths = Photo.objects.order_by("pk").values_list("original", flat=True)
    return any(files.size(path) is not None for path in paths.iterator()) or not any(
        files.everything(photos.ORIGINALS)
    )
