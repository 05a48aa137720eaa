"""The one door: what is kept, under which type and name, and that nothing else is."""

import contextlib
import hashlib
import io
import os
import random
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.utils import timezone

from articles.attachments import intake, kinds
from articles.attachments.intake import AttachmentRefused
from articles.housekeeping import checking
from articles.models import Attachment
from tests.attachments import samples
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def take_in(content, name, actor=None):
    return intake.take_in(io.BytesIO(content), name=name, actor=actor)


def kept_files(folder="attachments"):
    if not default_storage.exists(folder):
        return []
    folders, _files = default_storage.listdir(folder)
    return [
        name
        for each in folders
        for name in default_storage.listdir(f"{folder}/{each}")[1]
    ]


def refusal(content, name):
    """The sentence, once it is sure that nothing was kept."""
    with pytest.raises(AttachmentRefused) as caught:
        take_in(content, name)
    assert kept_files() == []
    assert not Attachment.objects.exists()
    return str(caught.value)


@pytest.mark.parametrize("extension", samples.WHOLE)
def test_every_accepted_kind_is_kept_as_what_it_is(extension):
    content, user = samples.WHOLE[extension], make_user()
    kept = take_in(content, f"Kế hoạch.{extension}", actor=user)

    assert kept.name == f"Kế hoạch.{extension}"
    assert kept.kind == kinds.TYPES[extension].kind
    assert kept.content_type == kinds.TYPES[extension].content_type
    assert kept.size == len(content)
    assert kept.uploaded_by == user
    assert kept.digest == hashlib.sha256(content).hexdigest()
    assert kept.file.name == f"attachments/{kept.digest[:2]}/{kept.digest}"
    with default_storage.open(kept.file.name) as file:
        assert file.read() == content


def test_there_is_a_sample_of_every_type():
    assert samples.WHOLE.keys() == kinds.TYPES.keys()


@pytest.mark.parametrize("extension", samples.WHOLE)
def test_what_is_cut_short_is_refused_at_every_twentieth(extension):
    content = samples.WHOLE[extension]
    for percent in range(0, 100, 5):
        refusal(content[: len(content) * percent // 100], f"tep.{extension}")


@pytest.mark.parametrize("extension", samples.WHOLE)
def test_broken_bytes_never_crash(extension):
    chance = random.Random(extension)  # noqa: S311 — the same bytes in every run
    for _number in range(60):
        content = bytearray(samples.WHOLE[extension])
        for _byte in range(chance.randint(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with contextlib.suppress(AttachmentRefused):
            take_in(bytes(content), f"tep.{extension}")


@pytest.mark.parametrize("extension", samples.WHOLE)
def test_the_name_has_to_agree_with_the_content(extension):
    other = "docx" if extension == "pdf" else "pdf"
    sentence = refusal(samples.WHOLE[extension], f"bao-cao.{other}")
    assert str(kinds.TYPES[extension].word) in sentence
    assert f".{extension}" in sentence


@pytest.mark.parametrize("name", ["pdf", "", "bao-cao", "bao-cao.pdf.exe", "a.pdf."])
def test_a_name_without_the_right_ending_is_refused(name):
    assert ".pdf" in refusal(samples.pdf(), name)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Users\\Lan\\Giấy mời.PDF", "Giấy mời.PDF"),
        ("../../etc/passwd/Lịch  họp.pdf", "Lịch họp.pdf"),
        ("Lịch\u202efdp.pdf", "Lịchfdp.pdf"),  # a mark that writes backwards
        ("Thông\nbáo\0.pdf", "Thông báo.pdf"),
        ("Ke\u0302\u0301 hoa\u0323ch.pdf", "Kế hoạch.pdf"),
        ("a" * 400 + ".pdf", "a" * 251 + ".pdf"),
    ],
)
def test_the_name_is_kept_bare_and_in_one_line(sent, kept):
    assert take_in(samples.pdf(), sent).name == kept


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<!DOCTYPE html><p>a", "một trang web"),
        (b"\xef\xbb\xbf\n <HTML><p>a", "một trang web"),
        (b"<p>a<script>alert(1)</script>", "một trang web"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "một hình vẽ SVG"),
        (b"<?xml version='1.0'?><svg onload='a()'/>", "một hình vẽ SVG"),
        (b"MZ\x90\0" + bytes(200), "một chương trình"),
        (b"\x7fELF" + bytes(200), "một chương trình"),
        (b"#!/bin/sh\nrm -rf /", "một tập lệnh"),
        (b"<?php system('id');", "một tập lệnh"),
        (samples.archive({"a.txt": "a"}), "một tệp nén"),
        (b"Rar!\x1a\7\0" + bytes(200), "một tệp nén"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "một bản ghi ở định dạng khác"),
        (b"\x1a\x45\xdf\xa3" + bytes(200), "một bản ghi ở định dạng khác"),
        (b"#!AMR\n" + bytes(200), "một bản ghi ở định dạng khác"),
        (b"\xff\xd8\xff\xe0" + bytes(200), "Đây là ảnh."),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "Đây là ảnh."),
        (b"\n" + samples.pdf(), "Không đính kèm được loại tệp này."),
        (b"chao" + samples.office(), "Không đính kèm được loại tệp này."),
        (b"Chi la chu", "Không đính kèm được loại tệp này."),
        (bytes(500), "Không đính kèm được loại tệp này."),
        (b"", "Tệp trống"),
    ],
)
def test_everything_else_is_refused_and_named(content, said):
    assert said in refusal(content, "bao-cao.pdf")


