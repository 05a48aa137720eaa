"""The staff's screens: they ask `articles.editorial` and show what it answers.

site       the newsroom's admin site
article    bulletins; inlines, steps and history belong to its change page
listing    the list of bulletins; filters and bulk actions belong to it
remarks    notes to colleagues, beside the form
versions   every save: listed, compared, restored; conflicts: two saves at once
editor     the only module that knows which rich-text editor is used
registers  units, categories, genres, authors
photos     the library of photos, and how files arrive
front_stories    what leads the front page
reader_reports   what readers say is wrong
users      accounts
"""

from articles.admin import (
    article,
    front_stories,
    photos,
    reader_reports,
    registers,
    users,
)

__all__ = [
    "article",
    "front_stories",
    "photos",
    "reader_reports",
    "registers",
    "users",
]
