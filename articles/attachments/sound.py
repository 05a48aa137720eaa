"""MP3 and Ogg, looked at from the first frame to the last."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.attachments.refusal import AttachmentRefused, damaged

# MPEG audio, layer III: kilobits a second by the header's index; 0 and 15 are no rates.
BITRATES = {
    1: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
# By the header's two bits of version; 1 is reserved.
SAMPLE_RATES = {
    3: [44100, 48000, 32000],
    2: [22050, 24000, 16000],
    0: [11025, 12000, 8000],
}
FEWEST_FRAMES = 3  # two bytes of sync alone are found in any file
OGG_HEAD = 27  # bytes of a page before its table of segments
OGG_SOUND = (b"\x01vorbis", b"OpusHead")
BEGINS_STREAM = 2


def is_mp3(head: bytes) -> bool:
    return head.startswith(b"ID3") or _frame_length(head, 0) > 0


def check_mp3(content) -> str:
    """ "mp3" if the content is frames of sound between tags, to the last byte."""
    position = frames = 0
    while position < len(content):
        if length := _frame_length(content, position):
            frames += 1
        else:
            length = _tag_length(content, position)
        position += length
        if length == 0 or position > len(content):
            raise damaged()
    if frames < FEWEST_FRAMES:
        raise damaged()
    return "mp3"


def _frame_length(content, position: int) -> int:
    """Bytes of the frame that begins there; 0 if none does."""
    header = int.from_bytes(content[position : position + 4], "big")
    version, layer = header >> 19 & 3, header >> 17 & 3
    bitrate, rate = header >> 12 & 15, header >> 10 & 3
    is_frame = header >> 21 == 0x7FF and version != 1 and layer == 1
    if not is_frame or bitrate in (0, 15) or rate == 3:
        return 0
    generation = 1 if version == 3 else 2
    bits = BITRATES[generation][bitrate - 1] * 1000
    samples = 144 if generation == 1 else 72  # a frame's, by eight
    return samples * bits // SAMPLE_RATES[version][rate] + (header >> 9 & 1)


def _tag_length(content, position: int) -> int:
    """Bytes of what may stand between and behind frames; 0 for anything else."""
    head = content[position : position + 32]
    if head.startswith(b"ID3") and len(head) > 10 and max(head[6:10]) < 128:
        a, b, c, d = head[6:10]  # seven bits each
        footer = 10 if head[5] & 0x10 else 0
        return 10 + (a << 21 | b << 14 | c << 7 | d) + footer
    if head.startswith(b"TAG"):
        return 128
    if head.startswith(b"APETAGEX") and len(head) == 32:
        has_header = int.from_bytes(head[20:24], "little") >> 29 & 1
        return int.from_bytes(head[12:16], "little") + (32 if has_header else 0)
    return _padding(content, position)


def _padding(content, position: int) -> int:
    """How many of the next bytes are zeros."""
    block = content[position : position + 4096]
    return len(block) - len(block.lstrip(b"\0"))


def check_ogg(content) -> str:
    """ "ogg" if every stream in it is Vorbis or Opus and every page is whole."""
    for body in _first_packets(content):
        if not body.startswith(OGG_SOUND):
            raise AttachmentRefused(
                _("Of Ogg files only sound as Vorbis or Opus can be attached.")
            )
    return "ogg"


def _first_packets(content) -> Iterator[bytes]:
    """The first bytes of every stream, with all pages walked through."""
    position = 0
    while position < len(content):
        head = content[position : position + OGG_HEAD]
        if len(head) < OGG_HEAD or head[:5] != b"OggS\0":
            raise damaged()
        body = position + OGG_HEAD + head[26]
        following = body + sum(content[position + OGG_HEAD : body])
        if following > len(content):
            raise damaged()
        if position == 0 or head[5] & BEGINS_STREAM:
            yield content[body : min(body + 8, following)]
        position = following
