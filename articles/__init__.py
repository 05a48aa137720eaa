"""The newsroom: articles, the units that publish them, and how they reach readers.

Two sides and a gate. Staff keep an `Article` (the working copy); readers see an
`Edition` (one published version, complete in one row); `editorial.publishing` is the
only way from the one to the other.

Parts, lowest layer first; a part imports only from layers below its own:

    text                                                   pure functions
    models                                                 what is kept
    search, photos, attachments, uploads, reading_counts   capabilities
    editorial                                              decisions
    imports, demo, housekeeping                            jobs
    forms, templatetags, serving                           input and presentation
    admin, views, feeds, sitemaps, management, checks,
    middleware, context_processors                         the outside
    urls, apps                                             wiring
"""
