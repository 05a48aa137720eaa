import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles.models import ReaderReport
from tests.factories import make_user, publish

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_readerreport_changelist")


def make_report(edition=None, **fields):
    edition = edition or publish()
    defaults = {"text": "Tên thôn viết sai", "reported_at": timezone.now()}
    return ReaderReport.objects.create(
        article_id=edition.article_id, edition_number=edition.number, **defaults | fields
    )  # fmt: skip


def page_of(report):
    return reverse("admin:articles_readerreport_change", args=[report.pk])


@pytest.fixture
def editor(client):
    user = make_user(role="Biên tập viên", last_name="Tạ Minh", first_name="Ánh")
    client.force_login(user)
    return user


def text_of(response) -> str:
    return response.content.decode()


def test_a_report_is_settled_with_a_note_that_stands(client, editor):
    report = make_report()
    client.post(page_of(report), {"note": "Đã sửa tên thôn."})
    report.refresh_from_db()
    assert (report.resolved_by, report.note) == (editor, "Đã sửa tên thôn.")

    client.post(page_of(report), {"note": "Chữa lại lịch sử"})
    report.refresh_from_db()
    assert report.note == "Đã sửa tên thôn."
    assert "Tạ Minh Ánh" in text_of(client.get(page_of(report)))


def test_a_settled_report_can_wait_again(client, editor):
    report = make_report(resolved_by=editor, resolved_at=timezone.now(), note="Xong.")
    client.post(page_of(report), {"_reopen": "1"})
    report.refresh_from_db()
    assert (report.resolved_at, report.resolved_by, report.note) == (
        None,
        None,
        "Xong.",
    )


def test_nobody_changes_what_a_reader_wrote(client, editor):
    report = make_report(contact="0912 345 678")
    client.post(page_of(report), {"text": "Khen", "contact": "", "edition_number": 9})
    report.refresh_from_db()
    assert (report.text, report.contact) == ("Tên thôn viết sai", "0912 345 678")
    assert report.edition_number == 1


def test_the_list_is_narrowed_to_what_waits(client, editor):
    make_report(text="Đang chờ xem")
    make_report(text="Xong từ lâu", resolved_by=editor, resolved_at=timezone.now())
    shown = {
        state: text_of(client.get(LIST, {"state": state} if state else {}))
        for state in ("", "open", "settled")
    }
    assert ["Đang chờ xem" in page for page in shown.values()] == [True, True, False]
    assert ["Xong từ lâu" in page for page in shown.values()] == [True, False, True]


def test_a_report_leads_to_the_bulletin_here_and_on_the_site(client, editor):
    edition = publish(title="Gặt <lúa>")
    page = text_of(client.get(page_of(make_report(edition, text="<b>Sai</b> & thiếu"))))
    change = reverse("admin:articles_article_change", args=[edition.article_id])
    assert f'<a href="{change}">Gặt &lt;lúa&gt;</a>' in page
    assert f'<a href="{edition.get_absolute_url()}">' in page
    assert "&lt;b&gt;Sai&lt;/b&gt; &amp; thiếu" in page


def test_settling_leads_back_to_the_list_as_it_was(client, editor):
    report = make_report()
    address = f"{page_of(report)}?_changelist_filters=state%3Dopen"
    response = client.post(address, {"note": ""})
    assert response["Location"] == f"{LIST}?state=open"


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_list_asks_the_same_however_many_there_are(
    client, editor, number, django_assert_num_queries
):
    edition = publish()
    for n in range(number):
        settled = (
            {"resolved_by": editor, "resolved_at": timezone.now()} if n % 2 else {}
        )
        make_report(edition, **settled)
    with django_assert_num_queries(7):
        client.get(LIST)


@pytest.mark.parametrize("role", ["Cộng tác viên", "Phóng viên", "Quản trị", None])
def test_only_editors_read_reports(client, role):
    report = make_report(text="Cán bộ nhận nhầm tiền")
    client.force_login(make_user(role=role))
    for path in (LIST, page_of(report)):
        answer = client.get(path)
        assert (answer.status_code, "nhận nhầm" in text_of(answer)) == (403, False)
    assert client.post(page_of(report), {"note": "x"}).status_code == 403
    assert "nhận nhầm" not in text_of(client.get(reverse("admin:index")))
    report.refresh_from_db()
    assert report.resolved_at is None


def test_what_waits_stands_on_the_desk_of_editors(client, editor):
    report = make_report(text="Sai ngày họp")
    make_report(text="Xong rồi", resolved_by=editor, resolved_at=timezone.now())
    page = text_of(client.get(reverse("admin:index")))
    assert gettext("Readers report errors") in page
    assert "Sai ngày họp" in page
    assert "Xong rồi" not in page
    assert page_of(report) in page


def test_reports_are_neither_added_nor_deleted_here(client, editor):
    report = make_report()
    delete = reverse("admin:articles_readerreport_delete", args=[report.pk])
    add = reverse("admin:articles_readerreport_add")
    assert client.get(add).status_code == 403
    assert client.post(delete, {"post": "yes"}).status_code == 403
    assert ReaderReport.objects.exists()
