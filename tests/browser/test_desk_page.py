"""The first page, the list and the panels beside the form, in a real browser."""

import pytest
from django.utils.translation import gettext

from articles.editorial import remarks, workflow
from articles.models import Edition, Remark
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_photo,
    make_user,
    place_photo,
)

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Thôn Bến Đò phân loại rác tại nhà: ba chiếc xô, một cuốn lịch và rất nhiều kiên trì"


def edited(**fields):
    article = make_article(category=make_category(), authors=[make_author()], **fields)
    workflow.perform(workflow.SUBMIT, article, actor=None)
    return workflow.perform(workflow.ACCEPT, article, actor=None)


def change_page(live_server, article):
    return f"{live_server.url}/admin/articles/article/{article.pk}/change/"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_desk_and_list_read_well_at_every_width(
    page, live_server, log_in, violations, width, scheme
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    article = edited(title=LONG)
    place_photo(article, make_photo())
    head = log_in("Trưởng ban biên tập")
    page.goto(f"{live_server.url}/admin/")
    assert violations() == []
    make_article(actor=head)
    remarks.add(
        article, actor=make_user(role="Biên tập viên"), text=f"@{head.username}"
    )
    for address in ("", "articles/article/", f"articles/article/{article.pk}/remarks/"):
        page.goto(f"{live_server.url}/admin/{address}")
        assert LONG in page.inner_text("#content")
        assert violations() == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_desk_leads_to_what_waits(page, live_server, log_in):
    article = edited(title=LONG)
    log_in("Trưởng ban biên tập")
    page.click(f".pile-approve >> text={LONG}")
    page.wait_for_selector("#id_title")
    assert page.input_value("#id_title") == article.title


def test_a_remark_leaves_the_text_that_is_being_typed(
    page, live_server, log_in, complaints
):
    article = make_article()
    log_in("Biên tập viên")
    page.goto(change_page(live_server, article))
    page.fill("#id_title", "Đang gõ dở")
    page.fill("#remark-text", "Nhờ kiểm tra số liệu")
    page.click("#remarks form >> text=" + gettext("Add the remark"))
    page.wait_for_selector(".remark-list >> text=Nhờ kiểm tra số liệu")
    assert page.input_value("#id_title") == "Đang gõ dở"
    page.click(".remark button")
    page.wait_for_selector("#remarks details")
    assert Remark.objects.get().resolved_at is not None
    assert page.input_value("#id_title") == "Đang gõ dở"
    assert complaints == []


def test_a_remark_that_cannot_be_sent_still_stands_there(page, live_server, log_in):
    article = make_article()
    log_in("Biên tập viên")
    page.goto(change_page(live_server, article))
    page.fill("#remark-text", "Mất mạng giữa chừng")
    page.route("**/remarks/", lambda route: route.abort())
    page.click("#remarks form >> text=" + gettext("Add the remark"))
    page.wait_for_selector(".remark-trouble", state="visible")
    assert page.input_value("#remark-text") == "Mất mạng giữa chừng"
    page.unroute("**/remarks/")
    page.click("#remarks form >> text=" + gettext("Add the remark"))
    page.wait_for_selector(".remark-list >> text=Mất mạng giữa chừng")
    assert Remark.objects.count() == 1


def test_several_bulletins_are_published_from_the_list(
    page, live_server, log_in, violations
):
    articles = [edited(title=f"Tin số {name}") for name in ("một", "hai")]
    log_in("Trưởng ban biên tập")
    page.goto(f"{live_server.url}/admin/articles/article/?state=edited")
    page.check("#action-toggle")
    page.select_option("select[name=action]", "publish_selected")
    page.click("button[name=index]")
    page.wait_for_selector(".bulk-list")
    assert violations() == []
    page.click(".submit-row [type=submit]")
    page.wait_for_selector(".messagelist .success")
    assert page.locator(".messagelist .success").count() == len(articles)
    assert Edition.objects.live().count() == len(articles)
