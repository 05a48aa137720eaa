"""Fields that keep a rule wherever a value enters, by form, import or code.

In migrations they are the plain Django fields that they extend, so that a migration
never depends on this module.
"""

from django.db import models

from articles.text import vietnamese


class LineField(models.CharField):
    """One line of text: NFC, no invisible characters, single spaces."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value):
        value = super().to_python(value)
        return vietnamese.one_line(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        return self.to_python(super().get_prep_value(value))

    def pre_save(self, model_instance, add):
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value


class ProseField(models.TextField):
    """Plain text of any length: NFC, no invisible characters."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def to_python(self, value):
        value = super().to_python(value)
        return vietnamese.nfc(value).strip() if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value


class CollationKeyField(models.CharField):
    """The Vietnamese sort key of another field, kept with every save and bulk insert.

    The database cannot sort Vietnamese by itself: SQLite has no such collation and a
    PostgreSQL server may lack one. `QuerySet.update()` of the other field leaves the
    key behind, so names are changed through `save()`.
    """

    def __init__(self, *, source, **kwargs):
        self.source = source
        defaults = {"max_length": 2000, "editable": False, "blank": True}
        super().__init__(**defaults | kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def clone(self):
        return type(self)(source=self.source, **self.deconstruct()[3])

    def pre_save(self, model_instance, add):
        key = vietnamese.collation_key(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, key[: self.max_length])
        return getattr(model_instance, self.attname)


class FoldedField(models.TextField):
    """Other fields folded for searching, one a line, kept with every save and bulk insert.

    Neither database ignores Vietnamese marks by itself. What is looked for has to be
    folded the same way (`text.vietnamese.fold`). `QuerySet.update()` of a source leaves
    the key behind.
    """

    def __init__(self, *, sources, **kwargs):
        self.sources = sources
        super().__init__(**{"default": "", "editable": False, "blank": True} | kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def clone(self):
        return type(self)(sources=self.sources, **self.deconstruct()[3])

    def pre_save(self, model_instance, add):
        lines = [getattr(model_instance, source) or "" for source in self.sources]
        key = vietnamese.fold("\n".join(lines))
        setattr(model_instance, self.attname, key)
        return key
