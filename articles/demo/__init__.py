"""The demo newsroom: an invented commune, its bulletins over a year, its pictures.

newsroom.toml    units, categories, genres, accounts
bulletins/       one bulletin a file
pictures/        the photos, drawn by code
texts            reads those files
accounts         the demo accounts and their password
building         build(): puts it all into an empty database
"""
