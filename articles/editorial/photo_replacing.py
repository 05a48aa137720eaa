"""Another picture in a photo's place, everywhere at once; and photos that go for good."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.editorial import (
    editing,
    permissions,
    photo_library,
    photo_record,
    photo_texts,
)
from articles.editorial.refusal import Refused
from articles.models import Article, Photo, PhotoPlace
from articles.photos import intake, renditions

# What a new picture takes over; the point that crops keep is found in it anew.
TAKEN_OVER = [
    "caption", "alt_text", "is_decorative", "author", "credit", "place", "taken_on",
    "people",
]  # fmt: skip


class NotReplaced(Refused):
    """The photo keeps its place."""


class InUse(Refused):
    """A photo that a bulletin or an edition has cannot be deleted."""


@transaction.atomic
def replace(photo: Photo, received: intake.Received, *, actor) -> Photo:
    """Put the picture received into every bulletin that has the photo; answers the new one.

    Every bulletin gets a version and a line in its history, and one that was published
    becomes a draft: readers keep the old picture until it is published again. Raises
    NotReplaced or PermissionDenied, and changes nothing then.
    """
    if not permissions.can_replace_photo(actor, photo):
        raise PermissionDenied(_("You may not replace this photo."))
    # Articles first, as whoever saves one locks it before its photos.
    articles = list(_locked_articles(photo))
    old = Photo.objects.select_for_update(no_key=True).get(pk=photo.pk)
    _check(old, received, articles, actor=actor)
    new = _successor(old, received, actor=actor)
    for article in articles:
        _exchange(article, old, new, actor=actor)
    old.replaced_by = new
    old.save(update_fields=["replaced_by"])
    said = _("Replaced by photo %(number)s.") % {"number": new.pk}
    photo_record.record(old, actor=actor, flag=photo_record.CHANGE, said=said)
    said = _("Takes the place of photo %(number)s.") % {"number": old.pk}
    photo_record.record(new, actor=actor, flag=photo_record.CHANGE, said=said)
    return new


@transaction.atomic
def delete(photo: Photo, *, actor) -> None:
    """Remove a photo that nothing uses, and its files. Raises InUse or PermissionDenied.

    Old versions that name it can no longer be restored; they say so.
    """
    standing = Photo.objects.select_for_update().get(pk=photo.pk)
    if not permissions.can_delete_photo(actor, standing):
        raise PermissionDenied(_("You may not delete photos."))
    if not photo_library.unused(Photo.objects.filter(pk=photo.pk)).exists():
        raise InUse(_("This photo is used in a bulletin; it cannot be deleted."))
    said = f"SHA-256 {standing.digest}"
    photo_record.record(standing, actor=actor, flag=photo_record.DELETION, said=said)
    standing.replaces.update(replaced_by=standing.replaced_by)
    standing.delete()
    transaction.on_commit(lambda: _remove_files(standing), robust=True)


def _locked_articles(photo: Photo) -> Iterable[Article]:
    having = Article.objects.filter(pk__in=photo.places.values("article"))
    return having.select_for_update().order_by("pk")


def _check(old: Photo, received: intake.Received, articles, *, actor) -> None:
    if received.digest == old.digest:
        raise NotReplaced(_("This is the same file: choose another one."))
    if old.replaced_by_id:
        raise NotReplaced(_("This photo has been replaced already."))
    foreign = [each for each in articles if not permissions.can_edit(actor, each)]
    if foreign:
        raise NotReplaced(
            ngettext(
                "The photo stands in %(number)s bulletin that you may not change.",
                "The photo stands in %(number)s bulletins that you may not change.",
                len(foreign),
            )
            % {"number": len(foreign)}
        )


def _successor(old: Photo, received: intake.Received, *, actor) -> Photo:
    """The new picture with the old one's words; one that the library has keeps its own."""
    known = Photo.objects.filter(digest=received.digest).first()
    if known is not None:
        known.replaced_by = None  # a picture may come back
        known.save(update_fields=["replaced_by"])
        return known
    new = intake.keep(received, actor=actor)
    for name in TAKEN_OVER:
        setattr(new, name, getattr(old, name))
    new.save(update_fields=[*TAKEN_OVER, "search_key"])
    new.tags.set(old.tags.all())
    return new


def _exchange(article: Article, old: Photo, new: Photo, *, actor) -> None:
    """The article's places of the old photo show the new one under the same words."""
    places = article.photo_places.filter(photo=old).select_related("photo__author")

    def save_parts():
        for place in places:
            _show(place, new)
            place.save()

    editing.save_edit(
        article,
        actor=actor,
        changed=["photo_places"],
        note=_("Photo replaced: %(photo)s") % {"photo": old},
        save_parts=save_parts,
    )


def _show(place: PhotoPlace, new: Photo) -> None:
    only_adorns = place.only_adorns
    said = {name: place.said(name) for name in photo_texts.TEXTS}
    place.photo = new
    for name, text in said.items():
        setattr(place, name, text)
    photo_texts.drop_repeated(place)
    place.is_decorative = only_adorns and not new.is_decorative


def _remove_files(photo: Photo) -> None:
    """Unless somebody has sent the same file again since."""
    if not Photo.objects.filter(digest=photo.digest).exists():
        renditions.remove(photo)
