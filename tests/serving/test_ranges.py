import io

import pytest
from django.test import RequestFactory

from articles.serving import ranges

CONTENT = bytes(range(100))
TAG = '"abc"'


def ask(method="GET", **headers):
    request = getattr(RequestFactory(), method.lower())("/", headers=headers)
    return ranges.respond(
        request,
        lambda: io.BytesIO(CONTENT),
        size=len(CONTENT),
        tag="abc",
        headers={"X-Own": "yes"},
        content_type="audio/mpeg",
        filename="a.mp3",
    )


def body(response):
    return b"".join(response)


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-", 0, 100),
        ("bytes=0-0", 0, 1),
        ("bytes=10-19", 10, 20),
        ("bytes=10-", 10, 100),
        ("bytes=90-500", 90, 100),
        ("bytes=99-99", 99, 100),
        ("bytes=-10", 90, 100),
        ("bytes=-500", 0, 100),
        ("bytes= 10 - 19", 10, 20),
    ],
)
def test_a_part_is_answered_with_that_part(asked, start, stop):
    response = ask(Range=asked)
    assert response.status_code == 206
    assert body(response) == CONTENT[start:stop]
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/100"
    assert response["Content-Length"] == str(stop - start)
    assert response["Content-Type"] == "audio/mpeg"
    assert response["ETag"] == TAG
    assert response["X-Own"] == "yes"


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=20-10",
        "bytes=0-1,5-6",
        "lines=1-2",
        "bytes=1",
        "bytes=" + "9" * 30 + "-",
    ],
)
def test_what_cannot_be_understood_means_the_whole_file(asked):
    response = ask(Range=asked)
    assert response.status_code == 200
    assert body(response) == CONTENT
    assert response["Content-Length"] == "100"
    assert response["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_part_behind_the_end_cannot_be_had(asked):
    response = ask(Range=asked)
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */100"
    assert response.content == b""


@pytest.mark.parametrize(
    ("if_range", "status"),
    [
        (TAG, 206),
        ('"old"', 200),
        ('W/"abc"', 200),
        ("Mon, 23 Nov 2026 08:00:00 GMT", 200),
    ],
)
def test_a_part_of_a_file_that_has_changed_is_not_mixed_with_the_old_one(
    if_range, status
):
    response = ask(**{"Range": "bytes=10-19", "If-Range": if_range})
    assert response.status_code == status


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=10-19"}])
def test_the_headers_alone_come_without_a_body(headers):
    response = ask("HEAD", **headers)
    assert response.status_code == 200
    assert response["Content-Length"] == "100"
    assert response["Accept-Ranges"] == "bytes"
    assert body(response) == b""


def test_what_the_browser_has_is_not_sent_again():
    response = ask(**{"If-None-Match": TAG, "Range": "bytes=10-19"})
    assert response.status_code == 304
    assert response["ETag"] == TAG
    assert response.content == b""


def test_a_condition_that_fails_is_said():
    assert ask(**{"If-Match": '"old"'}).status_code == 412


@pytest.mark.django_db  # closing an answer is said to the database
def test_the_file_is_closed_whether_it_is_read_or_not():
    opened = []

    def open_file():
        opened.append(io.BytesIO(CONTENT))
        return opened[-1]

    for method in ("get", "head"):
        for headers in ({}, {"Range": "bytes=5-"}):
            request = getattr(RequestFactory(), method)("/", headers=headers)
            ranges.respond(
                request, open_file, size=100, tag="abc", headers={}, content_type="a/b"
            ).close()
    assert [file.closed for file in opened] == [True] * 4
