"""The text of a bulletin: its lead, its paragraphs, its photos in their places."""

from dataclasses import dataclass, field, replace
from html import escape

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.imports import captions
from articles.imports.bulletin import PhotoMarker
from articles.imports.lines import Line, is_image_marker

NO_PARAGRAPH = _("The text has no paragraph after the lead.")
NO_TEXT = _("The bulletin has photos but no text.")
REMARKS = {
    "caption": _("“{line}” was taken for the caption of photo {number}."),
    "doubt": _("“{line}” may be the caption of photo {number}; it stays in the text."),
}
REPEATS_WITHIN = 4  # paragraphs


@dataclass
class Body:
    """The text as it grows, line by line. `lead` is plain text and not in `blocks`."""

    lead: str = ""
    blocks: list[str | PhotoMarker] = field(default_factory=list)
    dropped: list[Line] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    photo_count: int = 0
    is_after_photo: bool = False

    @property
    def photos(self) -> list[PhotoMarker]:
        return [block for block in self.blocks if isinstance(block, PhotoMarker)]

    @property
    def html(self) -> str:
        return "\n".join(map(as_html, self.blocks))

    def add_photo(self, file_name: str) -> None:
        self.photo_count += 1
        self.blocks.append(PhotoMarker(self.photo_count, file_name))
        self.is_after_photo = True

    def add_paragraph(self, text: str) -> None:
        if self.lead:
            self.blocks.append(text)
        else:
            self.lead = text
        self.is_after_photo = False

    def add_caption(self, line: Line) -> bool:
        """Take the line for the caption of the photo just before it, if it is one."""
        if not self.is_after_photo:
            return False
        photo = self.blocks[-1]
        if photo.caption:
            is_doubled = photo.caption == line.text
            self.dropped += [line] if is_doubled else []
            return is_doubled
        verdict = captions.judge(line)
        if verdict != "text":
            remark = format_lazy(REMARKS[verdict], line=line.text, number=photo.number)
            self.warnings.append(remark)
        if verdict == "caption":
            self.blocks[-1] = replace(photo, caption=line.text)
        return verdict == "caption"


def read(lines: list[Line], *, title: str) -> Body:
    """Make each line a paragraph, a photo or a photo's caption; the first is the lead."""
    body = Body()
    for line in without_repeats(lines, title, body.dropped):
        if is_image_marker(line.text):
            body.add_photo(line.text)
        elif not body.add_caption(line):
            body.add_paragraph(line.text)
    if body.photo_count == len(body.blocks):
        body.warnings.append(NO_PARAGRAPH if body.lead else NO_TEXT)
    return body


def without_repeats(lines: list[Line], title: str, dropped: list[Line]) -> list[Line]:
    """The lines without the title and the lead where they stand a second time."""
    kept, seen, paragraphs = [], {title.casefold()}, 0
    for line in lines:
        key = line.text.casefold()
        if is_image_marker(line.text) or paragraphs == REPEATS_WITHIN:
            kept.append(line)
        elif key in seen:
            dropped.append(line)
        else:
            seen |= set() if paragraphs else {key}
            paragraphs += 1
            kept.append(line)
    return kept


def as_html(block: str | PhotoMarker) -> str:
    if isinstance(block, PhotoMarker):
        return f'<img data-photo="{block.number}" alt="">'
    return f"<p>{escape(block, quote=False)}</p>"
