from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.correction import Correction, NewestNoteAt

LIFETIME = frozenset({"live_until", "closed_as", "closing_note"})
DERIVED = frozenset({"body_html", "cover", "search_text"})
CARD = [
    "article_id", "slug", "title", "lead", "cover", "dateline_at",
    "dateline_has_time", "unit_name", "category_name",
]  # fmt: skip


class ImmutableEdition(Exception):
    """What was published is never altered: publish the next edition instead."""


class EditionQuerySet(models.QuerySet):
    """`live()` is the only door to what readers see."""

    def live(self, at=None):
        """Editions that readers see at the moment (default: now).

        The interval is half-open: `live_from` is in it, `live_until` is not.
        """
        at = at or timezone.now()
        return self.filter(Q(live_until=None) | Q(live_until__gt=at), live_from__lte=at)

    def scheduled(self, at=None):
        """Editions whose time has not come yet and that nobody has cancelled."""
        at = at or timezone.now()
        return self.filter(
            Q(live_until=None) | Q(live_until__gt=F("live_from")), live_from__gt=at
        )

    def withdrawn(self, at=None):
        """Editions that readers saw and that were taken off the site, with reasons."""
        return self.filter(
            closed_as=Edition.Closing.WITHDRAWN,
            live_until__lte=at or timezone.now(),
            live_until__gt=F("live_from"),
        )

    def corrected(self, at=None):
        """Live editions with public notes on what was wrong before, newest note first."""
        # The number goes first: it spares the database the long texts of all others.
        noted = self.filter(number__gt=1).live(at).exclude(corrections=[])
        return noted.order_by(NewestNoteAt("corrections").desc(), "-article_id")

    def newest_first(self):
        """By the date readers see; articles of one moment by their age here."""
        return self.order_by("-dateline_at", "-article_id")

    def for_cards(self):
        """What a card prints, without the texts that only the page needs."""
        return self.only(*CARD)

    def update(self, **fields):
        """Refuse to change published content; lifetime and derived columns may."""
        refuse_content(fields)
        return super().update(**fields)

    def delete(self):
        raise ImmutableEdition("Editions are withdrawn, never deleted.")


def refuse_content(fields) -> None:
    """Raise ImmutableEdition if any of the named fields is published content."""
    if content := set(fields) - LIFETIME - DERIVED:
        names = ", ".join(sorted(content))
        raise ImmutableEdition(f"A published edition cannot be changed: {names}.")


