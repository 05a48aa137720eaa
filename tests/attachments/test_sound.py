import pytest

from articles.attachments import sound
from articles.attachments.refusal import AttachmentRefused
from tests.attachments import samples

ID3V1 = b"TAG" + bytes(125)
APE = b"APETAGEX" + bytes(4) + (32).to_bytes(4, "little") + bytes(16)
LOW_RATE = b"\xff\xf3\x80\xc4" + bytes(204)  # MPEG 2, 64 kbit/s, 22.05 kHz: 208 bytes


@pytest.mark.parametrize(
    "content",
    [
        samples.mp3(),
        samples.mp3(tag=b""),
        samples.mp3(end=ID3V1),
        samples.mp3(end=APE + ID3V1),
        samples.mp3(end=bytes(5000)),
        samples.mp3(tag=samples.ID3 + bytes(700)),
        samples.mp3() + samples.mp3(),  # two recordings put together
        LOW_RATE * 10,
    ],
)
def test_frames_between_tags_are_an_mp3(content):
    assert sound.is_mp3(content)
    assert sound.check_mp3(content) == "mp3"


@pytest.mark.parametrize(
    "content",
    [
        samples.ID3,
        samples.ID3 + b"<html><script>alert(1)</script>",
        samples.mp3(frames=2),
        samples.mp3(end=b"<html>"),
        samples.mp3(end=b"PK\3\4" + bytes(90)),
        samples.mp3(end=b"TAG"),
        b"ID3\x03\0\0\xff\xff\xff\xff" + bytes(90),  # no such size
        b"\xff\xfb\x00\x00" * 200,  # free rate: no length follows from it
    ],
)
def test_anything_else_is_no_mp3(content):
    with pytest.raises(AttachmentRefused):
        sound.check_mp3(content)


def test_utf_16_text_is_not_taken_for_sound():
    assert not sound.is_mp3("Chào".encode("utf-16"))


@pytest.mark.parametrize("first", [b"OpusHead\x01\x01", b"\x01vorbis" + bytes(23)])
def test_opus_and_vorbis_are_ogg(first):
    assert sound.check_ogg(samples.ogg(first)) == "ogg"


@pytest.mark.parametrize(
    "first", [b"\x80theora" + bytes(30), b"\x7fFLAC\1", b"Speex   "]
)
def test_other_streams_are_refused(first):
    with pytest.raises(AttachmentRefused, match="Vorbis"):
        sound.check_ogg(samples.ogg(first))


def test_a_second_stream_has_to_be_sound_as_well():
    video = samples.ogg_page(b"\x80theora", kind=2)
    with pytest.raises(AttachmentRefused, match="Vorbis"):
        sound.check_ogg(samples.ogg() + video)


@pytest.mark.parametrize("end", [b"<html>", b"\0", b"PK\5\6" + bytes(18)])
def test_nothing_may_follow_the_last_page(end):
    with pytest.raises(AttachmentRefused):
        sound.check_ogg(samples.ogg() + end)
