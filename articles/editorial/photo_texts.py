"""Where the words beside a photo are kept: once in the library, or with one article.

Words that hold wherever the photo stands are kept in the library, so that they are
changed once; a place keeps only what is said differently there.
"""

from articles.editorial import permissions, photo_record
from articles.models import Photo, PhotoPlace

TEXTS = ("caption", "alt_text", "credit")


def settle(place: PhotoPlace, *, actor) -> None:
    """Give each text of the place its home; the caller saves the place.

    What the library says already stays there alone. What the library lacks goes there,
    if the actor may describe the photo (`None`: the system may). The rest is this
    article's own.
    """
    photo = place.photo
    if photo is None:
        return
    _teach(photo, place, actor=actor)
    drop_repeated(place)


def drop_repeated(place: PhotoPlace) -> None:
    """Empty the texts of the place that the library says to the letter."""
    for name in TEXTS:
        if getattr(place, name) == place.said_in_library(name):
            setattr(place, name, "")


def _teach(photo: Photo, place: PhotoPlace, *, actor) -> None:
    """Let the library say what it could not say yet."""
    may_describe = actor is None or permissions.can_describe_photo(actor, photo)
    learned = [
        name
        for name in TEXTS
        if may_describe and getattr(place, name) and _lacks(photo, name)
    ]
    for name in learned:
        setattr(photo, name, getattr(place, name))
    if learned:
        photo.save(update_fields=[*learned, "search_key"])
        photo_record.record_change(photo, learned, actor=actor)


def _lacks(photo: Photo, name: str) -> bool:
    """Whether the library could say it and doesn't yet."""
    if name == "alt_text" and photo.is_decorative:
        return False
    return not (photo.credit_line if name == "credit" else getattr(photo, name))
