"""What a reader fills in to say what is wrong in a bulletin."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import ReaderReport
from articles.text import vietnamese

LONGEST_TEXT = ReaderReport._meta.get_field("text").max_length


class ProseInput(forms.CharField):
    """Text of several lines, counted as the page counts it: a line end is one character."""

    def to_python(self, value):
        return vietnamese.nfc(super().to_python(value)).strip()


class ReaderReportForm(forms.ModelForm):
    """The report, and what tells machines from people.

    `website` is a field that the page hides from everybody: only machines fill it in.
    `stamped` says which edition the reader had before them, and since when.
    """

    text = ProseInput(
        label=gettext_lazy("What is wrong?"),
        max_length=LONGEST_TEXT,
        help_text=gettext_lazy(
            "For example: which name, number or date is wrong, and what is right."
        ),
        error_messages={"required": gettext_lazy("Say what is wrong first.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    website = forms.CharField(
        label=gettext_lazy("Leave this field empty"), required=False
    )
    stamped = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ReaderReport
        fields = ["text", "contact"]
        labels = {"contact": gettext_lazy("How to reach you (not required)")}

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("The field that has to stay empty was filled in. Send it once more.")
            )
        return ""
