"""The site without a connection, in a real browser with a real worker.

A server that is gone looks to a worker like a network that is gone; so the tests take
the connection from the whole context, worker and all, and give it back.
"""

import json
import re
import time
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils.translation import gettext
from playwright.sync_api import expect

from articles.editorial import preview_links, publishing
from articles.views import bulletins, offline
from tests.browser.test_site import addresses
from tests.factories import (
    bulk_publish,
    make_article,
    make_category,
    make_photo,
    make_unit,
    make_user,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)

KEPT = """async () => (await (await caches.open("newsroom-pages")).keys())
  .map(request => new URL(request.url).pathname)"""
COUNT = "async name => (await (await caches.open(name)).keys()).length"
WORKS = "navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"
LATE = re.compile("^" + re.escape(gettext("There is a connection again.")))


@pytest.fixture
def reader(page, live_server):
    """A browser in which the worker is at work."""
    page.goto(f"{live_server.url}{reverse('articles:accessibility')}")
    page.wait_for_function(WORKS)
    return page


@pytest.fixture
def bulletin(live_server):
    edition = publish(make_article(title="Lịch cắt điện", body="<p>Từ 7 giờ.</p>"))
    return edition, f"{live_server.url}{edition.get_absolute_url()}"


def read(page, address):
    page.goto(address)
    path = address.split("/", 3)[3]
    page.wait_for_function(f"({KEPT})().then(kept => kept.includes('/{path}'))")


# --- Reading on -------------------------------------------------------------------


def test_a_page_that_was_read_is_there_without_a_network(
    reader, context, bulletin, complaints
):
    _edition, address = bulletin
    read(reader, address)
    assert reader.locator(".kept-notice").count() == 0
    context.set_offline(True)
    reader.goto(address)
    expect(reader.locator("h1")).to_have_text("Lịch cắt điện")
    notice = reader.locator(".kept-notice").inner_text()
    said = re.escape(gettext("Copy of {time}; not yet checked with the server."))
    time = r"\d\d/\d\d/\d{4} \d\d:\d\d"
    assert re.match(said.replace(re.escape("{time}"), time), notice)
    font = "getComputedStyle(document.body).backgroundColor"
    assert reader.evaluate(font) == "rgb(251, 247, 239)"  # the style sheet is there too
    assert [
        each for each in complaints if "ERR_INTERNET_DISCONNECTED" not in each
    ] == []


def test_photos_of_the_page_stay_in_their_size(reader, context, live_server):
    article = make_article(body='<p>Chữ.</p><img data-photo="1" alt="">')
    place_photo(article, make_photo(size=(1200, 800)), alt_text="Ảnh")
    edition = publish(article)
    read(reader, f"{live_server.url}{edition.get_absolute_url()}")
    reader.wait_for_function(
        f"({COUNT})('newsroom-pictures').then(number => number > 0)"
    )
    context.set_offline(True)
    reader.reload()
    photo = reader.locator("article figure picture img")
    photo.scroll_into_view_if_needed()
    expect(photo).to_have_js_property("complete", True)
    assert photo.evaluate("image => image.naturalWidth") > 0
    reader.set_viewport_size({"width": 320, "height": 700})
    reader.reload()  # a narrow window asks for a size that was never fetched
    photo.scroll_into_view_if_needed()
    expect(photo).to_have_js_property("complete", True)
    assert photo.evaluate("image => image.naturalWidth") > 0


def test_other_pages_say_what_is_kept(reader, context, live_server, bulletin):
    _edition, address = bulletin
    read(reader, address)
    context.set_offline(True)
    reader.goto(f"{live_server.url}{reverse('articles:units')}")
    entry = reader.locator(".kept-pages li a", has_text="Lịch cắt điện")
    entry.click()
    expect(reader.locator("article h1")).to_have_text("Lịch cắt điện")
    reader.goto(f"{live_server.url}{reverse('articles:search')}?q=dien")
    reader.click(".kept-pages button")
    expect(reader.locator(".nothing-kept")).to_be_visible()
    assert reader.evaluate(KEPT) == []


def test_the_last_twenty_pages_are_kept(reader, live_server):
    first = publish()
    bulk_publish(19)
    address = f"{live_server.url}{first.get_absolute_url()}"
    read(reader, address)
    read(reader, f"{live_server.url}{reverse('articles:archive')}")
    found = reader.locator(".card-title a").evaluate_all(
        "all => all.map(link => link.href)"
    )
    others = [each for each in found if each != address]
    assert len(others) == 19
    for each in others:
        read(reader, each)
    kept = reader.evaluate(KEPT)
    assert len(kept) == 20
    assert first.get_absolute_url() not in kept


def test_a_server_that_takes_its_time_does_not_keep_readers_waiting(
    reader, bulletin, monkeypatch
):
    edition, address = bulletin
    read(reader, address)

    def slowly(article_id):
        time.sleep(6)
        return edition

    monkeypatch.setattr(bulletins, "_live", slowly)
    start = time.monotonic()
    reader.goto(address)
    expect(reader.locator(".kept-notice")).to_be_visible()
    assert 4 <= time.monotonic() - start < 6
    expect(reader.locator(".kept-notice")).to_have_text(LATE, timeout=15_000)


def test_a_server_that_fails_is_answered_from_the_device(reader, bulletin, monkeypatch):
    _edition, address = bulletin
    read(reader, address)

    def fail(article_id):
        raise RuntimeError("as if something were broken")

    monkeypatch.setattr(bulletins, "_live", fail)
    assert reader.goto(address).status == 200
    expect(reader.locator(".kept-notice")).to_be_visible()


# --- The server's word ------------------------------------------------------------


