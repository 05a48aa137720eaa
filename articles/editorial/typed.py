"""What a form holds as it was typed, and how that differs from what is saved.

Typed data is {name: value or [values]} as a browser posts it; bylines and photos are
rows, `bylines-0-author`.
"""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

from articles.editorial import editing, photo_texts
from articles.models import Article, Attachment, Author, Byline
from articles.text import diff, html

BYLINES, PHOTOS, FILES = "bylines", "photo_places", "attachment_places"
NEAR = 60  # characters of what is unchanged, on either side of a change
ROW_NAME = re.compile(r"(bylines|photo_places|attachment_places)-(\d{1,4})-(\w+)")

Typed = dict[str, str | list[str]]
Row = dict[str, str]


@dataclass(frozen=True)
class Difference:
    """One field or part: what is saved and what was typed, in plain words.

    `typed` is the value itself: two texts may read the same and differ in their form.
    """

    name: str
    label: str
    before: str
    after: str
    typed: Any

    @property
    def same_words(self) -> bool:
        """Only bold, a heading, a link or the like is another."""
        return self.before == self.after

    def segments(self) -> list[diff.Segment]:
        """Both texts as one; what stands in both is shortened to what is near a change."""
        found = diff.words(self.before, self.after)
        last = len(found) - 1
        return [
            part
            if part.kind != diff.EQUAL
            else diff.Segment(diff.EQUAL, _near(part.text, index == 0, index == last))
            for index, part in enumerate(found)
        ]


def differences(
    data: Typed, article: Article | None, *, user_id: int | None = None
) -> list[Difference]:
    """What saving the typed data would change; `article=None`: an empty form.

    `user_id` is whose it is: somebody else's file that does not stand there stays a number.
    """
    found = [
        _field_difference(name, _one(data[name]), article)
        for name in editing.CONTENT
        if name in data
    ]
    for prefix, compare in (
        (BYLINES, _bylines),
        (PHOTOS, _photos),
        (FILES, partial(_attachments, user_id=user_id)),
    ):
        if f"{prefix}-TOTAL_FORMS" in data:
            found.append(compare(rows(data, prefix), article))
    return [difference for difference in found if difference]


def rows(data: Typed, prefix: str) -> list[Row]:
    """The rows of a part in the order of the form, without those to be deleted."""
    found: dict[int, Row] = {}
    for name, value in data.items():
        match = ROW_NAME.fullmatch(name)
        if match and match[1] == prefix:
            found.setdefault(int(match[2]), {})[match[3]] = _one(value)
    return [row for _number, row in sorted(found.items()) if "DELETE" not in row]


def _near(text: str, is_first: bool, is_last: bool) -> str:
    """The ends of a text that stand beside a change."""
    if len(text) <= 2 * NEAR:
        return text
    head = "" if is_first else text[:NEAR].rpartition(" ")[0] + " "
    tail = "" if is_last else " " + text[-NEAR:].partition(" ")[2]
    return f"{head}…{tail}"


def _one(value: str | list[str]) -> str:
    return value if isinstance(value, str) else (value[-1] if value else "")


# --- fields -------------------------------------------------------------------


def _field_difference(name: str, value: str, article: Article | None):
    field = Article._meta.get_field(name)
    saved = getattr(article, field.attname) if article else field.get_default()
    typed = _cleaned(field, value)
    if field.is_relation:
        saved = str(saved or "")
    elif isinstance(saved, str):
        saved = saved.replace("\r\n", "\n")
    if typed == saved:
        return None
    label = str(field.verbose_name)
    label = label[:1].upper() + label[1:]
    return Difference(name, label, _words(field, saved), _words(field, typed), typed)


def _cleaned(field, value: str):
    """What saving would make of it; a value the field refuses stays as it was typed."""
    if field.is_relation:
        return value
    try:
        if field.name == "body":
            return html.sanitise(value)
        cleaned = field.formfield(required=False).clean(value)
    except (ValidationError, html.HtmlRefused):
        return value
    cleaned = field.to_python(cleaned)
    return cleaned.replace("\r\n", "\n") if isinstance(cleaned, str) else cleaned


