"""What the newsroom keeps, one noun per module.

Unit, Category, Genre, Author        who publishes, where it stands, what it is, by whom
Article, Byline, PhotoPlace, Origin  the working copy: staff's side
Photo                                one original picture
Edition                              what readers see: written once, never altered
Event                                what was done, by whom, when and why

Models hold fields, named constraints and the questions a row can answer about itself.
Decisions live in `articles.editorial`; nothing happens in `save()` that a reader of
the calling code could not see.
"""

from articles.models.article import Article, Status
from articles.models.author import Author, Byline
from articles.models.category import Category, Genre
from articles.models.edition import Edition, ImmutableEdition
from articles.models.event import Event
from articles.models.origin import Origin
from articles.models.photo import Photo, PhotoPlace
from articles.models.unit import Unit, UnitLineage, UnitSuccession

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Category",
    "Edition",
    "Event",
    "Genre",
    "ImmutableEdition",
    "Origin",
    "Photo",
    "PhotoPlace",
    "Status",
    "Unit",
    "UnitLineage",
    "UnitSuccession",
]
