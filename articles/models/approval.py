from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Approval(models.Model):
    """Who let an edition through, and the digest of exactly what they approved.

    Written only by `editorial.publishing`. Without an actor the system published (an
    import, the demo). Urgent: the head published alone, without a second pair of eyes;
    that stays marked for ever, with its reason.
    """

    edition = models.OneToOneField(
        "articles.Edition", models.PROTECT, related_name="approval"
    )
    digest = models.CharField(_("digest of the text"), max_length=64)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="approvals",
        verbose_name=_("who"),
    )
    at = models.DateTimeField(_("when"))
    is_urgent = models.BooleanField(_("urgent"), default=False)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_urgent=False) | ~Q(reason=""),
                name="approval_urgent_gives_its_reason",
            ),
            models.CheckConstraint(
                condition=~Q(digest=""), name="approval_names_its_text"
            ),
        ]

    def __str__(self):
        return f"{self.edition} · {self.actor}"
