"""One maker at a time, across the threads and processes of this machine."""

import contextlib
import fcntl
import os
from collections.abc import Iterator

from django.conf import settings


@contextlib.contextmanager
def held(digest: str) -> Iterator[None]:
    """Wait until nobody else makes files of the photo, then keep others waiting.

    Photos share 256 locks by the first two digits of the digest, so that the folder
    does not grow; whoever holds one never asks for a second. A process that dies gives
    its lock back.
    """
    folder = settings.DATA_DIR / "locks"
    folder.mkdir(exist_ok=True)
    lock = os.open(folder / f"photos-{digest[:2]}", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
