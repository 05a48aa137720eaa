"""What staff fill in when they take a step."""

from datetime import datetime

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTimeWidget
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Correction, CorrectionKind


class NoteForm(forms.Form):
    """A step that needs no explanation, and takes one."""

    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReasonForm(forms.Form):
    """A step that has to be explained to the author or to readers."""

    note = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class PublishForm(forms.Form):
    """Publish now, or on a day at a time; a bare day or time is not a schedule."""

    NOW, LATER = "now", "later"

    when = forms.ChoiceField(
        label=_("When"),
        choices=[(NOW, _("Now")), (LATER, _("At a time to come"))],
        initial=NOW,
        widget=forms.RadioSelect,
    )
    day = forms.DateField(label=_("Day"), required=False, widget=AdminDateWidget)
    time = forms.TimeField(label=_("Time"), required=False, widget=AdminTimeWidget)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For colleagues; it stands in the history."),
    )
    correction_kind = forms.ChoiceField(
        label=_("Public note"),
        required=False,
        choices=[("", _("None")), *CorrectionKind.choices],
        help_text=_("Tells readers what was wrong or has changed; it stays for good."),
    )
    correction_text = forms.CharField(
        label=_("What readers are told"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    urgent_reason = forms.CharField(
        label=_("Why it cannot wait"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    urgent_confirmed = forms.BooleanField(
        label=_("I publish alone, and know that the bulletin stays marked for it.")
    )
    seen_digest = forms.CharField(
        required=False, max_length=64, widget=forms.HiddenInput
    )
    required_css_class = "required"

    def __init__(
        self,
        *args,
        alone: bool = False,
        correctable: bool = False,
        waiting: Correction | None = None,
        **kwargs,
    ):
        """`alone`: whoever publishes worked on the text. `correctable`: readers know it.

        `waiting` is the public note of a scheduled edition that this one replaces; it
        can be changed here, not dropped.
        """
        super().__init__(*args, **kwargs)
        if not alone:
            del self.fields["urgent_reason"], self.fields["urgent_confirmed"]
        if not correctable:
            del self.fields["correction_kind"], self.fields["correction_text"]
        elif waiting:
            self.fields["correction_kind"].choices = CorrectionKind.choices
            self.initial |= {
                "correction_kind": waiting.kind,
                "correction_text": waiting.text,
            }
            self.fields["correction_text"].required = True

    def clean(self):
        cleaned = super().clean()
        kind, text = cleaned.get("correction_kind"), cleaned.get("correction_text")
        if kind and not text and "correction_text" not in self.errors:
            self.add_error("correction_text", _("Say publicly what was wrong."))
        if text and not kind:
            self.add_error(
                "correction_kind",
                _("Say whether this is a correction or something else."),
            )
        if cleaned.get("when") == self.LATER:
            for name in ("day", "time"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Say the day and the time of publication."))
        return cleaned

    def at(self) -> datetime | None:
        """The moment chosen, in the newsroom's time zone; None for now."""
        if self.cleaned_data["when"] == self.NOW:
            return None
        moment = datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"])
        return timezone.make_aware(moment)

    def correction(self) -> Correction | None:
        kind = self.cleaned_data.get("correction_kind")
        return Correction(kind, self.cleaned_data["correction_text"]) if kind else None
