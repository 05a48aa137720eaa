from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FoldedField, LineField


class PhotoTag(models.Model):
    """A word that photos are kept under; found whatever the marks."""

    name = LineField(_("tag"), max_length=60, unique=True)
    search_key = FoldedField(sources=["name"])

    class Meta:
        verbose_name = _("photo tag")
        verbose_name_plural = _("photo tags")
        ordering = ["search_key", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="photo_tag_has_name")
        ]

    def __str__(self):
        return self.name


class Photo(models.Model):
    """One original picture, cleaned and kept privately; readers get renditions.

    Made only by `photos.intake`. Renditions have no rows: their names follow from the
    digest and the focus (`photos.specs`). What is said of a photo here holds wherever
    it stands, unless its place in an article says otherwise (`PhotoPlace`).
    """

    class People(models.TextChoices):
        """Who can be recognised, and whether they know that they will be seen."""

        UNKNOWN = "unknown", _("Not looked at yet")
        NONE = "none", _("Nobody can be recognised")
        PUBLIC = "public", _("At a public event")
        AGREED = "agreed", _("They have agreed")
        ASK = "ask", _("Ask before publishing")

    # The file: SHA-256 of what was sent, and what was kept of it.
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    original = models.FileField(_("original"))
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    # A WebP of some 16 pixels as base64, shown blurred until the photo is there.
    placeholder = models.TextField(_("placeholder"), blank=True, editable=False)
    # Four quarters of a 64-bit difference hash: photos that look alike share one at
    # least (`photos.likeness`). Empty for photos taken in before likeness was known.
    likeness_1 = models.PositiveIntegerField(null=True, editable=False, db_index=True)
    likeness_2 = models.PositiveIntegerField(null=True, editable=False, db_index=True)
    likeness_3 = models.PositiveIntegerField(null=True, editable=False, db_index=True)
    likeness_4 = models.PositiveIntegerField(null=True, editable=False, db_index=True)

    # What is said of it.
    name = LineField(
        _("file name"),
        max_length=255,
        blank=True,
        help_text=_("The name of the file as it was sent."),
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
    author = models.ForeignKey(
        "articles.Author",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("photographer"),
    )
    credit = LineField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who took the photo, where it is none of our authors."),
    )
    place = LineField(_("place"), max_length=200, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    people = models.CharField(
        _("people in the photo"),
        max_length=10,
        choices=People,
        default=People.UNKNOWN,
    )
    tags = models.ManyToManyField(
        PhotoTag, blank=True, related_name="photos", verbose_name=_("tags")
    )
    # The point that crops keep, in percent from the left and from the top.
    focus_x = models.PositiveSmallIntegerField(_("focus from the left"), default=50)
    focus_y = models.PositiveSmallIntegerField(_("focus from the top"), default=50)

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replaces",
        verbose_name=_("replaced by"),
    )
    search_key = FoldedField(sources=["caption", "alt_text", "credit", "place", "name"])

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-pk"]
        permissions = [("describe_any_photo", _("Can describe photos of others"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gt=0) & Q(height__gt=0), name="photo_has_area"
            ),
            models.CheckConstraint(
                condition=Q(focus_x__lte=100) & Q(focus_y__lte=100),
                name="photo_focus_is_inside",
            ),
            models.CheckConstraint(
                condition=Q(people__in=["unknown", "none", "public", "agreed", "ask"]),
                name="photo_people_known",
            ),
            models.CheckConstraint(
                condition=Q(author=None) | Q(credit=""),
                name="photo_credited_once",
                violation_error_message=_(
                    "Choose one of our authors or write the credit, not both."
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_decorative=False) | Q(alt_text=""),
                name="photo_decorative_says_nothing",
                violation_error_message=_(
                    "A decorative photo has no alternative text: empty one of the two."
                ),
            ),
        ]

    def __str__(self):
        return self.caption or self.name or self.digest[:12]

    @property
    def focus(self) -> tuple[int, int]:
        return self.focus_x, self.focus_y

    @property
    def credit_line(self) -> str:
        """Whoever took it, as printed: one of our authors, or the words of the credit."""
        return self.author.name if self.author else self.credit
