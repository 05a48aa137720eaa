"""What the library says of a photo: caption, alternative text, credit, tags, focus."""

import hashlib
import json
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial import permissions, photo_record
from articles.editorial.refusal import Refused
from articles.models import Photo, PhotoTag
from articles.photos import renditions
from articles.text import vietnamese

FOCUS = ["focus_x", "focus_y"]
SAID = [
    "caption", "alt_text", "is_decorative", "author", "credit", "place", "taken_on",
    "people", *FOCUS,
]  # fmt: skip


class Overtaken(Refused):
    """Somebody else described the photo since this description was begun.

    `standing` is the photo as it stands now.
    """

    def __init__(self, message: str, *, standing: Photo):
        super().__init__(message)
        self.standing = standing


def digest(photo: Photo) -> str:
    """What tells one description from another; hexadecimal SHA-256."""
    said = {name: getattr(photo, _column(name)) for name in SAID}
    said["tags"] = sorted(photo.tags.values_list("name", flat=True))
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def describe(
    photo: Photo, *, tags: Iterable[str], actor, seen: str | None = None
) -> Photo:
    """Keep what `photo` and the words of `tags` say; a new focus makes its crops anew.

    `seen` is the digest of the description that the writer began from. Raises Overtaken
    if another one stands by now, PermissionDenied; then nothing is written.
    """
    standing = Photo.objects.select_for_update().get(pk=photo.pk)
    if not permissions.can_describe_photo(actor, standing):
        raise PermissionDenied(_("You may not describe this photo."))
    if seen is not None and seen != digest(standing):
        raise Overtaken(
            _("Somebody else has described this photo in the meantime."),
            standing=standing,
        )
    changed = [name for name in SAID if _value(photo, name) != _value(standing, name)]
    if changed:
        photo.save(update_fields=[*changed, "search_key"])
    if set_tags(photo, tags):
        changed.append("tags")
    if changed:
        photo_record.record_change(photo, changed, actor=actor)
    if set(FOCUS) & set(changed):
        transaction.on_commit(lambda: renditions.make_crops(photo), robust=True)
    return photo


@transaction.atomic
def describe_many(
    photos: Iterable[Photo], said: dict, *, tags: Iterable[str], actor, overwrite: bool
) -> tuple[int, int]:
    """Give several photos the same words; answers how many got them and how many not.

    `said` maps caption, author, credit, place or people to values; empty ones say nothing.
    Without `overwrite` only what a photo lacks is filled in. Tags are added to those it has.
    """
    keys = sorted(photo.pk for photo in photos)
    standing = Photo.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    described = 0
    for photo in standing:
        if not permissions.can_describe_photo(actor, photo):
            continue
        for name, value in said.items():
            if value and (overwrite or _lacks(photo, name)):
                _say(photo, name, value)
        had = photo.tags.values_list("name", flat=True)
        describe(photo, tags=[*had, *tags], actor=actor)
        described += 1
    return described, len(keys) - described


def set_tags(photo: Photo, words: Iterable[str]) -> bool:
    """Keep the photo under these words alone; answers whether that changed anything."""
    tags = {tag.pk: tag for tag in map(tag_named, filter(None, words))}
    if set(photo.tags.values_list("pk", flat=True)) == set(tags):
        return False
    photo.tags.set(tags.values())
    return True


def tag_named(word: str) -> PhotoTag:
    """The tag of that word, made if it is new. Marks tell words apart, case does not."""
    word = vietnamese.one_line(word)
    return same_tag(word) or PhotoTag.objects.get_or_create(name=word)[0]


def same_tag(word: str) -> PhotoTag | None:
    """The tag that says the word in whatever case."""
    candidates = PhotoTag.objects.filter(search_key=vietnamese.fold(word))
    wanted = word.casefold()
    return next((tag for tag in candidates if tag.name.casefold() == wanted), None)


def _say(photo: Photo, name: str, value) -> None:
    """A photo is credited once: to one of our authors or in words."""
    setattr(photo, name, value)
    if name == "author":
        photo.credit = ""
    elif name == "credit":
        photo.author = None


def _lacks(photo: Photo, name: str) -> bool:
    if name in ("author", "credit"):
        return not photo.credit_line
    if name == "people":
        return photo.people == Photo.People.UNKNOWN
    return not getattr(photo, name)


def _column(name: str) -> str:
    return Photo._meta.get_field(name).attname


def _value(photo: Photo, name: str):
    """As the database would give it back."""
    return Photo._meta.get_field(name).to_python(getattr(photo, _column(name)))
