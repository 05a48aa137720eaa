"""A bulletin as HTML that stands on its own: in feed readers, mail, archives.

Made from the text as published, not from what the page prints of it: no classes, no
scripts' buttons, no picture in five sizes. Every address is absolute. In Vietnamese,
like the bulletin.
"""

from urllib.parse import urljoin

from django.utils import timezone
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString
from lxml import html as lxml_html

from articles.attachments.addresses import address as attachment_address
from articles.models import Edition
from articles.photos import markup
from articles.templatetags.bylines import credit_lines

PICTURE_WIDTH = 960  # pixels


def full_text(edition: Edition, site: str) -> str:
    """Lead, public notes, body with its photos, files, credits; `site` is the absolute
    address of the front page.
    """
    parts = [
        SafeString(linebreaks(edition.lead, autoescape=True)),
        _notes(edition),
        _body(edition, site),
        _files(edition, site),
        _credits(edition),
    ]
    return "\n".join(part for part in parts if part)


def summary(edition: Edition) -> str:
    """The lead and the public notes as plain text."""
    notes = [f"{label}: {text}" for label, text in _said(edition)]
    return "\n\n".join(filter(None, [edition.lead, *notes]))


def picture_address(edition: Edition, site: str) -> str:
    """Of the picture that stands for the whole, as messengers show it; or empty."""
    return urljoin(site, markup.share_url(edition.cover)) if edition.cover else ""


def files(edition: Edition, site: str) -> list[tuple[dict, str]]:
    """The rows of `Edition.attachments`, each with its absolute address."""
    return [
        (row, urljoin(site, attachment_address(edition.article_id, row)))
        for row in edition.attachments
    ]


def _said(edition: Edition) -> list[tuple[str, str]]:
    return [
        (f"{note.label} {timezone.localtime(note.at):%d/%m/%Y}", note.text)
        for note in edition.public_notes
    ]


def _notes(edition: Edition) -> SafeString:
    return format_html_join(
        "\n",
        "<blockquote><p><strong>{}:</strong></p>{}</blockquote>",
        [
            (label, SafeString(linebreaks(text, autoescape=True)))
            for label, text in _said(edition)
        ],
    )


def _body(edition: Edition, site: str) -> str:
    """The body with each photo in its place; those that it doesn't name follow it."""
    root = lxml_html.fragment_fromstring(edition.body, create_parent="div")
    remaining = {photo["number"]: photo for photo in edition.photos}
    for image in root.xpath(".//img[@data-photo]"):
        photo = remaining.pop(int(image.get("data-photo")), None)
        if photo is not None:
            image.addprevious(_figure(photo))
        image.drop_tree()
    root.extend(_figure(photo) for photo in remaining.values())
    for link in root.xpath(".//figure[@class='video']//a"):
        link.text = "Xem video"
    for element in root.xpath(".//*[@class]"):
        del element.attrib["class"]
    root.make_links_absolute(site, resolve_base_href=False)
    return lxml_html.tostring(root, encoding="unicode", method="html")


def _figure(photo: dict):
    """As an element: one size, which every reader can show."""
    width = min(PICTURE_WIDTH, photo["width"])
    said = [photo["caption"], photo["credit"] and f"Ảnh: {photo['credit']}"]
    caption = " ".join(filter(None, said))
    return lxml_html.fragment_fromstring(
        format_html(
            '<figure><img src="{}" alt="{}" width="{}" height="{}">{}</figure>',
            markup.url(photo, PICTURE_WIDTH, "jpg"),
            photo["alt_text"],
            width,
            round(photo["height"] * width / photo["width"]),
            format_html("<figcaption>{}</figcaption>", caption) if caption else "",
        )
    )


def _files(edition: Edition, site: str) -> SafeString:
    items = format_html_join(
        "",
        '<li><a href="{}">{}</a></li>',
        [
            (address, row["title"] or row["name"])
            for row, address in files(edition, site)
        ],
    )
    return format_html("<ul>{}</ul>", items) if items else items


def _credits(edition: Edition) -> SafeString:
    """Who made it, which unit published it, where it was taken from."""
    lines = [
        f"{label}: {names}" if label else names
        for label, names in credit_lines(edition.bylines)
    ]
    html = format_html_join("\n", "<p>{}</p>", [(line,) for line in lines])
    html += format_html("\n<p>({})</p>", edition.unit_name)
    if edition.source_url:
        html += format_html(
            '\n<p>Nguồn: <a href="{}">{}</a></p>', edition.source_url, edition.source
        )
    elif edition.source:
        html += format_html("\n<p>Nguồn: {}</p>", edition.source)
    return html
