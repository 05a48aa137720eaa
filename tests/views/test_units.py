from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.editorial import publishing, unit_changes
from articles.models import Edition, Unit
from tests.factories import bulk_publish, make_article, make_unit, publish

pytestmark = pytest.mark.django_db

JULY = date(2025, 7, 1)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("number", [1, 3])
def test_the_units_cost_one_query(number, client, django_assert_num_queries):
    for _ in range(number):
        make_unit()

    with django_assert_num_queries(1):
        response = client.get("/don-vi/")

    assert len(response.context["at_work"]) == number


def test_units_stand_in_vietnamese_order_and_closed_ones_apart(client):
    dai, dang = make_unit(name="Đài xã"), make_unit(name="Dân quân")
    closed = make_unit(name="Ấp cũ", closed_on=JULY)
    closing = make_unit(
        name="Bộ phận", closed_on=timezone.localdate() + timedelta(days=9)
    )

    context = client.get("/don-vi/").context

    assert context["at_work"] == [closing, dang, dai]
    assert context["closed"] == [closed]


def test_a_site_without_units_says_so(client):
    assert 'class="empty"' in client.get("/don-vi/").content.decode()


def test_an_unknown_unit_is_not_found(client):
    make_unit()
    assert client.get("/don-vi/khong-co/").status_code == 404


def test_a_unit_shows_the_work_of_all_whose_work_it_holds(
    client, django_assert_num_queries
):
    first, second = make_unit(name="Đài A"), make_unit(name="Đài B")
    merged, last = make_unit(name="Đài AB"), make_unit(name="Trung tâm", slug="tt")
    stranger = make_unit()
    own = {publish(unit=unit) for unit in (first, second, merged, last)}
    publish(unit=stranger)
    for predecessor in (first, second):
        unit_changes.succeed(predecessor, merged, kind="merged", on=JULY)
    unit_changes.succeed(merged, last, kind="renamed", on=JULY)

    with django_assert_num_queries(2):
        response = client.get("/don-vi/tt/")

    assert set(response.context["page"].editions) == own
    history = response.context["history"]
    assert [unit.name for unit in history.earlier_units] == [
        "Đài A",
        "Đài AB",
        "Đài B",
    ]


def heir_of(number):
    """A unit that took over so many others."""
    heir = make_unit(slug="tt")
    for _ in range(number):
        unit_changes.succeed(make_unit(), heir, kind="merged", on=JULY)
    return heir


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_a_unit_with_predecessors_costs_two_queries(
    number, client, django_assert_num_queries
):
    heir = heir_of(3)
    for unit in Unit.objects.exclude(pk=heir.pk):
        bulk_publish(number, unit=unit)

    with django_assert_num_queries(2):
        response = client.get("/don-vi/tt/")

    assert len(response.context["page"].editions) == min(3 * number, 20)


def test_the_work_of_many_units_is_walked_as_one_list(client):
    """Their bulletins lie between each other; both ways lead past each of them once."""
    heir_of(3)
    for number in range(47):
        unit = Unit.objects.order_by("pk")[number % 4]
        day = date(2023, 1, 1) + timedelta(days=number // 3)
        publish(unit=unit, dateline_date=day)
    expected = list(Edition.objects.newest_first())

    def walk(name, query):
        while True:
            page = client.get("/don-vi/tt/", query).context["page"]
            yield page
            if not getattr(page, name):
                return
            query = {"truoc" if name == "older" else "sau": getattr(page, name)}

    down = list(walk("older", {}))
    up = list(walk("newer", {"sau": down[-1].newer}))

    assert [each for page in down for each in page.editions] == expected
    assert [len(page.editions) for page in down] == [20, 20, 7]
    assert [page.editions for page in up] == [page.editions for page in down[1::-1]]


def test_the_list_of_many_units_shows_live_bulletins_alone(client):
    heir = heir_of(2)
    before = {"unit": Unit.objects.exclude(pk=heir.pk).first()}
    before |= {"dateline_date": date(2024, 1, 1)}
    shown = publish(**before)
    make_article(**before)
    publish(at=timezone.now() + timedelta(hours=1), **before)
    gone = publish(**before)
    publishing.withdraw(gone.article, actor=None, reason="Nhầm.")

    assert client.get("/don-vi/tt/").context["page"].editions == [shown]


def test_a_unit_shows_its_work_before_any_lineage_is_recorded(client):
    unit = make_unit(slug="moi")
    edition = publish(unit=unit)

    response = client.get("/don-vi/moi/")

    assert response.context["page"].editions == [edition]


@pytest.mark.parametrize("kind", ["merged", "renamed", "split"])
def test_a_closed_unit_names_its_successors_with_the_date(kind, client):
    unit = make_unit(slug="cu")
    heirs = [make_unit(name="Ban A", slug="a"), make_unit(name="Ban B", slug="b")]
    for heir in heirs:
        unit_changes.succeed(unit, heir, kind=kind, on=JULY)

    page = text_of(client.get("/don-vi/cu/"))

    links = (
        '<a href="/don-vi/a/" lang="vi">Ban A</a>, '
        '<a href="/don-vi/b/" lang="vi">Ban B</a>.'
    )
    assert links in page
    assert page.count("01/07/2025") == 1


def test_a_closed_unit_without_successor_says_until_when_it_worked(client):
    make_unit(slug="cu", closed_on=JULY)
    assert "01/07/2025" in text_of(client.get("/don-vi/cu/"))


def test_a_history_is_read_in_one_query_each_unit_once(django_assert_num_queries):
    sources = [make_unit() for _ in range(3)]
    unit = make_unit(slug="giua")
    heirs = [make_unit() for _ in range(2)]
    for source in sources:
        unit_changes.succeed(source, unit, kind="merged", on=JULY)
    for heir in heirs:
        unit_changes.succeed(unit, heir, kind="split", on=JULY)

    with django_assert_num_queries(1):
        history = Unit.objects.history_of("giua")

    assert history.unit == unit
    assert [each.successor for each in history.successions] == heirs
    assert set(history.earlier_units) == set(sources)
    assert history.held_ids[0] == unit.pk
    assert len(history.held_ids) == 4


def test_there_is_no_history_of_an_unknown_unit():
    with pytest.raises(Unit.DoesNotExist, match="There is no unit 'x'"):
        Unit.objects.history_of("x")
