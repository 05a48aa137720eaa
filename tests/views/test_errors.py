import pytest
from django.test import Client, RequestFactory
from django.urls import path

from articles.views import errors


def fail(request):
    raise RuntimeError("on purpose")


# A site whose front page fails: this module is its URLconf.
urlpatterns = [path("", fail)]
handler500 = errors.server_error


@pytest.mark.django_db
def test_not_found_has_the_look_of_the_site_and_costs_nothing(
    client, django_assert_num_queries
):
    with django_assert_num_queries(0):
        response = client.get("/khong/co/")

    page = response.content.decode()
    assert response.status_code == 404
    assert 'class="masthead"' in page
    assert 'action="/tim-kiem/"' in page


def test_a_server_error_needs_no_database_and_speaks_both_languages():
    response = errors.server_error(RequestFactory().get("/"))

    page = response.content.decode()
    assert response.status_code == 500
    assert "Trang này đang gặp lỗi" in page
    assert "Something went wrong" in page
    assert 'class="masthead"' in page


def test_a_failing_view_ends_on_the_error_page(client, settings):
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False

    response = client.get("/")

    assert response.status_code == 500
    assert "Trang này đang gặp lỗi" in response.content.decode()


def test_a_strange_host_is_a_bad_request_in_the_look_of_the_site(client):
    response = client.get("/", headers={"host": "example.org"})

    assert response.status_code == 400
    assert "Máy chủ không hiểu yêu cầu này" in response.content.decode()


def test_an_expired_form_is_a_page_of_the_site_and_says_what_to_do(settings):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/admin/login/", {"username": "a", "password": "b"})

    assert response.status_code == 403
    assert "Biểu mẫu này đã hết hiệu lực" in response.content.decode()


def test_a_broken_installation_still_says_something(settings, tmp_path):
    """Hashed names without their manifest: the style sheet has no address."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        }
    }

    response = errors.server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert response.content.decode() == errors.LAST_RESORT


def test_a_nul_in_an_address_of_the_desk_is_a_bad_request(admin_client):
    address = "/admin/articles/article/?status__exact=%00"
    assert admin_client.get(address).status_code == 400
