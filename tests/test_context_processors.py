import pytest

from articles.context_processors import ContactLine, contact_lines


@pytest.mark.parametrize(
    ("contact", "lines"),
    [
        ("", []),
        (" | |", []),
        ("Thôn Đông Khê, xã Vân Trà", [ContactLine("Thôn Đông Khê, xã Vân Trà")]),
        (
            "Điện thoại: 0237 3871 555 (giờ hành chính)",
            [
                ContactLine(
                    "Điện thoại: ",
                    "0237 3871 555",
                    "tel:02373871555",
                    " (giờ hành chính)",
                )
            ],
        ),
        (
            "+84 912.345.678| Thư: ban.tin@vantra.example.vn.",
            [
                ContactLine("", "+84 912.345.678", "tel:+84912345678"),
                ContactLine(
                    "Thư: ",
                    "ban.tin@vantra.example.vn",
                    "mailto:ban.tin@vantra.example.vn",
                    ".",
                ),
            ],
        ),
        ("Số 0123, đường 15/8", [ContactLine("Số 0123, đường 15/8")]),
        ("Mã số 20260605123456789", [ContactLine("Mã số 20260605123456789")]),
    ],
)
def test_what_can_be_dialled_or_written_to_is_a_link(contact, lines):
    assert contact_lines(contact) == lines


@pytest.mark.django_db
def test_nothing_in_a_setting_becomes_markup(client, settings):
    settings.CONTACT = "<script>alert(1)</script> a@example.vn"
    settings.LICENCE = "<b>Số 12/GP</b>"
    page = client.get("/tim-kiem/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; " in page
    assert "&lt;b&gt;Số 12/GP&lt;/b&gt;" in page
