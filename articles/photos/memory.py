"""Large pictures are open one at a time, and their memory goes back to the machine."""

import contextlib
import ctypes
import threading
from collections.abc import Iterator

# glibc keeps what a thread frees for that thread: ten threads that took in a photo each
# were measured to keep 650 MB between them. Another C library has nothing to call.
_give_back = getattr(ctypes.CDLL(None), "malloc_trim", lambda _keep: None)


class Busy(Exception):
    """This process is at work on another photo; ask again in a moment."""


@contextlib.contextmanager
def alone(lock: threading.Lock, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock, then give back the memory of all that the block has let go.

    Raises Busy instead of waiting if `wait` is false.
    """
    if not lock.acquire(blocking=wait):
        raise Busy
    try:
        yield
    finally:
        _give_back(0)
        lock.release()
