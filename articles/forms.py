"""What staff fill in besides the bulletin itself."""

from datetime import datetime

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTimeWidget
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import PhotoPlace
from articles.photos import intake


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
    )

    def clean(self):
        cleaned = super().clean()
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


class PhotoPlaceForm(forms.ModelForm):
    """A photo's place in an article, with the file itself."""

    upload = forms.FileField(
        label=_("Photo file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = PhotoPlace
        fields = ["upload", "caption", "alt_text", "credit", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.prepared = None

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload:
            try:
                self.prepared = intake.prepare(upload)
            except intake.PhotoRefused as error:
                raise forms.ValidationError(str(error)) from error
        return upload

    def clean(self):
        cleaned = super().clean()
        if self.prepared and not self.instance.file_name:
            self.instance.file_name = cleaned["upload"].name[:255]
        is_empty = not (
            self.prepared or self.instance.photo_id or self.instance.file_name
        )
        if is_empty and "upload" not in self.errors:
            self.add_error("upload", _("Choose a photo file."))
        return cleaned


class PhotoPlaceFormSet(forms.BaseInlineFormSet):
    """All the photo places of an article."""

    def keep_photos(self, *, actor) -> None:
        """Take uploaded photos in and number new places; call it before saving."""
        taken = self.instance.photo_places.aggregate(last=Max("number"))
        number = taken["last"] or 0
        for form in self.forms:
            if not form.has_changed() or form in self.deleted_forms:
                continue
            if form.prepared:
                form.instance.photo = intake.keep(form.prepared, actor=actor)
            if form.instance.number is None:
                number += 1
                form.instance.number = number
