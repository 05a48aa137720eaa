"""Every named constraint refuses what it is named for, on the database itself."""

from datetime import date, time, timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import UniqueConstraint
from django.utils import timezone

from articles.models import (
    Approval,
    Article,
    Attachment,
    AttachmentPlace,
    Author,
    Autosave,
    Byline,
    Category,
    DailyReads,
    Edition,
    EditionByline,
    EditionPhoto,
    Event,
    Genre,
    Membership,
    Photo,
    PhotoPlace,
    PhotoTag,
    Presence,
    PreviewLink,
    ReaderReport,
    Remark,
    Revision,
    Unit,
    UnitLineage,
    UnitSuccession,
    Upload,
)
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_unit,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)


def row(model, **fields):
    """Insert past every check but the database's own."""
    return lambda: model.objects.bulk_create([model(**fields)])


def update(model, instance, **fields):
    return lambda: model.objects.filter(pk=instance.pk).update(**fields)


def twice(insert):
    def both():
        insert()
        insert()

    return both


def edition_copy(edition, **fields):
    values = {
        field.attname: getattr(edition, field.attname) for field in Edition._meta.fields
    }
    return row(Edition, **values | {"id": None, "number": 2} | fields)


def breaches():
    """Constraint name → a function that makes the breach."""
    article, author, unit, other = (
        make_article(),
        make_author(),
        make_unit(),
        make_unit(),
    )
    edition = publish()
    now = timezone.now()
    user = make_user()
    link = {
        "article": article,
        "token_digest": "x",
        "created_by": user,
        "created_at": now,
    }
    closed = {"live_until": now + timedelta(days=1), "closed_as": "superseded"}
    succession = {
        "predecessor": unit,
        "successor": other,
        "kind": "merged",
        "effective_on": DAY,
    }
    place = {"article": article, "file_name": "a1.jpg"}
    photo = {"digest": "x", "width": 3, "height": 2}
    file = {"digest": "x", "name": "a.pdf", "kind": "document", "size": 3}
    attached = {
        "article": article,
        "attachment": Attachment.objects.create(**file | {"digest": "y"}),
    }
    return {
        "article_has_title": update(Article, article, title=""),
        "article_time_needs_date": update(Article, article, dateline_time=time(9)),
        "article_date_is_sensible": update(
            Article, article, dateline_date=date(1, 1, 1)
        ),
        "edition_closing_known": update(
            Edition, edition, live_until=closed["live_until"], closed_as="lost"
        ),
        "article_status_known": update(Article, article, status="lost"),
        "author_has_name": update(Author, author, name=""),
        "byline_once_per_role": twice(row(Byline, article=article, author=author, role="text")),
        "byline_role_known": row(Byline, article=article, author=author, role="music"),
        "category_has_name": row(Category, name="", slug="x"),
        "genre_has_name": row(Genre, name="", slug="x"),
        "approval_urgent_gives_its_reason": row(
            Approval, edition=edition, digest="x", at=now, is_urgent=True
        ),
        "approval_names_its_text": row(Approval, edition=edition, digest="", at=now),
        "autosave_once_per_article": twice(
            row(Autosave, user=user, article=article, data={}, saved_at=now)
        ),
        "autosave_once_per_new_form": twice(
            row(Autosave, user=user, form_key="a", data={}, saved_at=now)
        ),
        "autosave_names_its_form": row(Autosave, user=user, data={}, saved_at=now),
        "event_number_once": row(Event, article=article, number=1, action="a", at=now),
        "membership_once": twice(row(Membership, user=user, unit=unit)),
        "presence_once": twice(row(Presence, user=user, article=article, seen_at=now)),
        "preview_link_names_its_reader": row(
            PreviewLink, reader="", expires_at=now + timedelta(1), **link
        ),
        "preview_link_expires_after_creation": row(
            PreviewLink, reader="A", expires_at=now, **link
        ),
        "remark_has_text": row(Remark, article=article, author=user, text=""),
        "remark_resolved_by_somebody": row(
            Remark, article=article, author=user, text="a", resolved_at=now
        ),
        "revision_number_once": row(
            Revision, article=article, number=1, digest="x", snapshot=b"", taken_at=now
        ),
        "revision_numbers_from_one": row(
            Revision, article=article, number=0, digest="x", snapshot=b"", taken_at=now
        ),
        "event_has_action": row(Event, article=article, number=9, action="", at=now),
        "event_gives_its_reason": row(Event, article=article, number=9, action="withdraw", at=now),
        "article_cover_number_in_range": update(Article, article, cover_number=0),
        "article_source_has_a_name": update(Article, article, source_url="https://a.example.vn"),
        "daily_reads_once_a_day": twice(row(DailyReads, article=article, day=DAY, count=1)),
        "daily_reads_counts": row(DailyReads, article=article, day=DAY, count=0),
        "edition_byline_once": twice(
            row(EditionByline, edition=edition, author=author, article=article, dateline_at=now)
        ),
        "reader_report_has_text": row(
            ReaderReport, article=article, edition_number=1, text="", reported_at=now
        ),
        "reader_report_settled_by_somebody": row(
            ReaderReport, article=article, edition_number=1, text="a", reported_at=now, resolved_at=now
        ),
        "photo_focus_is_inside": row(Photo, **photo | {"focus_x": 101}),
        "photo_people_known": row(Photo, **photo | {"people": "some"}),
        "photo_credited_once": row(Photo, **photo | {"author": make_author(), "credit": "Bà Năm"}),
        "photo_decorative_says_nothing": row(Photo, **photo | {"is_decorative": True, "alt_text": "Hoa"}),
        "photo_tag_has_name": row(PhotoTag, name=""),
        "edition_photo_once": twice(row(EditionPhoto, edition=edition, photo=make_photo())),
        "attachment_kind_known": row(Attachment, **file | {"kind": "book"}),
        "attachment_is_not_empty": row(Attachment, **file | {"size": 0}),
        "attachment_has_name": row(Attachment, **file | {"name": ""}),
        "attachment_place_number_once": twice(row(AttachmentPlace, number=1, **attached)),
        "attachment_place_number_in_range": row(AttachmentPlace, number=1000, **attached),
        "upload_not_overfull": row(
            Upload, token="x", user=user, name="a", size=1, received=2, begun_at=now, touched_at=now
        ),
        "photo_has_area": row(Photo, digest="x", width=0, height=1),
        "photo_place_number_once": twice(row(PhotoPlace, number=1, **place)),
        "photo_place_number_in_range": row(PhotoPlace, number=1000, **place),
        "photo_place_has_photo_or_file_name": row(PhotoPlace, article=article, number=1),
        "unit_has_name": update(Unit, unit, name=""),
        "unit_closes_after_founding": update(Unit, unit, founded_on=DAY, closed_on=date(2020, 1, 1)),
        "unit_succession_once": twice(row(UnitSuccession, **succession)),
        "unit_succeeds_another": row(UnitSuccession, **succession | {"successor": unit}),
        "unit_succession_kind_known": row(UnitSuccession, **succession | {"kind": "lost"}),
        "unit_lineage_once": twice(row(UnitLineage, unit=unit, source=other)),
        "edition_number_once": edition_copy(edition, number=1, **closed),
        "edition_one_open_per_article": edition_copy(edition),
        "edition_numbers_from_one": edition_copy(publish(), number=0, **closed),
        "edition_has_title": edition_copy(edition, title="", **closed),
        "edition_names_its_unit": edition_copy(edition, unit_name="", **closed),
        "edition_ends_after_it_begins": update(
            Edition, edition, live_until=timezone.make_aware(timezone.datetime(2001, 1, 1)), closed_as="superseded"
        ),
        "edition_closed_says_how": update(Edition, edition, live_until=now),
        "edition_withdrawn_says_why": update(Edition, edition, live_until=now, closed_as="withdrawn"),

    }  # fmt: skip


NAMES = sorted(
    constraint.name
    for model in apps.get_app_config("articles").get_models()
    for constraint in model._meta.constraints
)


@pytest.mark.parametrize("name", NAMES)
def test_constraint_refuses_its_breach(name):
    breach = breaches()[name]
    with pytest.raises(IntegrityError, match=expected(name)), transaction.atomic():
        breach()


def expected(name):
    """What the database calls the constraint: SQLite names the columns of a unique one."""
    constraint = next(
        (constraint, model)
        for model in apps.get_app_config("articles").get_models()
        for constraint in model._meta.constraints
        if constraint.name == name
    )
    if connection.vendor == "sqlite" and isinstance(constraint[0], UniqueConstraint):
        first = constraint[1]._meta.get_field(constraint[0].fields[0]).column
        return rf"UNIQUE constraint failed: {constraint[1]._meta.db_table}\.{first}"
    return name
