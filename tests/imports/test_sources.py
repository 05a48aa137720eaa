import unicodedata
import zipfile

import pytest

from articles.imports import readers, sources
from articles.imports.folders import refusals_as_sentences
from articles.imports.sources import SourceError

pytestmark = pytest.mark.usefixtures("english")

TEXT = "Tiêu đề\nSapô.\n".encode()


def lay(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT if path.suffix == ".txt" else name.encode())
    return folder


def pack(path, *names, data=TEXT):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data if name.endswith(".txt") else name)
    return path


def names(*paths):
    return [item.name for item in sources.find(paths)]


def refusal(*paths):
    with pytest.raises(SourceError) as caught:
        [item.data() for item in sources.find(paths)]
    return str(caught.value)


def test_a_file_is_an_item(tmp_path):
    lay(tmp_path, "tin.TXT")
    [item] = sources.find([tmp_path / "tin.TXT"])
    assert (item.name, item.data()) == ("tin.TXT", b"tin.TXT")


def test_folders_are_searched_in_reading_order(tmp_path):
    folder = lay(
        tmp_path / "cũ",
        "tin10.txt", "tin2.txt", "ảnh.jpg", "2023/a.txt", "2022/a.txt",
        ".ẩn.txt", ".git/a.txt", "__MACOSX/a.txt",
    )  # fmt: skip
    pack(folder / "gói.zip", "b.txt")
    assert names(folder) == [
        "cũ/gói.zip/b.txt", "cũ/tin2.txt", "cũ/tin10.txt", "cũ/2022/a.txt", "cũ/2023/a.txt",
    ]  # fmt: skip


def test_links_out_of_a_folder_are_not_followed(tmp_path):
    outside = lay(tmp_path / "outside", "secret.txt", "secret.jpg")
    folder = lay(tmp_path / "in", "a.txt")
    (folder / "b.txt").symlink_to(outside / "secret.txt")
    (folder / "a1.jpg").symlink_to(outside / "secret.jpg")
    (folder / "more").symlink_to(outside)
    [item] = sources.find([folder])
    assert item.name == "in/a.txt"
    assert item.sibling("a1.jpg") is None


def test_archives_are_searched_in_reading_order(tmp_path):
    path = pack(
        tmp_path / "gói.zip",
        "tin10.txt", "tin2.txt", "a/tin.txt", "a/a1.jpg", "__MACOSX/tin.txt", "a/.ẩn.txt",
    )  # fmt: skip
    assert names(path) == ["gói.zip/tin2.txt", "gói.zip/tin10.txt", "gói.zip/a/tin.txt"]


def test_items_of_an_archive_outlive_the_search(tmp_path):
    path = pack(tmp_path / "gói.zip", "a/tin.txt", "a/a1.jpg")
    [item] = list(sources.find([path]))
    assert item.data() == TEXT
    assert item.sibling("A1.JPG") == b"a/a1.jpg"
    item.folder.archive.close()


def test_items_are_found_one_at_a_time(tmp_path):
    found = sources.find([lay(tmp_path / "in", "a.txt"), tmp_path / "missing"])
    assert next(found).name == "in/a.txt"


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize(
    ("marker", "file_name"),
    [
        ("a1.jpg", "A1.JPG"),
        ("a1.jpg", "a1.jpeg"),
        ("a1.jpg", "a1.webp"),
        ("a1.HEIC", "a1.png"),
        ("Lễ  hội.jpg", unicodedata.normalize("NFD", "lễ hội.JPG")),
        ("a1.gif", "a1.GIF"),
        ("a1.jpg", None),
        ("a1.gif", None),
        ("../a1.jpg", None),
        ("/etc/passwd", None),
        ("b/a1.jpg", None),
    ],
)
def test_an_image_is_found_only_beside_the_bulletin(
    tmp_path, marker, file_name, is_packed
):
    files = ["in/a/tin.txt", "in/a1.jpg", "in/a1.gif", "in/a/b/a1.jpg"]
    files += [f"in/a/{file_name}"] if file_name else []
    lay(tmp_path, *files)
    source = pack(tmp_path / "in.zip", *files) if is_packed else tmp_path / "in" / "a"
    [item] = sources.find([source])
    expected = f"in/a/{file_name}".encode() if file_name else None
    assert item.sibling(marker) == expected


def test_the_exact_name_goes_before_its_variants(tmp_path):
    lay(tmp_path, "tin.txt", "a1.jpeg", "a1.jpg", "a1.png")
    [item] = sources.find([tmp_path / "tin.txt"])
    assert item.sibling("A1.PNG") == b"a1.png"
    assert item.sibling("a1.webp") == b"a1.jpg"


def test_missing_empty_and_foreign_paths_are_refused(tmp_path):
    lay(tmp_path, "a.pdf", "empty/a.jpg")
    pack(tmp_path / "photos.zip", "a.jpg")
    assert refusal(tmp_path / "no.txt") == "“no.txt” does not exist."
    assert (
        refusal(tmp_path / "a.pdf") == "“a.pdf” is not a kind of file that can be read."
    )
    assert (
        refusal(tmp_path / "empty")
        == "“empty” holds no bulletin that can be read (.txt)."
    )
    assert (
        refusal(tmp_path / "photos.zip")
        == "“photos.zip” holds no bulletin that can be read (.txt)."
    )


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError, "“a.txt” may not be read by this user."),
        (
            OSError(5, "Input/output error"),
            "“a.txt” cannot be read: Input/output error.",
        ),
    ],
)
def test_what_the_system_refuses_is_told_in_a_sentence(tmp_path, error, sentence):
    with (
        pytest.raises(SourceError) as caught,
        refusals_as_sentences(tmp_path / "a.txt"),
    ):
        raise error
    assert str(caught.value) == sentence


def test_a_file_too_large_for_a_bulletin_is_refused_unread(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(25_000_001)
    assert refusal(tmp_path / "a.txt") == "“a.txt” is larger than 25 MB."


def test_readers_are_chosen_by_extension(tmp_path):
    lay(tmp_path, "TIN.txt")
    [item] = sources.find([tmp_path])
    assert readers.read(item).title == "Tiêu đề"
    assert [readers.supported(name) for name in ("a.TXT", "a.pdf", "txt")] == [
        True,
        False,
        False,
    ]
