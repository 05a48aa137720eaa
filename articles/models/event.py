from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

NEED_A_REASON = ["return", "withdraw"]


class ImmutableEvent(Exception):
    """The history is only ever added to."""


class EventQuerySet(models.QuerySet):
    def update(self, **fields):
        raise ImmutableEvent("Events are never changed.")

    def delete(self):
        raise ImmutableEvent("Events are never deleted.")


class Event(models.Model):
    """One line of the audit: who did what to which article, when and why.

    Written only by `editorial.audit.record`. `actor` is empty where the system acted
    (an import, the demo newsroom). Every event carries the hash of the article's event
    before it, so that a line that was altered or taken out is noticed; the database
    refuses both.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="events"
    )
    number = models.PositiveIntegerField(_("number"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
    )
    action = models.CharField(_("what"), max_length=30)
    at = models.DateTimeField(_("when"), db_index=True)
    note = models.TextField(_("why"), blank=True)
    details = models.JSONField(_("details"), default=dict, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="event_number_once"
            ),
            models.CheckConstraint(condition=~Q(action=""), name="event_has_action"),
            models.CheckConstraint(
                condition=~Q(action__in=NEED_A_REASON) | ~Q(note=""),
                name="event_gives_its_reason",
            ),
        ]

    def __str__(self):
        return f"{self.action} · {self.article_id}"

    def save(self, **options):
        if not self._state.adding:
            raise ImmutableEvent("Events are never changed.")
        super().save(**options)

    def delete(self, **options):
        raise ImmutableEvent("Events are never deleted.")
