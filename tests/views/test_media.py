import pytest
from django.core.files.storage import default_storage

from articles.photos import markup, specs
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


def entry(photo, **fields) -> dict:
    kept = {"digest": photo.digest, "width": photo.width, "height": photo.height}
    return kept | {"focus": list(photo.focus)} | fields


@pytest.mark.parametrize(
    ("extension", "content_type"), [("webp", "image/webp"), ("jpg", "image/jpeg")]
)
@pytest.mark.parametrize("spec", ["inline", "card"])
def test_a_rendition_is_served_for_good(spec, extension, content_type, client):
    response = client.get(markup.url(entry(make_photo()), 480, extension, spec))

    assert response.status_code == 200
    assert len(b"".join(response)) == int(response["Content-Length"])
    assert response["Content-Type"] == content_type
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize("spec", ["inline", "card"])
def test_a_rendition_that_is_missing_is_made_once(spec, client):
    address = markup.url(entry(make_photo()), 480, "webp", spec)
    path = address.removeprefix("/media/")
    content = b"".join(client.get(address))
    default_storage.delete(path)
    made = client.get(address)
    assert made["Cache-Control"] == "public, max-age=31536000, immutable"
    assert len(b"".join(made)) == pytest.approx(len(content), rel=0.2)
    assert default_storage.exists(path)


def test_a_focus_that_nobody_chose_is_not_made(client):
    photo = make_photo()
    address = markup.url(entry(photo, focus=[1, 2]), 480, "webp", "card")
    response = client.get(address)
    assert response.status_code == 404
    assert "immutable" not in response.get("Cache-Control", "")
    assert not default_storage.exists(address.removeprefix("/media/"))


def test_a_rendition_whose_original_is_lost_is_not_there(client):
    photo = make_photo()
    path = specs.path(photo.digest, 480, "jpg")
    default_storage.delete(path)
    default_storage.delete(photo.original.name)
    assert client.get(f"/media/{path}").status_code == 404


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
        "aa/" + "a" * 32 + "-card-50x50-w480.webp",
        "../originals/ab/" + "a" * 64 + ".jpg",
        "ab/..%2f..%2fnewsroom.sqlite3",
        "",
    ],
)
def test_nothing_else_is_served(name, client):
    assert client.get(f"/media/renditions/{name}").status_code == 404
