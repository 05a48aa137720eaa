from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition
from articles.models.fields import FoldedField, LineField, ProseField

EARLIEST = date(1945, 9, 2)  # no authority of today's published before this day


class Status(models.TextChoices):
    """Where the working copy stands. What readers see is told by editions alone."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for editing")
    EDITED = "edited", _("Waiting for approval")
    RETURNED = "returned", _("Returned")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ArticleQuerySet(models.QuerySet):
    def with_publicity(self, at=None):
        """Annotate `is_live` and `scheduled_for`, so that a list asks once for all."""
        at = at or timezone.now()
        own = Edition.objects.filter(article=OuterRef("pk"))
        return self.annotate(
            is_live=Exists(own.live(at)),
            scheduled_for=Subquery(own.scheduled(at).values("live_from")[:1]),
        )

    def with_names(self):
        """Everything a staff list prints, without a query per row."""
        return self.select_related("unit", "category", "genre", "created_by")


class Article(models.Model):
    """The working copy of one bulletin. Editing it changes nothing that readers see."""

    title = LineField(_("title"), max_length=300)
    lead = ProseField(
        _("lead"),
        blank=True,
        max_length=2000,
        help_text=_("The opening paragraph that stands for the whole."),
    )
    body = models.TextField(_("body"), blank=True)
    unit = models.ForeignKey(
        "articles.Unit",
        models.PROTECT,
        related_name="articles",
        verbose_name=_("unit"),
        help_text=_("The body that publishes this bulletin."),
    )
    category = models.ForeignKey(
        "articles.Category",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("category"),
    )
    genre = models.ForeignKey(
        "articles.Genre",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("genre"),
    )
    dateline_date = models.DateField(
        _("date"),
        null=True,
        blank=True,
        validators=[MinValueValidator(EARLIEST)],
        help_text=_("The date readers see. Leave empty for the moment of publication."),
    )
    dateline_time = models.TimeField(
        _("time"), null=True, blank=True, help_text=_("Leave empty if unknown.")
    )
    source = LineField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Where the bulletin was taken from, if it is not our own."),
    )
    source_url = LineField(
        _("address of the source"),
        max_length=500,
        blank=True,
        validators=[URLValidator(["https", "http"])],
        help_text=_("Complete, as the browser shows it: https://…"),
    )
    cover_number = models.PositiveSmallIntegerField(
        _("cover photo"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(999)],
        help_text=_("The photo that stands for the whole on lists; empty: the first."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="articles",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)
    search_key = FoldedField(sources=["title", "lead"])

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("bulletin")
        verbose_name_plural = _("bulletins")
        ordering = ["-updated_at", "-pk"]
        permissions = [
            ("view_any_article", _("Can see every bulletin")),
            ("submit_article", _("Can submit bulletins")),
            ("review_article", _("Can edit and return bulletins of others")),
            ("publish_article", _("Can publish and schedule bulletins")),
            ("publish_urgently", _("Can publish alone when it is urgent")),
            ("withdraw_article", _("Can withdraw bulletins")),
            ("write_for_any_unit", _("Can write for every unit")),
        ]
        indexes = [
            models.Index(fields=["status", "-updated_at"], name="article_desk"),
            models.Index(fields=["-updated_at", "-id"], name="article_newest"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="article_has_title"),
            models.CheckConstraint(
                condition=Q(dateline_time=None) | Q(dateline_date__isnull=False),
                name="article_time_needs_date",
                violation_error_message=_("A time needs a date."),
            ),
            models.CheckConstraint(
                condition=Q(dateline_date=None) | Q(dateline_date__gte=EARLIEST),
                name="article_date_is_sensible",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="article_status_known"
            ),
            models.CheckConstraint(
                condition=Q(cover_number=None)
                | Q(cover_number__gte=1) & Q(cover_number__lte=999),
                name="article_cover_number_in_range",
            ),
            models.CheckConstraint(
                condition=Q(source_url="") | ~Q(source=""),
                name="article_source_has_a_name",
                violation_error_message=_("Name the source that the address leads to."),
            ),
        ]

    def __str__(self):
        return self.title
