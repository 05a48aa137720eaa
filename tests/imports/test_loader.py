import datetime as dt

import pytest
from django.utils import timezone

from articles.editorial.publishing import NotPublishable
from articles.editorial.refusal import Refused
from articles.imports import loader, sources
from articles.imports.readers import read
from articles.imports.refusals import UnreadableBulletin
from articles.models import Article, Author, Origin, Unit
from tests.factories import make_author, make_category, make_unit, picture_file

pytestmark = pytest.mark.django_db

TEXT = """Hội nghị sơ kết quý III

Đăng lúc: 05/10/2022 (GMT+7)
100%

Sáng ngày 05/10/2022, xã họp sơ kết.

Đồng chí Phó chủ tịch chủ trì hội nghị.
a1.jpg
Hội nghị bàn về đường thôn.

          Thu Hằng
   ( Đài Truyền thanh xã Yên Hà)
"""


@pytest.fixture
def load(tmp_path):
    """Load a text as a file of its own; photos may lie beside it."""

    def load_text(text=TEXT, *, publish=False, photo=None, **defaults):
        (tmp_path / "tin.txt").write_text(text)
        if photo:
            (tmp_path / "A1.JPG").write_bytes(photo)
        [item] = sources.find([tmp_path])
        plan = loader.plan(read(item), item, loader.Defaults(**defaults))
        return loader.load(plan, publish=publish)

    return load_text


def test_a_bulletin_becomes_an_article(load):
    category = make_category()
    article = load(category=category)
    article.refresh_from_db()
    byline, place = article.bylines.get(), article.photo_places.get()
    assert (article.title, article.lead) == (
        "Hội nghị sơ kết quý III",
        "Sáng ngày 05/10/2022, xã họp sơ kết.",
    )
    assert article.body == (
        "<p>Đồng chí Phó chủ tịch chủ trì hội nghị.</p>\n"
        '<img data-photo="1">\n<p>Hội nghị bàn về đường thôn.</p>'
    )
    assert (article.dateline_date, article.dateline_time) == (
        dt.date(2022, 10, 5),
        None,
    )
    assert (article.unit.name, article.unit.slug) == (
        "Đài Truyền thanh xã Yên Hà",
        "dai-truyen-thanh-xa-yen-ha",
    )
    assert (byline.author.name, byline.role, article.category) == (
        "Thu Hằng",
        "text",
        category,
    )
    assert (place.number, place.photo, place.file_name) == (1, None, "a1.jpg")
    assert not article.editions.exists()


def test_its_origin_keeps_what_its_page_said(load):
    load()
    origin = Origin.objects.get()
    assert (origin.dateline, origin.dropped) == (
        "Đăng lúc: 05/10/2022 (GMT+7)",
        ["100%"],
    )
    assert [line.strip() for line in origin.byline.split("\n")] == [
        "Thu Hằng",
        "( Đài Truyền thanh xã Yên Hà)",
    ]


def test_a_photo_beside_the_bulletin_fills_its_place(load):
    article = load(photo=picture_file().read())
    assert article.photo_places.get().photo.width == 640


def test_a_broken_photo_leaves_a_gap_and_a_remark(load):
    article = load(photo=b"not a photo")
    assert article.photo_places.get().photo is None
    assert any(remark.startswith("a1.jpg: ") for remark in article.origin.warnings)


def test_published_with_its_own_date(load):
    edition = load(publish=True).editions.get()
    assert edition.is_live()
    assert (
        timezone.localtime(edition.dateline_at).isoformat(),
        edition.dateline_has_time,
    ) == (
        "2022-10-05T00:00:00+07:00",
        False,
    )


def test_without_a_date_it_stays_a_draft(load):
    article = load(TEXT.replace("Đăng lúc: 05/10/2022 (GMT+7)", ""), publish=True)
    assert not article.editions.exists()
    assert article.dateline_date is None


def test_a_unit_of_ours_is_found_by_its_name_whatever_the_case(load):
    unit = make_unit(name="ĐÀI TRUYỀN THANH XÃ YÊN HÀ")
    assert load().unit == unit


def test_of_two_units_of_one_name_the_one_of_that_day_publishes(load):
    name = "Đài Truyền thanh xã Yên Hà"
    old = make_unit(name=name, closed_on=dt.date(2025, 7, 1))
    make_unit(name=name, founded_on=dt.date(2025, 7, 1))
    assert load(publish=True).unit == old


def test_a_unit_that_did_not_exist_then_leaves_nothing_behind(load):
    make_unit(name="Đài Truyền thanh xã Yên Hà", founded_on=dt.date(2025, 7, 1))
    with pytest.raises(NotPublishable, match="05/10/2022"):
        load(publish=True)
    assert [model.objects.count() for model in (Article, Author, Origin)] == [0, 0, 0]


def test_without_a_unit_a_sentence_asks_for_one(load):
    text = TEXT.replace("   ( Đài Truyền thanh xã Yên Hà)\n", "")
    with pytest.raises(UnreadableBulletin, match="--unit"):
        load(text)
    assert load(text, unit=make_unit(name="Phòng Kinh tế")).unit.name == "Phòng Kinh tế"


def test_an_imported_pen_name_is_never_merged_with_a_person_unasked(load):
    person = make_author(name="Thu Hằng", slug="thu-hang")
    author = load().bylines.get().author
    assert (author == person, author.slug, Unit.objects.count()) == (
        False,
        "thu-hang-2",
        1,
    )


def test_a_pen_name_resolved_once_is_remembered(load):
    person = make_author(name="Nguyễn Thu Hằng", imported_as="Thu Hằng")
    assert load().bylines.get().author == person
    assert Author.objects.count() == 1


def test_a_very_long_lead_stands_in_the_body(load):
    long = "Câu dài. " * 300
    article = load(TEXT.replace("Sáng ngày 05/10/2022, xã họp sơ kết.", long.strip()))
    assert article.lead == ""
    assert article.body.startswith("<p>Câu dài. Câu dài.")


def test_a_text_that_is_too_large_to_clean_is_refused(load):
    with pytest.raises(UnreadableBulletin):
        load(TEXT.replace("chủ trì", "chủ trì " + "rất dài " * 150_000))
    assert not Article.objects.exists()


@pytest.mark.parametrize("day", ["01/01/0001", "05/10/2999"])
def test_a_date_that_cannot_be_is_one_refusal(load, day):
    with pytest.raises(Refused):
        load(TEXT.replace("05/10/2022 (GMT+7)", f"{day} (GMT+7)"), publish=True)
    assert not Article.objects.exists()
