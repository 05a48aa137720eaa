import pytest


def page(client) -> str:
    response = client.get("/tro-nang/")
    assert response.status_code == 200
    return response.content.decode()


def test_the_statement_costs_nothing(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        page(client)


def test_it_says_where_to_ask(client, settings):
    settings.CONTACT = "Điện thoại: 0237 3871 555|Thư điện tử: tin@vantra.example.vn"
    html = page(client)
    assert '<a href="tel:02373871555">0237 3871 555</a>' in html
    assert '<a href="mailto:tin@vantra.example.vn">tin@vantra.example.vn</a>' in html


def test_without_a_contact_it_names_the_managing_body(client, settings):
    settings.CONTACT, settings.MANAGING_BODY = "", "UBND xã Vân Trà"
    main = page(client).partition("<main")[2].partition("</main>")[0]
    assert "UBND xã Vân Trà" in main


@pytest.mark.parametrize(
    ("language", "heading"), [("vi", "Trợ năng"), ("en", "Accessibility")]
)
def test_it_is_there_in_both_languages(language, heading, client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    html = page(client)
    assert f"<h1>{heading}</h1>" in html
    assert f'<html lang="{language}"' in html
