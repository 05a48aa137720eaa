"""To whom a unit's work has passed, for bulletins that bear its name of their day."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from articles.models import Unit, UnitSuccession


@dataclass(frozen=True)
class UnitToday:
    """The units at the end of the chain; none while the unit itself is at work."""

    units: list[Unit] = field(default_factory=list)
    is_renamed: bool = (
        False  # only ever renamed on the way: the same body, by a new name
    )


def of(unit: Unit, day: date | None = None) -> UnitToday:
    """Who holds the unit's work on the day (default: today); one query if it has closed."""
    day = day or timezone.localdate()
    if unit.closed_on is None or unit.closed_on > day:
        return UnitToday()
    steps = _steps(unit, day)
    gone = {step.predecessor_id for step in steps}
    heirs = {
        step.successor_id: step.successor
        for step in steps
        if step.successor_id not in gone
    }
    return UnitToday(
        sorted(heirs.values(), key=lambda heir: heir.collation_key),
        is_renamed=bool(heirs)
        and all(step.kind == UnitSuccession.Kind.RENAMED for step in steps),
    )


def _steps(unit: Unit, day: date) -> list[UnitSuccession]:
    """Every succession from the unit on, at any distance."""
    own = Q(predecessor=unit) | Q(predecessor__holdings__source=unit)
    successions = UnitSuccession.objects.filter(own, effective_on__lte=day)
    return list(successions.select_related("successor").distinct())
