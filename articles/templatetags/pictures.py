from django import template
from django.utils.safestring import SafeString

from articles.photos import markup

register = template.Library()


@register.simple_tag
def picture(
    photo: dict, sizes: str, loading: str = "lazy", spec: str = "inline"
) -> SafeString:
    """The photo in every size it is offered in; `loading` is "lazy" or "eager", `spec`
    one of `photos.specs`, cropped or not.
    """
    return markup.picture(photo, sizes=sizes, spec=spec, lazy=loading == "lazy")
