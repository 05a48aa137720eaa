import pytest

from articles.photos import markup
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


def address_of(photo, extension="webp") -> str:
    kept = {"digest": photo.digest, "width": photo.width}
    return markup.url(kept, 480, extension)


@pytest.mark.parametrize(
    ("extension", "content_type"), [("webp", "image/webp"), ("jpg", "image/jpeg")]
)
def test_a_rendition_is_served_for_good(extension, content_type, client):
    response = client.get(address_of(make_photo(), extension))

    assert response.status_code == 200
    assert len(b"".join(response)) == int(response["Content-Length"])
    assert response["Content-Type"] == content_type
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_an_original_has_no_address(client):
    photo = make_photo()
    assert photo.original.storage.exists(photo.original.name)
    assert client.get(f"/media/{photo.original.name}").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "ab/" + "a" * 32 + "-w480.webp",  # well-formed, but not there
        "ab/" + "a" * 32 + "-w480.svg",
        "ab/" + "a" * 32 + "-w480.webp/",
        "ab/" + "A" * 32 + "-w480.webp",
        "ab/" + "a" * 31 + "-w480.webp",
        "../originals/ab/" + "a" * 64 + ".jpg",
        "ab/..%2f..%2fnewsroom.sqlite3",
        "",
    ],
)
def test_nothing_else_is_served(name, client):
    assert client.get(f"/media/renditions/{name}").status_code == 404
