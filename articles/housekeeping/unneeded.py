"""Files that no row needs. One that is younger than a day is none of them yet."""

from collections.abc import Iterator

from articles.housekeeping import files
from articles.housekeeping.problems import Kind, Problem, judged

# The first two digits of a digest name the folder that its files lie in.
BEGINNINGS = [f"{number:02x}" for number in range(256)]


def judge(path: str, *, remove: bool) -> Problem | None:
    """Of a file that nothing needs at this moment; removes it if asked to."""
    if not files.is_old(path):
        return None
    if remove:
        files.remove(path)
    return Problem(Kind.UNNEEDED, path, repaired=remove)


def check_beside(folder: str, *, remove: bool) -> Iterator[Problem]:
    """What lies in the folder, but in none of those that digests name."""
    folders, names = files.listed(folder)
    for name in names:
        yield from judged(judge, f"{folder}/{name}", remove=remove)
    for name in folders:
        if name not in BEGINNINGS:
            for path in files.everything(f"{folder}/{name}"):
                yield from judged(judge, path, remove=remove)
