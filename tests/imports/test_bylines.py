import pytest

from articles.imports import bylines
from articles.imports.bylines import BylineLine, Credit

TEXT_AND_PHOTO = frozenset({"text", "photo"})
PHOTO = frozenset({"photo"})
VIDEO = frozenset({"video"})
SEED_UNIT = "Trung tâm Văn hóa Thông tin, Thể thao và Du lịch Thọ Xuân"
INDENT = "\xa0 " * 20


def credits_of(*names, roles=frozenset({"text"})):
    return tuple(Credit(name, roles) for name in names)


SHAPES = [
    (
        [f"{INDENT}Trung Tuyến", f"{INDENT}( {SEED_UNIT})"],
        BylineLine(credits_of("Trung Tuyến"), SEED_UNIT),
    ),
    (
        ["Đức Anh ( Đài Nghĩa Đàn )"],
        BylineLine(credits_of("Đức Anh"), "Đài Nghĩa Đàn"),
    ),
    (
        ["Tuyết Mai: TT Văn hóa TTTT& DL"],
        BylineLine(credits_of("Tuyết Mai"), "TT Văn hóa TTTT& DL", confidence="likely"),
    ),
    (
        ["Bùi Văn Tám - Phó Bí thư Đoàn thị trấn"],
        BylineLine(credits_of("Bùi Văn Tám"), confidence="likely"),
    ),
    (["Kim Hoa"], BylineLine(credits_of("Kim Hoa"), confidence="likely")),
    (["THANH HUYỀN"], BylineLine(credits_of("THANH HUYỀN"), confidence="likely")),
    (["N.V.T"], BylineLine(credits_of("N.V.T"), confidence="unsure")),
    (["BBT"], BylineLine(credits_of("BBT"), confidence="unsure")),
    (["PV"], BylineLine(credits_of("PV"), confidence="unsure")),
    (
        ["Thúy Hà – Hồng Sơn"],
        BylineLine(credits_of("Thúy Hà", "Hồng Sơn"), confidence="unsure"),
    ),
    (
        ["Trần Tú- Huy Phong"],
        BylineLine(credits_of("Trần Tú", "Huy Phong"), confidence="unsure"),
    ),
    (
        ["Văn Sáng – Thống Nhất"],
        BylineLine(credits_of("Văn Sáng", "Thống Nhất"), confidence="unsure"),
    ),
    (["Tin: Kim Hoa"], BylineLine(credits_of("Kim Hoa"))),
    (["Tin, ảnh: LÊ VÂN"], BylineLine(credits_of("LÊ VÂN", roles=TEXT_AND_PHOTO))),
    (
        ["Bài và ảnh: Ngọc Phương"],
        BylineLine(credits_of("Ngọc Phương", roles=TEXT_AND_PHOTO)),
    ),
    (
        ["Tin bài: Lê Thị Mận, Phó Chi cục trưởng Chi cục Thuế huyện Yên Hà"],
        BylineLine(credits_of("Lê Thị Mận"), confidence="likely"),
    ),
    (["Tác giả: Hoàng Yến"], BylineLine(credits_of("Hoàng Yến"))),
    (
        ["Tác giả: Hoàng Yến - Nguồn: BBT"],
        BylineLine(credits_of("Hoàng Yến"), source="BBT"),
    ),
    (
        ["Nguồn tin: Nguyễn Thắng – Đài Truyền thanh huyện"],
        BylineLine(
            credits_of("Nguyễn Thắng"), "Đài Truyền thanh huyện", confidence="unsure"
        ),
    ),
    (
        ["Nguồn: https://baoyenha.example/tin-1.htm"],
        BylineLine(source="https://baoyenha.example/tin-1.htm", is_republished=True),
    ),
    (
        ["NM (Nguồn: Văn phòng UBND tỉnh)"],
        BylineLine(
            credits_of("NM"),
            source="Văn phòng UBND tỉnh",
            is_republished=True,
            confidence="likely",
        ),
    ),
    (
        ["(Theo Báo Yên Hà)"],
        BylineLine(source="Báo Yên Hà", is_republished=True),
    ),
    (
        ["Theo Báo Yên Hà"],
        BylineLine(source="Báo Yên Hà", is_republished=True, confidence="likely"),
    ),
    (
        ["Văn phòng HĐND-UBND"],
        BylineLine(unit="Văn phòng HĐND-UBND", confidence="likely"),
    ),
    (
        ["Theo Nguyễn Thắng"],
        BylineLine(source="Nguyễn Thắng", is_republished=True, confidence="unsure"),
    ),
    (
        ["Kim Hoa (tổng hợp)"],
        BylineLine(credits_of("Kim Hoa"), confidence="unsure"),
    ),
    (
        ["Tin và ảnh: Kim Hoa - Lê Vân"],
        BylineLine(
            credits_of("Kim Hoa", "Lê Vân", roles=TEXT_AND_PHOTO), confidence="likely"
        ),
    ),
    (
        ["Ban Tổ chức Huyện ủy"],
        BylineLine(unit="Ban Tổ chức Huyện ủy", confidence="likely"),
    ),
    (
        ["Đoàn TNCS Hồ Chí Minh"],
        BylineLine(unit="Đoàn TNCS Hồ Chí Minh", confidence="likely"),
    ),
    # Two lines that say more than each alone.
    (
        ["Hương", "( Trung tâm Văn hoá huyện Yên Hà )"],
        BylineLine(credits_of("Hương"), "Trung tâm Văn hoá huyện Yên Hà"),
    ),
    (
        ["Kim Hoa", "Đoàn Thanh niên xã Yên Lập"],
        BylineLine(
            credits_of("Kim Hoa"), "Đoàn Thanh niên xã Yên Lập", confidence="likely"
        ),
    ),
    (
        ["Tin: Kim Hoa", "Ảnh: Lê Vân, PV Thu Trang", "Quay phim: Kim Hoa"],
        BylineLine(
            (
                Credit("Kim Hoa", frozenset({"text", "video"})),
                Credit("Lê Vân", PHOTO),
                Credit("Thu Trang", PHOTO),
            )
        ),
    ),
    (
        ["Tin: Kim Hoa; Video: Lê Vân"],
        BylineLine((Credit("Kim Hoa"), Credit("Lê Vân", VIDEO))),
    ),
    (
        ["Tác giả: Đoàn Văn Hùng (Trường Tiểu học Yên Lập)"],
        BylineLine(
            credits_of("Đoàn Văn Hùng"), "Trường Tiểu học Yên Lập", confidence="likely"
        ),
    ),
    (["Trang Nhung"], BylineLine(credits_of("Trang Nhung"), confidence="likely")),
]

