"""MP4 and M4A: a tree of boxes, each with its size, its name and what it holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.attachments.refusal import AttachmentRefused, damaged

LONGEST_VIDEO = 600  # seconds
MOST_BOXES = 10_000  # beside each other
MOST_TRACKS = 16
BRANDS = {
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1",
    b"M4A ", b"M4B ", b"M4V ", b"MSNV", b"3gp4", b"3gp5", b"3gp6",
}  # fmt: skip
PICTURES = {b"heic", b"heix", b"mif1", b"msf1", b"avif"}
# What phones write beside picture and sound: where it was filmed, on what, by whom.
TELLTALE = {b"udta", b"meta", b"uuid"}
# The descriptor of sound names its codec behind two nested heads of varying length.
SOUND_CODEC = re.compile(
    rb"esds.{4}\x03[\x80-\xff]{0,3}...[\x00-\x1f]\x04[\x80-\xff]{0,3}.(.)", re.DOTALL
)
AAC = {0x40, 0x66, 0x67, 0x68}


@dataclass(frozen=True)
class Box:
    """`start` and `end` are of the whole box, `body` of what it holds; in bytes."""

    kind: bytes
    start: int
    body: int
    end: int


@dataclass(frozen=True)
class Track:
    box: Box
    handler: bytes
    codec: bytes
    seconds: float


def is_film(head: bytes) -> bool:
    return head[4:8] == b"ftyp"


def check(content) -> tuple[str, list[Box]]:
    """ "mp4" or "m4a", and the boxes to blank: they tell more than picture and sound."""
    top = list(boxes(content, 0, len(content)))
    _check_brand(content, top[0])
    movie = _only(top, b"moov")
    _only(top, b"mdat")
    inside = list(boxes(content, movie.body, movie.end))
    tracks = _tracks(content, inside)
    pictures = [track for track in tracks if track.handler == b"vide"]
    sounds = [track for track in tracks if track.handler == b"soun"]
    _check_codecs(content, pictures, sounds)
    if pictures:
        _check_length(content, inside, pictures + sounds)
    needless = [track.box for track in tracks if track not in pictures + sounds]
    telltale = [box for box in [*top, *inside] if box.kind in TELLTALE]
    telltale += [
        box
        for track in pictures + sounds
        for box in boxes(content, track.box.body, track.box.end)
        if box.kind in TELLTALE
    ]
    return "mp4" if pictures else "m4a", needless + telltale


def boxes(content, start: int, end: int) -> Iterator[Box]:
    """The boxes beside each other there; raises AttachmentRefused if they don't fit."""
    for _number in range(MOST_BOXES):
        if start == end:
            return
        box = _box(content, start, end)
        yield box
        start = box.end
    raise damaged()


def _box(content, start: int, end: int) -> Box:
    size, kind = _number(content, start, 4), content[start + 4 : start + 8]
    body = start + 8
    if size == 1:  # the real one follows, in eight bytes
        size, body = _number(content, body, 8), body + 8
    elif size == 0:  # to the end of the file
        size = len(content) - start
    if start + size > end or start + size < body:
        raise damaged()
    return Box(kind, start, body, start + size)


def _number(content, start: int, length: int) -> int:
    found = content[start : start + length]
    if len(found) < length:
        raise damaged()
    return int.from_bytes(found, "big")


def _only(among: list[Box], kind: bytes) -> Box:
    """The first box of the kind; every whole file has it."""
    for box in among:
        if box.kind == kind:
            return box
    raise damaged()


def _inside(content, box: Box, *path: bytes) -> Box:
    for kind in path:
        box = _only(list(boxes(content, box.body, box.end)), kind)
    return box


def _check_brand(content, first: Box) -> None:
    """The format that the file says it is in, or is compatible with."""
    brands = content[first.body : min(first.end, first.body + 256)]
    main = brands[:4]
    others = {brands[at : at + 4] for at in range(8, len(brands), 4)}
    if main in PICTURES:
        raise AttachmentRefused(_("This is a picture. Please add it among the photos."))
    if main == b"qt  " or not ({main} | others) & BRANDS:
        raise AttachmentRefused(
            _("The video is in another format than MP4. Please save it as MP4 (H.264).")
        )


def _tracks(content, inside: list[Box]) -> list[Track]:
    found = [box for box in inside if box.kind == b"trak"]
    if len(found) > MOST_TRACKS:
        raise AttachmentRefused(
            _("The recording has more than 16 tracks. Please save it again as MP4.")
        )
    return [_track(content, box) for box in found]


def _track(content, box: Box) -> Track:
    media = _inside(content, box, b"mdia")
    handler = _inside(content, media, b"hdlr")
    table = _inside(content, media, b"minf", b"stbl", b"stsd")
    return Track(
        box,
        handler=content[handler.body + 8 : handler.body + 12],
        codec=_codec(content, table),
        seconds=_seconds(content, _inside(content, media, b"mdhd")),
    )


def _codec(content, table: Box) -> bytes:
    codec = content[table.body + 12 : table.body + 16]
    if codec != b"mp4a":
        return codec
    found = SOUND_CODEC.search(content[table.body : min(table.end, table.body + 4096)])
    return b"aac" if found and found[1][0] in AAC else codec


def _seconds(content, header: Box) -> float:
    """The duration of a `mdhd` or `mvhd` box; 0 where it is not known."""
    is_long = _number(content, header.body, 1) == 1
    at, width = (header.body + 20, 8) if is_long else (header.body + 12, 4)
    scale, duration = _number(content, at, 4), _number(content, at + 4, width)
    is_unknown = duration == (1 << 8 * width) - 1
    return 0.0 if is_unknown or not scale else duration / scale


def _check_codecs(content, pictures: list[Track], sounds: list[Track]) -> None:
    if not pictures and not sounds:
        raise damaged()
    if any(track.codec not in (b"avc1", b"avc3") for track in pictures):
        raise AttachmentRefused(
            _(
                "Many phones cannot show this video: its picture is not H.264. Please set"
                " the camera to “most compatible”, or save it again as MP4 (H.264)."
            )
        )
    if any(track.codec != b"aac" for track in sounds):
        raise AttachmentRefused(
            _(
                "Many phones cannot play this: its sound is not AAC. Please save it anew."
            )
        )


def _check_length(content, inside: list[Box], tracks: list[Track]) -> None:
    header = _only(inside, b"mvhd")
    seconds = max(_seconds(content, header), *(track.seconds for track in tracks), 0)
    if seconds == 0 or any(box.kind == b"mvex" for box in inside):
        raise AttachmentRefused(
            _("The video does not say how long it is. Please save it again as MP4.")
        )
    if seconds > LONGEST_VIDEO:
        raise AttachmentRefused(
            _(
                "The video is longer than 10 minutes. Please cut it, or publish it on"
                " YouTube and put its address into the text."
            )
        )
