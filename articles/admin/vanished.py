"""Rows that somebody else removed while this form was open.

Django drops such a row or refuses the whole form with a sentence about a hidden field.
What was typed into it has to reach the page on which conflicts are settled, so the row
stands, as it was in the version that the form was opened with, until it gets there.
"""

from django import forms

from articles.editorial import versions
from articles.forms import PhotoPlaceFormSet


class KeepsVanishedRows:
    """For inline formsets of an article whose form says which version it is `based_on`."""

    part: str  # the snapshot's name for the rows

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
                base = self._base_rows()
                self._rows = [
                    standing.get(key) or self._as_it_was(base, i)
                    for i, key in enumerate(keys)
                ]
        return self._rows

    def add_fields(self, form, index):
        super().add_fields(form, index)
        is_listed = index is not None and index < self.initial_form_count()
        if self.is_bound and is_listed and form.instance._state.adding:
            # Not a choice among standing rows: the key of one that is gone.
            key = forms.CharField(required=False, widget=forms.HiddenInput)
            form.fields[self._pk_field.name] = key

    def _posted_key(self, index: int) -> str:
        return self.data.get(f"{self.add_prefix(index)}-{self.model._meta.pk.name}", "")

    def _base_rows(self) -> list[dict]:
        """The rows of the version that the form was opened with, in the form's order."""
        number = self.data.get("based_on", "")
        revision = None
        if number.isdecimal():
            revision = self.instance.revisions.filter(number=number).first()
        return versions.content_of(revision)[self.part] if revision else []

    def _as_it_was(self, base: list[dict], index: int):
        values = base[index] if index < len(base) else {}
        return self.model(**{self.fk.name: self.instance}, **values)


class BylineFormSet(KeepsVanishedRows, forms.BaseInlineFormSet):
    part = "bylines"


class PlaceFormSet(KeepsVanishedRows, PhotoPlaceFormSet):
    part = "photos"
