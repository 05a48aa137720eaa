"""Merging, splitting and renaming units: recorded on a date, never by deleting."""

from datetime import date

from django.db import transaction

from articles.models import Unit, UnitLineage, UnitSuccession


@transaction.atomic
def succeed(
    predecessor: Unit, successor: Unit, *, kind: str, on: date
) -> UnitSuccession:
    """Let the successor take over the predecessor's work, and close the predecessor."""
    succession = UnitSuccession.objects.create(
        predecessor=predecessor, successor=successor, kind=kind, effective_on=on
    )
    if predecessor.closed_on is None:
        predecessor.closed_on = on
        predecessor.full_clean()
        predecessor.save()
    rebuild_lineage()
    return succession


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
