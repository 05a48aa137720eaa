from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

NEED_A_REASON = ["return", "withdraw"]


class Event(models.Model):
    """One line of the audit: who did what to which article, when and why.

    Written only by `editorial.audit.record`. `actor` is empty where the system acted
    (an import, the demo newsroom).
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="events"
    )
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

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(action=""), name="event_has_action"),
            models.CheckConstraint(
                condition=~Q(action__in=NEED_A_REASON) | ~Q(note=""),
                name="event_gives_its_reason",
            ),
        ]

    def __str__(self):
        return f"{self.action} · {self.article_id}"
