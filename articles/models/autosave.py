from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Autosave(models.Model):
    """What a person has typed into a form and not saved yet; not part of the history.

    One row a person and form: of an article, or of a bulletin that has none yet, which
    the browser tells apart by `form_key`.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="autosaves"
    )
    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="autosaves",
    )
    form_key = models.CharField(_("form"), max_length=64, blank=True)
    # The form's fields as the browser would post them: {name: value or [values]}.
    data = models.JSONField(_("typed"))
    # The version the typing began from; 0 for a bulletin that has none.
    based_on = models.PositiveIntegerField(_("based on version"), default=0)
    saved_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "article"],
                condition=Q(article__isnull=False),
                name="autosave_once_per_article",
            ),
            models.UniqueConstraint(
                fields=["user", "form_key"],
                condition=Q(article=None),
                name="autosave_once_per_new_form",
            ),
            models.CheckConstraint(
                condition=Q(article__isnull=False) | ~Q(form_key=""),
                name="autosave_names_its_form",
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.article_id or self.form_key}"
