import pytest

from tests.factories import make_category, publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 3])
def test_the_categories_cost_one_query(number, client, django_assert_num_queries):
    for _ in range(number):
        make_category()

    with django_assert_num_queries(1):
        response = client.get("/chuyen-muc/")

    assert len(response.context["categories"]) == number


def test_the_categories_stand_in_the_editors_order(client):
    second = make_category(position=2)
    first = make_category(position=1, description="Tin về đời sống.")

    response = client.get("/chuyen-muc/")

    assert list(response.context["categories"]) == [first, second]
    assert "<p>Tin về đời sống.</p>" in response.content.decode()


def test_a_category_lists_its_own_bulletins(client):
    category = make_category(slug="y-te")
    own = publish(category=category)
    publish(category=make_category())
    publish(category=None)

    response = client.get("/chuyen-muc/y-te/")

    assert response.context["page"].editions == [own]


def test_an_unknown_category_is_not_found(client):
    make_category()
    assert client.get("/chuyen-muc/khong-co/").status_code == 404


def test_a_site_without_categories_says_so(client):
    assert 'class="empty"' in client.get("/chuyen-muc/").content.decode()
