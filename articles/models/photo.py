from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField


class Photo(models.Model):
    """One original picture, cleaned and kept privately; readers get renditions.

    Made only by `photos.intake`. Renditions have no rows: their names follow from the
    digest (`photos.renditions`).
    """

    digest = models.CharField(_("digest"), max_length=64, unique=True)
    original = models.FileField(_("original"))
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gt=0) & Q(height__gt=0), name="photo_has_area"
            )
        ]

    def __str__(self):
        return f"{self.digest[:12]} ({self.width} × {self.height})"


class PhotoPlace(models.Model):
    """A photo's place in an article; without a photo, the gap where one belongs.

    `number` ties the place to `<img data-photo="number">` in the body and never
    changes; `order` may. Places that the body does not name follow the text.
    """

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="photo_places"
    )
    photo = models.ForeignKey(
        Photo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("photo"),
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    file_name = LineField(
        _("file name"),
        max_length=255,
        blank=True,
        help_text=_("The name of the file as the bulletin gives it."),
    )
    caption = LineField(_("caption"), max_length=500, blank=True)
    alt_text = LineField(
        _("alternative text"),
        max_length=500,
        blank=True,
        help_text=_("What is to be seen, for readers who cannot see it."),
    )
    credit = LineField(
        _("credit"), max_length=200, blank=True, help_text=_("Who took the photo.")
    )

    class Meta:
        verbose_name = _("photo of the bulletin")
        verbose_name_plural = _("photos of the bulletin")
        ordering = ["order", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="photo_place_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(number__lte=999),
                name="photo_place_number_in_range",
            ),
            models.CheckConstraint(
                condition=Q(photo__isnull=False) | ~Q(file_name=""),
                name="photo_place_has_photo_or_file_name",
                violation_error_message=_("Choose a photo file."),
            ),
        ]

    def __str__(self):
        return self.caption or self.file_name or str(self.number)
