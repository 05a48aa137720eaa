from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField
from articles.models.photo import Photo


class PhotoPlace(models.Model):
    """A photo's place in an article; without a photo, the gap where one belongs.

    `number` ties the place to `<img data-photo="number">` in the body and never
    changes; `order` may. Places that the body does not name follow the text.

    The three texts are empty where the place says what the library says of the photo:
    `said` answers what readers get.
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
    number = models.PositiveSmallIntegerField(_("number"))
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
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It only adorns; readers who cannot see it miss nothing."),
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
        return self.said("caption") or self.file_name or str(self.number)

    def said(self, name: str) -> str:
        """ "caption", "alt_text" or "credit" as readers get it: its own, or the library's.

        A decorative photo has no alternative text.
        """
        if name == "alt_text" and self.is_decorative:
            return ""
        return getattr(self, name) or self.said_in_library(name)

    def said_in_library(self, name: str) -> str:
        """What the library says of the photo; "" where a photo is missing."""
        if self.photo is None:
            return ""
        return self.photo.credit_line if name == "credit" else getattr(self.photo, name)

    @property
    def only_adorns(self) -> bool:
        """Whether the lack of an alternative text is meant."""
        in_library = self.photo is not None and self.photo.is_decorative
        return self.is_decorative or (in_library and not self.alt_text)
