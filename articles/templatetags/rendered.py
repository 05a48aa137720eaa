from django import template
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def rendered_body(edition) -> SafeString:
    """The body as HTML, unescaped.

    Safe, because `text.html.sanitise` cleaned it on its way into the newsroom and
    `editorial.rendering` escaped whatever it added.
    """
    return SafeString(edition.body_html)
