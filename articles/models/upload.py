from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Upload(models.Model):
    """A file that is arriving piece by piece; gone once it has been taken in.

    The pieces lie in the media storage, below `incoming/<token>/`. What the line
    swallowed is sent again from `received` on.
    """

    token = models.CharField(max_length=32, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="uploads"
    )
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    begun_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(received__lte=F("size")), name="upload_not_overfull"
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.received} / {self.size})"
