import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail.backends.base import BaseEmailBackend

from articles.editorial import remarks
from articles.models import Remark
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


class BrokenPost(BaseEmailBackend):
    def send_messages(self, letters):
        raise ConnectionRefusedError("no server")


@pytest.fixture
def editor():
    return make_user(
        role="Biên tập viên", username="lan", last_name="Lê Thị", first_name="Lan",
        email="lan@example.vn",
    )  # fmt: skip


@pytest.fixture
def head():
    return make_user(
        role="Trưởng ban biên tập", username="minh.anh", last_name="Tạ Minh",
        first_name="Ánh", email="minhanh@example.vn",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "@minh.anh xem giúp",
        "Nhờ @minh.anh.",
        "Nhờ (@Minh.Anh), gấp",
        'Nhờ @"Tạ Minh Ánh" xem',
        "Nhờ @“tạ minh ánh” xem",
        "@minh.anh @minh.anh @lan",
    ],
)
def test_a_mention_finds_the_colleague(editor, head, text):
    remark = remarks.add(make_article(), actor=editor, text=text)
    assert list(remark.mentions.all()) == [head]


@pytest.mark.parametrize(
    "text", ["minh.anh", "@minh", "@khong-co", '@"Minh Ánh"', "@", '@""', "lan@minh"]
)
def test_what_names_nobody_stays_text(editor, head, text):
    remark = remarks.add(make_article(), actor=editor, text=text)
    assert (remark.text, remark.mentions.count()) == (text, 0)


def test_who_may_not_see_the_article_is_not_told_of_it(editor):
    make_user(role="Cộng tác viên", username="cong", email="cong@example.vn")
    make_user(role="Biên tập viên", username="nghi", is_active=False)
    make_user(username="doc-gia", is_staff=False, is_superuser=True)
    remark = remarks.add(make_article(), actor=editor, text="@cong @nghi @doc-gia")
    assert not remark.mentions.exists()


def test_namesakes_are_all_meant(editor):
    both = [
        make_user(role="Biên tập viên", last_name="Vũ", first_name="Hà") for _ in "12"
    ]
    remark = remarks.add(make_article(), actor=editor, text='@"Vũ Hà"')
    assert set(remark.mentions.all()) == set(both)


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_an_empty_remark_is_refused(editor, text):
    with pytest.raises(remarks.UnfitRemark):
        remarks.add(make_article(), actor=editor, text=text)


def test_an_endless_remark_is_refused(editor):
    with pytest.raises(remarks.UnfitRemark, match="4000"):
        remarks.add(make_article(), actor=editor, text="a" * 4001)


def test_strangers_neither_write_nor_settle(editor):
    stranger, article = make_user(role="Cộng tác viên"), make_article()
    remark = remarks.add(article, actor=editor, text="Của bàn")
    for attempt in (
        lambda: remarks.add(article, actor=stranger, text="Của tôi"),
        lambda: remarks.resolve(remark, actor=stranger),
        lambda: remarks.reopen(remark, actor=stranger),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert list(Remark.objects.values_list("text", "resolved_at")) == [
        ("Của bàn", None)
    ]


def test_who_resolved_first_stays_named(editor, head):
    remark = remarks.add(make_article(), actor=editor, text="Sửa số")
    remarks.resolve(remark, actor=head)
    assert remarks.resolve(remark, actor=editor).resolved_by == head


def test_a_resolved_remark_can_be_opened_again(editor, head):
    remark = remarks.add(make_article(), actor=editor, text="Sửa số")
    remarks.resolve(remark, actor=head)
    remarks.reopen(remark, actor=head)
    remark.refresh_from_db()
    assert (remark.resolved_at, remark.resolved_by) == (None, None)


def test_open_remarks_come_first(editor):
    article = make_article()
    first, second, third = (
        remarks.add(article, actor=editor, text=text) for text in ["1", "2", "3"]
    )
    remarks.resolve(first, actor=editor)
    assert remarks.of(article) == [second, third, first]


def test_the_mentioned_gets_a_letter_once_the_remark_is_kept(
    editor, head, django_capture_on_commit_callbacks
):
    article = make_article(title="Đường mới")
    with django_capture_on_commit_callbacks(execute=True):
        remarks.add(
            article,
            actor=editor,
            text="@minh.anh xem số liệu",
            address="https://x.vn/1",
        )
        assert mail.outbox == []
    [letter] = mail.outbox
    assert letter.to == ["minhanh@example.vn"]
    assert "Lê Thị Lan" in letter.subject
    assert "Đường mới" in letter.subject
    assert "@minh.anh xem số liệu" in letter.body
    assert "https://x.vn/1" in letter.body


def test_a_broken_post_office_loses_no_remark(
    editor, head, settings, caplog, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = f"{__name__}.BrokenPost"
    with django_capture_on_commit_callbacks(execute=True):
        remarks.add(make_article(), actor=editor, text="@minh.anh")
    assert Remark.objects.count() == 1
    [record] = caplog.records
    assert "could not be sent" in record.getMessage()


def test_without_an_address_no_letter(editor, django_capture_on_commit_callbacks):
    make_user(role="Biên tập viên", username="khong-thu")
    with django_capture_on_commit_callbacks(execute=True):
        remarks.add(make_article(), actor=editor, text="@khong-thu")
    assert mail.outbox == []
