"""Rows that somebody else removed while this form was open.

Django drops such a row or refuses the whole form with a sentence about a hidden field.
What was typed into it has to reach the page on which conflicts are settled, so the row
stands, as it was in the version that the form was opened with, until it gets there.
"""

from django import forms

from articles.editorial import versions
from articles.forms.attachments import AttachmentPlaceFormSet
from articles.forms.photo_places import PhotoPlaceFormSet


class KeepsVanishedRows:
    """For inline formsets of an article whose form says which version it is `based_on`."""

    part: str  # the snapshot's name for the rows
    identity: tuple[str, ...]  # what tells one row of a snapshot from another
    fields: list[str]  # what a row of a snapshot says of the model's own

    def get_queryset(self):
        """The rows as the browser lists them, each existing one beside its form."""
        if not self.is_bound:
            return super().get_queryset()
        if not hasattr(self, "_rows"):
            standing = {str(row.pk): row for row in super().get_queryset()}
            keys = [self._posted_key(i) for i in range(self.initial_form_count())]
            if set(keys) <= set(standing):
                self._rows = [standing[key] for key in keys]
            else:
                gone = self._gone([standing[key] for key in keys if key in standing])
                self._rows = [standing.get(key) or next(gone) for key in keys]
        return self._rows

    def _existing_object(self, pk):
        keys = [self._posted_key(i) for i in range(self.initial_form_count())]
        rows = dict(zip(keys, self.get_queryset(), strict=True))
        return rows.get(str(pk))

    def add_fields(self, form, index):
        super().add_fields(form, index)
        is_listed = index is not None and index < self.initial_form_count()
        if self.is_bound and is_listed and form.instance._state.adding:
            # Not a choice among standing rows: the key of one that is gone.
            key = forms.CharField(required=False, widget=forms.HiddenInput)
            form.fields[self._pk_field.name] = key

    def _posted_key(self, index: int) -> str:
        return self.data.get(f"{self.add_prefix(index)}-{self.model._meta.pk.name}", "")

    def _gone(self, standing: list):
        """Unsaved rows as they were, in the form's order; empty ones when they run out."""
        named = [
            {name: getattr(row, name) for name in self.identity} for row in standing
        ]
        for values in self._base_rows():
            if {name: values[name] for name in self.identity} not in named:
                own = {name: values[name] for name in self.fields}
                yield self.model(article=self.instance, **own)
        while True:
            yield self.model(article=self.instance)

    def _base_rows(self) -> list[dict]:
        """The rows of the version that the form was opened with, in the form's order."""
        number = self.data.get("based_on", "")
        if not (number.isdecimal() and len(number) < 9):
            return []
        revision = self.instance.revisions.filter(number=number).first()
        return versions.content_of(revision)[self.part] if revision else []


class BylineFormSet(KeepsVanishedRows, forms.BaseInlineFormSet):
    part = "bylines"
    identity = ("author_id", "role")
    fields = ["author_id", "role"]


class PlaceFormSet(KeepsVanishedRows, PhotoPlaceFormSet):
    part = "photos"
    identity = ("number",)
    fields = versions.PLACE_FIELDS


class AttachmentFormSet(KeepsVanishedRows, AttachmentPlaceFormSet):
    part = "attachments"
    identity = ("number",)
    fields = versions.ATTACHMENT_FIELDS
