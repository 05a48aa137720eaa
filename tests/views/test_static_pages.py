import re
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders
from django.template import loader

from articles.views import static_pages

STATUSES = [500, 503]
WORDS = {
    500: ("Trang này đang gặp lỗi", "Something went wrong"),
    503: ("Trang tin tạm ngừng ít phút", "The site is unavailable"),
}


@pytest.fixture(autouse=True)
def nothing_prepared(monkeypatch):
    monkeypatch.setattr(static_pages, "_prepared", {})


def broken(*args, **kwargs):
    raise OSError("no template can be read")


@pytest.mark.parametrize("status", STATUSES)
def test_the_pages_have_the_look_of_the_site_and_speak_both_languages(status, settings):
    page = static_pages.page(status).decode()
    vietnamese, english = WORDS[status]
    assert f"<h1>{vietnamese}</h1>" in page
    assert f'<p lang="en">{english}' in page
    assert 'class="masthead"' in page
    assert settings.SITE_NAME in page
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


@pytest.mark.parametrize("status", STATUSES)
def test_what_they_link_to_is_static_and_there(status):
    page = static_pages.page(status).decode()
    links = re.findall(r'(?:href|src)="([^"]+)"', page)
    assert set(links) >= {"/", "/static/articles/site.css"}
    for address in set(links) - {"/"}:
        assert finders.find(address.removeprefix("/static/")), address


@pytest.mark.parametrize("status", STATUSES)
def test_once_prepared_they_need_no_template(status, monkeypatch):
    static_pages.prepare()
    monkeypatch.setattr(loader, "render_to_string", broken)
    assert 'class="masthead"' in static_pages.page(status).decode()


@pytest.mark.parametrize("status", STATUSES)
def test_an_installation_that_cannot_make_them_still_says_something(
    status, monkeypatch, caplog
):
    monkeypatch.setattr(loader, "render_to_string", broken)
    static_pages.prepare()
    page = static_pages.page(status).decode()
    assert page == static_pages.PLAIN[status]
    assert all(words in page for words in WORDS[status])
    assert f"The page for status {status} cannot be made." in caplog.messages


@pytest.mark.parametrize("status", STATUSES)
def test_the_plain_pages_are_whole(status):
    class Reader(HTMLParser):
        seen: list[str] = []

        def handle_starttag(self, tag, attributes):
            self.seen.append(tag)

    reader = Reader()
    reader.feed(static_pages.PLAIN[status])
    assert reader.seen[-7:] == ["html", "meta", "meta", "title", "h1", "p", "p"]
