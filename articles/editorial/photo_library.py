"""Finding photos: by words without marks, by whether they are used, and where."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.editorial import permissions
from articles.models import (
    Article,
    Author,
    Edition,
    EditionPhoto,
    Photo,
    PhotoPlace,
    PhotoTag,
)
from articles.photos import likeness
from articles.text import vietnamese

MAX_WORDS = 12
MOST_USES = 50  # bulletins that a list of uses names
LACKS_ALT_TEXT = Q(alt_text="", is_decorative=False)
LACKS_CREDIT = Q(author=None, credit="")

Photos = QuerySet[Photo]


def find(photos: Photos, typed: str) -> Photos:
    """The photos that have every word, in their texts, tags or photographer's name."""
    words = vietnamese.fold(vietnamese.one_line(typed)).split()[:MAX_WORDS]
    if not words:
        return photos
    # Photographers are few enough to be asked for once; their names have no search key.
    names = Author.objects.filter(photos__isnull=False).distinct()
    names = {pk: vietnamese.fold(name) for pk, name in names.values_list("pk", "name")}
    tagged = Photo.tags.through.objects.filter(photo=OuterRef("pk"))
    for word in words:
        by_author = [pk for pk, name in names.items() if word in name]
        photos = photos.filter(
            Q(search_key__contains=word)
            | Q(Exists(tagged.filter(phototag__search_key__contains=word)))
            | Q(author__in=by_author)
        )
    return photos


def used(photos: Photos) -> Photos:
    """Those that stand in a bulletin, or stood in a published edition."""
    return photos.filter(_stands())


def unused(photos: Photos) -> Photos:
    """Those that no bulletin and no edition has; old versions may name them."""
    return photos.exclude(_stands())


def with_use(photos: Photos) -> Photos:
    """Annotate `is_used`, so that a list asks once for all."""
    return photos.annotate(is_used=_stands())


def _stands() -> Q:
    own = {"photo": OuterRef("pk")}
    return Q(Exists(PhotoPlace.objects.filter(**own))) | Q(
        Exists(EditionPhoto.objects.filter(**own))
    )


def to_choose_from(user) -> Photos:
    """What may be put into a bulletin: everything in sight but what was replaced."""
    return permissions.visible_photos(user).filter(replaced_by=None)


def alike(photo: Photo, *, user) -> list[Photo]:
    """Photos in the user's sight that look like this one, the most alike first."""
    near = likeness.alike(photo)
    visible = permissions.visible_photos(user).filter(pk__in=[each.pk for each in near])
    in_sight = set(visible.values_list("pk", flat=True))
    return [each for each in near if each.pk in in_sight]


def tags_in_sight(user) -> QuerySet[PhotoTag]:
    """The tags that photos in the user's sight have."""
    photos = permissions.visible_photos(user).values("pk")
    tagged = Photo.tags.through.objects.filter(phototag=OuterRef("pk"))
    return PhotoTag.objects.filter(Exists(tagged.filter(photo__in=photos)))


@dataclass(frozen=True)
class Uses:
    """Where a photo stands, as far as one person may know. Newest first."""

    articles: list[Article]  # working copies that have it
    editions: list[Edition]  # published editions that show it
    hidden: int  # bulletins that the person may not see

    def __bool__(self):
        return bool(self.articles or self.editions or self.hidden)


def uses(photo: Photo, *, user) -> Uses:
    """The bulletins in the user's sight are named; the others are counted."""
    visible = permissions.visible_articles(user).values("pk")
    editions = Edition.objects.filter(shown_photos__photo=photo)
    public = editions.live()
    having = Article.objects.filter(pk__in=photo.places.values("article"))
    anywhere = Article.objects.filter(
        Q(pk__in=having.values("pk")) | Q(pk__in=editions.values("article"))
    )
    known = Q(pk__in=visible) | Q(pk__in=public.values("article"))
    named = editions.filter(Q(article__in=visible) | Q(pk__in=public.values("pk")))
    return Uses(
        articles=list(having.filter(pk__in=visible)[:MOST_USES]),
        editions=list(named.order_by("-live_from", "-pk")[:MOST_USES]),
        hidden=anywhere.exclude(known).count(),
    )


def still_shown(photo: Photo, *, user) -> QuerySet[Edition]:
    """Editions that readers see, or will, with a picture their bulletin no longer has.

    What is still to come is named to those alone who see its bulletin.
    """
    editions = Edition.objects.filter(shown_photos__photo=photo)
    standing = Q(pk__in=editions.live().values("pk"))
    coming = Q(
        pk__in=editions.scheduled().values("pk"),
        article__in=permissions.visible_articles(user).values("pk"),
    )
    kept = photo.places.values("article")
    return editions.filter(standing | coming).exclude(article__in=kept)
