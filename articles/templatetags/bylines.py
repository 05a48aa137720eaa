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
def credited(bylines: list[dict]) -> list[tuple[str, list[dict]]]:
    """Label and people for each line under a bulletin; people with like parts share one.

    `bylines` is as editions keep them. Where everybody wrote text and nothing else,
    the label is empty: a bare name has always meant the writer.
    """
    lines: dict[tuple, list[dict]] = {}
    for byline in bylines:
        parts = tuple(role for role in LABELS if role in byline["roles"])
        lines.setdefault(parts, []).append(byline)
    if list(lines) == [("text",)]:
        return [("", lines["text",])]
    return [(_label(parts), people) for parts, people in lines.items()]


@register.filter
def credit_lines(bylines: list[dict]) -> list[tuple[str, str]]:
    """As `credited`, with the names alone: `[("Text", "Vân, Hà"), ("Photo", "Sơn")]`."""
    return [
        (label, ", ".join(person["name"] for person in people))
        for label, people in credited(bylines)
    ]


def _label(parts: tuple) -> str:
    return capfirst(", ".join(str(LABELS[part]) for part in parts))
