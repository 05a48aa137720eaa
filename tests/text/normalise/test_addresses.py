import pytest

from articles.text.normalise.addresses import link_target, media_path, youtube_id


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://thoxuan.vn/tin?a=1&b=2#c", "https://thoxuan.vn/tin?a=1&b=2#c"),
        ("  HTTPS://Thoxuan.vn/ ", "https://Thoxuan.vn/"),
        ("http://thoxuan.vn/văn bản.doc", "http://thoxuan.vn/văn%20bản.doc"),
        ("https://thoxuan.vn/ab\n\tc", "https://thoxuan.vn/abc"),
        ("mailto:ubnd@thoxuan.vn", "mailto:ubnd@thoxuan.vn"),
        ("tel:+842373533001", "tel:+842373533001"),
        ("/tin/le-hoi-12/", "/tin/le-hoi-12/"),
        ("/", "/"),
    ],
)
def test_link_target_allows(address, expected):
    assert link_target(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\u200bscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript\x00:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "blob:https://thoxuan.vn/1",
        "file:///C:/tin.doc",
        "ftp://thoxuan.vn/",
        "//evil.example/",
        "/\\evil.example/",
        "/\t/evil.example",
        "https:\\\\evil.example",
        "https:evil.example",
        "https:///evil.example",
        "tin.html",
        "../tin.html",
        "#phan-2",
        "?q=1",
        "mailto:",
        "https://thoxuan.vn/" + "x" * 2000,
    ],
)
def test_link_target_refuses(address):
    assert link_target(address) is None


@pytest.mark.parametrize(
    "path",
    ["/media/a.jpg", "/media/photos/2026/7f3a-w960.webp", "/media/a_b~c.d.png"],
)
def test_media_path_allows(path):
    assert media_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/media/",
        "/media/../settings.py",
        "/media/a/../../b.jpg",
        "/media/./a.jpg",
        "/media/.htaccess",
        "/media//evil.example/a.jpg",
        "//evil.example/media/a.jpg",
        "/media\\a.jpg",
        "/media/a.jpg?x=1",
        "/media/a.jpg#x",
        "/media/%2e%2e/a.jpg",
        "/mediax/a.jpg",
        "/static/a.jpg",
        "media/a.jpg",
        "https://thoxuan.vn/media/a.jpg",
        "data:image/png;base64,AAAA",
        "file:///C:/clip_image001.png",
        "/media/a.jpg\n/../b",
    ],
)
def test_media_path_refuses(path):
    assert media_path(path) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/embed/dQw4w9WgXcQ",
        "http://www.youtube.com/embed/dQw4w9WgXcQ?rel=0&start=5",
        "//www.youtube.com/embed/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?t=10",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=1s",
        "https://WWW.YouTube.com/watch?v=dQw4w9WgXcQ#x",
        "http://www.youtube.com/v/dQw4w9WgXcQ&hl=vi&fs=1",
        "https://youtube.com/shorts/dQw4w9WgXcQ?feature=share",
        "https://www.youtube.com/live/dQw4w9WgXcQ?si=a",
    ],
)
def test_youtube_id_is_found(address):
    assert youtube_id(address) == "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://evil.example/embed/dQw4w9WgXcQ",
        "https://youtube.com.evil.example/embed/dQw4w9WgXcQ",
        "https://www.youtube.com@evil.example/embed/dQw4w9WgXcQ",
        "https://www.youtube.com:8080/embed/dQw4w9WgXcQ",
        "https://www.youtube.com/embed/short",
        "https://www.youtube.com/embed/dQw4w9WgXcQ/x",
        "https://www.youtube.com/embed/dQw4w9WgXcQQ",
        "https://www.youtube.com/embed/dQw4w9WgXc%22",
        "https://www.youtube.com/embed/dQw4w9WgXc\u1ea1",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/playlist?list=dQw4w9WgXcQ",
        "https://www.youtube.com/shorts",
        "https://www.youtube.com/live/dQw4w9WgXcQ/x",
        "javascript://www.youtube.com/embed/dQw4w9WgXcQ",
        "/embed/dQw4w9WgXcQ",
        "https://[www.youtube.com/embed/dQw4w9WgXcQ",
    ],
)
def test_youtube_id_is_not_found(address):
    assert youtube_id(address) is None
