from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField


class Origin(models.Model):
    """Where an imported article came from, and what its page said to the letter.

    The digest of the normalised text makes importing the same bulletin twice a no-op.
    """

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, related_name="origin"
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    source = LineField(_("source"), max_length=500)
    dateline = models.CharField(_("date line as written"), max_length=500, blank=True)
    byline = models.TextField(_("byline as written"), blank=True)
    dropped = models.JSONField(_("lines left out"), default=list)
    warnings = models.JSONField(_("remarks of the import"), default=list)
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)

    class Meta:
        verbose_name = _("origin")
        verbose_name_plural = _("origins")

    def __str__(self):
        return self.source
