"""A photo as grids show it: a small picture, a name, and what is to be known of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.forms.photo_places import thumbnail_url
from articles.models import Photo


@dataclass(frozen=True)
class Card:
    photo: Photo
    thumbnail: str  # address of a small rendition, the whole picture
    marks: list[tuple[str, str]] = field(default_factory=list)  # (class, words)


def cards(photos: Iterable[Photo]) -> list[Card]:
    """A card for each; those that `photo_library.with_use` looked at say if unused."""
    return [Card(each, thumbnail_url(each), list(_marks(each))) for each in photos]


def _marks(photo: Photo):
    if photo.replaced_by_id:
        yield "replaced", _("Replaced")
    if not (photo.alt_text or photo.is_decorative):
        yield "wordless", _("No alternative text")
    if photo.people == Photo.People.ASK:
        yield "ask", photo.get_people_display()
    if not getattr(photo, "is_used", True):
        yield "unused", _("Not used")
