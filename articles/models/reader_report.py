from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField, ProseField


class ReaderReport(models.Model):
    """What a reader says is wrong in a published bulletin; never public."""

    article = models.ForeignKey(
        "articles.Article",
        models.PROTECT,
        related_name="reader_reports",
        verbose_name=_("bulletin"),
    )
    edition_number = models.PositiveIntegerField(_("edition"))
    text = ProseField(_("what is wrong"), max_length=2000)
    contact = LineField(
        _("how to reach you"),
        max_length=200,
        blank=True,
        help_text=_("A telephone number or e-mail address, if you want an answer."),
    )
    reported_at = models.DateTimeField(_("reported"))
    resolved_at = models.DateTimeField(_("settled"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolved_reports",
        verbose_name=_("settled by"),
    )
    note = ProseField(_("what was done"), blank=True, max_length=2000)

    class Meta:
        verbose_name = _("report from a reader")
        verbose_name_plural = _("reports from readers")
        ordering = ["-reported_at", "-pk"]
        indexes = [
            models.Index(fields=["resolved_at", "-reported_at"], name="report_waiting")
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""), name="reader_report_has_text"
            ),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="reader_report_settled_by_somebody",
            ),
        ]

    def __str__(self):
        return self.text[:80]
