import html
import random
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from articles.imports.bulletin import Bulletin, PhotoMarker, UnreadableBulletin
from articles.imports.bylines import BylineLine, Credit
from articles.imports.datelines import DateLine
from articles.imports.readers import txt
from articles.text.vietnamese import one_line

pytestmark = pytest.mark.usefixtures("english")

SAMPLE = Path(__file__).parents[1] / "bulletins" / "so-ket-nong-thon-moi.txt"
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
PARAGRAPH = re.compile(r"<p>(.*?)</p>|<img data-photo=\"(\d+)\" alt=\"\">")
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?:]) ")


def read(*lines):
    return txt.read("tin.txt", "\n".join(lines).encode())


def blocks(bulletin):
    """The body as plain paragraphs and the numbers of photos."""
    return [
        int(number) if number else html.unescape(text)
        for text, number in PARAGRAPH.findall(bulletin.body_html)
    ]


def sentences(text):
    return BETWEEN_SENTENCES.split(" ".join(text.split()))


def written_sentences(path):
    """The sentences of a bulletin in the seed's form, told apart by line numbers."""
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    title, _date, _zoom, *text = lines[:-2]
    paragraphs = [line for line in [title, *text] if not line.lower().endswith(".jpg")]
    return [sentence for line in paragraphs for sentence in sentences(line)]


def read_sentences(bulletin):
    paragraphs = [each for each in blocks(bulletin) if isinstance(each, str)]
    texts = [bulletin.title, bulletin.lead, *paragraphs]
    return [sentence for text in texts for sentence in sentences(text)]


def test_a_bulletin_in_the_seeds_form_is_read_whole():
    lines = SAMPLE.read_text("utf-8").split("\n")
    bulletin = txt.read("bulletins/so-ket.txt", SAMPLE.read_bytes())
    assert bulletin == Bulletin(
        source="bulletins/so-ket.txt",
        digest=bulletin.digest,
        title=lines[0],
        dateline=DateLine(date(2022, 10, 5), None, "Đăng lúc: 05/10/2022 (GMT+7)"),
        lead=lines[5],
        body_html=bulletin.body_html,
        photos=[PhotoMarker(1, "a1.jpg"), PhotoMarker(2, "DSC00112.JPG")],
        byline=BylineLine(
            (Credit("Thu Hằng"),),
            "Trung tâm Văn hóa Thông tin, Thể thao và Du lịch Yên Hà",
            written=tuple(lines[-2:]),
        ),
        dropped=["100%"],
        warnings=[],
    )
    tidy = [" ".join(line.split()) for line in lines]
    assert blocks(bulletin) == [tidy[7], 1, tidy[10], tidy[12], 2, tidy[15]]


def test_no_sentence_is_lost_or_changed():
    bulletin = txt.read(SAMPLE.name, SAMPLE.read_bytes())
    assert read_sentences(bulletin) == written_sentences(SAMPLE)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="The seeds are not beside this copy.")
def test_no_sentence_of_the_seeds_is_lost_or_changed():
    for path in SEEDS.glob("*.txt"):
        bulletin = txt.read(path.name, path.read_bytes())
        assert read_sentences(bulletin) == written_sentences(path)
        assert bulletin.byline.authors == (Credit("Trung Tuyến"),)
        unit = "Trung tâm Văn hóa Thông tin, Thể thao và Du lịch Thọ Xuân"
        assert bulletin.byline.unit == unit
        assert (bulletin.dropped, bulletin.warnings) == (["100%"], [])


def test_the_text_is_escaped():
    bulletin = read("Tiêu đề", "Sapô.", '<b>Đậm</b> & "nhạt".')
    assert bulletin.body_html == '<p>&lt;b&gt;Đậm&lt;/b&gt; &amp; "nhạt".</p>'


