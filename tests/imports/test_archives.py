import struct
import zipfile

import pytest

from articles.imports import sources
from articles.imports.sources import SourceError

pytestmark = pytest.mark.usefixtures("english")

TEXT = "Tiêu đề\nSapô.\n".encode()
CENTRAL_ENTRY = b"PK\x01\x02"


def pack(path, *names, data=TEXT, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name in names:
            archive.writestr(name, data)
    return path


def patch(path, offset, layout, value):
    """Change a field of the first entry in the archive's directory."""
    data = bytearray(path.read_bytes())
    struct.pack_into(layout, data, data.index(CENTRAL_ENTRY) + offset, value)
    path.write_bytes(data)
    return path


def refusal(path):
    with pytest.raises(SourceError) as caught:
        [item.data() for item in sources.find([path])]
    return str(caught.value)


@pytest.mark.parametrize(
    "name",
    ["../tin.txt", "a/../../tin.txt", "/tin.txt", "C:\\tin.txt", "a\\..\\tin.txt"],
)
def test_paths_that_lead_outside_are_refused(tmp_path, name):
    path = pack(tmp_path / "a.zip", "tin.txt", name)
    assert refusal(path) == "“a.zip” holds a file whose path leads outside of it."


def test_too_many_files_are_refused(tmp_path):
    path = pack(tmp_path / "a.zip", *[f"{number}.txt" for number in range(2_001)])
    assert refusal(path) == "“a.zip” holds more than 2000 files."


def test_too_large_a_total_is_refused_unread(tmp_path):
    path = patch(pack(tmp_path / "a.zip", "tin.txt"), 24, "<I", 200_000_001)
    assert refusal(path) == "“a.zip” unpacks to more than 200 MB."


def test_a_file_too_large_for_a_bulletin_is_refused_unread(tmp_path):
    path = patch(pack(tmp_path / "a.zip", "tin.txt"), 24, "<I", 25_000_001)
    assert refusal(path) == "“a.zip/tin.txt” is larger than 25 MB."


def test_a_file_larger_than_it_says_is_refused(tmp_path):
    path = patch(
        pack(tmp_path / "a.zip", "tin.txt", data=b"a" * 1_000_000), 24, "<I", 50
    )
    assert refusal(path) == "“a.zip” is damaged or is no zip archive."


def test_a_password_is_refused(tmp_path):
    path = patch(pack(tmp_path / "a.zip", "tin.txt"), 8, "<H", 1)
    assert refusal(path) == "“a.zip” is protected by a password."


def test_rare_compressions_are_refused(tmp_path):
    path = pack(tmp_path / "a.zip", "tin.txt", compression=zipfile.ZIP_BZIP2)
    assert refusal(path) == "“a.zip” is packed in a way that cannot be read."


@pytest.mark.parametrize("damage", ["cut", "text", "empty", "data"])
def test_damage_is_refused(tmp_path, damage):
    path = pack(tmp_path / "a.zip", "tin.txt")
    data = path.read_bytes()
    damaged = {
        "cut": data[:-30],
        "text": TEXT,
        "empty": b"",
        "data": data.replace(data[38:50], b"\xff" * 12, 1),
    }
    path.write_bytes(damaged[damage])
    assert refusal(path) == "“a.zip” is damaged or is no zip archive."


def test_damage_anywhere_is_read_or_refused(tmp_path):
    path = pack(tmp_path / "a.zip", "a/tin.txt", "a/a1.jpg")
    data = path.read_bytes()
    refused = 0
    for index in range(len(data)):
        path.write_bytes(data[:index] + bytes([data[index] ^ 0xFF]) + data[index + 1 :])
        try:
            for item in sources.find([path]):
                item.data()
                item.sibling("a1.jpg")
        except SourceError:
            refused += 1
    assert 0 < refused < len(data)


def test_names_in_utf8_without_the_mark_are_understood(tmp_path):
    path = unmarked(tmp_path / "a.zip", "hội nghị.txt".encode())
    [item] = sources.find([path])
    assert (item.name, item.data()) == ("a.zip/hội nghị.txt", TEXT)


def test_names_in_an_unknown_code_page_do_no_harm(tmp_path):
    [item] = sources.find([unmarked(tmp_path / "a.zip", b"h\xe9i.txt")])
    assert item.data() == TEXT


def unmarked(path, name):
    """An archive with one file, whose name is bytes that no mark explains."""
    placeholder = b"x" * len(name)
    pack(path, placeholder.decode())
    path.write_bytes(path.read_bytes().replace(placeholder, name))
    return path
