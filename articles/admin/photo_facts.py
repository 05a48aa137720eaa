"""A photo in words and small pictures, for its page."""

from django.forms import ModelForm
from django.template.defaultfilters import filesizeformat
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial import photo_describing
from articles.editorial.people import name_of
from articles.models import Photo
from articles.photos import markup, specs

PREVIEWS = {
    "card": gettext_lazy("On lists"),
    "hero": gettext_lazy("At the top of a bulletin"),
    "share": gettext_lazy("When it is shared"),
}
LARGE, SMALL = 960, 480  # pixels of width
NOTHING = "–"

Lines = list[tuple[str, str]]  # (label, words)


def pictured(photo: Photo) -> dict:
    """The photo as `photos.markup` takes it."""
    return {
        "digest": photo.digest,
        "width": photo.width,
        "height": photo.height,
        "focus": list(photo.focus),
        "placeholder": photo.placeholder,
        "alt_text": photo.alt_text,
    }


def previews(photo: Photo) -> dict:
    """The picture large, and each crop as it is made now."""
    row = pictured(photo)
    return {
        "large": markup.url(row, LARGE, "jpg"),
        "crops": [
            {
                "name": name,
                "label": label,
                "width": specs.SPECS[name].ratio[0],
                "height": specs.SPECS[name].ratio[1],
                "url": markup.url(row, SMALL, "jpg", spec=name),
            }
            for name, label in PREVIEWS.items()
        ],
    }


def facts(photo: Photo) -> Lines:
    """What is known of the file."""
    uploaded = timezone.localtime(photo.uploaded_at)
    return [
        (_("Size in pixels"), f"{photo.width} × {photo.height}"),
        (_("File"), _weight(photo)),
        (_("File name"), photo.name or NOTHING),
        (_("Uploaded"), formats.date_format(uploaded, "DATETIME_FORMAT")),
        (
            _("Uploaded by"),
            name_of(photo.uploaded_by) if photo.uploaded_by else _("The system"),
        ),
        ("SHA-256", f"{photo.digest[:12]}…"),
    ]


def description(photo: Photo) -> Lines:
    """What the library says of it, for those who only read."""
    names = [*photo_describing.SAID, "tags"]
    return [
        (_label(name), said)
        for name in names
        if name not in photo_describing.FOCUS and (said := _said(photo, name))
    ]


def differences(form: ModelForm, standing: Photo) -> Lines:
    """What stands by now, of all that the form says otherwise."""
    lines = []
    for name in photo_describing.SAID:
        if getattr(form.instance, name) != getattr(standing, name):
            lines.append((form.fields[name].label, _said(standing, name) or NOTHING))
    if set(form.cleaned_data["tags"]) != set(
        standing.tags.values_list("name", flat=True)
    ):
        lines.append((_label("tags"), _said(standing, "tags") or NOTHING))
    return lines


def _said(photo: Photo, name: str) -> str:
    if name == "tags":
        return ", ".join(photo.tags.values_list("name", flat=True))
    if name == "people":
        return photo.get_people_display()
    if name == "is_decorative":
        return _("Yes") if photo.is_decorative else ""
    value = getattr(photo, name)
    if name == "taken_on" and value:
        return formats.date_format(value, "SHORT_DATE_FORMAT")
    return "" if value is None else str(value)


def _label(name: str) -> str:
    return capfirst(str(Photo._meta.get_field(name).verbose_name))


def _weight(photo: Photo) -> str:
    try:
        return filesizeformat(photo.original.size)
    except FileNotFoundError:
        return _("The file is missing.")
