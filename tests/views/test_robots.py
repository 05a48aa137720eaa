from urllib.robotparser import RobotFileParser

import pytest

CLOSED = ["/admin/", "/admin/login/", "/tim-kiem/?q=a", "/xem-truoc/abc/"]
OPEN = ["/", "/tin/le-hoi-1/", "/luu-tru/", "/rss.xml", "/media/renditions/aa/b.jpg"]


@pytest.fixture
def text(client) -> str:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode()


@pytest.fixture
def rules(text) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    return parser


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_nobodys_to_index_is_closed(path, rules):
    assert not rules.can_fetch("AnyBot", path)


@pytest.mark.parametrize("path", OPEN)
def test_what_readers_read_is_open(path, rules):
    assert rules.can_fetch("AnyBot", path)


def test_forms_under_bulletins_are_closed(text):
    """A pattern of RFC 9309, which Python's reader doesn't know."""
    assert "Disallow: /tin/*/bao-loi/" in text.splitlines()


def test_the_sitemap_is_named_in_full(rules):
    assert rules.site_maps() == ["http://testserver/sitemap.xml"]


def test_it_costs_nothing(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/robots.txt")
