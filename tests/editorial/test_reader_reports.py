from concurrent.futures import ThreadPoolExecutor
from time import time

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import PermissionDenied

from articles.editorial import editing, reader_reports
from articles.models import ReaderReport
from tests.factories import make_user, publish

pytestmark = pytest.mark.django_db

WORDS = "Tên thôn viết sai, phải là Trại Cau."
READER = "203.0.113.7"


def stamp(edition, *, seconds_ago=60):
    """As the form shown that long ago carries it."""
    signer = signing.TimestampSigner(salt=reader_reports.SALT)
    signer.timestamp = lambda: signing.b62_encode(int(time()) - seconds_ago)
    return signer.sign(f"{edition.article_id}:{edition.number}")


def send(edition, **fields):
    defaults = {"text": WORDS, "stamped": stamp(edition), "address": READER}
    return reader_reports.send(edition, **defaults | fields)


@pytest.fixture
def edition():
    return publish()


@pytest.fixture
def editor():
    return make_user(role="Biên tập viên")


def test_a_report_is_kept_with_the_edition_that_the_reader_had_before_them(edition):
    seen = stamp(edition)
    article = edition.article
    article.refresh_from_db()
    article.lead = "Sapô đã sửa"
    newer = publish(editing.save_edit(article, actor=None, changed=["lead"]))

    kept = send(newer, contact="0912 345 678", stamped=seen)

    kept.refresh_from_db()
    assert (kept.article_id, kept.edition_number) == (edition.article_id, 1)
    assert (kept.text, kept.contact) == (WORDS, "0912 345 678")
    assert kept.resolved_at is None


@pytest.mark.parametrize("seconds", [0, 1, 2])
def test_what_comes_too_quickly_is_not_kept(edition, seconds):
    with pytest.raises(reader_reports.TooQuick):
        send(edition, stamped=stamp(edition, seconds_ago=seconds))
    assert not ReaderReport.objects.exists()


def test_after_a_moment_and_before_twelve_hours_it_is_kept(edition):
    for number, seconds in enumerate((5, 12 * 60 * 60 - 60)):
        aged = stamp(edition, seconds_ago=seconds)
        send(edition, text=f"{WORDS} {number}", stamped=aged)
    assert ReaderReport.objects.count() == 2


def test_a_stamp_is_of_this_site_this_bulletin_and_this_day(edition):
    strange = ["", "x", f"{edition.article_id}:1", stamp(edition) + "x"]
    strange += [stamp(publish()), stamp(edition, seconds_ago=12 * 60 * 60 + 60)]
    for stamped in strange:
        with pytest.raises(reader_reports.FormExpired):
            send(edition, stamped=stamped)
    assert not ReaderReport.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/",
        "http://a.example http://b.example/c?d=e",
        '<a href="https://example.com">rẻ</a>',
        "[url=https://example.com]xem[/url]",
        "www.example.com bit.ly/3xYz",
        "!!!",
        "12345 678",
        "sai",
    ],
)
def test_links_alone_say_nothing(edition, text):
    with pytest.raises(reader_reports.UnfitReport):
        send(edition, text=text)


def test_a_link_beside_words_is_welcome(edition):
    text = "Số liệu khác với trang https://example.com/bao-cao"
    assert send(edition, text=text).text == text


def test_the_same_report_sent_twice_is_kept_once(edition):
    assert send(edition) == send(edition)
    assert ReaderReport.objects.count() == 1


def test_five_an_hour_from_one_address_and_others_go_on(edition):
    for number in range(5):
        send(edition, text=f"{WORDS} Lần {number}.")
    with pytest.raises(reader_reports.TooManyReports):
        send(edition, text=f"{WORDS} Lần nữa.")
    send(edition, text=f"{WORDS} Lần nữa.", address="203.0.113.8")
    assert ReaderReport.objects.count() == 6


def test_an_address_is_kept_nowhere(edition):
    send(edition, contact="0912 345 678")
    row = ReaderReport.objects.values().get()
    assert READER not in str(row)
    assert READER not in str(cache._cache)
    assert any("reader-report" in key for key in cache._cache)


def test_a_crowd_from_one_address_gets_five_places():
    def take(_number):
        try:
            reader_reports._take_place(READER)
        except reader_reports.TooManyReports:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(take, range(40))) == 5


def test_settling_says_who_when_and_how_and_the_first_word_stands(edition, editor):
    kept = send(edition)
    reader_reports.settle(kept, actor=editor, note="Đã sửa tên thôn.")
    other = make_user(role="Trưởng ban biên tập")
    again = reader_reports.settle(kept, actor=other, note="Không đúng.")
    assert (again.resolved_by, again.note) == (editor, "Đã sửa tên thôn.")
    assert again.resolved_at is not None


def test_a_report_can_wait_again_and_keeps_its_note(edition, editor):
    kept = reader_reports.settle(send(edition), actor=editor, note="Đã sửa.")
    again = reader_reports.reopen(kept, actor=editor)
    assert (again.resolved_at, again.resolved_by, again.note) == (None, None, "Đã sửa.")
    assert list(reader_reports.waiting(editor)) == [again]


@pytest.mark.parametrize("role", ["Cộng tác viên", "Phóng viên", "Quản trị", None])
def test_only_editors_see_and_settle_reports(edition, role):
    kept, person = send(edition), make_user(role=role)
    for step in (reader_reports.settle, reader_reports.reopen):
        with pytest.raises(PermissionDenied):
            step(kept, actor=person)
    assert not reader_reports.waiting(person).exists()
    assert not reader_reports.waiting(AnonymousUser()).exists()
