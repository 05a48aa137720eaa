import pytest

from tests.factories import publish

pytestmark = pytest.mark.django_db

SEARCH = "/tim-kiem/"


def test_before_a_question_there_is_only_the_form(client, django_assert_num_queries):
    publish()

    with django_assert_num_queries(0):
        response = client.get(SEARCH)

    assert response.context["page"].editions == []
    assert 'class="empty"' not in response.content.decode()


def test_marks_and_case_do_not_matter(client):
    found = publish(title="Hội nghị giao ban")
    publish(title="Lễ hội mùa xuân")

    response = client.get(SEARCH, {"q": "HOI nghi"})

    assert response.context["page"].editions == [found]
    assert 'value="HOI nghi"' in response.content.decode()


def test_a_question_without_a_hit_says_so_and_is_escaped(client):
    publish()

    page = client.get(SEARCH, {"q": "<script>x"}).content.decode()

    assert 'class="empty"' in page
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_an_endless_question_is_cut(client):
    response = client.get(SEARCH, {"q": "a" * 5000})
    assert response.context["question"] == "a" * 200


@pytest.mark.parametrize(
    "question", ["\x00", "tin\x00", "\ud800", "\u202etin", "%_\\'"]
)
def test_control_characters_do_no_harm(question, client):
    publish()
    response = client.get(SEARCH, {"q": question.encode("utf-8", "surrogatepass")})
    assert response.status_code == 200


def test_search_pages_stay_out_of_search_engines(client):
    assert (
        '<meta name="robots" content="noindex">' in client.get(SEARCH).content.decode()
    )