def _words(field, value) -> str:
    if value in (None, ""):
        return ""
    if field.is_relation:
        is_key = str(value).isdecimal() and len(str(value)) < 19
        found = field.related_model.objects.filter(pk=value).first() if is_key else None
        return str(found or value)
    if field.name == "body":
        try:
            return html.plain_text(value)
        except html.HtmlRefused:
            return value
    if isinstance(value, str):
        return value
    return formats.localize_input(value)


# --- bylines and photos -------------------------------------------------------


def _bylines(typed_rows: list[Row], article: Article | None) -> Difference | None:
    typed = [
        (row["author"], row.get("role", ""))
        for row in sorted(typed_rows, key=_order)
        if row.get("author")
    ]
    standing = article.bylines.order_by("order", "pk") if article else []
    saved = [(str(each.author_id), each.role) for each in standing]
    if typed == saved:
        return None
    keys = {key for key, _role in typed + saved if key.isdecimal() and len(key) < 19}
    authors = Author.objects.in_bulk(keys)

    def lines(parts) -> str:
        names = {str(key): author.name for key, author in authors.items()}
        roles = dict(Byline.Role.choices)
        return "\n".join(
            f"{names.get(key, key)} ({roles.get(role, role)})" for key, role in parts
        )

    return Difference(BYLINES, _("Bylines"), lines(saved), lines(typed), typed)


def _photos(typed_rows: list[Row], article: Article | None) -> Difference | None:
    typed = [
        (_which(row), *(row.get(name, "").strip() for name in photo_texts.TEXTS))
        for row in sorted(typed_rows, key=_order)
        if _which(row) or any(row.get(name, "").strip() for name in photo_texts.TEXTS)
    ]
    standing = article.photo_places.select_related("photo__author") if article else []
    saved = [
        (str(each.pk), *(each.said(name) for name in photo_texts.TEXTS))
        for each in standing
    ]
    if typed == saved:
        return None

    def lines(places) -> str:
        return "\n".join(
            f"{number}. {' / '.join(filter(None, words))}"
            for number, (_key, *words) in enumerate(places, start=1)
        )

    return Difference(PHOTOS, _("Photos"), lines(saved), lines(typed), typed)


def _which(row: Row) -> str:
    """What tells the place of a row: its own key, or the photo of a new one."""
    return row.get("id", "") or (f"+{row['photo']}" if row.get("photo") else "")


def _attachments(
    typed_rows: list[Row], article: Article | None, *, user_id: int | None
) -> Difference | None:
    typed = [
        (row["attachment"], row.get("title", "").strip())
        for row in sorted(typed_rows, key=_order)
        if row.get("attachment")
    ]
    places = article.attachment_places.select_related("attachment") if article else []
    saved = [(str(each.attachment_id), each.title) for each in places]
    if typed == saved:
        return None
    names = _own_files({key for key, _title in typed}, user_id)
    names |= {str(each.attachment_id): each.file_name for each in places}

    def lines(rows) -> str:
        return "\n".join(title or names.get(key, key) for key, title in rows)

    return Difference(FILES, _("Attachments"), lines(saved), lines(typed), typed)


def _own_files(typed: set[str], user_id: int | None) -> dict[str, str]:
    """The names of the files that the user sent, by key: others' are not theirs to read."""
    if user_id is None:
        return {}
    keys = {key for key in typed if key.isdecimal() and len(key) < 19}
    files = Attachment.objects.filter(pk__in=keys, uploaded_by=user_id)
    return {str(key): name for key, name in files.values_list("pk", "name")}


def _order(row: Row) -> int:
    text = row.get("order", "").strip()
    return int(text) if text.isdecimal() and len(text) < 9 else 0