def test_the_digest_sees_neither_line_ends_nor_the_form_of_letters():
    text = SAMPLE.read_text("utf-8")
    same = [
        text.replace("\n", "\r\n"),
        "\ufeff" + text,
        unicodedata.normalize("NFD", text),
        text.replace("\n", " \xa0\n") + "\n\n",
    ]
    digests = {txt.read("a.txt", each.encode()).digest for each in [text, *same]}
    assert len(digests) == 1
    assert txt.read("a.txt", text.replace("Yên", "An").encode()).digest not in digests


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (" \r\n\xa0\n\u200b".encode(), "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "The file is not text: it holds binary data."),
        (b"\xff\xfe\x00", "The file is not in UTF-8. Save it again with the encoding UTF-8."),
        (b"100%\n30/11/2023\na1.jpg", "The file has no title."),
        (b"Tin\n", "The bulletin has a title and nothing else."),
        (b"Tin\n30/11/2023\n100%", "The bulletin has a title and nothing else."),
        (b"Tin\nTIN", "The bulletin has a title and nothing else."),
        (b"x" * 301 + b"\nTin.", "The first line is too long for a title."),
        (b"x" * 2_000_001, "The file is larger than 2 MB."),
        (
            b"Tin\nNg\xc3\xa0y 31/02/2023\nTin.",
            "The date line “Ngày 31/02/2023” names a day that does not exist.",
        ),
    ],
)  # fmt: skip
def test_what_is_no_bulletin_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(UnreadableBulletin) as refusal:
        txt.read("tin.txt", data)
    assert str(refusal.value) == sentence


def test_a_bulletin_of_one_paragraph_is_remarked():
    bulletin = read("Tiêu đề", "09/12/2022", "Một đoạn duy nhất.")
    assert (bulletin.lead, bulletin.body_html) == ("Một đoạn duy nhất.", "")
    assert bulletin.warnings == ["The text has no paragraph after the lead."]


def test_photos_alone_are_remarked():
    bulletin = read("Tiêu đề", "09/12/2022", "a1.jpg", "a2.jpg")
    assert (bulletin.lead, blocks(bulletin)) == ("", [1, 2])
    assert bulletin.warnings == ["The bulletin has photos but no text."]


def test_junk_is_dropped_as_whole_lines_near_the_title_and_the_end():
    text = [f"Đoạn {number} của tin." for number in range(12)]
    bulletin = read(
        "Tiêu đề", "Đăng lúc: 09/12/2022", "In bài viết", "Xem với cỡ chữ A- A+",
        *text[:6], "100%", *text[6:],
        "Lượt xem: 230", "0 Bình luận", "Ý kiến bạn đọc", "[Trở về]",
        "Các tin khác:", "Lễ hội xuân (09/12/2022)", "100%",
    )  # fmt: skip
    assert [bulletin.lead, *blocks(bulletin)] == [*text[:6], "100%", *text[6:]]
    assert bulletin.dropped == [
        "In bài viết", "Xem với cỡ chữ A- A+", "Lượt xem: 230", "0 Bình luận",
        "Ý kiến bạn đọc", "[Trở về]", "Các tin khác:", "Lễ hội xuân (09/12/2022)", "100%",
    ]  # fmt: skip


def test_text_after_the_heading_of_links_keeps_it_in_place():
    long_paragraph = "Một câu văn dài. " * 20
    bulletin = read("Tiêu đề", "09/12/2022", "Sapô.", "Tin khác", long_paragraph)
    assert blocks(bulletin) == ["Tin khác", long_paragraph.strip()]
    assert bulletin.dropped == []


def test_title_and_lead_said_twice_are_merged():
    bulletin = read(
        "Tiêu đề tin", "09/12/2022", "TIÊU ĐỀ TIN", "Sapô.", "Sapô.", "Đoạn."
    )
    assert (bulletin.title, bulletin.lead) == ("Tiêu đề tin", "Sapô.")
    assert blocks(bulletin) == ["Đoạn."]
    assert bulletin.dropped == ["TIÊU ĐỀ TIN", "Sapô."]


