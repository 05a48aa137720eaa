import pytest

from articles.imports import bodies, lines
from articles.imports.bulletin import PhotoMarker

pytestmark = pytest.mark.usefixtures("english")


def read(*text):
    return bodies.read(lines.split("\n".join(["Sapô.", *text])), title="Tiêu đề")


@pytest.mark.parametrize(
    "caption",
    [
        "Toàn cảnh hội nghị",
        "(Ảnh: Thu Trang)",
        "Ảnh: Thu Trang",
        "(Ảnh minh họa, nguồn Internet).",
    ],
)
def test_a_line_right_after_a_photo_can_be_its_caption(caption):
    body = read("Đoạn.", "a1.jpg", caption, "Đoạn hai.")
    assert body.blocks == ["Đoạn.", PhotoMarker(1, "a1.jpg", caption), "Đoạn hai."]
    assert body.warnings == [f"“{caption}” was taken for the caption of photo 1."]


@pytest.mark.parametrize(
    "text", [["Đồng chí Lê Thị Hạnh phát biểu."], ["", "Toàn cảnh hội nghị"]]
)
def test_a_caption_in_doubt_stays_a_paragraph(text):
    body = read("Đoạn.", "a1.jpg", *text)
    assert body.blocks == ["Đoạn.", PhotoMarker(1, "a1.jpg"), text[-1]]
    assert body.warnings == [
        f"“{text[-1]}” may be the caption of photo 1; it stays in the text."
    ]


@pytest.mark.parametrize(
    "text",
    [
        ["1. Công tác giáo dục"],
        ["- Khối trường học"],
        ["", "Đồng chí Lê Thị Hạnh phát biểu."],
        ["Một đoạn dài không có dấu chấm " * 10],
    ],
)
def test_paragraphs_after_photos_are_paragraphs(text):
    body = read("Đoạn.", "a1.jpg", *text)
    assert body.blocks[2:] == [text[-1].strip()]
    assert body.warnings == []


def test_a_caption_said_twice_is_kept_once():
    body = read("Đoạn.", "a1.jpg", "Toàn cảnh", "Toàn cảnh", "Đoạn hai.")
    assert body.blocks[1:] == [PhotoMarker(1, "a1.jpg", "Toàn cảnh"), "Đoạn hai."]
    assert [line.text for line in body.dropped] == ["Toàn cảnh"]


@pytest.mark.parametrize(
    "marker",
    [
        "a1.jpg",
        "  DSC00112.JPG",
        "9f36c4536fde23d2.jpeg",
        "Lãnh đạo huyện trao quà.png",
        "IMG_1.heic",
    ],
)
def test_a_line_that_is_a_file_name_marks_a_photo(marker):
    assert read("Đoạn.", marker).photos == [PhotoMarker(1, marker.strip())]


@pytest.mark.parametrize(
    "text", ["Xem https://yenha.example/a1.jpg", "Tệp a1.jpg.", "a1.pdf", ".jpg"]
)
def test_other_lines_mark_no_photo(text):
    assert read("Đoạn.", text).blocks == ["Đoạn.", text]


def test_photos_above_the_lead_keep_their_place():
    body = bodies.read(lines.split("a1.jpg\n\nSapô dài hơn.\nĐoạn."), title="Tiêu đề")
    assert body.lead == "Sapô dài hơn."
    assert body.blocks == [PhotoMarker(1, "a1.jpg"), "Đoạn."]
