"""The staff's screens: they ask `articles.editorial` and show what it answers.

site       the newsroom's admin site
article    bulletins; inlines, steps and history belong to its change page
editor     the only module that knows which rich-text editor is used
registers  units, categories, genres, authors
users      accounts
"""

from articles.admin import article, registers, users

__all__ = ["article", "registers", "users"]