class Edition(models.Model):
    """One published version of an article, complete in one row.

    Composed and closed only by `editorial.publishing`. Content is written once: the
    model refuses changes, and so does a trigger on both databases. What is derived
    from it can be rebuilt at any time (`manage.py render_editions`).
    """

    class Closing(models.TextChoices):
        SUPERSEDED = "superseded", _("superseded")
        WITHDRAWN = "withdrawn", _("withdrawn")
        CANCELLED = "cancelled", _("cancelled before its time")

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="editions"
    )
    number = models.PositiveIntegerField(_("edition"))

    # Content: what was published.
    title = models.CharField(_("title"), max_length=300)
    slug = models.CharField(_("address"), max_length=100)
    lead = models.TextField(_("lead"), blank=True)
    body = models.TextField(_("body"), blank=True)
    # [{"name": str, "slug": str, "roles": ["text", "photo", "video"]}], as printed
    bylines = models.JSONField(_("bylines"), default=list)
    # [{"number", "digest", "width", "height", "caption", "alt_text", "credit", "focus",
    #   "placeholder", "is_cover"}]; focus: [percent from the left, from the top].
    # The last three are not in editions published before they were known.
    photos = models.JSONField(_("photos"), default=list)
    # [{"number", "digest", "name", "kind", "content_type", "size", "title", "is_reading"}]
    attachments = models.JSONField(_("attachments"), default=list)
    # [{"kind": "correction|clarification|update", "text": str, "at": ISO 8601}], all so
    # far, oldest first: public notes on what was wrong in earlier editions.
    corrections = models.JSONField(_("corrections"), default=list)
    # Where it was taken from; empty for our own.
    source = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.CharField(
        _("address of the source"), max_length=500, blank=True
    )
    unit = models.ForeignKey(
        "articles.Unit",
        models.PROTECT,
        related_name="editions",
        db_index=False,
        verbose_name=_("unit"),
    )
    unit_name = models.CharField(_("unit's name of that day"), max_length=200)
    category = models.ForeignKey(
        "articles.Category",
        models.PROTECT,
        null=True,
        related_name="editions",
        db_index=False,
        verbose_name=_("category"),
    )
    category_name = models.CharField(_("category's name"), max_length=100, blank=True)
    genre = models.ForeignKey(
        "articles.Genre",
        models.PROTECT,
        null=True,
        related_name="editions",
        verbose_name=_("genre"),
    )
    # Where the time is unknown, the start of the day in Asia/Ho_Chi_Minh.
    dateline_at = models.DateTimeField(_("date line"))
    dateline_has_time = models.BooleanField(_("time is known"))
    composed_at = models.DateTimeField(_("composed"))
    live_from = models.DateTimeField(_("live from"))

    # Lifetime: may be closed.
    live_until = models.DateTimeField(_("live until"), null=True, blank=True)
    closed_as = models.CharField(
        _("closed as"), max_length=10, choices=Closing, blank=True
    )
    closing_note = models.TextField(_("public reason"), blank=True)

    # Derived: rebuilt by render_editions.
    body_html = models.TextField(_("rendered body"), blank=True)
    # None, or one of `photos`: the picture that stands for the whole on cards
    cover = models.JSONField(_("cover"), null=True)
    search_text = models.TextField(_("search text"), blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["article_id", "number"]
        indexes = [
            models.Index(fields=["-dateline_at", "-article"], name="edition_newest"),
            models.Index(
                fields=["category", "-dateline_at", "-article"], name="edition_category"
            ),
            models.Index(
                fields=["unit", "-dateline_at", "-article"], name="edition_unit"
            ),
            models.Index(fields=["live_from"], name="edition_live_from"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="edition_number_once"
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(live_until=None),
                name="edition_one_open_per_article",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="edition_numbers_from_one"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="edition_has_title"),
            models.CheckConstraint(
                condition=~Q(unit_name=""), name="edition_names_its_unit"
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gte=F("live_from")),
                name="edition_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(live_until=None, closed_as="")
                | Q(live_until__isnull=False) & ~Q(closed_as=""),
                name="edition_closed_says_how",
            ),
            models.CheckConstraint(
                condition=Q(closed_as__in=["", "superseded", "withdrawn", "cancelled"]),
                name="edition_closing_known",
            ),
            models.CheckConstraint(
                condition=~Q(closed_as="withdrawn") | ~Q(closing_note=""),
                name="edition_withdrawn_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.number})"

    def save(self, **options):
        """Write a new edition; of one that stands, only lifetime or derived columns.

        Raises ImmutableEdition for anything else, a full save included.
        """
        if not self._state.adding:
            fields = options.get("update_fields")
            refuse_content(["everything"] if fields is None else fields)
        super().save(**options)

    def get_absolute_url(self):
        return reverse("articles:bulletin", args=[self.slug, self.article_id])

    def delete(self, **options):
        raise ImmutableEdition("Editions are withdrawn, never deleted.")

    @property
    def public_notes(self) -> list[Correction]:
        """The corrections so far, oldest first."""
        return [Correction.from_row(row) for row in self.corrections]

    def is_live(self, at=None) -> bool:
        """Whether readers see this edition at the moment; the rule of `live()`."""
        at = at or timezone.now()
        return self.live_from <= at and (
            self.live_until is None or at < self.live_until
        )


class EditionByline(models.Model):
    """Which editions name an author; with the order of lists, so that one index walks it."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="named_authors")
    author = models.ForeignKey(
        "articles.Author", models.PROTECT, related_name="named_in", db_index=False
    )
    dateline_at = models.DateTimeField()
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = _("author of an edition")
        verbose_name_plural = _("authors of editions")
        indexes = [
            models.Index(
                fields=["author", "-dateline_at", "-article"],
                name="edition_byline_newest",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "author"], name="edition_byline_once"
            )
        ]

    def __str__(self):
        return f"{self.edition_id}: {self.author_id}"


class EditionPhoto(models.Model):
    """Which editions show a photo: what was published keeps its pictures for good."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="shown_photos")
    photo = models.ForeignKey("articles.Photo", models.PROTECT, related_name="shown_in")

    class Meta:
        verbose_name = _("photo of an edition")
        verbose_name_plural = _("photos of editions")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "photo"], name="edition_photo_once"
            )
        ]

    def __str__(self):
        return f"{self.edition_id}: {self.photo_id}"
