"""By what staff narrow the library of photos."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.contrib import admin
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editorial import photo_library
from articles.models import Photo
from articles.text import vietnamese

# Further off, the calendar ends before the hours of Việt Nam are taken off a day.
DAYS = [MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(2100, 12, 31))]
MOST_LINKS = 12  # tags that are offered as links; of more, the name is typed


class NarrowingFilter(admin.SimpleListFilter):
    """A filter with a condition for each of its choices."""

    CHOICES = {}  # value → (words, condition on photos)

    def lookups(self, request, model_admin):
        return [(value, words) for value, (words, _ask) in self.CHOICES.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.CHOICES:
            return queryset
        _words, condition = self.CHOICES[self.value()]
        return condition(queryset)


class UseFilter(NarrowingFilter):
    title = _("use")
    parameter_name = "use"
    CHOICES = {
        "yes": (_("Used in a bulletin"), photo_library.used),
        "no": (_("Not used"), photo_library.unused),
    }


class LackFilter(NarrowingFilter):
    title = _("what is missing")
    parameter_name = "lacks"
    CHOICES = {
        "alt_text": (
            _("No alternative text"),
            lambda photos: photos.filter(photo_library.LACKS_ALT_TEXT),
        ),
        "caption": (_("No caption"), lambda photos: photos.filter(caption="")),
        "credit": (
            _("No credit"),
            lambda photos: photos.filter(photo_library.LACKS_CREDIT),
        ),
    }


class PeopleFilter(admin.SimpleListFilter):
    title = _("people in the photo")
    parameter_name = "people"

    def lookups(self, request, model_admin):
        return Photo.People.choices

    def queryset(self, request, queryset):
        known = self.value() in Photo.People.values
        return queryset.filter(people=self.value()) if known else queryset


class WhoseFilter(admin.SimpleListFilter):
    title = _("who uploaded it")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("I did")), ("others", _("Others"))]

    def queryset(self, request, queryset):
        mine = Q(uploaded_by=request.user.pk)
        conditions = {
            "mine": mine,
            "others": Q(uploaded_by=None) | ~mine,
        }
        condition = conditions.get(self.value())
        return queryset.filter(condition) if condition else queryset


class ReplacedFilter(admin.SimpleListFilter):
    """Photos that were replaced are out of the way until they are asked for."""

    title = _("replaced photos")
    parameter_name = "replaced"

    def lookups(self, request, model_admin):
        return [("only", _("Replaced photos alone")), ("all", _("All photos"))]

    def choices(self, changelist):
        nothing, *others = super().choices(changelist)
        return [nothing | {"display": _("Without replaced photos")}, *others]

    def queryset(self, request, queryset):
        if self.value() == "all":
            return queryset
        return queryset.filter(replaced_by__isnull=self.value() != "only")


class TypedFilter(admin.ListFilter):
    """A filter with fields to fill in; the form is sent with what narrows already."""

    parameters: tuple[str, ...] = ()

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.request = request
        for name in self.parameters:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]

    def expected_parameters(self):
        return list(self.parameters)

    def has_output(self):
        return True

    def kept(self, changelist) -> list[tuple[str, str]]:
        """What else the address says, for hidden fields."""
        return [
            (name, value)
            for name, values in changelist.filter_params.items()
            for value in values
            if name not in self.parameters
        ]


class TagFilter(TypedFilter):
    """One tag, by its name: a link each while they are few, else typed."""

    title = _("tag")
    template = "admin/articles/photo/tag_filter.html"
    parameters = ("tag",)

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.names = [tag.name for tag in photo_library.tags_in_sight(request.user)]

    @property
    def typed(self) -> str:
        return vietnamese.one_line(self.used_parameters.get("tag", ""))

    def has_output(self):
        return bool(self.names)

    def choices(self, changelist):
        """The first says what is typed and which names there are."""
        wanted = vietnamese.fold(self.typed)
        links = self.names if len(self.names) <= MOST_LINKS else []
        every = {
            "selected": not self.typed,
            "query_string": changelist.get_query_string(remove=["tag"]),
            "display": _("All"),
            "typed": self.typed,
            "names": [] if links else self.names,
            "kept": self.kept(changelist),
        }
        return [every] + [
            {
                "selected": vietnamese.fold(name) == wanted,
                "query_string": changelist.get_query_string({"tag": name}),
                "display": name,
            }
            for name in links
        ]

    def queryset(self, request, queryset):
        """Marks may be left out while typing."""
        if not self.typed:
            return queryset
        tagged = Photo.tags.through.objects.filter(
            phototag__search_key=vietnamese.fold(self.typed)
        )
        return queryset.filter(pk__in=tagged.values("photo"))


class PeriodForm(forms.Form):
    BY = [("uploaded", _("Uploaded")), ("taken", _("Taken"))]

    by = forms.ChoiceField(label=_("Day on which it was"), choices=BY)
    since = forms.DateField(label=_("From the day"), required=False, validators=DAYS)
    until = forms.DateField(label=_("To the day"), required=False, validators=DAYS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].widget.attrs |= {
                "placeholder": _("dd/mm/yyyy"),
                "inputmode": "numeric",
                "autocomplete": "off",
            }


class PeriodFilter(TypedFilter):
    """The days between which photos were uploaded or taken; both days are in it."""

    title = _("period")
    template = "admin/articles/photo/period_filter.html"
    parameters = ("by", "since", "until")

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        given = {"by": "uploaded"} | self.used_parameters
        self.form = PeriodForm(given, auto_id="period-%s")

    def choices(self, changelist):
        narrows = any(self.used_parameters.get(name) for name in ("since", "until"))
        return [
            {
                "selected": not narrows,
                "query_string": changelist.get_query_string(remove=self.parameters),
                "form": self.form,
                "kept": self.kept(changelist),
            }
        ]

    def queryset(self, request, queryset):
        """A day that is none narrows nothing; the form says so."""
        self.form.is_valid()
        said = self.form.cleaned_data
        since, until = said.get("since"), said.get("until")
        if said.get("by") == "taken":
            name, value = "taken_on", lambda day: day
        else:
            name, value = "uploaded_at", _midnight
        if since:
            queryset = queryset.filter(**{f"{name}__gte": value(since)})
        if until:
            following = value(until + timedelta(days=1))
            queryset = queryset.filter(**{f"{name}__lt": following})
        return queryset


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
