from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField, ProseField


class Category(models.Model):
    """A section of the site, in the order that the editors choose."""

    name = LineField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    description = ProseField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="category_has_name")
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:category", args=[self.slug])


class Genre(models.Model):
    """What kind of work a bulletin is: news item, article, reportage, photo story …"""

    name = LineField(_("name"), max_length=100)
    slug = models.SlugField(_("code"), max_length=100, unique=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )
    is_gallery = models.BooleanField(
        _("photo story"),
        default=False,
        help_text=_("The photos stand as a gallery, each as large as the page."),
    )

    class Meta:
        verbose_name = _("genre")
        verbose_name_plural = _("genres")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="genre_has_name")
        ]

    def __str__(self):
        return self.name
