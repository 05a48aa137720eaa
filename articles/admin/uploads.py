"""Photos that arrive with a form, received before the form's transaction opens.

Decoding and encoding take seconds; on SQLite the transaction of a form would hold
every other writer for as long.
"""

from django.utils.translation import gettext as _

from articles.photos import intake

MOST = 20  # photos in one request


def receive(request) -> None:
    """Give every uploaded photo `received` or, as a PhotoRefused, `refusal`."""
    photos = [file for name, file in request.FILES.items() if name.endswith("-upload")]
    for number, photo in enumerate(photos, start=1):
        photo.received = photo.refusal = None
        try:
            if number > MOST:
                raise intake.PhotoRefused(_("At most 20 photos can be sent at a time."))
            photo.received = intake.receive(photo)
        except intake.PhotoRefused as refusal:
            photo.refusal = refusal
