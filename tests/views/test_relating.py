from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from articles.views import relating

NOW = datetime(2026, 3, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Bulletin:
    title: str
    category_id: int | None = None
    unit_id: int = 0
    article_id: int = 1
    dateline_at: datetime = NOW


def order(own, *others):
    return [each.title for each in relating.nearest(own, others)]


def test_rare_words_in_common_come_before_common_ones():
    own = Bulletin("Xã Vân Trà tổ chức hội thi cấy lúa")
    others = [
        Bulletin(f"Xã Vân Trà tổ chức {what}", unit_id=7)
        for what in ("tiêm chủng", "giao ban", "họp thôn", "khám bệnh")
    ]
    assert order(own, *others, Bulletin("Cấy lúa trên đồng", unit_id=7))[0] == (
        "Cấy lúa trên đồng"
    )


def test_case_does_not_matter_and_marks_do():
    own = Bulletin("CẤY LÚA", unit_id=1)
    assert order(
        own, Bulletin("Cày lụa"), Bulletin("cấy lúa"), Bulletin("Họp thôn")
    )[0] == "cấy lúa"  # fmt: skip


def test_of_equals_the_nearest_in_time_comes_first():
    own = Bulletin("Gặt lúa")
    days = [
        Bulletin(f"Tin {n}", unit_id=5, dateline_at=NOW + timedelta(days=n))
        for n in (3, -1, 2)
    ]
    assert order(own, *days) == ["Tin -1", "Tin 2", "Tin 3"]


def test_no_category_is_no_common_category():
    own = Bulletin("Gặt lúa", category_id=None, unit_id=1)
    same_unit = Bulletin("Họp thôn", category_id=4, unit_id=1)
    assert order(own, Bulletin("Giao ban", unit_id=2), same_unit)[0] == "Họp thôn"
