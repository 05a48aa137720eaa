"""What belongs to an article beside its text: who is named, which photo stands where."""

from collections.abc import Iterable

from articles.editorial import photo_texts
from articles.models import Article, Author, Byline, Photo, PhotoPlace


def credit(article: Article, parts: Iterable[tuple[Author, str]]) -> None:
    """Name the authors with their roles, in this order; a part named twice counts once."""
    for order, (author, role) in enumerate(dict.fromkeys(parts)):
        Byline.objects.create(article=article, author=author, role=role, order=order)


def place_photo(
    article: Article,
    *,
    number: int,
    photo: Photo | None,
    file_name: str,
    actor=None,
    **fields: str,
) -> PhotoPlace:
    """Give a photo its place, or leave the gap of a missing one; `fields` are its texts.

    `actor` is who says them: what they may tell the library is kept there.
    """
    place = PhotoPlace(
        article=article,
        number=number,
        order=number,
        photo=photo,
        file_name=file_name,
        **fields,
    )
    photo_texts.settle(place, actor=actor)
    place.save()
    return place
