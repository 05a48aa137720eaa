from dataclasses import dataclass

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.fields import CollationKeyField, LineField, ProseField


class UnitQuerySet(models.QuerySet):
    def active_on(self, date):
        """Units that existed on the date; an unknown founding day counts as long ago."""
        return self.filter(
            Q(founded_on=None) | Q(founded_on__lte=date),
            Q(closed_on=None) | Q(closed_on__gt=date),
        )

    def history_of(self, slug: str) -> "UnitHistory":
        """The unit of that address with its history, in one query.

        Raises Unit.DoesNotExist. Each row is the unit with one succession beside one
        earlier unit; both are few, so their product is cheaper than more queries.
        """
        rows = list(
            self.filter(slug=slug)
            .annotate(
                kind=F("successions__kind"),
                effective_on=F("successions__effective_on"),
                heir_id=F("successions__successor"),
                heir_name=F("successions__successor__name"),
                heir_slug=F("successions__successor__slug"),
                source_id=F("holdings__source"),
                source_name=F("holdings__source__name"),
                source_slug=F("holdings__source__slug"),
            )
            .order_by("effective_on", "heir_id", "holdings__source__collation_key")
        )
        if not rows:
            raise self.model.DoesNotExist(f"There is no unit {slug!r}.")
        return UnitHistory(rows[0], _successions(rows), _earlier_units(rows))


class Unit(models.Model):
    """A body that publishes. Closed and succeeded, never deleted.

    Bulletins keep the name of their day; the page of a unit shows the work of every
    unit it took over as well (`lineage`, kept by `editorial.unit_changes`).
    """

    name = LineField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=200, unique=True)
    founded_on = models.DateField(
        _("founded on"), null=True, blank=True, help_text=_("Leave empty if unknown.")
    )
    closed_on = models.DateField(
        _("closed on"),
        null=True,
        blank=True,
        help_text=_("The first day on which the unit no longer exists."),
    )
    description = ProseField(_("description"), blank=True)
    lineage = models.ManyToManyField(
        "self", symmetrical=False, through="UnitLineage", related_name="heirs"
    )
    collation_key = CollationKeyField(source="name")

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["collation_key", "pk"]
        indexes = [models.Index(fields=["collation_key", "id"], name="unit_by_name")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="unit_has_name"),
            models.CheckConstraint(
                condition=Q(closed_on=None)
                | Q(founded_on=None)
                | Q(closed_on__gte=F("founded_on")),
                name="unit_closes_after_founding",
                violation_error_message=_("A unit cannot close before it was founded."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:unit", args=[self.slug])

    def existed_on(self, date) -> bool:
        """Whether the unit could publish on the date."""
        founded = self.founded_on is None or self.founded_on <= date
        return founded and (self.closed_on is None or date < self.closed_on)


class UnitSuccession(models.Model):
    """One unit's work passing to another on a date, by merger, split or renaming."""

    class Kind(models.TextChoices):
        MERGED = "merged", _("merged into")
        SPLIT = "split", _("split into")
        RENAMED = "renamed", _("renamed to")

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name=_("earlier unit")
    )
    successor = models.ForeignKey(
        Unit, models.PROTECT, related_name="inheritances", verbose_name=_("later unit")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    effective_on = models.DateField(_("effective on"))

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        ordering = ["effective_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="unit_succession_once",
                violation_error_message=_("This succession is recorded already."),
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="unit_succeeds_another",
                violation_error_message=_("A unit cannot succeed itself."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["merged", "split", "renamed"]),
                name="unit_succession_kind_known",
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} {self.get_kind_display()} {self.successor}"


@dataclass(frozen=True)
class UnitHistory:
    """A unit, what became of it, and the earlier units whose work it holds."""

    unit: Unit
    successions: list[UnitSuccession]
    earlier_units: list[Unit]

    @property
    def held_ids(self) -> list[int]:
        """The unit and those whose work passed to it: whose bulletins its page shows."""
        return [self.unit.pk, *(earlier.pk for earlier in self.earlier_units)]


def _successions(rows: list[Unit]) -> list[UnitSuccession]:
    """What `history_of` read of successions, each once, not to be saved."""
    found = {
        row.heir_id: UnitSuccession(
            predecessor=row,
            successor=Unit(pk=row.heir_id, name=row.heir_name, slug=row.heir_slug),
            kind=row.kind,
            effective_on=row.effective_on,
        )
        for row in rows
        if row.heir_id is not None
    }
    return list(found.values())


def _earlier_units(rows: list[Unit]) -> list[Unit]:
    """What `history_of` read of the lineage, each unit once, without the unit itself."""
    found = {
        row.source_id: Unit(
            pk=row.source_id, name=row.source_name, slug=row.source_slug
        )
        for row in rows
        if row.source_id not in (None, row.pk)
    }
    return list(found.values())


class UnitLineage(models.Model):
    """A unit and one whose work it holds: a predecessor at any distance.

    Derived from the successions by `editorial.unit_changes`, so that the page of a
    unit needs no walk through its history.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="holdings")
    source = models.ForeignKey(Unit, models.CASCADE, related_name="holders")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "source"], name="unit_lineage_once")
        ]

    def __str__(self):
        return f"{self.unit} ← {self.source}"
