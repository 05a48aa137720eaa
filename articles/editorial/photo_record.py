"""What was done to a photo, when and by whom.

An audit event belongs to an article; a photo belongs to none, and may stand in many.
So its lines are kept where Django keeps those of the other registers.
"""

from django.contrib.admin.models import CHANGE, DELETION, LogEntry

from articles.models import Photo

__all__ = ["CHANGE", "DELETION", "record"]


def record(photo: Photo, *, actor, flag: int, said: str = "") -> None:
    """Write a line of the photo's history; `actor=None` (the system) leaves none."""
    if actor is not None:
        LogEntry.objects.log_actions(actor.pk, [photo], flag, said, single_object=True)
