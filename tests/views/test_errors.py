import pytest
from django.db import (
    DataError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
)
from django.test import Client, RequestFactory
from django.urls import path

from articles.views import errors, outage, static_pages
from tests.factories import publish


def fail(request, error):
    raise error


RAISED = {
    "code": RuntimeError,
    "data": DataError,
    "rule": IntegrityError,
    "sql": ProgrammingError,
    "busy": OperationalError,  # a deadlock, a lock that timed out
    "closed": InterfaceError,
}
# A site whose pages fail: this module is its URLconf.
urlpatterns = [
    path(f"{name}/", fail, {"error": error("on purpose")})
    for name, error in RAISED.items()
]
handler500 = errors.server_error


@pytest.fixture
def failing(client, settings):
    """Ask for one of the failing pages."""
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    return lambda name: client.get(f"/{name}/")


@pytest.mark.django_db
def test_not_found_has_the_look_of_the_site_and_costs_nothing(
    client, django_assert_num_queries
):
    with django_assert_num_queries(0):
        response = client.get("/404/")

    page = response.content.decode()
    assert response.status_code == 404
    assert 'class="masthead"' in page
    assert 'action="/tim-kiem/"' in page
    assert 'id="suggestions"' not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/tin/le-hoi-dong-khe-999999/", "/tin-tuc/2019/le-hoi-dong-khe-4711.html"],
)
def test_not_found_offers_what_the_address_says(
    address, client, django_assert_num_queries
):
    edition = publish(title="Lễ hội Đông Khê")
    lookups = 2 if address.startswith("/tin/") else 0  # live? withdrawn?

    with django_assert_num_queries(lookups + 1):
        response = client.get(address)

    page = response.content.decode()
    assert response.status_code == 404
    assert f'<a href="{edition.get_absolute_url()}">Lễ hội Đông Khê</a>' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/%00-%00/",
        "/%ff%fe-%c0%80/",
        "/%F0%9F%98%80-%E2%80%AE-abc-def/",
        "/<script>alert(1)</script>-le-hoi/",
        "/%25-_-%27;--/",
        "/tin/" + "a-" * 2000,
        "/" + "%E1%BB%97-" * 500,
        "//evil.example/le-hoi",
    ],
)
def test_not_found_bears_garbage(address, client):
    publish()
    response = client.get(address)
    assert response.status_code in (400, 404)
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("name", RAISED)
@pytest.mark.django_db
def test_whatever_a_view_raises_while_the_database_answers_is_an_error(name, failing):
    response = failing(name)

    assert response.status_code == 500
    assert "Retry-After" not in response
    assert "Trang này đang gặp lỗi" in response.content.decode()
    assert "Content-Security-Policy" in response


@pytest.mark.parametrize(
    ("name", "status"),
    [("code", 500), ("data", 500), ("rule", 500), ("sql", 500), ("busy", 503), ("closed", 503)],
)  # fmt: skip
def test_while_it_does_not_only_what_it_caused_is_an_outage(
    name, status, failing, monkeypatch
):
    monkeypatch.setattr(outage, "_can_be_reached", lambda: False)

    response = failing(name)

    assert response.status_code == status
    assert response.content == static_pages.page(status)
    assert response.get("Retry-After") == ("120" if status == 503 else None)


@pytest.mark.django_db
def test_asking_the_database_disturbs_no_transaction():
    """The question goes over a connection of its own, whatever this one has open."""
    edition = publish()
    assert not outage.is_behind(OperationalError("on purpose"))
    edition.refresh_from_db()


def test_a_server_error_needs_neither_request_nor_database():
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert response.content == static_pages.page(500)


def test_a_strange_host_is_a_bad_request_in_the_look_of_the_site(client):
    response = client.get("/", headers={"host": "example.org"})

    assert response.status_code == 400
    assert "Máy chủ không hiểu yêu cầu này" in response.content.decode()


def test_an_expired_form_is_a_page_of_the_site_and_says_what_to_do(settings):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/admin/login/", {"username": "a", "password": "b"})

    assert response.status_code == 403
    assert "Biểu mẫu này đã hết hiệu lực" in response.content.decode()


def test_a_broken_installation_still_says_something(settings, tmp_path, monkeypatch):
    """Hashed names without their manifest: the style sheet has no address."""
    monkeypatch.setattr(static_pages, "_prepared", {})
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        }
    }

    response = errors.server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert response.content.decode() == static_pages.PLAIN[500]


def test_a_nul_in_an_address_of_the_desk_is_a_bad_request(admin_client):
    address = "/admin/articles/article/?status__exact=%00"
    assert admin_client.get(address).status_code == 400
