from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField


class PreviewLink(models.Model):
    """Permission for one person outside the newsroom to read one draft, until a time.

    The address carries a random token; only its SHA-256 is kept, so that a stolen
    database opens no draft.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="preview_links"
    )
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    reader = LineField(
        _("for whom"), max_length=200, help_text=_("Who is to read the draft.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="preview_links"
    )
    created_at = models.DateTimeField(_("created"))
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("times opened"), default=0)
    last_opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reader=""), name="preview_link_names_its_reader"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")),
                name="preview_link_expires_after_creation",
            ),
        ]

    def __str__(self):
        return self.reader
