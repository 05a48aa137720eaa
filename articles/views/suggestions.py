"""What somebody may have looked for under an address that leads nowhere."""

import re
from collections.abc import Iterator

from articles.models import Edition
from articles.search.query import find
from articles.text import vietnamese

LENGTH = 5  # bulletins
FEWEST_WORDS, MOST_WORDS = 2, 12
READ = 200  # characters of the last part of the path
# What pages were called on older sites. Whatever else has an extension was a file: who
# asks for /wp-login.php looks for no bulletin.
PAGE_EXTENSIONS = ("html", "htm", "aspx", "jsp")
EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,5})$")
NOT_FOR_READERS = ("/admin/", "/static/", "/media/", "/xem-truoc/")


def for_path(path: str) -> list[Edition]:
    """Up to five live bulletins that hold the words of the path; in at most three queries.

    Where no bulletin holds all of them, a word may be mistyped: half of the words is
    whole then.
    """
    said = words(path)
    if len(said) < FEWEST_WORDS:
        return []
    for some in _attempts(said):
        if found := list(find(" ".join(some)).for_cards()[:LENGTH]):
            return found
    return []


def words(path: str) -> list[str]:
    """The words of the last part of the path, folded: letters and digits, nothing else.

    Single letters and bare numbers (the keys of older sites) say too little.
    """
    if path.startswith(NOT_FOR_READERS):
        return []
    last = path.rstrip("/").rpartition("/")[2][-READ:]
    if extension := EXTENSION.search(last):
        if extension[1].lower() not in PAGE_EXTENSIONS:
            return []
        last = last[: extension.start()]
    said = vietnamese.slugify(last, max_length=READ).split("-")
    return [word for word in said if len(word) > 1 and not word.isdecimal()][
        :MOST_WORDS
    ]


def _attempts(said: list[str]) -> Iterator[list[str]]:
    yield said
    half = len(said) // 2
    if half >= FEWEST_WORDS:
        yield said[:half]
        yield said[half:]