def test_a_refrain_later_in_the_text_stays():
    bulletin = read("Tiêu đề", "09/12/2022", "Sapô.", "Hai.", "Ba.", "Hai.")
    assert blocks(bulletin) == ["Hai.", "Ba.", "Hai."]


def test_the_byline_under_the_title_needs_a_label():
    bulletin = read("Tiêu đề", "Tác giả: Kim Hoa", "09/12/2022", "Sapô.", "Đoạn.")
    assert bulletin.byline.authors == (Credit("Kim Hoa"),)
    assert bulletin.dateline.date == date(2022, 12, 9)
    assert (bulletin.lead, blocks(bulletin)) == ("Sapô.", ["Đoạn."])

    bulletin = read("Tiêu đề", "Kim Hoa", "09/12/2022", "Sapô.", "Đoạn.")
    assert bulletin.byline is None
    assert bulletin.lead == "Kim Hoa"


def test_photos_may_stand_below_the_byline():
    bulletin = read("Tiêu đề", "09/12/2022", "Sapô.", "Đoạn.", "Tin: Kim Hoa", "a1.jpg")
    assert bulletin.byline.authors == (Credit("Kim Hoa"),)
    assert blocks(bulletin) == ["Đoạn.", 1]


def test_a_doubtful_byline_is_remarked():
    bulletin = read("Tiêu đề", "09/12/2022", "Sapô.", "Đoạn.", "Thúy Hà – Thống Nhất")
    assert bulletin.warnings == [
        "The byline “Thúy Hà – Thống Nhất” was read by its spelling and may be wrong."
    ]


def test_a_last_line_nobody_can_read_stays_in_the_text():
    bulletin = read("Tiêu đề", "09/12/2022", "Sapô.", "Đoạn.", "Kim Hoa, xã Yên Lập")
    assert bulletin.byline is None
    assert blocks(bulletin) == ["Đoạn.", "Kim Hoa, xã Yên Lập"]
    assert bulletin.warnings == [
        "The last line “Kim Hoa, xã Yên Lập” may be a byline; it stays in the text."
    ]


def mutations(data, count):
    """Cut, shuffled and damaged copies of the data, the same ones every time."""
    source = random.Random(20221005)  # noqa: S311 — not a secret
    alphabet = "0123456789/:-–()% \n\xa0.,aăĐẾ\u0301\u2028"
    text = data.decode()
    for number in range(count):
        lines = text.split("\n")
        if number % 2:
            source.shuffle(lines)
        damaged = "\n".join(lines)[source.randrange(50) :]
        for _ in range(source.randrange(12)):
            at = source.randrange(len(damaged))
            piece = "".join(source.choices(alphabet, k=source.randrange(4)))
            damaged = damaged[:at] + piece + damaged[at + source.randrange(40) :]
        damaged = damaged.encode()
        yield damaged[: source.randrange(len(damaged) + 1)] if number % 5 else damaged


def places(bulletin):
    """Every line the bulletin holds, in whatever place, tidied."""
    paragraphs = [each for each in blocks(bulletin) if isinstance(each, str)]
    found = [bulletin.title, bulletin.lead, *paragraphs, *bulletin.dropped]
    found += [bulletin.dateline.written] if bulletin.dateline else []
    found += bulletin.byline.written if bulletin.byline else []
    for photo in bulletin.photos:
        found += [photo.file_name, photo.caption]
    return sorted(one_line(text) for text in found if text)


def test_damaged_bulletins_are_refused_or_read_without_losing_a_line():
    refused = 0
    for data in mutations(SAMPLE.read_bytes(), 500):
        try:
            bulletin = txt.read("tin.txt", data)
        except UnreadableBulletin:
            refused += 1
        else:
            written = [one_line(line) for line in data.decode().splitlines()]
            assert places(bulletin) == sorted(filter(None, written))
    assert 0 < refused < 500
