from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.editorial import editing, publishing, workflow
from articles.models import Edition, Status
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_unit,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db

TICK = timedelta(microseconds=1)


def live_titles(at=None):
    return list(Edition.objects.live(at).values_list("title", flat=True))


def edit(article, **fields):
    article.refresh_from_db()
    for name, value in fields.items():
        setattr(article, name, value)
    return editing.save_edit(article, actor=None, changed=sorted(fields))


def in_an_hour():
    return timezone.now() + timedelta(hours=1)


def test_a_draft_is_not_public():
    make_article(title="Bản nháp")
    publish(title="Đã đăng")
    assert live_titles() == ["Đã đăng"]


def test_publishing_now_makes_the_first_edition_live():
    article = make_article(title="Tin mới")
    edition = publishing.publish(article, actor=None)
    article.refresh_from_db()
    event = article.events.get(action="publish")
    assert live_titles() == ["Tin mới"]
    assert (edition.number, edition.live_until, article.status) == (
        1,
        None,
        Status.PUBLISHED,
    )
    assert event.details == {
        "from": "draft", "to": "published", "edition": 1, "live_from": edition.live_from.isoformat()
    }  # fmt: skip


def test_a_scheduled_edition_goes_live_by_the_clock_alone():
    at = in_an_hour()
    publish(title="Hẹn giờ", at=at)
    assert [live_titles(at - TICK), live_titles(at)] == [[], ["Hẹn giờ"]]


def test_the_next_edition_takes_over_at_its_microsecond():
    first = publish(title="Lần một")
    edit(first.article, title="Lần hai")
    at = in_an_hour()
    publish(first.article, at=at)
    assert [live_titles(at - TICK), live_titles(at)] == [["Lần một"], ["Lần hai"]]


def test_editing_a_published_bulletin_changes_nothing_for_readers():
    edition = publish(title="Như đã đăng")
    article = edit(edition.article, title="Đang sửa")
    assert live_titles() == ["Như đã đăng"]
    assert article.status == Status.DRAFT


def test_a_schedule_in_the_past_is_refused():
    article = make_article()
    with pytest.raises(publishing.NotPublishable, match="đã qua"):
        publishing.publish(article, actor=None, at=timezone.now() - TICK)
    assert not Edition.objects.exists()


def test_a_new_time_replaces_the_old_one():
    article = make_article(title="Dời giờ")
    early, late = in_an_hour(), in_an_hour() + timedelta(hours=1)
    publish(article, at=early)
    publish(article, at=late)
    assert [live_titles(early), live_titles(late)] == [[], ["Dời giờ"]]
    assert list(Edition.objects.values_list("number", "closed_as")) == [
        (1, "cancelled"),
        (2, ""),
    ]


def test_publishing_a_scheduled_bulletin_now_cancels_the_schedule():
    article = make_article(title="Đăng sớm")
    publish(article, at=in_an_hour())
    publish(article)
    assert (
        live_titles() == live_titles(in_an_hour() + timedelta(days=1)) == ["Đăng sớm"]
    )


def test_cancelling_a_schedule_lets_the_live_edition_stand():
    first = publish(title="Lần một")
    edit(first.article, title="Lần hai")
    at = in_an_hour()
    publish(first.article, at=at)
    publishing.cancel(first.article, actor=None)
    first.article.refresh_from_db()
    assert live_titles(at) == ["Lần một"]
    assert first.article.status == Status.DRAFT


def test_a_schedule_can_be_cancelled_after_the_text_went_on():
    article = make_article(title="Hẹn giờ")
    at = in_an_hour()
    publish(article, at=at)
    edit(article, title="Đang sửa")
    article.refresh_from_db()
    workflow.perform(workflow.SUBMIT, article, actor=None)
    publishing.cancel(article, actor=None)
    article.refresh_from_db()
    assert (live_titles(at), article.status) == ([], Status.SUBMITTED)


def test_cancelling_without_a_schedule_is_refused():
    edition = publish()
    with pytest.raises(publishing.NotPublishable):
        publishing.cancel(edition.article, actor=None)
    assert live_titles() == [edition.title]


def test_withdrawing_takes_everything_off_at_once():
    first = publish(title="Lần một")
    edit(first.article, title="Lần hai")
    at = in_an_hour()
    publish(first.article, at=at)
    publishing.withdraw(first.article, actor=None, reason="Số liệu sai.")
    first.refresh_from_db()
    assert live_titles() == live_titles(at) == []
    assert live_titles(first.live_until - TICK) == ["Lần một"]
    assert (first.closed_as, first.closing_note) == ("withdrawn", "Số liệu sai.")


def test_withdrawing_needs_a_reason():
    edition = publish()
    with pytest.raises(workflow.ReasonMissing):
        publishing.withdraw(edition.article, actor=None, reason=" ")
    assert live_titles() == [edition.title]


