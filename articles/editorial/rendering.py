"""What pages print of an edition: derived from its content, rebuilt at any time."""

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from lxml import html as lxml_html

from articles.models import Edition
from articles.models.edition import DERIVED
from articles.photos import markup
from articles.search import documents

# How wide a photo stands in the text column: the page's own CSS says the same.
SIZES = "(min-width: 48rem) 44rem, 100vw"
GALLERY_SIZES = "(min-width: 72rem) 68rem, 100vw"


def render(edition: Edition) -> None:
    """Set the edition's derived columns; nothing is saved."""
    edition.body_html = _body_html(edition)
    edition.cover = _cover(edition.photos)
    edition.search_text = documents.search_text(edition)


def rebuild(editions) -> Iterator[Edition]:
    """Render the editions anew, row by row, while the site answers; yield each."""
    for edition in editions.select_related("genre").iterator(chunk_size=200):
        render(edition)
        edition.save(update_fields=sorted(DERIVED))
        yield edition


def _cover(photos: list[dict]) -> dict | None:
    """The photo that was chosen to stand for the whole, else the first."""
    chosen = (photo for photo in photos if photo.get("is_cover"))
    return next(chosen, photos[0] if photos else None)


def _body_html(edition: Edition) -> str:
    root = lxml_html.fragment_fromstring(edition.body, create_parent="div")
    remaining = {photo["number"]: photo for photo in edition.photos}
    is_first = True  # it may be on the first screen: the browser is not to wait with it
    for image in root.xpath(".//img[@data-photo]"):
        photo = remaining.pop(int(image.get("data-photo")), None)
        figure = photo and markup.figure(photo, sizes=SIZES, lazy=not is_first)
        _replace(image, figure or "")
        is_first = is_first and photo is None
    for table in root.xpath(".//table"):
        _make_scrollable(table)
    for link in root.xpath(".//a[starts-with(@href, 'http')]"):
        link.set("rel", "external noopener")
    for link in root.xpath(".//figure[@class='video']//a"):
        link.text = "Xem video trên YouTube"
    return _inner_html(root) + _following(edition, [*remaining.values()], is_first)


def _following(edition: Edition, photos: list[dict], is_first: bool) -> str:
    """The photos that the text does not name; those of a photo story are the story."""
    is_gallery = bool(photos and edition.genre and edition.genre.is_gallery)
    sizes = GALLERY_SIZES if is_gallery else SIZES
    figures = format_html_join(
        "",
        "{}",
        (
            (markup.figure(photo, sizes=sizes, lazy=not (is_first and index == 0)),)
            for index, photo in enumerate(photos)
        ),
    )
    return (
        format_html('<div class="gallery">{}</div>', figures) if is_gallery else figures
    )


def _replace(element, markup_text: str) -> None:
    """Put markup in the element's place, keeping the text behind it."""
    if markup_text:
        element.addprevious(lxml_html.fragment_fromstring(markup_text))
    elif not (element.tail or "").strip():
        element.tail = None
    element.drop_tree()


def _make_scrollable(table) -> None:
    """Let a wide table scroll by itself, by keyboard too, instead of the page."""
    frame = lxml_html.fragment_fromstring(
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng"></div>'
    )
    table.addprevious(frame)
    frame.append(table)
    frame.tail, table.tail = table.tail, None


def _inner_html(root) -> str:
    """The children of the wrapper as HTML; its own text first."""
    head = format_html("{}", root.text or "")
    text = "".join(
        lxml_html.tostring(child, encoding="unicode", method="html") for child in root
    )
    # lxml closes what HTML does not: it is older than <picture>.
    return head + SafeString(text.replace("</source>", ""))
