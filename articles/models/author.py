from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.fields import CollationKeyField, LineField


class Author(models.Model):
    """A person or pen name that is named under bulletins; may have a user, may not."""

    name = LineField(_("pen name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="authors",
        verbose_name=_("user account"),
    )
    imported_as = LineField(
        _("name in imported bulletins"),
        max_length=120,
        null=True,
        blank=True,
        unique=True,
        help_text=_(
            "Imported bulletins that name this pen name are credited to this author."
        ),
    )
    collation_key = CollationKeyField(source="name")

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["collation_key", "pk"]
        indexes = [models.Index(fields=["collation_key", "id"], name="author_by_name")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="author_has_name")
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str | None:
        """The page of their work; None, by a query, if none of it ever was on the site."""
        begun = self.named_in.filter(edition__live_from__lte=timezone.now())
        # What was cancelled before its time ends at the moment it would have begun.
        seen = begun.exclude(edition__live_until__lte=F("edition__live_from"))
        return reverse("articles:author", args=[self.slug]) if seen.exists() else None


class Byline(models.Model):
    """One author's part in an article."""

    class Role(models.TextChoices):
        TEXT = "text", _("text")
        PHOTO = "photo", _("photo")
        VIDEO = "video", _("video")

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="bylines"
    )
    author = models.ForeignKey(
        Author, models.PROTECT, related_name="bylines", verbose_name=_("author")
    )
    role = models.CharField(_("for"), max_length=10, choices=Role, default=Role.TEXT)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author", "role"],
                name="byline_once_per_role",
                violation_error_message=_(
                    "This author is already named for the same part."
                ),
            ),
            models.CheckConstraint(
                condition=Q(role__in=["text", "photo", "video"]),
                name="byline_role_known",
            ),
        ]

    def __str__(self):
        return f"{self.author} ({self.get_role_display()})"
