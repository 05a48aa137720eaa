from django import template
from django.utils.translation import gettext as _

from articles.editorial import workflow
from articles.editorial.people import name_of
from articles.models import Event

register = template.Library()

STEPS = {step.name: step for step in workflow.TRANSITIONS}


@register.filter
def sentence(event: Event) -> str:
    """What the event says, for staff: who did what."""
    who = name_of(event.actor) if event.actor else _("The system")
    return f"{who}: {_deed(event)}"


def _deed(event: Event) -> str:
    if event.action == "create":
        return _("wrote the first version")
    if event.action == "import":
        return _("imported the bulletin")
    if event.action == "edit":
        return _("changed the bulletin")
    return str(STEPS[event.action].label)
