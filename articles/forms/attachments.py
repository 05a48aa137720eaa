"""The other files of a bulletin: which, in which order, under which titles."""

from itertools import count

from django import forms
from django.db.models import Max


class AttachmentPlaceFormSet(forms.BaseInlineFormSet):
    """All the attachments of an article."""

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
