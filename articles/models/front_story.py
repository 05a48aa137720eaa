from django.db import models
from django.utils.translation import gettext_lazy as _


class FrontStory(models.Model):
    """A bulletin that staff put at the head of the front page; the rest is by date.

    Readers see it only while the bulletin is live: the front page asks editions.
    """

    article = models.OneToOneField(
        "articles.Article",
        models.CASCADE,
        related_name="front_story",
        verbose_name=_("bulletin"),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        verbose_name = _("lead story")
        verbose_name_plural = _("lead stories")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.article)
