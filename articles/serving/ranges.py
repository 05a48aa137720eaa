"""Files that are asked for in parts: a player jumps, a download on a bad line goes on."""

import re
from collections.abc import Callable
from typing import IO

from django.http import FileResponse, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Unsatisfiable(Exception):
    """The range begins behind the end of the file."""


class Slice:
    """`length` bytes of an open file from `start` on, to be read once."""

    def __init__(self, file: IO[bytes], start: int, length: int):
        file.seek(start)
        self.file, self.left = file, length

    def read(self, size: int = -1) -> bytes:
        wanted = self.left if size < 0 else min(size, self.left)
        block = self.file.read(wanted)
        self.left -= len(block)
        return block

    def close(self) -> None:
        self.file.close()


def respond(
    request,
    open_file: Callable[[], IO[bytes]],
    *,
    size: int,
    tag: str,
    headers: dict[str, str],
    **options,
) -> HttpResponse:
    """The file, the part of it that is asked for, or that nothing has changed.

    `size` is the file's in bytes; `tag` changes whenever a byte of it does. `options`
    are FileResponse's.
    """
    tag = quote_etag(tag)
    headers = headers | {"ETag": tag, "Accept-Ranges": "bytes"}
    if unchanged := get_conditional_response(request, etag=tag):
        for name, value in headers.items():
            unchanged[name] = value
        return unchanged
    try:
        part = _asked_for(request, size, tag)
    except Unsatisfiable:
        headers |= {"Content-Range": f"bytes */{size}", "Content-Type": "text/plain"}
        return HttpResponse(status=416, headers=headers)
    file = open_file()
    start, stop = part or (0, size)
    headers["Content-Length"] = str(stop - start)
    if request.method == "HEAD":
        file = Slice(file, 0, 0)
    elif part:
        file = Slice(file, start, stop - start)
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
        options["status"] = 206
    return FileResponse(file, headers=headers, **options)


def _asked_for(request, size: int, tag: str) -> tuple[int, int] | None:
    """First byte and the one behind the last; None for the whole file.

    Several ranges at once, other units and nonsense mean the whole, as HTTP allows; so
    does a range of a file that has changed since (If-Range).
    """
    found = ONE_RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if_range = request.headers.get("If-Range", tag)
    if request.method != "GET" or not found or if_range != tag:
        return None
    first, last = found.groups()
    if not first and not last:
        return None
    if not first:  # the last so many bytes
        start, stop = max(0, size - int(last)), size
    else:
        start, stop = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < start:
            return None
    if start >= size:
        raise Unsatisfiable
    return start, stop
