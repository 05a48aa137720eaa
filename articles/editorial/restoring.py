"""Making an article say what a snapshot says: an older version, or a merged one."""

from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial import comparing, editing, versions
from articles.editorial.refusal import Refused
from articles.editorial.versions import FIELDS, PLACE_FIELDS, Snapshot
from articles.models import (
    Article,
    Attachment,
    AttachmentPlace,
    Author,
    Byline,
    Photo,
    PhotoPlace,
    Revision,
)


class NamesTheGone(Refused):
    """The snapshot names something that the registers no longer have."""


def restore(revision: Revision, *, actor, based_on: int | None = None) -> Article:
    """Make the article say what it said in that version; history goes on, as a new one.

    `based_on` is the version that stood when the restoring was decided. Raises
    editing.Conflict, NamesTheGone or PermissionDenied.
    """
    note = _("Restored version %(number)s") % {"number": revision.number}
    content = versions.content_of(revision)
    return become(revision.article, content, actor=actor, based_on=based_on, note=note)


@transaction.atomic
def become(
    article: Article,
    content: Snapshot,
    *,
    actor,
    based_on: int | None = None,
    note: str = "",
) -> Article:
    """Save the snapshot's fields, bylines, photos and attachments as the article's next version.

    Raises editing.Conflict, NamesTheGone or PermissionDenied, and writes nothing then.
    """
    _check_names(content)
    article = Article.objects.get(pk=article.pk)
    changed = comparing.changed_parts(versions.snapshot(article), content)
    for name in FIELDS:
        setattr(article, name, _value(name, content[name]))

    def save_parts():
        _set_bylines(article, content["bylines"])
        places = [
            {name: row[name] for name in PLACE_FIELDS} for row in content["photos"]
        ]
        _set_places(article.photo_places, PhotoPlace, places)
        _set_places(article.attachment_places, AttachmentPlace, content["attachments"])

    return editing.save_edit(
        article,
        actor=actor,
        changed=changed,
        based_on=based_on,
        note=note,
        save_parts=save_parts,
    )


def _value(name: str, value):
    kinds = {"dateline_date": date, "dateline_time": time}
    return kinds[name].fromisoformat(value) if value and name in kinds else value


def _check_names(content: Snapshot) -> None:
    named = [(model, {content[key]}) for key, model in comparing.REGISTERS.items()]
    named.append((Author, {line["author_id"] for line in content["bylines"]}))
    named.append((Photo, {place["photo_id"] for place in content["photos"]}))
    named.append((Attachment, {row["attachment_id"] for row in content["attachments"]}))
    for model, keys in named:
        keys -= {None}
        if keys and model.objects.filter(pk__in=keys).count() < len(keys):
            raise NamesTheGone(
                _("This version names something that no longer exists: %(what)s.")
                % {"what": model._meta.verbose_name}
            )


def _set_bylines(article: Article, lines: list[dict]) -> None:
    standing = list(article.bylines.order_by("order", "pk"))
    if [_credit(line) for line in standing] == lines:
        return
    kept = {}
    for line in standing:
        if _credit(line) in lines:
            kept[line.author_id, line.role] = line
        else:
            line.delete()
    for order, line in enumerate(lines):
        byline = kept.get((line["author_id"], line["role"]))
        byline = byline or Byline(article=article, **line)
        byline.order = order
        byline.save()


def _credit(line: Byline) -> dict:
    return {"author_id": line.author_id, "role": line.role}


def _set_places(manager, model, places: list[dict]) -> None:
    """Make the article's places of that kind these, told apart by their numbers."""
    standing = {place.number: place for place in manager.all()}
    for values in places:
        place = standing.pop(values["number"], None) or model(article=manager.instance)
        if any(getattr(place, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(place, name, value)
            place.save()
    for place in standing.values():
        place.delete()
