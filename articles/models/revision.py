from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ImmutableRevision(Exception):
    """A version is kept as it was: restoring one makes a new one."""


class RevisionQuerySet(models.QuerySet):
    def update(self, **fields):
        raise ImmutableRevision("Revisions are never changed.")

    def delete(self):
        raise ImmutableRevision("Revisions are never deleted.")


class Revision(models.Model):
    """One version of an article: text, photos and bylines together, as one snapshot.

    Taken and read only by `editorial.versions`. `digest` identifies the content, so
    that an approval can say exactly what was approved.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="revisions"
    )
    number = models.PositiveIntegerField(_("version"))
    digest = models.CharField(_("digest"), max_length=64)
    snapshot = models.BinaryField(_("snapshot"))  # zlib over canonical UTF-8 JSON
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="revisions",
        verbose_name=_("who"),
    )
    taken_at = models.DateTimeField(_("when"))
    note = models.CharField(_("why"), max_length=500, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="revision_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="revision_numbers_from_one"
            ),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.number}"

    def save(self, **options):
        if not self._state.adding:
            raise ImmutableRevision("Revisions are never changed.")
        super().save(**options)

    def delete(self, **options):
        raise ImmutableRevision("Revisions are never deleted.")
