"""The photos of a bulletin: which, in which order, with which words."""

import re
from itertools import count

from django import forms
from django.db.models import Max, Q
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial import photo_library, photo_texts
from articles.models import Article, Photo, PhotoPlace
from articles.photos import intake, markup
from articles.text import html, vietnamese

MOST_PLACES = 999
LONGEST_NAME = PhotoPlace._meta.get_field("file_name").max_length
PHOTO_NUMBER = re.compile(r'(?<=<img data-photo=")\d+(?=")')  # in sanitised HTML


def thumbnail_url(photo: Photo | None) -> str:
    """A small rendition of the photo, or the picture of a gap."""
    if photo is None:
        return static("articles/admin/missing.svg")
    return markup.thumbnail_url(photo.digest, photo.width)


def pictures(article: Article) -> dict[int, dict[str, str]]:
    """What the editor shows at each number in the text: src, alt and caption."""
    return {
        place.number: {
            "src": thumbnail_url(place.photo),
            "alt": place.said("alt_text"),
            "caption": place.said("caption"),
        }
        for place in article.photo_places.select_related("photo")
    }


class PhotoInput(forms.HiddenInput):
    """The photo of a row: its key, hidden, and the picture itself.

    The form sets `place`, so that rows cost no query of their own.
    """

    is_hidden = False  # the picture is to be seen
    place: PhotoPlace | None = None

    def render(self, name, value, attrs=None, renderer=None):
        hidden = super().render(name, value, attrs, renderer)
        photo = self.place.photo if self.place else None
        if photo is None and not (self.place and self.place.file_name):
            return format_html('<div class="photo-preview">{}</div>', hidden)
        gap = "" if photo else format_html(
            '<strong class="photo-gap">{}</strong> ',
            _("Photo missing: %(name)s") % {"name": self.place.file_name},
        )  # fmt: skip
        return format_html(
            '<div class="photo-preview" data-number="{}" data-thumbnail="{}">{}{}'
            '<img class="photo-thumbnail" src="{}" alt="{}" data-place="{}"> '
            '<button type="button" class="button photo-insert" hidden>{}</button></div>',
            self.place.number or "", thumbnail_url(photo), hidden, gap,
            thumbnail_url(photo), self.place.said("alt_text"), self.place.number or "",
            _("Put into the text"),
        )  # fmt: skip


