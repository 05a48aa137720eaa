import pytest

from articles.views import suggestions
from tests.factories import make_article, publish

TITLE = "Khai mạc lễ hội Đông Khê"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/tin/khai-mac-le-hoi-9/", ["khai", "mac", "le", "hoi"]),
        ("/tin-tuc/Khai_Mac-Lễ hội.HTML", ["khai", "mac", "le", "hoi"]),
        ("/tin-tuc/khai-mac-le-hoi-100456.aspx", ["khai", "mac", "le", "hoi"]),
        ("/a/b/khai mạc lễ hội", ["khai", "mac", "le", "hoi"]),
        ("/", []),
        ("", []),
        ("/2026/06/05/", []),
        ("/wp-login.php", []),
        ("/.env", []),
        ("/anh/khai-mac.jpg", []),
        ("/admin/khai-mac-le-hoi/", []),
        ("/xem-truoc/khai-mac-le-hoi/", []),
        ("/<script>alert(1)</script>/", ["script"]),
        ("/\x00\ud800\uffff%ff/", ["ff"]),
        ("/😀-🎉/", []),
        ("/" + "-".join(["tu"] * 500), ["tu"] * 12),
        ("/" + "a" * 9000, ["a" * 200]),
    ],
)
def test_the_words_of_an_address(path, words):
    assert suggestions.words(path) == words


@pytest.fixture
def festival(db):
    publish(title="Tin khác")
    make_article(title=TITLE)
    return publish(title=TITLE)


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/tin/khai-mac-le-hoi-dong-khe-9999/", 1),
        ("/cu/khai-mac-le-hoi.html", 1),
        ("/tin/khai-mac-le-hoi-dong-khxe/", 2),
        ("/tin/khxai-mac-le-hoi-dong-khe/", 3),
    ],
)
def test_a_bulletin_is_found_though_a_word_is_mistyped(
    path, queries, festival, django_assert_num_queries
):
    with django_assert_num_queries(queries):
        assert suggestions.for_path(path) == [festival]


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/tin/khong-co-gi-nhu-the-nay/", 3),
        ("/tin/khong-co/", 1),
        ("/wp-login.php", 0),
        ("/khai/", 0),
    ],
)
def test_what_means_nothing_finds_nothing_and_costs_little(
    path, queries, festival, django_assert_num_queries
):
    with django_assert_num_queries(queries):
        assert suggestions.for_path(path) == []


@pytest.mark.django_db
def test_five_are_enough():
    editions = [publish(title=f"Lễ hội xuân {number}") for number in range(7)]
    assert suggestions.for_path("/le-hoi-xuan/") == editions[:1:-1]
