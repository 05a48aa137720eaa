"""What the library says of photos, and files that are sent to it."""

import re

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial import photo_describing
from articles.models import Author, Photo, PhotoTag
from articles.text import vietnamese

MOST_TAGS = 20
SEPARATORS = re.compile(r"[,;\n]")
PICTURES = "image/*,.heic,.heif"


class TagsField(forms.CharField):
    """Words with commas between them; clean is a list without repetitions."""

    def __init__(self, **options):
        defaults = {
            "label": gettext_lazy("Tags"),
            "required": False,
            "help_text": gettext_lazy("Words with commas between them."),
            "widget": forms.TextInput(
                attrs={
                    "class": "vTextField",
                    "list": "known-tags",
                    "autocomplete": "off",
                }
            ),
        }
        super().__init__(**defaults | options)

    def clean(self, value):
        typed = map(vietnamese.one_line, SEPARATORS.split(super().clean(value)))
        words = {word.casefold(): word for word in typed if word}
        longest = PhotoTag._meta.get_field("name").max_length
        if len(words) > MOST_TAGS:
            raise forms.ValidationError(_("At most 20 tags, please."))
        if any(len(word) > longest for word in words):
            raise forms.ValidationError(_("A tag has at most 60 characters."))
        return list(words.values())


class PhotographerField(forms.ModelChoiceField):
    """One of our authors: the browser's own list, which needs no script to be searched."""

    def __init__(self, **options):
        defaults = {
            "queryset": Author.objects.all(),
            "label": gettext_lazy("Photographer"),
            "required": False,
        }
        super().__init__(**defaults | options)


class PhotoForm(forms.ModelForm):
    """All that the library says of one photo.

    `seen` is the digest of the description that the form was opened with.
    """

    author = PhotographerField()
    tags = TagsField()
    focus_x = forms.IntegerField(
        label=gettext_lazy("From the left, in percent"), min_value=0, max_value=100
    )
    focus_y = forms.IntegerField(
        label=gettext_lazy("From the top, in percent"), min_value=0, max_value=100
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    class Meta:
        model = Photo
        fields = [
            "caption", "alt_text", "is_decorative", "author", "credit", "place",
            "taken_on", "people", "focus_x", "focus_y",
        ]  # fmt: skip
        labels = {"credit": gettext_lazy("Credit")}
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "alt_text": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "credit": forms.TextInput(attrs={"class": "vTextField"}),
            "place": forms.TextInput(attrs={"class": "vTextField"}),
            "taken_on": AdminDateWidget,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["tags"] = ", ".join(
            self.instance.tags.values_list("name", flat=True)
        )
        self.initial["seen"] = photo_describing.digest(self.instance)


class ManyPhotosForm(forms.Form):
    """Words that several photos have in common."""

    caption = forms.CharField(
        label=gettext_lazy("Caption"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    )
    author = PhotographerField()
    credit = forms.CharField(
        label=gettext_lazy("Credit"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Who took the photo, where it is none of our authors."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    place = forms.CharField(
        label=gettext_lazy("Place"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    people = forms.ChoiceField(
        label=gettext_lazy("People in the photo"),
        required=False,
        choices=[("", gettext_lazy("As it is")), *Photo.People.choices],
    )
    tags = TagsField(help_text=gettext_lazy("Added to the tags that each photo has."))
    overwrite = forms.BooleanField(
        label=gettext_lazy("Also where a photo says something else already"),
        required=False,
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("author") and cleaned.get("credit"):
            raise forms.ValidationError(
                _("Choose one of our authors or write the credit, not both.")
            )
        return cleaned

    def said(self) -> dict:
        """The words alone, by the names of the photo's fields."""
        names = ("caption", "author", "credit", "place", "people")
        return {name: self.cleaned_data[name] for name in names}


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class PhotoFilesForm(forms.Form):
    """Photo files on a page that works without a script; the page receives them."""

    photos = forms.FileField(
        label=gettext_lazy("Photo files"),
        widget=ManyFilesInput(attrs={"accept": PICTURES}),
    )
    keep_date = forms.BooleanField(
        label=gettext_lazy("Keep the date on which they were taken"), required=False
    )


class ReplacementForm(forms.Form):
    """The file that takes a photo's place."""

    photo = forms.FileField(
        label=gettext_lazy("New file"),
        widget=forms.FileInput(attrs={"accept": PICTURES}),
    )
