from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Presence(models.Model):
    """That somebody has an article's form open, and when the form last said so."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="presences"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="presences"
    )
    seen_at = models.DateTimeField(_("last seen"))
    has_typed = models.BooleanField(_("has typed"), default=False)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="presence_once")
        ]

    def __str__(self):
        return f"{self.user} · {self.article_id}"