def test_the_same_file_is_kept_once():
    first = take_in(samples.pdf(), "Một.pdf", actor=make_user())
    second = take_in(samples.pdf(), "Hai.pdf", actor=make_user())

    assert second == first
    assert kept_files() == [first.digest]


def test_a_file_that_got_lost_comes_back_with_the_next_upload():
    kept = take_in(samples.pdf(), "a.pdf")
    default_storage.delete(kept.file.name)
    take_in(samples.pdf(), "a.pdf")
    assert kept_files() == [kept.digest]


def test_a_file_that_was_cut_short_on_the_disk_is_replaced():
    received = intake.receive(io.BytesIO(samples.pdf()), name="a.pdf")
    default_storage.delete(intake.path(received.digest))
    default_storage.save(intake.path(received.digest), io.BytesIO(b"%PDF"))
    kept = take_in(samples.pdf(), "a.pdf")
    assert default_storage.size(kept.file.name) == kept.size


def test_whoever_sends_the_same_file_meanwhile_does_not_lose_it(monkeypatch):
    def fail(**values):
        raise DatabaseError("The disk is full.")

    slower = intake.receive(io.BytesIO(samples.pdf()), name="a.pdf")
    with monkeypatch.context() as patched:
        patched.setattr(Attachment.objects, "get_or_create", fail)
        with pytest.raises(DatabaseError):
            take_in(samples.pdf(), "a.pdf")
    assert kept_files() == [intake.keep(slower, actor=None).digest]


def test_no_row_comes_to_name_a_file_that_is_gone():
    received = intake.receive(io.BytesIO(samples.pdf()), name="a.pdf")
    default_storage.delete(intake.path(received.digest))
    with pytest.raises(AttachmentRefused, match=r"\.$"):
        intake.keep(received, actor=None)
    assert not Attachment.objects.exists()


def test_an_old_file_without_a_row_is_written_anew_before_housekeeping_comes():
    received = intake.receive(io.BytesIO(samples.pdf()), name="a.pdf")
    aged(received)
    intake.receive(io.BytesIO(samples.pdf()), name="a.pdf")
    list(checking.walk(repair=True))
    assert kept_files() == [intake.keep(received, actor=None).digest]


def test_an_old_file_with_a_row_stays_as_it_is():
    kept = take_in(samples.pdf(), "a.pdf")
    then = aged(kept)
    take_in(samples.pdf(), "a.pdf")
    assert default_storage.get_modified_time(kept.file.name) == then


def aged(received):
    """Make the file three days old; returns its new time."""
    path = intake.path(received.digest)
    then = (timezone.now() - timedelta(days=3)).timestamp()
    os.utime(default_storage.path(path), (then, then))
    return default_storage.get_modified_time(path)


def test_half_a_file_goes_again_if_the_storage_fails(monkeypatch):
    whole = default_storage.save

    def half(path, content):
        whole(path, io.BytesIO(b"half"))
        raise OSError("No space left on device.")

    monkeypatch.setattr(default_storage, "save", half, raising=False)
    with pytest.raises(OSError, match="No space"):
        take_in(samples.pdf(), "a.pdf")
    monkeypatch.undo()
    assert kept_files() == []


@pytest.mark.parametrize(
    ("extension", "limit"), [("pdf", "20 MB"), ("mp3", "50 MB"), ("mp4", "100 MB")]
)
def test_a_file_that_is_too_large_is_refused_while_it_is_read(extension, limit):
    head = samples.WHOLE[extension]
    endless = Endless(head, at_most=101 * kinds.MEGABYTE)
    with pytest.raises(AttachmentRefused, match=limit):
        intake.take_in(endless, name=f"a.{extension}", actor=None)
    assert (
        endless.given <= kinds.MAX_BYTES[kinds.TYPES[extension].kind] + 2 * intake.BLOCK
    )
    assert kept_files() == []


class Endless:
    """A file that goes on with zeros for as long as somebody reads."""

    def __init__(self, head, *, at_most):
        self.head, self.left, self.given = head, at_most, 0

    def read(self, size):
        block = (self.head or bytes(min(size, self.left)))[:size]
        self.head = b""
        self.left -= len(block)
        self.given += len(block)
        return block
