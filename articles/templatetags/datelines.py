"""When something was published, as readers in Việt Nam write it: one place for the rule.

A bulletin whose time of day is unknown shows its date alone, never midnight.
"""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
ZONE = "(GMT+7)"


@register.simple_tag
def dateline(edition) -> SafeString:
    """`30/11/2023 (GMT+7)`, or `30/11/2023 09:21 (GMT+7)` where the time is known."""
    if edition.dateline_has_time:
        return moment(edition.dateline_at)
    return format_html("{} {}", day(edition.dateline_at), ZONE)


@register.filter
def day(value: datetime) -> SafeString:
    """`30/11/2023`: enough for a card."""
    local = _local(value)
    return _time(local.date().isoformat(), f"{local:%d/%m/%Y}")


@register.filter
def moment(value: datetime) -> SafeString:
    """`30/11/2023 09:21 (GMT+7)`."""
    local = _local(value)
    time = _time(local.isoformat(timespec="minutes"), f"{local:%d/%m/%Y %H:%M}")
    return format_html("{} {}", time, ZONE)


def _local(value: datetime) -> datetime:
    return timezone.localtime(value, timezone.get_default_timezone())


def _time(machine_readable: str, printed: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine_readable, printed)
