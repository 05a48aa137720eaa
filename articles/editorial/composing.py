"""What an edition of an article says: gathered once, complete in one row."""

from dataclasses import replace
from datetime import datetime, time

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Correction, Edition, PhotoPlace
from articles.text import html, vietnamese

CONTENT = [
    "title", "lead", "body", "bylines", "photos", "attachments", "unit_id", "unit_name",
    "category_id", "category_name", "genre_id", "dateline_at", "dateline_has_time",
    "corrections", "source", "source_url",
]  # fmt: skip


def compose(
    article: Article, *, live_from: datetime, correction: Correction | None = None
) -> Edition:
    """The article as its next edition, not yet kept and not yet rendered.

    The public notes of the edition before go on; `correction` is one more.
    """
    dateline_at, dateline_has_time = _dateline(article, live_from=live_from)
    last = article.editions.aggregate(number=Max("number"))["number"] or 0
    return Edition(
        article=article,
        number=last + 1,
        title=article.title,
        slug=vietnamese.slugify(article.title) or "tin",
        lead=article.lead,
        body=article.body,
        bylines=_bylines(article),
        photos=_photos(article),
        attachments=_attachments(article),
        corrections=_corrections(article, correction, live_from=live_from),
        source=article.source,
        source_url=article.source_url,
        unit=article.unit,
        unit_name=article.unit.name,
        category=article.category,
        category_name=article.category.name if article.category else "",
        genre=article.genre,
        dateline_at=dateline_at,
        dateline_has_time=dateline_has_time,
        composed_at=timezone.now(),
        live_from=live_from,
    )


def obstacle(edition: Edition) -> str | None:
    """Why the edition cannot go to readers, as a sentence; None if it can."""
    has_text = edition.lead or html.plain_text(edition.body)
    if not (has_text or edition.photos or edition.attachments):
        return _("There is nothing to read yet: write a lead or a body first.")
    day = timezone.localtime(edition.dateline_at).date()
    if day > timezone.localtime(edition.live_from).date():
        return _("The date line %(day)s is later than the publication itself.") % {
            "day": day.strftime("%d/%m/%Y")
        }
    if not edition.unit.existed_on(day):
        return _("%(unit)s did not exist on %(day)s. Choose another unit or date.") % {
            "unit": edition.unit,
            "day": day.strftime("%d/%m/%Y"),
        }
    return None


def is_same(earlier: Edition, later: Edition) -> bool:
    """Whether two editions of one article say the same to the letter."""
    return all(getattr(earlier, name) == getattr(later, name) for name in CONTENT)


def _dateline(article: Article, *, live_from: datetime) -> tuple[datetime, bool]:
    """The article's own date; else that of its earlier editions; else `live_from`."""
    if article.dateline_date:
        has_time = article.dateline_time is not None
        moment = datetime.combine(
            article.dateline_date, article.dateline_time if has_time else time.min
        )
        return timezone.make_aware(moment), has_time
    if first := _seen(article).order_by("number").first():
        return first.dateline_at, first.dateline_has_time
    return live_from, True


def _seen(article: Article):
    """The editions that readers see or saw; one that still waits is about to be replaced."""
    begun = article.editions.filter(live_from__lte=timezone.now())
    return begun.exclude(closed_as=Edition.Closing.CANCELLED)


def _corrections(
    article: Article, correction: Correction | None, *, live_from: datetime
) -> list[dict]:
    last = _seen(article).order_by("-number").first()
    earlier = last.corrections if last else []
    if correction is None:
        return earlier
    return [*earlier, replace(correction, at=live_from).row()]


def _bylines(article: Article) -> list[dict]:
    """One entry per author in order of naming, with all the author's parts."""
    people: dict[int, dict] = {}
    for byline in article.bylines.select_related("author"):
        author = byline.author
        person = people.setdefault(
            author.pk, {"name": author.name, "slug": author.slug, "roles": []}
        )
        person["roles"].append(byline.role)
    return list(people.values())


def _photos(article: Article) -> list[dict]:
    """The photos that are there; a gap where one is missing is not for readers."""
    places = article.photo_places.select_related("photo__author").exclude(photo=None)
    places = list(places)
    numbers = [place.number for place in places]
    cover = article.cover_number
    if cover not in numbers:
        cover = numbers[0] if numbers else None
    return [photo_row(place, is_cover=place.number == cover) for place in places]


def photo_row(place: PhotoPlace, *, is_cover: bool = False) -> dict:
    """A photo in its place as `Edition.photos` keeps it."""
    return {
        "number": place.number,
        "digest": place.photo.digest,
        "width": place.photo.width,
        "height": place.photo.height,
        "caption": place.said("caption"),
        "alt_text": place.said("alt_text"),
        "credit": place.said("credit"),
        "focus": list(place.photo.focus),
        "placeholder": place.photo.placeholder,
        "is_cover": is_cover,
    }


def _attachments(article: Article) -> list[dict]:
    places = article.attachment_places.select_related("attachment")
    return [
        {
            "number": place.number,
            "digest": place.attachment.digest,
            "name": place.file_name,
            "kind": place.attachment.kind,
            "content_type": place.attachment.content_type,
            "size": place.attachment.size,
            "title": place.title,
            "is_reading": place.is_reading,
        }
        for place in places
    ]
