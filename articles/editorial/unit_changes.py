"""Merging, splitting and renaming units: recorded on a date, never by deleting."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.refusal import Refused
from articles.models import Unit, UnitLineage, UnitSuccession


class ImpossibleSuccession(Refused):
    """The dates of the units leave no room for the succession."""


@transaction.atomic
def succeed(
    predecessor: Unit, successor: Unit, *, kind: str, on: date
) -> UnitSuccession:
    """Let the successor take over the predecessor's work, and close the predecessor.

    A predecessor that closed before keeps its day. Raises ImpossibleSuccession.
    """
    if reason := obstacle(predecessor, on=on):
        raise ImpossibleSuccession(reason)
    succession = UnitSuccession.objects.create(
        predecessor=predecessor, successor=successor, kind=kind, effective_on=on
    )
    if predecessor.closed_on is None:
        predecessor.closed_on = on
        predecessor.save(update_fields=["closed_on"])
    rebuild_lineage()
    return succession


def obstacle(predecessor: Unit, *, on: date) -> str | None:
    """Why the unit's work cannot pass on that day, as a sentence; None if it can."""
    if predecessor.founded_on and on < predecessor.founded_on:
        return _("A unit cannot close before it was founded.")
    return None


@transaction.atomic
def rebuild_lineage() -> None:
    """Derive anew whose work every unit holds. Units are few: all at once is simplest."""
    taken_over: dict[int, set[int]] = {}
    for predecessor, successor in UnitSuccession.objects.values_list(
        "predecessor", "successor"
    ):
        taken_over.setdefault(successor, set()).add(predecessor)
    UnitLineage.objects.all().delete()
    UnitLineage.objects.bulk_create(
        UnitLineage(unit_id=unit, source_id=source)
        for unit in Unit.objects.values_list("pk", flat=True)
        for source in sorted(_sources(unit, taken_over))
    )


def _sources(unit: int, taken_over: dict[int, set[int]]) -> set[int]:
    """The unit's predecessors at any distance; circles in the record do no harm."""
    found, frontier = {unit}, {unit}
    while frontier:
        frontier = set().union(*(taken_over.get(each, ()) for each in frontier)) - found
        found |= frontier
    return found - {unit}