class PhotoPlaceForm(forms.ModelForm):
    """A photo's place in an article, with the file itself or one from the library.

    The words are those that readers get: where they are kept is settled on saving.
    """

    photo = forms.ModelChoiceField(
        label=gettext_lazy("Photo"),
        queryset=Photo.objects.none(),
        required=False,
        widget=PhotoInput,
    )
    # Proposed by the page for a new row, so that the text can name it before it is saved.
    number = forms.IntegerField(
        required=False, min_value=1, max_value=MOST_PLACES, widget=forms.HiddenInput
    )
    upload = forms.FileField(
        label=gettext_lazy("Photo file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )

    class Meta:
        model = PhotoPlace
        fields = [
            "photo", "upload", "caption", "alt_text", "is_decorative", "credit", "order",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.received = self.proposed_number = None
        place = self.instance
        self.own_texts = {name: getattr(place, name) for name in photo_texts.TEXTS}
        for name in photo_texts.TEXTS:
            self.initial[name] = place.said(name)
            if name in self.fields:
                # What the page showed: the library may say something else by now.
                self.fields[name].show_hidden_initial = True
        self.initial["number"] = place.number
        if "photo" in self.fields:
            self.fields["photo"].widget.place = place

    def clean_number(self):
        """A place keeps its number for good; that of a new one is settled on saving."""
        self.proposed_number = self.cleaned_data["number"]
        return self.instance.number

    def clean_photo(self):
        """A row that names no photo keeps the one it has."""
        return self.cleaned_data["photo"] or self.instance.photo

    def clean_upload(self):
        """The page received the photo before it opened its transaction."""
        upload = self.cleaned_data["upload"]
        if upload and upload.refusal:
            raise forms.ValidationError(str(upload.refusal))
        self.received = upload.received if upload else None
        return upload

    def clean(self):
        cleaned = super().clean()
        untouched = set(photo_texts.TEXTS) - set(self.changed_data)
        cleaned |= {name: self.own_texts[name] for name in untouched}
        photo = cleaned.get("photo")
        if self.received and not self.instance.file_name:
            # In its normal form first: that may be twice as long.
            name = vietnamese.one_line(cleaned["upload"].name)
            self.instance.file_name = name[:LONGEST_NAME]
        elif photo and not self.instance.file_name:
            self.instance.file_name = photo.name
        is_empty = not (self.received or photo or self.instance.file_name)
        if is_empty and not {"upload", "photo"} & set(self.errors):
            self.add_error("upload", _("Choose a photo file."))
        return cleaned


class PhotoPlaceFormSet(forms.BaseInlineFormSet):
    """All the photo places of an article.

    `user` is whoever fills them in, `sent` the keys of photos that they have just sent:
    the library may have had the same file from somebody else.
    """

    user = None
    sent: list[int] = []

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "photo" in form.fields:
            form.fields["photo"].queryset = self._choice(form.instance)
            self._show_chosen(form)

    def _choice(self, place: PhotoPlace):
        """What a row may name: nothing that was replaced, but what it has itself.

        A page that was opened before the row's photo was replaced still names the old one.
        """
        allowed = Q(pk__in=self.sent, replaced_by=None)
        if place.photo_id:
            allowed |= Q(pk=place.photo_id) | Q(replaced_by=place.photo_id)
        in_library = photo_library.to_choose_from(self.user).values("pk")
        return Photo.objects.filter(allowed | Q(pk__in=in_library))

    def _show_chosen(self, form) -> None:
        """A form that is shown again shows the photo that was chosen, saved or not."""
        if not (self.is_bound and form.instance.pk is None):
            return
        chosen = self.data.get(form.add_prefix("photo"), "")
        if chosen.isdecimal() and len(chosen) < 19:
            number = self.data.get(form.add_prefix("number"), "")
            form.fields["photo"].widget.place = PhotoPlace(
                photo=form.fields["photo"].queryset.filter(pk=chosen).first(),
                number=int(number) if number.isdecimal() and len(number) < 4 else None,
            )

    def clean(self):
        super().clean()
        if max(self.new_numbers.values(), default=0) > MOST_PLACES:
            raise forms.ValidationError(
                _("A bulletin has room for 999 photos in all its life.")
            )
        self._follow_numbers()

    def _follow_numbers(self) -> None:
        """Let text and cover name new photos by the numbers that they got.

        What they asked for may be the number of somebody else's photo by now.
        """
        named = {form.instance.number for form in self.initial_forms}
        named.update(self.new_numbers.values())
        moved: dict[int, int] = {}
        for form, number in self.new_numbers.items():
            if form.proposed_number and form.proposed_number not in named:
                moved.setdefault(form.proposed_number, number)
        article = self.instance
        article.body = PHOTO_NUMBER.sub(
            lambda found: str(moved.get(int(found[0]), found[0])), article.body
        )
        cover = article.cover_number
        article.cover_number = moved.get(cover, cover)

    def keep_photos(self, *, actor) -> None:
        """Keep received photos, number new places, settle words; call it before saving."""
        numbers = self.new_numbers
        for form in self.forms:
            if not form.has_changed() or form in self.deleted_forms:
                continue
            if form.received:
                form.instance.photo = intake.keep(form.received, actor=actor)
            if form.instance.number is None:
                form.instance.number = numbers[form]
            photo_texts.settle(form.instance, actor=actor)

    @cached_property
    def new_numbers(self) -> dict[forms.ModelForm, int]:
        """The numbers of rows that have none yet; settled before anything is saved.

        What the page proposed, unless it is taken; else the next one free.
        """
        highest = self.highest_number()
        rows = [form for form in self.extra_forms if form.has_changed()]
        proposed: dict[int, forms.ModelForm] = {}
        for form in rows:
            number = form.proposed_number
            if number and number > highest:
                proposed.setdefault(number, form)
        numbers = {form: number for number, form in proposed.items()}
        body = html.photo_numbers(self.instance.body)
        following = count(max([highest, *proposed, *body]) + 1)
        return {form: numbers.get(form) or next(following) for form in rows}

    @property
    def next_number(self) -> int:
        """The number that the page may propose for its first new row."""
        return self.highest_number() + 1

    def highest_number(self) -> int:
        """The highest number that the article has ever given a place, or names now.

        A number that was used once would bring another picture into the old text.
        """
        article = self.instance
        if article.pk is None:
            return 0
        editions = article.editions.values_list("photos", flat=True)
        standing = Article.objects.filter(pk=article.pk).values_list("body", flat=True)
        return max(
            [
                0,
                article.photo_places.aggregate(last=Max("number"))["last"] or 0,
                *(number for body in standing for number in html.photo_numbers(body)),
                *(photo["number"] for photos in editions for photo in photos),
            ]
        )
