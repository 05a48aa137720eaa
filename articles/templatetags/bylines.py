from django import template
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

register = template.Library()

LABELS = {
    "text": pgettext_lazy("byline", "text"),
    "photo": pgettext_lazy("byline", "photo"),
    "video": pgettext_lazy("byline", "video"),
}


@register.filter
def credit_lines(bylines: list[dict]) -> list[tuple[str, str]]:
    """Label and names for each line under a bulletin; people with like parts share one.

    `bylines` is as editions keep them. Where everybody wrote text and nothing else,
    the label is empty: a bare name has always meant the writer.
    """
    lines: dict[tuple, list[str]] = {}
    for byline in bylines:
        parts = tuple(role for role in LABELS if role in byline["roles"])
        lines.setdefault(parts, []).append(byline["name"])
    if list(lines) == [("text",)]:
        return [("", ", ".join(lines["text",]))]
    return [(_label(parts), ", ".join(names)) for parts, names in lines.items()]


def _label(parts: tuple) -> str:
    return capfirst(", ".join(str(LABELS[part]) for part in parts))