NO_BYLINES = [
    [],
    ["", "\xa0 "],
    ["Hội nghị đã thành công tốt đẹp."],
    ["Theo đó, các đơn vị trong khối đã hoàn thành nhiệm vụ."],
    ["Theo kế hoạch, lễ hội diễn ra trong ba ngày"],
    ["Kết luận: Trung tâm hoàn thành nhiệm vụ"],
    ["Đoàn Thanh niên xã tổ chức ra quân làm vệ sinh môi trường"],
    ["Trung tâm Y tế huyện trao quà cho các em nhỏ"],
    ["Phòng, chống dịch bệnh trên địa bàn huyện"],
    ["Tin: Sáng 30/11, huyện Yên Hà khánh thành cầu mới"],
    ["Tác giả: Kim Hoa, học sinh lớp 5A đã đạt giải nhất cuộc thi"],
    ["Kim Hoa - 30/11/2023"],
    ["Email: vp@yenha.example"],
    ["Công an huyện: 0237.3833.113"],
    ["Chủ tịch UBND xã"],
    ["Biên tập: Kim Hoa"],
    ["Kim Hoa, xã Yên Lập"],
    ["Ảnh minh hoạ - nguồn internet"],
    ["(Ảnh: Thu Trang)"],
    ["Ảnh: Internet"],
    ["Hết"],
    ["100%"],
    ["a1.jpg"],
    ["( Trung tâm Văn hóa", "huyện Yên Hà)"],
    ["Kim Hoa " * 40],
]


@pytest.mark.parametrize(("lines", "expected"), SHAPES)
def test_bylines_are_read_below_a_sentence(lines, expected):
    found = bylines.parse(["Hội nghị đã thành công tốt đẹp.", *lines])
    assert found == BylineLine(**{**vars(expected), "written": tuple(lines)})


@pytest.mark.parametrize("lines", NO_BYLINES)
def test_what_is_no_byline_is_left_alone(lines):
    assert bylines.parse(lines) is None


def test_only_the_last_six_lines_count():
    lines = ["Tin: Kim Hoa", *["Câu văn."] * 6]
    assert bylines.parse(lines) is None
    assert bylines.parse(["Tin: Kim Hoa", "Câu văn."]) is None


def test_a_second_name_above_is_not_taken_along():
    found = bylines.parse(["Lê Vân", "Kim Hoa"])
    assert found.written == ("Kim Hoa",)
