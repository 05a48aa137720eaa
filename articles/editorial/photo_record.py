"""What was done to a photo, when and by whom.

An audit event belongs to an article; a photo belongs to none, and may stand in many.
So its lines are kept where Django keeps those of the other registers.
"""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.utils.translation import override

from articles.models import Photo

__all__ = ["CHANGE", "DELETION", "describers", "record", "record_change"]

# What readers get of a photo that its place in a bulletin does not say itself.
FOR_READERS = {
    "caption", "alt_text", "is_decorative", "author", "credit", "focus_x", "focus_y",
}  # fmt: skip
MARK = '"for_readers": true'  # in the JSON of a line about such a change


def record(photo: Photo, *, actor, flag: int, said: str | list = "") -> None:
    """Write a line of the photo's history; `actor=None` (the system) leaves none.

    `said` is a sentence, or Django's list of changes, put into words where it is shown.
    """
    if actor is not None:
        LogEntry.objects.log_actions(actor.pk, [photo], flag, said, single_object=True)


def record_change(photo: Photo, names: Iterable[str], *, actor) -> None:
    """Write which fields of the photo were given other values."""
    names = list(names)
    with override(None):
        labels = [str(Photo._meta.get_field(name).verbose_name) for name in names]
    change = {"fields": labels, "for_readers": not FOR_READERS.isdisjoint(names)}
    record(photo, actor=actor, flag=CHANGE, said=[{"changed": change}])


def describers(
    photos: Iterable[int], *, since: datetime
) -> list[tuple[int, int, datetime]]:
    """Who changed what readers get of the photos, and when: (photo, user, moment)."""
    lines = LogEntry.objects.filter(
        content_type__app_label="articles",
        content_type__model="photo",
        object_id__in={str(key) for key in photos},
        action_flag=CHANGE,
        action_time__gt=since,
        change_message__contains=MARK,
    ).order_by("pk")
    found = lines.values_list("object_id", "user", "action_time")
    return [(int(key), user, moment) for key, user, moment in found]
