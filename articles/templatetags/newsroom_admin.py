"""The history in sentences, for staff: who did what, to which part, for when and why."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.people import name_of
from articles.models import Article, Correction, Event

register = template.Library()

DEEDS = {
    "create": gettext_lazy("wrote the first version"),
    "import": gettext_lazy("imported the bulletin"),
    "duplicate": gettext_lazy("wrote the first version as a copy of another bulletin"),
    "submit": gettext_lazy("submitted the bulletin for editing"),
    "accept": gettext_lazy("marked the bulletin as edited"),
    "return": gettext_lazy("returned the bulletin to the author"),
    "cancel": gettext_lazy("cancelled the schedule"),
    "withdraw": gettext_lazy("withdrew the bulletin from the site"),
    "reopen": gettext_lazy("took the bulletin up again"),
}
PARTS = {"photo_places": gettext_lazy("photos"), "bylines": gettext_lazy("bylines")}


@register.filter
def sentence(event: Event) -> str:
    """What the event says, for staff. The reason somebody gave stands in its note."""
    who = name_of(event.actor) if event.actor else _("The system")
    return f"{who}: {_deed(event)}."


@register.filter
def is_urgent(event: Event) -> bool:
    """Whether somebody published alone."""
    return "urgent" in event.details


def _deed(event: Event) -> str:
    details = event.details
    if event.action == "edit":
        return _edited(details)
    if event.action == "publish":
        return "; ".join(_published(details, at=event.at))
    if event.action == "preview_link_created":
        names = {"reader": details["reader"], "moment": _moment(details["until"])}
        return _("showed the text to %(reader)s by a link, until %(moment)s") % names
    if event.action == "preview_link_revoked":
        return _("closed the link for %(reader)s") % details
    return str(DEEDS.get(event.action, event.action))


def _edited(details: dict) -> str:
    what = ", ".join(str(_part(name)) for name in details.get("changed", []))
    names = {"what": what or _("the bulletin"), "number": details.get("version", "?")}
    return _("changed %(what)s (version %(number)s)") % names


def _part(name: str):
    """A field or part of a bulletin as its form calls it."""
    if name in PARTS:
        return PARTS[name]
    known = {field.name: field for field in Article._meta.concrete_fields}
    return known[name].verbose_name if name in known else name


def _published(details: dict, *, at: datetime):
    if datetime.fromisoformat(details["live_from"]) > at:
        names = {"number": details["edition"], "moment": _moment(details["live_from"])}
        yield _("scheduled edition %(number)s for %(moment)s") % names
    else:
        yield _("published edition %(number)s") % {"number": details["edition"]}
    if "urgent" in details:
        yield _("alone, because it was urgent: “%(reason)s”") % {
            "reason": details["urgent"].rstrip(".")
        }
    if "correction" in details:
        note = Correction(**details["correction"])
        names = {"kind": note.label, "text": note.text.rstrip(".")}
        yield _("with a public note, %(kind)s: “%(text)s”") % names


def _moment(written: str) -> str:
    return f"{timezone.localtime(datetime.fromisoformat(written)):%d/%m/%Y %H:%M}"