def test_online_the_server_answers_not_the_device(reader, context, live_server):
    article = make_article(title="Bản thứ nhất")
    address = f"{live_server.url}{publish(article).get_absolute_url()}"
    read(reader, address)
    article.refresh_from_db()
    article.title = "Bản thứ hai"
    article.save()
    publish(article)
    reader.goto(address)
    expect(reader.locator("h1")).to_have_text("Bản thứ hai")
    assert reader.locator(".kept-notice").count() == 0


def test_what_was_withdrawn_is_gone_as_soon_as_there_is_a_network(
    reader, context, bulletin
):
    edition, address = bulletin
    read(reader, address)
    context.set_offline(True)
    withdraw(edition)
    reader.goto(address)
    expect(reader.locator(".kept-notice")).to_be_visible()
    context.set_offline(False)  # the open page asks by itself, and goes
    expect(reader.locator("h1")).to_have_text(
        gettext("This bulletin has been withdrawn")
    )
    assert edition.get_absolute_url() not in reader.evaluate(KEPT)
    context.set_offline(True)
    reader.goto(address)
    assert "Lịch cắt điện" not in reader.content()


def test_the_410_of_a_visit_deletes_the_copy(reader, context, bulletin):
    edition, address = bulletin
    read(reader, address)
    withdraw(edition)
    assert reader.goto(address).status == 410
    reader.wait_for_function(
        f"({KEPT})().then(kept => !kept.includes('{edition.get_absolute_url()}'))"
    )


def test_a_copy_says_when_the_server_is_back(reader, context, bulletin):
    _edition, address = bulletin
    read(reader, address)
    context.set_offline(True)
    reader.goto(address)
    context.set_offline(False)
    expect(reader.locator(".kept-notice")).to_have_text(LATE)
    reader.click(".kept-notice a")
    expect(reader.locator(".kept-notice")).to_have_count(0)


def withdraw(edition):
    publishing.withdraw(edition.article, actor=None, reason="Đăng nhầm.")


# --- What is never kept -----------------------------------------------------------


def test_the_newsroom_and_drafts_pass_by_the_worker(
    reader, context, live_server, log_in
):
    article = make_article(title="Bản nháp")
    head = make_user(role="Trưởng ban biên tập")
    _link, token = preview_links.create(article, reader="Chị Lan", days=7, actor=head)
    log_in("Biên tập viên")
    reader.goto(f"{live_server.url}{reverse('articles:preview', args=[token])}")
    expect(reader.locator("h1")).to_have_text("Bản nháp")
    everything = """async () => (await Promise.all((await caches.keys()).map(async name =>
      (await (await caches.open(name)).keys()).map(request => request.url)))).flat()"""
    urls = reader.evaluate(everything)
    assert [url for url in urls if "/admin/" in url or "/xem-truoc/" in url] == []
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        reader.goto(f"{live_server.url}/admin/")


def test_no_page_that_is_kept_sets_a_cookie(client):
    """A worker cannot see Set-Cookie; so none of the pages on its list may have one."""
    edition = publish(
        unit=make_unit(slug="phong-kinh-te"), category=make_category(slug="kinh-te")
    )
    kept = re.compile(kept_pattern().replace(r"\/", "/"))
    for address in addresses(edition):
        if kept.search(address.partition("?")[0]):
            assert "Set-Cookie" not in client.get(address).headers, address


def test_the_list_of_kept_pages_leaves_the_rest_out():
    kept = re.compile(kept_pattern().replace(r"\/", "/"))
    for path in ("/", "/tin/a-1/", "/don-vi/", "/don-vi/a/", "/luu-tru/2026/11/"):
        assert kept.search(path), path
    for path in (
        "/admin/", "/xem-truoc/x/", "/tin/a-1/bao-loi/", "/tin/a-1/luot-doc/",
        "/ngon-ngu/", "/tim-kiem/", "/sw.js", "/tep/1/1/a.pdf", "/health/live",
    ):  # fmt: skip
        assert not kept.search(path), path


def kept_pattern():
    """The worker's own list, which reads as a regular expression here as well."""
    source = Path(offline.finders.find(offline.SOURCE)).read_text(encoding="utf-8")
    return re.search(r"const KEPT = /(.*)/;", source)[1]


# --- What the server gives --------------------------------------------------------


def test_the_worker_is_asked_for_every_time_and_names_its_version(client, settings):
    answer = client.get("/sw.js")
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    first, again = setup_of(answer), setup_of(client.get("/sw.js"))
    assert first == again
    settings.SITE_NAME = "Trang tin xã khác"
    assert setup_of(client.get("/sw.js"))["version"] != first["version"]
    for address in [*first["shell"], first["page"]]:
        assert live(client, address), address


def live(client, address):
    if not address.startswith("/static/"):
        return client.get(address).status_code == 200
    return offline.finders.find(address.removeprefix("/static/"))


def setup_of(answer):
    line = answer.content.decode().partition("\n")[0]
    return json.loads(line.removeprefix("const SETUP = ").removesuffix(";"))


def test_the_manifest_names_the_site_in_vietnamese(settings):
    settings.SITE_NAME = "Trang tin xã Vân Trà"
    answer = offline.manifest(RequestFactory().get("/manifest.webmanifest"))
    data = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert (data["name"], data["short_name"]) == ("Trang tin xã Vân Trà", "Xã Vân Trà")
    assert {icon["purpose"] for icon in data["icons"]} == {"any", "maskable"}
    for icon in data["icons"]:
        assert offline.finders.find(icon["src"].removeprefix("/static/"))


def test_the_browser_finds_the_site_installable(reader, context):
    session = context.new_cdp_session(reader)
    assert session.send("Page.getAppManifest")["errors"] == []
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # Windows of private browsing, such as tests have, cannot install anything.
    assert [each for each in errors if each["errorId"] != "in-incognito"] == []
