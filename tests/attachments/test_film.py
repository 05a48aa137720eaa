import io

import pytest
from django.core.files.storage import default_storage

from articles.attachments import film, intake
from articles.attachments.refusal import AttachmentRefused
from tests.attachments import samples
from tests.attachments.samples import box, mp4, picture_entry, sound_entry, track

PICTURE = track(b"vide", picture_entry())
SOUND = track(b"soun", sound_entry())
WHERE = b"+20.5321+105.4012/"


@pytest.mark.parametrize("brand", [b"isom", b"mp42", b"avc1", b"M4V ", b"3gp4"])
def test_h264_with_aac_is_a_video(brand):
    assert film.check(mp4(brand=brand))[0] == "mp4"


def test_a_video_may_be_silent():
    assert film.check(mp4(PICTURE))[0] == "mp4"


@pytest.mark.parametrize("brand", [b"M4A ", b"isom", b"mp42"])
def test_sound_alone_is_m4a_and_may_be_long(brand):
    assert film.check(samples.m4a(brand))[0] == "m4a"


@pytest.mark.parametrize("codec", [b"hvc1", b"hev1", b"av01", b"mp4v", b"encv"])
def test_a_picture_that_many_phones_cannot_show_is_refused(codec):
    with pytest.raises(AttachmentRefused, match=r"H\.264"):
        film.check(mp4(track(b"vide", picture_entry(codec)), SOUND))


@pytest.mark.parametrize("entry", [sound_entry(0x6B), box(b"alac", bytes(40))])
def test_sound_that_many_phones_cannot_play_is_refused(entry):
    with pytest.raises(AttachmentRefused, match="AAC"):
        film.check(mp4(PICTURE, track(b"soun", entry)))


def test_ten_minutes_are_the_most():
    assert film.check(mp4(seconds=600))[0] == "mp4"
    with pytest.raises(AttachmentRefused, match="10 phút"):
        film.check(mp4(seconds=601))


def test_a_short_header_does_not_hide_a_long_picture():
    with pytest.raises(AttachmentRefused, match="10 phút"):
        film.check(mp4(track(b"vide", picture_entry(), seconds=4000), seconds=5))


@pytest.mark.parametrize("content", [mp4(seconds=0), mp4(in_movie=box(b"mvex"))])
def test_a_video_has_to_say_how_long_it_is(content):
    with pytest.raises(AttachmentRefused, match="dài bao lâu"):
        film.check(content)


@pytest.mark.parametrize("brand", [b"qt  ", b"mjp2", b"crx "])
def test_other_formats_of_the_family_are_refused(brand):
    with pytest.raises(AttachmentRefused, match="MP4"):
        film.check(mp4(brand=brand))


@pytest.mark.parametrize("brand", [b"heic", b"avif", b"mif1"])
def test_a_picture_of_the_family_is_told_where_to_go(brand):
    with pytest.raises(AttachmentRefused, match="Đây là ảnh"):
        film.check(mp4(brand=brand))


@pytest.mark.parametrize("end", [b"<html>", b"PK\5\6" + bytes(18), b"\0\0\0\4free"])
def test_nothing_but_boxes_may_follow(end):
    with pytest.raises(AttachmentRefused):
        film.check(mp4(end=end))


def test_sixteen_tracks_are_the_most():
    more = film.MOST_TRACKS - 2
    assert film.check(mp4(PICTURE, SOUND, *[track(b"text", box(b"tx3g"))] * more))
    with pytest.raises(AttachmentRefused, match="16"):
        film.check(mp4(PICTURE, SOUND, *[SOUND] * (more + 1)))


def test_a_duration_that_the_file_ends_before_is_refused():
    entry = box(b"stsd", bytes(4), (1).to_bytes(4, "big"), sound_entry())
    media = box(
        b"mdia",
        box(b"hdlr", bytes(8), b"soun", bytes(12)),
        box(b"minf", box(b"stbl", entry)),
        box(b"mdhd"),
    )
    movie = box(b"moov", samples.duration_box(b"mvhd", 5), box(b"trak", media))
    head = box(b"ftyp", b"isom", bytes(4), b"isom")
    with pytest.raises(AttachmentRefused, match="hỏng"):
        film.check(head + box(b"mdat", bytes(8)) + movie)


def test_a_box_within_itself_does_not_trap():
    endless = box(b"moov", *[box(b"free")] * (film.MOST_BOXES + 1))
    with pytest.raises(AttachmentRefused):
        film.check(box(b"ftyp", b"isom", bytes(4)) + endless + box(b"mdat"))


@pytest.mark.django_db
def test_where_it_was_filmed_is_blanked_and_nothing_moves():
    places = track(b"meta", box(b"mett", WHERE))
    picture = track(b"vide", picture_entry(), more=box(b"udta", WHERE))
    content = mp4(
        picture,
        SOUND,
        places,
        in_movie=box(b"udta", box(b"\xa9xyz", WHERE)) + box(b"meta", WHERE),
        end=box(b"uuid", WHERE),
    )
    kept = intake.take_in(io.BytesIO(content), name="a.mp4", actor=None)
    with default_storage.open(kept.file.name) as file:
        clean = file.read()

    assert content.count(WHERE) == 5
    assert WHERE not in clean
    assert len(clean) == len(content)
    assert film.check(clean) == ("mp4", [])
    again = intake.take_in(io.BytesIO(clean), name="a.mp4", actor=None)
    assert again == kept
