from django.db import models
from django.db.models import Q


class DailyReads(models.Model):
    """How often a bulletin was opened on a day: a number, and nothing of who did."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="daily_reads"
    )
    day = models.DateField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "day"], name="daily_reads_once_a_day"
            ),
            models.CheckConstraint(condition=Q(count__gt=0), name="daily_reads_counts"),
        ]

    def __str__(self):
        return f"{self.day}: {self.count}"
