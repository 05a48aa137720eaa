from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField


class Attachment(models.Model):
    """A file that goes with bulletins: sound, a short video, a document.

    Made only by `attachments.intake`, which looks into the content.
    """

    class Kind(models.TextChoices):
        AUDIO = "audio", _("sound")
        VIDEO = "video", _("video")
        DOCUMENT = "document", _("document")

    digest = models.CharField(_("digest"), max_length=64, unique=True)
    file = models.FileField(_("file"))
    name = LineField(_("file name"), max_length=255)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    content_type = models.CharField(_("content type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attachments",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["audio", "video", "document"]),
                name="attachment_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0), name="attachment_is_not_empty"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="attachment_has_name"),
        ]

    def __str__(self):
        return self.name


class AttachmentPlace(models.Model):
    """An attachment of one article. `number` is part of its address and never changes."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="attachment_places"
    )
    attachment = models.ForeignKey(
        Attachment,
        models.PROTECT,
        related_name="places",
        verbose_name=_("attachment"),
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    # Under which it was sent for this bulletin: others may have sent the same file first,
    # under a name that is theirs. Empty: the attachment's own.
    name = LineField(_("file name"), max_length=255, blank=True, editable=False)
    title = LineField(
        _("title"),
        max_length=300,
        blank=True,
        help_text=_("What readers see; empty: the file's name."),
    )
    is_reading = models.BooleanField(
        _("reads the bulletin aloud"),
        default=False,
        help_text=_("The recording takes the place of the browser's own voice."),
    )

    class Meta:
        verbose_name = _("attachment of the bulletin")
        verbose_name_plural = _("attachments of the bulletin")
        ordering = ["order", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="attachment_place_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(number__lte=999),
                name="attachment_place_number_in_range",
            ),
        ]

    def __str__(self):
        return self.title or self.file_name

    @property
    def file_name(self) -> str:
        """The name that the file has in this bulletin, for its address and downloads."""
        return self.name or self.attachment.name
