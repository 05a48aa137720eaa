"""The Vietnamese of the screens: every sentence, unbroken and well set.

English is the source and needs no catalogue. What Django lacks in Vietnamese stands in
`newsroom/django_vi` and, for the admin's scripts, in `djangojs.po`: a Django upgrade
that brings new English fails here.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import django
import pytest
from babel.messages import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import global_settings
from django.utils import translation
from django.utils.timesince import timesince
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
DJANGO = Path(django.__file__).parent
OURS = ROOT / "articles/locale/vi/LC_MESSAGES/django.po"
FOR_DJANGO = {
    "django": ROOT / "newsroom/django_vi/vi/LC_MESSAGES/django.po",
    "djangojs": ROOT / "articles/locale/vi/LC_MESSAGES/djangojs.po",
}
CATALOGUES = [OURS, *FOR_DJANGO.values()]

# Which arguments of a call are sentences; "c" marks the one that is their context.
ARGUMENTS = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
KEYWORDS = {"_": None} | {
    name + suffix: arguments
    for name, arguments in ARGUMENTS.items()
    for suffix in ("", "_lazy", "_noop")
}

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}")
QUOTED = re.compile("“[^”]*”")
TAG = re.compile("<[^>]*>")

# (context or None, sentence), or for plurals (context or None, (singular, plural))
Key = tuple[str | None, str | tuple[str, str]]


@cache
def entries(catalogue: Path) -> dict[Key, Message]:
    with catalogue.open("rb") as file:
        return {(entry.context, entry.id): entry for entry in read_po(file) if entry.id}


def translated(catalogue: Path) -> set[Key]:
    return {key for key, entry in entries(catalogue).items() if is_translated(entry)}


def is_translated(entry: Message) -> bool:
    return not entry.fuzzy and all(strings(entry.string))


def strings(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def calls_in(source: str, language: str = "python") -> set[Key]:
    """The sentences that a source text passes to gettext and its relatives."""
    found = extract(language, BytesIO(source.encode()), KEYWORDS)
    return {(context, sentence) for _line, sentence, _comments, context in found}


def sentences_of(path: Path) -> set[Key]:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        # As Python without indentation: that of a template would be no Python's.
        lines = templatize(source).splitlines()
        return calls_in("\n".join(line.lstrip() for line in lines))
    return calls_in(source, "javascript" if path.suffix == ".js" else "python")


def sentences_below(*folders: str, suffix: str) -> set[Key]:
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*" + suffix)]
    assert paths
    return set().union(*map(sentences_of, paths))


@cache
def used_here() -> set[Key]:
    return sentences_below("articles", "newsroom", suffix=".py") | sentences_below(
        "templates", suffix=".html"
    )


def in_scripts() -> set[Key]:
    """`make messages` does not look here: their sentences go to djangojs.po by hand."""
    return sentences_below("articles/static", suffix=".js")


def django_catalogues(domain: str, language: str) -> Iterator[Path]:
    """Django's own, of the parts that are installed here."""
    installed = [Path(config.path) for config in apps.get_app_configs()]
    for part in [DJANGO / "conf", *installed]:
        path = part / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
        if part.is_relative_to(DJANGO) and path.exists():
            yield path


def english_of_django(domain: str) -> set[Key]:
    return set().union(*map(entries, django_catalogues(domain, "en")))


def never_shown() -> set[Key]:
    """Django's names for languages, and the page of a project that has no pages yet."""
    languages = {(None, name) for _code, name in global_settings.LANGUAGES}
    return languages | sentences_of(DJANGO / "views/templates/default_urlconf.html")


def own_entries() -> Iterator[Message]:
    """What is translated: what is not yet has a test of its own."""
    for catalogue in CATALOGUES:
        yield from filter(is_translated, entries(catalogue).values())


def test_every_sentence_of_the_newsroom_is_translated():
    assert used_here() - translated(OURS) == set()


def test_every_sentence_of_the_newsrooms_scripts_is_translated():
    assert in_scripts() - translated(FOR_DJANGO["djangojs"]) == set()


def test_every_translation_of_the_newsroom_is_used():
    assert entries(OURS).keys() - used_here() == set()


def test_the_source_is_english():
    """Vietnamese stands in it between quotation marks alone, as an example."""
    foreign = [
        sentence
        for _context, key in used_here()
        for sentence in strings(key)
        if any(
            char.isalpha() and not char.isascii() for char in QUOTED.sub("", sentence)
        )
    ]
    assert foreign == []


@pytest.mark.parametrize("domain", FOR_DJANGO)
def test_every_sentence_of_django_is_translated(domain):
    catalogues = [*django_catalogues(domain, "vi"), OURS, FOR_DJANGO[domain]]
    known = set().union(*map(translated, catalogues))
    assert english_of_django(domain) - never_shown() - known == set()


@pytest.mark.parametrize("domain", FOR_DJANGO)
def test_every_translation_for_django_is_of_a_sentence_that_django_has(domain):
    english = english_of_django(domain) | in_scripts()
    assert entries(FOR_DJANGO[domain]).keys() - english == set()


def test_both_catalogues_agree_on_what_both_translate():
    ours, for_django = entries(OURS), entries(FOR_DJANGO["django"])
    both = translated(OURS) & for_django.keys()
    assert {key: ours[key].string for key in both} == {
        key: for_django[key].string for key in both
    }


def test_placeholders_survive_translation():
    changed = [
        entry.string
        for entry in own_entries()
        for text in strings(entry.string)
        if set(PLACEHOLDER.findall(text))
        != set(PLACEHOLDER.findall(strings(entry.id)[-1]))
    ]
    assert changed == []


def test_translations_are_well_set():
    """NFC; no doubled, leading or trailing blanks of their own; “…” and … as printed."""
    badly_set = [
        text
        for entry in own_entries()
        for text in strings(entry.string)
        if not unicodedata.is_normalized("NFC", text)
        or "  " in text
        or '"' in TAG.sub("", text)
        or "..." in text
        or blanks_around(text) != blanks_around(strings(entry.id)[0])
    ]
    assert badly_set == []


def blanks_around(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def test_spans_of_time_are_vietnamese():
    """From the compiled catalogues: what readers get, not what the source says."""
    now = datetime(2026, 11, 24, tzinfo=UTC)
    with translation.override("vi"):
        since = timesince(now - timedelta(days=2, hours=3), now)
    assert since == "2\xa0ngày, 3\xa0giờ"
