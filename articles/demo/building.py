"""Building the demo newsroom: the way its people would have, step by step."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.demo import accounts, pictures, readers, texts
from articles.demo.texts import DemoBulletin
from articles.editorial import (
    editing,
    parts,
    permissions,
    publishing,
    unit_changes,
    workflow,
)
from articles.models import (
    Article,
    Author,
    Category,
    Correction,
    CorrectionKind,
    Genre,
    Membership,
    Unit,
)
from articles.photos import intake
from articles.text import vietnamese

SCHEDULE_AHEAD = timedelta(days=3)
SCHEDULE_TIME = time(7, 30)


@dataclass(frozen=True)
class Cast:
    """Everybody and everything that bulletins refer to, by slug, name or role."""

    users: dict[str, User]
    units: dict[str, Unit]
    categories: dict[str, Category]
    genres: dict[str, Genre]
    authors: dict[str, Author]


def is_empty() -> bool:
    return not (
        Article.objects.exists() or Unit.objects.exists() or User.objects.exists()
    )


def build(password: str) -> Iterator[tuple[int, int]]:
    """Fill an empty database; yield (bulletins done, bulletins in all) on the way.

    All or nothing. Ask `is_empty` first: the demo never mixes with real people's work.
    """
    bulletins = texts.bulletins()
    with transaction.atomic():
        cast = _cast(bulletins, password)
        for done, bulletin in enumerate(bulletins, start=1):
            _tell(bulletin, cast, seed=done)
            yield done, len(bulletins)
        readers.tell(cast.users["Trưởng ban biên tập"])


def _cast(bulletins: list[DemoBulletin], password: str) -> Cast:
    data = texts.newsroom()
    users = accounts.make(password)
    units = {each["slug"]: Unit.objects.create(**each) for each in data["units"]}
    for each in data["successions"]:
        unit_changes.succeed(
            units[each["predecessor"]],
            units[each["successor"]],
            kind=each["kind"],
            on=each["on"],
        )
    for account in data["accounts"]:
        for slug in account.get("units", []):
            user = users[account["role"]]
            Membership.objects.create(user=user, unit=units[slug])
    return Cast(
        users=users,
        units=units,
        categories=_register(Category, data["categories"]),
        genres=_register(Genre, data["genres"]),
        authors=_authors(bulletins, data["accounts"], users),
    )


def _register(model, rows: list[dict]) -> dict:
    return {
        row["slug"]: model.objects.create(**row, position=position)
        for position, row in enumerate(rows, start=1)
    }


def _authors(bulletins, account_rows, users) -> dict[str, Author]:
    names = {name for each in bulletins for name in [*each.text_by, *each.photo_by]}
    owners = {
        row["author"]: users[row["role"]] for row in account_rows if "author" in row
    }
    return {
        name: Author.objects.create(
            name=name, slug=vietnamese.slugify(name), user=owners.get(name)
        )
        for name in sorted(names | set(owners))
    }


def _tell(bulletin: DemoBulletin, cast: Cast, *, seed: int) -> None:
    """One bulletin's way through the newsroom, as far as its role says."""
    contributor, reporter = cast.users["Cộng tác viên"], cast.users["Phóng viên"]
    is_contributors = permissions.can_write_for(contributor, cast.units[bulletin.unit])
    writer = contributor if is_contributors else reporter
    editor, head = cast.users["Biên tập viên"], cast.users["Trưởng ban biên tập"]
    article = _write(bulletin, cast, writer=writer, seed=seed)
    if bulletin.role == "draft":
        return
    workflow.perform(workflow.SUBMIT, article, actor=writer)
    if bulletin.role == "submitted":
        return
    if bulletin.role == "returned":
        note = bulletin.role_note
        workflow.perform(workflow.RETURN, article, actor=editor, note=note)
        return
    workflow.perform(workflow.ACCEPT, article, actor=editor)
    if bulletin.role == "edited":
        return
    at = _coming_morning() if bulletin.role == "scheduled" else None
    publishing.publish(article, actor=head, at=at)
    if bulletin.role == "withdrawn":
        publishing.withdraw(article, actor=head, reason=bulletin.role_note)
    if bulletin.role == "corrected":
        _correct(article, bulletin, editor=editor, head=head)


def _coming_morning() -> datetime:
    day = timezone.localdate() + SCHEDULE_AHEAD
    return timezone.make_aware(datetime.combine(day, SCHEDULE_TIME))


def _write(bulletin: DemoBulletin, cast: Cast, *, writer, seed: int) -> Article:
    body = bulletin.body
    if bulletin.role == "corrected":
        body = body.replace(bulletin.right, bulletin.wrong, 1)
    article = Article(
        title=bulletin.title,
        lead=bulletin.lead,
        body=body,
        unit=cast.units[bulletin.unit],
        category=cast.categories[bulletin.category],
        genre=cast.genres[bulletin.genre],
        dateline_date=bulletin.date,
        dateline_time=bulletin.time,
    )

    credited = [(cast.authors[name], "text") for name in bulletin.text_by]
    credited += [(cast.authors[name], "photo") for name in bulletin.photo_by]

    def save_parts():
        parts.credit(article, credited)
        for number, photo in enumerate(bulletin.photos, start=1):
            _place_photo(article, photo, number=number, seed=seed, actor=writer)

    return editing.save_new(article, actor=writer, save_parts=save_parts)


def _place_photo(article, photo: dict, *, number: int, seed: int, actor) -> None:
    """Draw the photo and send it through the intake, like any upload."""
    buffer = io.BytesIO()
    pictures.draw(photo["scene"], seed=seed * 10 + number).save(
        buffer, "JPEG", quality=90
    )
    buffer.seek(0)
    parts.place_photo(
        article,
        number=number,
        photo=intake.take_in(buffer, actor=actor),
        file_name=f"{photo['scene']}-{number}.jpg",
        actor=actor,
        caption=photo["caption"],
        alt_text=photo["alt"],
        credit=photo["credit"],
    )


def _correct(article: Article, bulletin: DemoBulletin, *, editor, head) -> None:
    article.refresh_from_db()
    article.body = article.body.replace(bulletin.wrong, bulletin.right, 1)
    editing.save_edit(article, actor=editor, changed=["body"])
    note = Correction(CorrectionKind.CORRECTION, bulletin.role_note)
    publishing.publish(article, actor=head, correction=note)
