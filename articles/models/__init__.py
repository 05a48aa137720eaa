"""What the newsroom keeps, one noun per module.

Unit, Category, Genre, Author        who publishes, where it stands, what it is, by whom
Article, Byline, PhotoPlace,         the working copy: staff's side
AttachmentPlace, Origin
Photo, PhotoTag, Attachment, Upload  pictures, other files, and files on their way
Edition, EditionPhoto,               what readers see: written once, never altered; public
EditionByline, Correction            notes on what was wrong
FrontStory, DailyReads, ReaderReport what leads the front page, what is read, what
                                     readers say is wrong
Event                                what was done, by whom, when and why
Revision, Approval                   every version; who let which of them through
Membership                           who writes for which unit
Remark, PreviewLink                  notes to colleagues; drafts shown to one outsider
Autosave, Presence                   what is being typed, and by whom, right now

Models hold fields, named constraints and the questions a row can answer about itself.
Decisions live in `articles.editorial`; nothing happens in `save()` that a reader of
the calling code could not see.
"""

from articles.models.approval import Approval
from articles.models.article import Article, Status
from articles.models.attachment import Attachment, AttachmentPlace
from articles.models.author import Author, Byline
from articles.models.autosave import Autosave
from articles.models.category import Category, Genre
from articles.models.correction import Correction, CorrectionKind
from articles.models.daily_reads import DailyReads
from articles.models.edition import (
    Edition,
    EditionByline,
    EditionPhoto,
    ImmutableEdition,
)
from articles.models.event import Event, ImmutableEvent
from articles.models.front_story import FrontStory
from articles.models.membership import Membership
from articles.models.origin import Origin
from articles.models.photo import Photo, PhotoTag
from articles.models.photo_place import PhotoPlace
from articles.models.presence import Presence
from articles.models.preview_link import PreviewLink
from articles.models.reader_report import ReaderReport
from articles.models.remark import Remark
from articles.models.revision import ImmutableRevision, Revision
from articles.models.unit import Unit, UnitLineage, UnitSuccession
from articles.models.upload import Upload

__all__ = [
    "Approval",
    "Article",
    "Attachment",
    "AttachmentPlace",
    "Author",
    "Autosave",
    "Byline",
    "Category",
    "Correction",
    "CorrectionKind",
    "DailyReads",
    "Edition",
    "EditionByline",
    "EditionPhoto",
    "Event",
    "FrontStory",
    "Genre",
    "ImmutableEdition",
    "ImmutableEvent",
    "ImmutableRevision",
    "Membership",
    "Origin",
    "Photo",
    "PhotoPlace",
    "PhotoTag",
    "Presence",
    "PreviewLink",
    "ReaderReport",
    "Remark",
    "Revision",
    "Status",
    "Unit",
    "UnitLineage",
    "UnitSuccession",
    "Upload",
]
