"""What belongs to an article beside its text: who is named, which photo stands where."""

from collections.abc import Iterable

from articles.models import Article, Author, Byline, Photo, PhotoPlace


def credit(article: Article, parts: Iterable[tuple[Author, str]]) -> None:
    """Name the authors with their roles, in this order; a part named twice counts once."""
    for order, (author, role) in enumerate(dict.fromkeys(parts)):
        Byline.objects.create(article=article, author=author, role=role, order=order)


def place_photo(
    article: Article, *, number: int, photo: Photo | None, file_name: str, **fields: str
) -> PhotoPlace:
    """Give a photo its place, or leave the gap of a missing one; `fields` are its texts."""
    return PhotoPlace.objects.create(
        article=article,
        number=number,
        order=number,
        photo=photo,
        file_name=file_name,
        **fields,
    )