def test_what_readers_never_saw_cannot_be_withdrawn():
    article = make_article()
    with pytest.raises(publishing.NothingToWithdraw):
        publishing.withdraw(article, actor=None, reason="Vì sao?")
    article.refresh_from_db()
    assert (article.status, article.events.filter(action="withdraw").exists()) == (
        "draft",
        False,
    )


def test_a_withdrawn_bulletin_can_be_published_again():
    edition = publish(title="Trở lại")
    publishing.withdraw(edition.article, actor=None, reason="Kiểm tra lại.")
    again = publish(edition.article)
    assert (live_titles(), again.number) == (["Trở lại"], 2)


def test_publishing_the_same_again_is_refused():
    edition = publish()
    with pytest.raises(publishing.NotPublishable, match="không có gì thay đổi"):
        publish(edition.article)
    assert Edition.objects.count() == 1


def test_an_empty_bulletin_is_refused():
    article = make_article(lead="", body="")
    with pytest.raises(publishing.NotPublishable):
        publish(article)
    article.refresh_from_db()
    assert (article.status, Edition.objects.count()) == (Status.DRAFT, 0)


def test_a_page_without_anything_to_read_is_refused():
    article = make_article(lead="", body='<img data-photo="1" alt="">')
    place_photo(article, file_name="thieu.jpg")
    with pytest.raises(publishing.NotPublishable):
        publish(article)
    assert not Edition.objects.exists()


def test_a_date_line_later_than_the_publication_is_refused():
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(publishing.NotPublishable, match=tomorrow.strftime("%d/%m/%Y")):
        publish(dateline_date=tomorrow)
    assert publish(dateline_date=tomorrow, at=timezone.now() + timedelta(days=1))


def test_a_unit_cannot_publish_before_or_after_its_time():
    unit = make_unit(founded_on=date(2020, 1, 1), closed_on=date(2026, 6, 1))
    for day in (date(2019, 12, 31), date(2026, 6, 1)):
        with pytest.raises(publishing.NotPublishable, match=day.strftime("%d/%m/%Y")):
            publish(unit=unit, dateline_date=day)
    assert publish(unit=unit, dateline_date=date(2026, 5, 31)).unit == unit


def test_without_the_right_nothing_is_published():
    user = make_user("view_article", "view_any_article", "change_article")
    article = make_article()
    with pytest.raises(PermissionDenied):
        publishing.publish(article, actor=user)
    assert not Edition.objects.exists()


def test_with_the_right_the_event_names_who():
    user = make_user("view_article", "view_any_article", "publish_article")
    article = make_article()
    publishing.publish(article, actor=user)
    assert article.events.get(action="publish").actor == user


# --- what an edition says ------------------------------------------------------


def test_an_edition_is_complete_in_itself():
    author, helper = (
        make_author(name="Thu Hằng", slug="thu-hang"),
        make_author(name="Đức Long", slug="duc-long"),
    )
    article = make_article(
        title="Đường mới", authors=[author], unit=make_unit(name="Phòng Kinh tế")
    )
    article.bylines.create(author=author, role="photo", order=1)
    article.bylines.create(author=helper, role="photo", order=2)
    photo = make_photo()
    place_photo(
        article, photo, caption="Con đường", alt_text="Đường bê tông", credit="Đức Long"
    )
    place_photo(article, file_name="a2.jpg")
    edition = publish(article)
    article.unit.name = "Tên mới"
    article.unit.save()
    edition.refresh_from_db()
    assert (edition.slug, edition.unit_name) == ("duong-moi", "Phòng Kinh tế")
    assert edition.bylines == [
        {"name": "Thu Hằng", "slug": "thu-hang", "roles": ["text", "photo"]},
        {"name": "Đức Long", "slug": "duc-long", "roles": ["photo"]},
    ]
    assert edition.photos == [
        {
            "number": 1, "digest": photo.digest, "width": 640, "height": 480,
            "caption": "Con đường", "alt_text": "Đường bê tông", "credit": "Đức Long",
            "focus": list(photo.focus), "placeholder": photo.placeholder, "is_cover": True,
        }
    ]  # fmt: skip


HANOI = timezone.get_default_timezone()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"dateline_date": date(2023, 11, 30)},
            (datetime(2023, 11, 30, tzinfo=HANOI), False),
        ),
        (
            {"dateline_date": date(2023, 11, 30), "dateline_time": time(9, 21, 39)},
            (datetime(2023, 11, 30, 9, 21, 39, tzinfo=HANOI), True),
        ),
    ],
    ids=["day only", "day and time"],
)
def test_the_date_line_is_the_bulletins_own(fields, expected):
    edition = publish(**fields)
    edition.refresh_from_db()
    assert (edition.dateline_at, edition.dateline_has_time) == expected


def test_without_a_date_the_moment_of_publication_stands_and_stays():
    first = publish()
    edit(first.article, title="Sửa lại")
    second = publish(first.article)
    assert (first.dateline_at, first.dateline_has_time) == (first.live_from, True)
    assert second.dateline_at == first.live_from < second.live_from


def test_a_title_without_letters_still_has_an_address():
    assert publish(title="???").slug == "tin"
