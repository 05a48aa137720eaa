"""The other files of a bulletin: which, in which order, under which titles."""

from collections.abc import Collection
from itertools import count

from django import forms
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from articles.attachments import intake, kinds
from articles.editorial import permissions
from articles.models import Attachment, AttachmentPlace

MOST_PLACES = 999


def choosable(user, *, sent: Collection[int]):
    """The attachments that the user may put into a bulletin.

    Their own, those of bulletins that they see, and `sent`: keys of what they have just
    sent, where somebody else had sent the same file before.
    """
    if permissions.can_view_any(user):
        return Attachment.objects.all()
    seen = AttachmentPlace.objects.filter(
        article__in=permissions.visible_articles(user)
    )
    return Attachment.objects.filter(
        Q(uploaded_by=user.pk) | Q(pk__in=sent) | Q(pk__in=seen.values("attachment"))
    )


class AttachmentPlaceForm(forms.ModelForm):
    """A file's place in an article; the file comes by script (its key) or by itself.

    `sent` holds the names, by key, of files that came by script. A new file brings the
    name under which this person sent it, whoever sent the same one before.
    """

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": kinds.ACCEPT}),
    )

    sent: dict[int, str] = {}

    class Meta:
        model = AttachmentPlace
        fields = ["attachment", "title", "order", "file"]
        widgets = {"attachment": forms.HiddenInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.received = None
        if "attachment" in self.fields:
            self.fields["attachment"].required = False  # it may come as a file

    def clean_attachment(self):
        """A row that names none keeps the one it has."""
        if chosen := self.cleaned_data["attachment"]:
            return chosen
        return self.instance.attachment if self.instance.attachment_id else None

    def clean_file(self):
        """The page received the file before it opened its transaction."""
        file = self.cleaned_data["file"]
        if file and file.refusal:
            raise forms.ValidationError(str(file.refusal))
        self.received = file.received if file else None
        return file

    def clean(self):
        cleaned = super().clean()
        is_empty = not (self.received or cleaned.get("attachment"))
        if is_empty and not self.errors.keys() & {"file", "attachment"}:
            self.add_error("file", _("Choose a file."))
        chosen = cleaned.get("attachment")
        if self.received:
            self.instance.name = self.received.name
        elif chosen and chosen.pk != self.instance.attachment_id:
            self.instance.name = self.sent.get(chosen.pk, "")
        return cleaned


class AttachmentPlaceFormSet(forms.BaseInlineFormSet):
    """All the attachments of an article; `user` and `sent` are as `choosable` wants."""

    user = None
    sent: dict[int, str] = {}
    accept = kinds.ACCEPT  # for the file input of the page's scripts

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.sent = self.sent
        if "attachment" in form.fields:
            form.fields["attachment"].queryset = self._choice(form.instance)

    def clean(self):
        super().clean()
        new = sum(1 for form in self.extra_forms if form.has_changed())
        if new and self.highest_number() + new > MOST_PLACES:
            raise forms.ValidationError(
                _("A bulletin has room for 999 attachments in all its life.")
            )

    def keep_attachments(self, *, actor) -> None:
        """Keep received files and number new places; call it before saving."""
        numbers = self.new_numbers()
        for form in self.forms:
            if not form.has_changed() or form in self.deleted_forms:
                continue
            if form.received:
                form.instance.attachment = intake.keep(form.received, actor=actor)
            if form.instance.number is None:
                form.instance.number = numbers[form]

    def new_numbers(self) -> dict[forms.ModelForm, int]:
        """The next free numbers for the rows that have none yet.

        A number that was used once is part of an address that people have.
        """
        rows = [form for form in self.extra_forms if form.has_changed()]
        return dict(zip(rows, count(self.highest_number() + 1), strict=False))

    def highest_number(self) -> int:
        """The highest number that an attachment of the article has ever had."""
        article = self.instance
        if article.pk is None:
            return 0
        editions = article.editions.values_list("attachments", flat=True)
        last = article.attachment_places.aggregate(last=Max("number"))["last"]
        return max([last or 0, *(row["number"] for rows in editions for row in rows)])

    def _choice(self, place: AttachmentPlace):
        standing = Attachment.objects.filter(pk=place.attachment_id)
        if self.user is None:
            return standing
        return standing | choosable(self.user, sent=self.sent)
