from datetime import date

import pytest

from articles.editorial import unit_changes
from articles.models import UnitLineage, UnitSuccession
from tests.factories import make_unit

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


def lineage():
    return set(UnitLineage.objects.values_list("unit__name", "source__name"))


def test_a_merger_closes_the_earlier_unit_and_passes_its_work_on():
    station, centre = make_unit(name="Đài"), make_unit(name="Trung tâm")
    unit_changes.succeed(station, centre, kind="merged", on=DAY)
    station.refresh_from_db()
    assert (station.closed_on, centre.closed_on) == (DAY, None)
    assert lineage() == {("Trung tâm", "Đài")}


def test_work_passes_on_through_every_generation():
    a, b, c = make_unit(name="A"), make_unit(name="B"), make_unit(name="C")
    unit_changes.succeed(a, b, kind="renamed", on=date(2020, 1, 1))
    unit_changes.succeed(b, c, kind="merged", on=DAY)
    assert lineage() == {("B", "A"), ("C", "A"), ("C", "B")}


def test_a_circle_in_the_record_does_no_harm():
    a, b = make_unit(name="A"), make_unit(name="B")
    unit_changes.succeed(a, b, kind="merged", on=date(2020, 1, 1))
    unit_changes.succeed(b, a, kind="split", on=DAY)
    assert lineage() == {("A", "B"), ("B", "A")}


def test_a_unit_cannot_close_before_it_was_founded():
    young, old = make_unit(founded_on=date(2027, 1, 1)), make_unit()
    with pytest.raises(unit_changes.ImpossibleSuccession, match="trước khi"):
        unit_changes.succeed(young, old, kind="merged", on=DAY)
    assert not UnitSuccession.objects.exists()
