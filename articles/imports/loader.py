"""A legacy bulletin becomes an article of the newsroom: all of it, or nothing."""

import io
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.editorial import editing, parts, publishing
from articles.imports.bulletin import Bulletin
from articles.imports.items import Item
from articles.imports.refusals import UnreadableBulletin
from articles.models import (
    Article,
    Author,
    Byline,
    Category,
    Origin,
    Unit,
)
from articles.photos import intake
from articles.text import html, vietnamese

MOST_PHOTOS = 999
LONGEST_NAME = Author._meta.get_field("name").max_length
LONGEST_LEAD = Article._meta.get_field("lead").max_length


@dataclass(frozen=True)
class Defaults:
    """What bulletins get that do not say it themselves."""

    unit: Unit | None = None
    category: Category | None = None


@dataclass(frozen=True)
class Plan:
    """What loading a bulletin would do; nothing has been written yet.

    `unit` without a key is yet to be made. `pictures` holds what was found, by the
    number of the place. `lead` and `body` are the bulletin's, cut to what fits.
    """

    bulletin: Bulletin
    lead: str
    body: str
    unit: Unit
    category: Category | None
    pictures: dict[int, intake.Received] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def plan(bulletin: Bulletin, item: Item, defaults: Defaults) -> Plan:
    """Look everything up that the bulletin names.

    Raises UnreadableBulletin where no unit is named and none is given.
    """
    _check_limits(bulletin)
    unit = _find_unit(bulletin) or defaults.unit
    if unit is None:
        raise UnreadableBulletin(
            _("The bulletin names no unit; choose one with --unit.")
        )
    pictures, remarks = _find_pictures(bulletin, item)
    lead, body = bulletin.lead, bulletin.body_html
    if len(lead) > LONGEST_LEAD:
        lead, body = "", format_html("<p>{}</p>", lead) + body
        remarks.append(_("The lead is very long; it stands in the body."))
    try:
        body = html.sanitise(body)
    except html.HtmlRefused as refusal:
        raise UnreadableBulletin(str(refusal)) from refusal
    remarks = [*bulletin.warnings, *remarks, *_remarks(bulletin, unit)]
    return Plan(
        bulletin, lead, body, unit, defaults.category, pictures, [*map(str, remarks)]
    )


def _check_limits(bulletin: Bulletin) -> None:
    """Refuse what would not fit, before anything is written."""
    if len(bulletin.photos) > MOST_PHOTOS:
        raise UnreadableBulletin(_("The bulletin names more than 999 photos."))
    if any(len(name) > LONGEST_NAME for name in _names(bulletin)):
        raise UnreadableBulletin(_("A name in the byline is too long to be one."))


def _remarks(bulletin: Bulletin, unit: Unit) -> list:
    """What a person should look at, beside what the reader remarked."""
    remarks = []
    if unit.pk is None:
        remarks.append(format_lazy(_("New unit: {name}."), name=unit.name))
    if bulletin.dateline is None:
        remarks.append(_("No date line was found; the bulletin stays a draft."))
    if bulletin.byline and bulletin.byline.is_republished:
        source = bulletin.byline.source
        remarks.append(
            format_lazy(_("Taken from another source: {name}."), name=source)
        )
    return remarks


def known_as(bulletin: Bulletin) -> Article | None:
    """The article that this very text became before."""
    origin = Origin.objects.filter(digest=bulletin.digest).select_related("article")
    return origin[0].article if origin else None


def load(plan: Plan, *, publish: bool = False) -> Article:
    """Keep what was planned as a draft, or give it to readers with its own date.

    A bulletin without a date line stays a draft in any case: its date is not guessed.
    Raises editorial's Refused; then nothing is kept.
    """
    with transaction.atomic():
        article = _keep(plan)
        if publish and plan.bulletin.dateline:
            publishing.publish(article, actor=None)
    return article


def _keep(plan: Plan) -> Article:
    bulletin, dateline = plan.bulletin, plan.bulletin.dateline
    if plan.unit.pk is None:
        plan.unit.save()
    article = Article(
        title=bulletin.title,
        lead=plan.lead,
        body=plan.body,
        unit=plan.unit,
        category=plan.category,
        dateline_date=dateline.date if dateline else None,
        dateline_time=dateline.time if dateline else None,
    )

    def save_parts():
        parts.credit(article, _credited(bulletin))
        _place_photos(article, plan)

    editing.save_new(article, actor=None, action="import", save_parts=save_parts)
    Origin.objects.create(
        article=article,
        digest=bulletin.digest,
        source=bulletin.source,
        dateline=dateline.written.strip() if dateline else "",
        byline="\n".join(bulletin.byline.written) if bulletin.byline else "",
        dropped=bulletin.dropped,
        warnings=plan.remarks,
    )
    return article


def _find_unit(bulletin: Bulletin) -> Unit | None:
    """The unit that the bulletin names: ours of that name, or a new one."""
    name = bulletin.byline.unit if bulletin.byline else ""
    if not name:
        return None
    key = vietnamese.collation_key(name)
    day = bulletin.dateline.date if bulletin.dateline else None
    found = list(Unit.objects.filter(collation_key=key))
    for unit in found:
        if day is None or unit.existed_on(day):
            return unit
    return found[0] if found else Unit(name=name, slug=_free_slug(Unit, name))


def _find_author(name: str) -> Author:
    """The author whom imports of this pen name mean, or a new one.

    A person of ours with the same name is somebody else until staff say otherwise, by
    writing the pen name into that author's `imported_as`.
    """
    name = vietnamese.one_line(name)
    author = Author.objects.filter(imported_as=name).first()
    return author or Author.objects.create(
        name=name, slug=_free_slug(Author, name), imported_as=name
    )


def _free_slug(model, name: str) -> str:
    stem = vietnamese.slugify(name) or "nhap"
    taken = set(
        model.objects.filter(slug__startswith=stem).values_list("slug", flat=True)
    )
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _names(bulletin: Bulletin) -> list[str]:
    byline = bulletin.byline
    return [credit.name for credit in byline.authors] + [byline.unit] if byline else []


def _credited(bulletin: Bulletin) -> list[tuple[Author, str]]:
    """Whom the bulletin names, and for what, in its order."""
    credited = bulletin.byline.authors if bulletin.byline else ()
    return [
        (_find_author(credit.name), role)
        for credit in credited
        for role in sorted(credit.roles, key=Byline.Role.values.index)
    ]


def _find_pictures(bulletin: Bulletin, item: Item):
    """The photo files that lie beside the bulletin; a sentence for those that don't."""
    pictures, remarks = {}, []
    for marker in bulletin.photos:
        data = item.sibling(marker.file_name)
        if data is None:
            sentence = _("Photo missing: {name}.")
            remarks.append(format_lazy(sentence, name=marker.file_name))
            continue
        try:
            pictures[marker.number] = intake.receive(io.BytesIO(data))
        except intake.PhotoRefused as refusal:
            remarks.append(f"{marker.file_name}: {refusal}")
    return pictures, remarks


def _place_photos(article: Article, plan: Plan) -> None:
    for marker in plan.bulletin.photos:
        picture = plan.pictures.get(marker.number)
        parts.place_photo(
            article,
            number=marker.number,
            photo=intake.keep(picture, actor=None) if picture else None,
            file_name=marker.file_name,
            caption=marker.caption,
        )
