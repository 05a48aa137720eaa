from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Membership(models.Model):
    """A unit for which a person writes; contributors write for no other."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("user account"),
    )
    unit = models.ForeignKey(
        "articles.Unit",
        models.PROTECT,
        related_name="memberships",
        verbose_name=_("unit"),
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "unit"],
                name="membership_once",
                violation_error_message=_("This person writes for the unit already."),
            )
        ]

    def __str__(self):
        return f"{self.user} · {self.unit}"
